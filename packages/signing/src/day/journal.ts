import type { CivilDate, Uuid } from '@tiemchung/core'
import type { CompactSignedRecord } from '../record/sign-records.js'
import type { SealedDay } from '../seal/seal-day.js'
import type { SealTree } from '../seal/seal-tree.js'

/** How a day is signed: a signature for each record, or one over all of them. */
export type DaySigningMode = 'records' | 'seal'

/** A record as it was made ready. */
export interface PreparedRecord {
  readonly id: Uuid
  /** SHA-256 of its canonical JSON, lower-case hex. */
  readonly hash: string
  /** Its canonical JSON: what is signed, byte for byte. A journal is kept as the records themselves are. */
  readonly text: string
  /** What the signer is given, hashed as its algorithm does, lower-case hex. Not under a seal. */
  readonly input?: string
}

/** A seal as it was made ready. */
export interface PreparedSeal {
  /** Canonical JSON of its content. */
  readonly content: string
  /** What the signer is given, hashed, lower-case hex. */
  readonly input: string
  readonly tree: SealTree
}

/** One step of signing a day, as it is kept: plain JSON. */
export type SigningEntry =
  | {
      /** A round begins: everything in it is signed under one header, at one claimed time. */
      readonly kind: 'opened'
      readonly round: Uuid
      readonly mode: DaySigningMode
      readonly facility: string
      readonly date: CivilDate
      readonly at: string
      /** The protected header, in base64url. */
      readonly head: string
    }
  | {
      /** What is to be signed is ready; it is neither hashed nor written again. */
      readonly kind: 'prepared'
      readonly round: Uuid
      readonly records: readonly PreparedRecord[]
      readonly seal?: PreparedSeal
    }
  | {
      /** Written before a request leaves for the first time. It is sent again under its id. */
      readonly kind: 'asked'
      readonly round: Uuid
      readonly request: Uuid
      /** The records, in the order of the request; of a seal, all of the round. */
      readonly ids: readonly Uuid[]
    }
  | {
      /** The signatures, in base64url, in the order of the request; `null` for one that did not hold. */
      readonly kind: 'signed'
      readonly round: Uuid
      readonly request: Uuid
      readonly signatures: readonly (string | null)[]
    }
  | {
      /** A request came to nothing, or to nothing yet. */
      readonly kind: 'failed'
      readonly round: Uuid
      readonly request: Uuid
      readonly code: string
    }
  | {
      /** Records that changed before they were signed: they were refused, and are made ready anew. */
      readonly kind: 'dropped'
      readonly round: Uuid
      readonly ids: readonly Uuid[]
    }

/** A sealed day with its records as they were sealed. */
export interface SealedDayRecords extends SealedDay {
  /** Canonical JSON of each record, in the order of the proofs. */
  readonly texts: readonly string[]
}

/** What an entry brings about: signed records, or a seal with its proofs. */
export interface DayEvidence {
  readonly signed: readonly CompactSignedRecord[]
  readonly sealed: readonly SealedDayRecords[]
}

/**
 * How far signing a day has come, so that another process goes on where this one stopped. It belongs to one
 * facility's day and one process at a time. Forget it when everything that it brought about is kept elsewhere, and
 * not before: without it the same records would be signed again.
 */
export interface SigningJournal {
  /** Everything that was appended, in its order. */
  read(): Promise<readonly SigningEntry[]>
  /**
   * Appends an entry. When it has returned, the entry survives a power cut; when it has not, all of it is there or
   * nothing. `made` is what a `signed` entry brings about, for stores that keep both in one batch.
   */
  append(entry: SigningEntry, made?: DayEvidence): Promise<void>
}
