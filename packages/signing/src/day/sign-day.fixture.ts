/** Signers that count, fail and remember, and a journal in memory. */
import { isUuid, SigningError, toHex } from '@tiemchung/core'
import { type Signer, schemeOf, type SignOptions, systemCrypto } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import { errorCatalogue } from '../errors.js'
import { testRecord } from '../test-chain.fixture.js'
import type { DayEvidence, SigningEntry, SigningJournal } from './journal.js'

/** A record that may be signed; `index` makes it another one. */
export function readyRecord(index = 0, change: Partial<DoseRecord> = {}): DoseRecord {
  const verificationId = testRecord(index).id
  const at = '2022-05-20T01:00:00.000Z'
  return { ...testRecord(index), identity: { status: 'matched', verificationId, at }, ...change }
}

/** A journal that goes through JSON as a kept one does; it can be told to fail after so many entries. */
export function memoryJournal() {
  const lines: string[] = []
  const made: DayEvidence[] = []
  const state = { failAt: Number.POSITIVE_INFINITY }
  const journal: SigningJournal = {
    read: () => Promise.resolve(lines.map((line) => JSON.parse(line) as SigningEntry)),
    append: (entry, evidence) => {
      if (lines.length >= state.failAt) return Promise.reject(new Error('the power went'))
      lines.push(JSON.stringify(entry))
      if (evidence !== undefined) made.push(evidence)
      return Promise.resolve()
    },
  }
  const kinds = () => lines.map((line) => (JSON.parse(line) as SigningEntry).kind)
  return { journal, made, kinds, state, lines }
}

/** What a call of a provider is answered with: the code of an error, or what happens before the answer. */
export type Mood = string | ((request: string) => void | Promise<void>)

/**
 * A provider that takes so many texts a call and knows requests: one that comes again is answered with what
 * it has. It counts uses of the key by digest.
 */
export function provider(inner: Signer, limit = 2) {
  const uses = new Map<string, number>()
  const answered = new Map<string, readonly Uint8Array[]>()
  const calls: { readonly request: string; readonly hashes: number }[] = []
  const moods: Mood[] = []
  const scheme = schemeOf[inner.algorithm]
  const hash = 'hash' in scheme ? scheme.hash : 'SHA-256'
  const signAll = async (data: readonly Uint8Array[]) => {
    for (const one of data) {
      const digest = toHex(await systemCrypto.digest(hash, one))
      uses.set(digest, (uses.get(digest) ?? 0) + 1)
    }
    return Promise.all(data.map((one) => inner.sign(one)))
  }
  const signMany = async (
    data: readonly Uint8Array[],
    { request = '', onEvent, signal }: SignOptions = {},
  ) => {
    if (!isUuid(request)) throw new Error('a request needs an id')
    if (data.length > limit) throw new Error('too many')
    if (signal?.aborted === true) throw new SigningError(errorCatalogue, 'signing.stopped')
    calls.push({ request, hashes: data.length })
    onEvent?.({ kind: 'waiting', request })
    const mood = moods.shift()
    if (typeof mood === 'string') throw new SigningError(errorCatalogue, mood)
    const known = answered.get(request) ?? (await signAll(data))
    answered.set(request, known)
    await mood?.(request)
    onEvent?.({ kind: 'confirmed', request })
    return known
  }
  const signer: Signer = {
    algorithm: inner.algorithm,
    chain: inner.chain,
    limit,
    sign: () => Promise.reject(new Error('asked one by one')),
    signMany,
  }
  return { signer, uses, calls, moods }
}
