/** Cuts a list of questions into batches that stay the same, however often the process starts again. */
import { InputError } from '@tiemchung/core'
import type { VerificationRequest, VerificationResult } from '@tiemchung/schemas/wire'
import { verificationErrors } from '../errors/verification-errors.js'
import { batchIdOf } from './batch-id.js'
import type { JournalEntry } from './journal/journal.js'

/** Some questions under one id. */
export interface Batch {
  readonly id: string
  readonly requests: readonly VerificationRequest[]
  /** A process before this one has sent it, or was about to. */
  readonly isKnown: boolean
  /** Its answers, when they have come. */
  readonly results?: readonly VerificationResult[]
}

/** The questions by their ids. @throws InputError `identity.verification.same-id` */
function byId(requests: readonly VerificationRequest[]): Map<string, VerificationRequest> {
  const questions = new Map<string, VerificationRequest>()
  for (const [index, request] of requests.entries()) {
    if (questions.has(request.id)) {
      throw new InputError(verificationErrors, 'identity.verification.same-id', { path: [index] })
    }
    questions.set(request.id, request)
  }
  return questions
}

type Asked = Extract<JournalEntry, { kind: 'asked' }>

/**
 * A batch of before, made again from the list of now. Its id tells whether a question was changed.
 *
 * @throws InputError `identity.verification.other-questions`
 */
async function remade(
  { batch, questions }: Asked,
  waiting: Map<string, VerificationRequest>,
): Promise<Batch> {
  const requests: VerificationRequest[] = []
  for (const id of questions) {
    const request = waiting.get(id)
    if (request !== undefined) requests.push(request)
    waiting.delete(id)
  }
  if (requests.length !== questions.length || (await batchIdOf(requests)) !== batch) {
    throw new InputError(verificationErrors, 'identity.verification.other-questions')
  }
  return { id: batch, requests, isKnown: true }
}

/** How each batch of a journal stands; one that was refused is as if it had never been asked. */
function standing(entries: readonly JournalEntry[]) {
  const batches = new Map<string, { asked: Asked; results?: readonly VerificationResult[] }>()
  for (const entry of entries) {
    const known = batches.get(entry.batch)
    if (entry.kind === 'refused') batches.delete(entry.batch)
    else if (entry.kind === 'asked') batches.set(entry.batch, known ?? { asked: entry })
    else if (known !== undefined) known.results = entry.results
  }
  return [...batches.values()]
}

/**
 * The batches of a list: first those that the journal knows, as they were; then the questions that are
 * left, in batches of a size.
 *
 * @throws InputError `identity.verification.same-id`, `identity.verification.other-questions`
 */
export async function batchesOf(
  requests: readonly VerificationRequest[],
  entries: readonly JournalEntry[],
  size: number,
): Promise<readonly Batch[]> {
  const waiting = byId(requests)
  const batches: Batch[] = []
  for (const { asked, results } of standing(entries)) {
    const batch = await remade(asked, waiting)
    batches.push(results === undefined ? batch : { ...batch, results })
  }
  const left = [...waiting.values()]
  for (let start = 0; start < left.length; start += size) {
    const chunk = left.slice(start, start + size)
    batches.push({ id: await batchIdOf(chunk), requests: chunk, isKnown: false })
  }
  return batches
}
