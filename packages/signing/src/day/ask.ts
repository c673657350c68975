/** One request to a signer, written down before and after. */
import { isSdkError, SigningError, fromHex, utf8, type Uuid } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { signBatch } from '../signer/sign-batch.js'
import { type DayDesk, inputOf, keep, sealedOf, signedEntry, signedOf } from './day-desk.js'
import type { DayEvidence } from './journal.js'
import { note, type Request, type Round } from './rounds.js'

/** What is handed to the signer for a request: the texts, and their digests as they were made. */
function inputsOf(round: Round, ids: readonly Uuid[]) {
  const { seal } = round
  if (seal !== undefined) {
    return { inputs: [utf8(inputOf(round, seal.content))], hashes: [fromHex(seal.input)] }
  }
  const records = ids.flatMap((id) => round.prepared.get(id) ?? [])
  return {
    inputs: records.map(({ text }) => utf8(inputOf(round, text))),
    hashes: records.map(({ input = '' }) => fromHex(input)),
  }
}

/** What signatures bring about, of those records that may still be published. */
async function evidenceOf(
  desk: DayDesk,
  round: Round,
  { ids }: Request,
  isCurrent: (id: string) => boolean,
): Promise<DayEvidence> {
  if (round.seal !== undefined) {
    const sealed = await sealedOf(round, desk.crypto)
    return { signed: [], sealed: sealed === undefined ? [] : [sealed] }
  }
  return { signed: ids.filter(isCurrent).flatMap((id) => signedOf(round, id) ?? []), sealed: [] }
}

/** Begins a request: on record before it leaves. */
export async function newRequest(
  desk: DayDesk,
  round: Round,
  ids: readonly Uuid[],
): Promise<Request> {
  const request = desk.newId()
  await keep(desk, round, { kind: 'asked', round: round.opened.round, request, ids })
  return { id: request, ids, isOpen: true }
}

/**
 * Sends a request, for the first time or again, and keeps what came of it. It gives the code of what went wrong.
 * What the journal throws goes on to the caller.
 */
export async function ask(
  desk: DayDesk,
  round: Round,
  request: Request,
  isCurrent: (id: string) => boolean,
): Promise<string | undefined> {
  const { signer, key, crypto, signal, onEvent } = desk
  const { inputs, hashes } = inputsOf(round, request.ids)
  onEvent({ kind: 'asked', request: request.id, records: request.ids.length })
  let signatures: readonly (Uint8Array | undefined)[]
  try {
    if (signal?.aborted === true) throw new SigningError(errorCatalogue, 'signing.stopped')
    const how = { key, crypto, signal, hashes, request: request.id, onEvent }
    signatures = await signBatch(signer, inputs, how)
  } catch (caught) {
    const code = isSdkError(caught) ? caught.code : 'signing.unavailable'
    await keep(desk, round, {
      kind: 'failed',
      round: round.opened.round,
      request: request.id,
      code,
    })
    onEvent({ kind: 'failed', request: request.id, code })
    return code
  }
  const entry = signedEntry(round, request, signatures)
  // Noted first: the evidence that is kept with the entry is made of it.
  note(round, entry)
  await desk.journal.append(entry, await evidenceOf(desk, round, request, isCurrent))
  return signatures.includes(undefined) ? 'signing.answer' : undefined
}
