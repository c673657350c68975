import { type AbortSignalLike, toBase64Url, utf8, type Uuid, uuidv7 } from '@tiemchung/core'
import type { CryptoProvider, PublicKey, Signer, SigningEvent } from '@tiemchung/core/crypto'
import type { CompactSignedRecord } from '../record/sign-records.js'
import type { CompactDaySeal } from '../seal/day-seal.js'
import type { SealPlace } from '../seal/seal-content.js'
import { proofsOf } from '../seal/seal-tree.js'
import { sealHash } from '../seal/day-seal.js'
import type {
  DayEvidence,
  DaySigningMode,
  SealedDayRecords,
  SigningEntry,
  SigningJournal,
} from './journal.js'
import { type EntryOf, note, type Request, type Round } from './rounds.js'

/** What is told while a day is signed. */
export type DaySigningEvent =
  | SigningEvent
  | { readonly kind: 'prepared'; readonly records: number }
  | { readonly kind: 'asked'; readonly request: string; readonly records: number }
  | {
      readonly kind: 'signed'
      readonly request: string
      /** Records signed so far in this call, and how many there are. */
      readonly done: number
      readonly total: number
    }
  | { readonly kind: 'failed'; readonly request: string; readonly code: string }

/** Everything that signing a day works with. */
export interface DayDesk {
  readonly mode: DaySigningMode
  readonly place: SealPlace
  readonly signer: Signer
  readonly key: PublicKey
  readonly at: Date
  readonly crypto: CryptoProvider
  readonly journal: SigningJournal
  readonly batch: number
  readonly newId: () => Uuid
  readonly signal: AbortSignalLike | undefined
  readonly onEvent: (event: DaySigningEvent) => void
}

/** Ids for rounds and requests. */
export function idsOf(at: Date, random: { bytes(length: number): Uint8Array }): () => Uuid {
  return () => uuidv7({ clock: { now: () => at }, random })
}

/** Appends an entry to the journal, and then notes it in its round. */
export async function keep(
  { journal }: DayDesk,
  round: Round,
  entry: Exclude<SigningEntry, { kind: 'opened' }>,
  made?: DayEvidence,
): Promise<void> {
  await journal.append(entry, made)
  note(round, entry)
}

/** The text that a record's signature is over. */
export function inputOf(round: Round, text: string): string {
  return `${round.opened.head}.${toBase64Url(utf8(text))}`
}

/** A signed record from its round, when it has a signature. */
export function signedOf(round: Round, id: string): CompactSignedRecord | undefined {
  const [record, signature] = [round.prepared.get(id), round.signatures.get(id)]
  if (record === undefined || signature === undefined) return undefined
  const { facility } = round.opened
  const jws = `${inputOf(round, record.text)}.${signature}`
  return { format: 'signed-record/1', recordId: record.id, facility, jws }
}

/** The seal of a round, when it is signed. */
export function sealOf({ opened, seal, signatures }: Round): CompactDaySeal | undefined {
  const signature = signatures.get(opened.round)
  if (seal === undefined || signature === undefined) return undefined
  const { facility, date, head } = opened
  const jws = `${head}.${toBase64Url(utf8(seal.content))}.${signature}`
  return { format: 'day-seal/1', facility, date, jws }
}

/** The seal of a round with its proofs, when it is signed. */
export async function sealedOf(
  round: Round,
  crypto: CryptoProvider,
): Promise<SealedDayRecords | undefined> {
  const seal = sealOf(round)
  if (seal === undefined || round.seal === undefined) return undefined
  const records = [...round.prepared.values()]
  const ids = records.map(({ id }) => id)
  const proofs = proofsOf(round.seal.tree, ids, await sealHash(seal, crypto))
  return { seal, proofs, texts: records.map(({ text }) => text) }
}

/** A `signed` entry for the signatures of a request. */
export function signedEntry(
  round: Round,
  { id }: Request,
  signatures: readonly (Uint8Array | undefined)[],
): EntryOf<'signed'> {
  const texts = signatures.map((one) => (one === undefined ? null : toBase64Url(one)))
  return { kind: 'signed', round: round.opened.round, request: id, signatures: texts }
}
