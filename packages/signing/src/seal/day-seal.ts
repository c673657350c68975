import { isCivilDate, type CivilDate, type Uuid } from '@tiemchung/core'

/**
 * A facility's signature over the Merkle root of its records of a day: one use of the key for all of
 * them. It is not an electronic seal in the sense of eIDAS.
 */
export interface DaySeal {
  readonly format: 'day-seal/1'
  readonly facility: string
  readonly date: CivilDate
  /** A compact JWS, `typ` `day-seal+jws`, whose payload is the canonical JSON of {@link SealContent}. */
  readonly jws: string
}

/** What a day seal signs. */
export interface SealContent {
  readonly format: 'day-seal/1'
  readonly facility: string
  readonly date: CivilDate
  /** Number of records. */
  readonly size: number
  /** Root of the tree whose leaves are the SHA-256 of the records' canonical JSON, lower-case hex. */
  readonly root: string
}

/** That one record is under a seal: verifies with the seal alone, offline. */
export interface SealProof {
  readonly format: 'seal-proof/1'
  readonly recordId: Uuid
  /** Place of the record under the seal, from 0. */
  readonly index: number
  /** Hashes from the leaf's sibling up to the root's child, lower-case hex. */
  readonly hashes: readonly string[]
}

const hash = /^[0-9a-f]{64}$/
/** A tree deeper than this has more leaves than a number can count. */
const deepest = 53

/** The content of a seal, when a payload is one and has nothing more. */
export function sealContentOf(payload: unknown): SealContent | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  const { format, facility, date, size, root, ...more } = payload as Readonly<
    Record<string, unknown>
  >
  const sound =
    format === 'day-seal/1' &&
    typeof facility === 'string' &&
    isCivilDate(date) &&
    Number.isSafeInteger(size) &&
    Number(size) > 0 &&
    typeof root === 'string' &&
    hash.test(root) &&
    Object.keys(more).length === 0
  return sound ? (payload as SealContent) : undefined
}

/** Whether a value has the form of a proof. */
export function isSealProof(value: unknown): value is SealProof {
  if (typeof value !== 'object' || value === null) return false
  const { format, index, hashes } = value as Readonly<Record<string, unknown>>
  return (
    format === 'seal-proof/1' &&
    Number.isSafeInteger(index) &&
    Array.isArray(hashes) &&
    hashes.length <= deepest &&
    hashes.every((one) => typeof one === 'string' && hash.test(one))
  )
}
