import { canonicalJson, HttpError, InputError, uuidv7 } from '@tiemchung/core'
import {
  evidenceOf,
  evidenceWithoutQuestion,
  type IdentityVerifier,
  isLapsed,
  type RetentionPolicy,
  retentionPolicy69,
  type VerifyManyOptions,
} from '@tiemchung/identity'
import type { IdentityEvidence } from '@tiemchung/schemas'
import type { VerificationRequest, VerificationResult } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import type { ChildCase, KeptQuestion } from './child.js'
import type { VerificationContext } from './terms.js'
import { type Desk, judgedCase, recordIn, recordOf } from './desk.js'
import { allOf } from './kept.js'
import { answersIn, forget, keepQuestions, roundLeftBehind, storeJournal } from './questions.js'
import { isSealed } from './record-case.js'
import { type Transaction, transact } from './transact.js'

function question(desk: Desk, one: ChildCase, context: VerificationContext): VerificationRequest {
  const { person } = one
  const document = person.identityDocument
  return {
    id: uuidv7(desk.world),
    number: document.kind === 'none' ? '' : document.number,
    fullName: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    purpose: 'vaccination-record',
    officer: context.officer,
    consent: context.consentOf(one),
  }
}

type Asked = Pick<ChildCase, 'key' | 'person' | 'identity'>

/** Whether nothing happened to the person or the evidence that the question rested on. */
const isAsAsked = (now: ChildCase, asked: Asked): boolean =>
  canonicalJson([now.person, now.identity]) === canonicalJson([asked.person, asked.identity])

/**
 * Whether the authority's answer is older than it may be held. Evidence in a sealed record is part of that
 * record and stays.
 */
async function hasLapsed(desk: Desk, one: ChildCase, policy: RetentionPolicy): Promise<boolean> {
  const { identity } = one
  if (!('verificationId' in identity) || identity.verificationId === undefined) return false
  if (!isLapsed(identity, policy, desk.world.clock.now())) return false
  const record = await recordOf(desk, one)
  return record === undefined || !isSealed(record)
}

/** The children about whom the authority is to be asked, for the first time or again. */
async function openChildren(
  desk: Desk,
  { retention = retentionPolicy69 }: VerificationContext,
): Promise<readonly ChildCase[]> {
  const open: ChildCase[] = []
  for (const one of await allOf(desk.options.store, 'child')) {
    const isPending = one.identity.status === 'pending'
    if (isPending || (await hasLapsed(desk, one, retention))) open.push(one)
  }
  return open
}

/**
 * Gives a child its evidence, and its unsealed record too. The child is read again: what happened while the authority
 * was asked stays, and evidence on a person corrected since is not used.
 */
async function settle(
  desk: Desk,
  transaction: Transaction,
  asked: Asked,
  identity: IdentityEvidence,
): Promise<void> {
  const now = await transaction.find('child', asked.key)
  if (now === undefined || !isAsAsked(now, asked)) return
  transaction.keep('child', now.key, { ...now, identity })
  const kept = await recordIn(transaction, now)
  if (kept === undefined || isSealed(kept)) return
  const record = { ...kept.record, identity }
  transaction.keep('record', record.id, judgedCase(desk, record, kept))
}

function manyOptions({ signal, onProgress, pollMs }: VerificationContext): VerifyManyOptions {
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(pollMs === undefined ? {} : { pollMs }),
  }
}

/** Statuses by which a service says that it will not take a question as it is. */
const refusals: ReadonlySet<number | undefined> = new Set([400, 410, 413, 422])

/** Gives a round its answers and forgets it, in one batch. */
function settleRound(
  desk: Desk,
  round: readonly KeptQuestion[],
  answers: ReadonlyMap<string, VerificationResult>,
): Promise<void> {
  return transact(desk.options.store, async (transaction) => {
    for (const { key, request, asked } of round) {
      const answer = answers.get(request.id)
      if (answer !== undefined) {
        await settle(desk, transaction, { key, ...asked }, evidenceOf(answer))
      }
    }
    transaction.add(await forget(desk))
  })
}

/**
 * Asks a round with the journal of the day. When the service refuses it, the answers that have come are kept and
 * the rest is asked anew next time, as it is then; after any other failure it goes on next time as it was.
 */
async function askRound(
  desk: Desk,
  verifier: IdentityVerifier,
  context: VerificationContext,
  round: readonly KeptQuestion[],
): Promise<void> {
  if (round.length === 0) return
  const journal = storeJournal(desk)
  const { retention = retentionPolicy69 } = context
  try {
    const requests = round.map(({ request }) => request)
    const results = await verifier.verifyMany(requests, {
      ...manyOptions(context),
      journal,
      retention,
    })
    await settleRound(desk, round, new Map(results.map((result) => [result.id, result])))
  } catch (caught) {
    if (caught instanceof HttpError && refusals.has(caught.status)) {
      await settleRound(desk, round, await answersIn(journal))
    }
    throw caught
  }
}

/** A new round, written down; children who need no question have their evidence. */
async function newRound(
  desk: Desk,
  open: readonly ChildCase[],
  context: VerificationContext,
): Promise<readonly KeptQuestion[]> {
  const at = desk.world.clock.now()
  const needed = open.filter((one) => evidenceWithoutQuestion(one.person, at) === undefined)
  await transact(desk.options.store, async (transaction) => {
    for (const one of open) {
      const evidence = evidenceWithoutQuestion(one.person, at)
      if (evidence !== undefined) await settle(desk, transaction, one, evidence)
    }
  })
  const round = needed.map((one): KeptQuestion => {
    const { key, person, identity } = one
    return { key, request: question(desk, one, context), asked: { person, identity } }
  })
  if (round.length > 0) await keepQuestions(desk, round)
  return round
}

async function askAllOpen(
  desk: Desk,
  verifier: IdentityVerifier,
  context: VerificationContext,
): Promise<number> {
  const { length } = await openChildren(desk, context)
  const { retention = retentionPolicy69 } = context
  await askRound(desk, verifier, context, await roundLeftBehind(desk, retention))
  const open = await openChildren(desk, context)
  await askRound(desk, verifier, context, await newRound(desk, open, context))
  return length
}

/**
 * Asks the authority about every open identity and says how many were open. A round of questions is kept
 * before it is asked: a day that was killed meanwhile first asks on, with the same ids and under the same keys.
 * Two rounds at once would ask about everybody under two keys, and the one done first forget the other's.
 *
 * @throws InputError `clinic.verification.in-progress`
 */
export async function verifyIdentities(
  desk: Desk,
  verifier: IdentityVerifier,
  context: VerificationContext,
): Promise<number> {
  const letGo = await desk.options.store.hold('verification')
  if (letGo === undefined) throw new InputError(errorCatalogue, 'clinic.verification.in-progress')
  try {
    return await askAllOpen(desk, verifier, context)
  } finally {
    await letGo()
  }
}
