import { HttpError, InputError } from '@tiemchung/core'
import type { VerificationRequest, VerificationResult } from '@tiemchung/schemas/wire'
import { verificationErrors } from '../errors/verification-errors.js'
import { type Batch, batchesOf } from './batches.js'
import { isLapsed } from './hold/hold.js'
import { type RetentionPolicy, retentionPolicy69 } from './hold/retention-policy.js'
import type { VerificationJournal } from './journal/journal.js'
import type { VerifyManyOptions } from './verifier.js'

/** What asking many stands on. */
export interface AskAll {
  /** The most that a service takes at once. */
  readonly largest: number
  /** Asks one batch, under its id. */
  readonly ask: (batch: Batch) => Promise<readonly VerificationResult[]>
  readonly now: () => Date
}

/** Questions in one batch. @throws InputError `identity.verification.batch-size` */
function batchSizeOf({ batchSize = 500 }: VerifyManyOptions, largest: number): number {
  if (Number.isInteger(batchSize) && batchSize > 0) return Math.min(batchSize, largest)
  throw new InputError(verificationErrors, 'identity.verification.batch-size')
}

/**
 * The answers in the order of the questions, each to its question, none missing and none too many.
 *
 * @throws HttpError `identity.verification.foreign-answer`; `identity.verification.contradiction` for
 *   anything but a mismatch that names fields which differ
 */
export function inOrder(
  requests: readonly VerificationRequest[],
  results: readonly VerificationResult[],
): readonly VerificationResult[] {
  const byId = new Map(results.map((result) => [result.id, result]))
  return requests.map((request) => {
    const result = byId.get(request.id)
    if (result === undefined || results.length !== requests.length) {
      throw new HttpError(verificationErrors, 'identity.verification.foreign-answer')
    }
    if (result.outcome !== 'mismatch' && result.mismatched.length > 0) {
      throw new HttpError(verificationErrors, 'identity.verification.contradiction')
    }
    return result
  })
}

/** @throws InputError `identity.verification.lapsed` */
function mustBeHeld(
  results: readonly VerificationResult[],
  policy: RetentionPolicy,
  now: Date,
): void {
  if (!results.some((result) => isLapsed(result, policy, now))) return
  throw new InputError(verificationErrors, 'identity.verification.lapsed')
}

/** Statuses by which a service says that it did nothing with a batch and never will as it is. */
const refusals: ReadonlySet<number | undefined> = new Set([400, 410, 413, 422])

/** One batch and its answers, written down when they have come, or when it was refused. */
async function askOnce(
  batch: Batch,
  ask: AskAll['ask'],
  journal: VerificationJournal | undefined,
): Promise<readonly VerificationResult[]> {
  try {
    const results = inOrder(batch.requests, await ask(batch))
    await journal?.append({ kind: 'answered', batch: batch.id, results })
    return results
  } catch (caught) {
    const refused = caught instanceof HttpError && refusals.has(caught.status)
    if (refused) await journal?.append({ kind: 'refused', batch: batch.id })
    throw caught
  }
}

/**
 * Asks a list of questions batch by batch. With a journal each batch is written down before it is sent
 * and when it is answered: after a crash at any moment the list goes on under the keys that it had.
 *
 * @throws InputError `identity.verification.batch-size`, `identity.verification.same-id`,
 *   `identity.verification.other-questions`, `identity.verification.lapsed`
 */
export async function askAll(
  requests: readonly VerificationRequest[],
  many: VerifyManyOptions,
  { largest, ask, now }: AskAll,
): Promise<readonly VerificationResult[]> {
  const { journal, onProgress, retention = retentionPolicy69 } = many
  const size = batchSizeOf(many, largest)
  const batches = await batchesOf(requests, (await journal?.read()) ?? [], size)
  const answers = new Map<string, VerificationResult>()
  for (const batch of batches) {
    const { id, results: kept } = batch
    if (kept !== undefined) mustBeHeld(kept, retention, now())
    if (!batch.isKnown) {
      const questions = batch.requests.map((one) => one.id)
      await journal?.append({ kind: 'asked', batch: id, questions })
    }
    const results = kept ?? (await askOnce(batch, ask, journal))
    for (const result of results) answers.set(result.id, result)
    onProgress?.(answers.size, requests.length)
  }
  return inOrder(requests, [...answers.values()])
}
