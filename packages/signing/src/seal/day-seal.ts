import { isCivilDate, isUuid, toHex, utf8, type CivilDate, type Uuid } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { TimestampedJws } from '@tiemchung/schemas/wire'
import { compactText } from '../jws/serialization.js'

/**
 * A facility's signature over the Merkle root of its records of a day: one use of the key for all of
 * them. It is not an electronic seal in the sense of eIDAS.
 */
export interface DaySeal {
  readonly format: 'day-seal/1'
  readonly facility: string
  readonly date: CivilDate
  /**
   * A JWS, `typ` `day-seal+jws`, whose payload is the canonical JSON of {@link SealContent}: compact, or flattened
   * where it has a timestamp.
   */
  readonly jws: string | TimestampedJws
}

/** A day seal as sealing makes it: its JWS is compact, and has no timestamp yet. */
export interface CompactDaySeal extends DaySeal {
  readonly jws: string
}

/** Minutes by their id and the SHA-256 of their canonical JSON, lower-case hex. */
export interface NamedMinutes {
  readonly id: Uuid
  readonly hash: string
}

/** What a day seal signs. */
export interface SealContent {
  readonly format: 'day-seal/1'
  readonly facility: string
  readonly date: CivilDate
  /** 1 for the first seal of the day; each further seal counts on. */
  readonly sequence: number
  /** The hash of the seal before (`sealHash`), from the second on. */
  readonly previous?: string
  /** Minutes that stood in for a signature until this seal. */
  readonly replaces?: readonly NamedMinutes[]
  /** Number of records. */
  readonly size: number
  /** Root of the tree whose leaves are the SHA-256 of the records' canonical JSON, lower-case hex. */
  readonly root: string
}

/** That one record is under a seal: verifies with the seal alone, offline. */
export interface SealProof {
  readonly format: 'seal-proof/1'
  /** The hash of the seal (`sealHash`): a day may have several. */
  readonly seal: string
  readonly recordId: Uuid
  /** Place of the record under the seal, from 0. */
  readonly index: number
  /** Hashes from the leaf's sibling up to the root's child, lower-case hex. */
  readonly hashes: readonly string[]
}

const hash = /^[0-9a-f]{64}$/
/** A tree deeper than this has more leaves than a number can count. */
const deepest = 53

type Loose = Readonly<Record<string, unknown>>

/** Whether a value is a SHA-256 as this package writes it. */
export function isHash(value: unknown): value is string {
  return typeof value === 'string' && hash.test(value)
}

/**
 * What a seal is named by, in the next one and in proofs: SHA-256 of its JWS in compact form, lower-case hex. A
 * timestamp that is added later does not change it.
 */
export async function sealHash(seal: DaySeal, crypto: CryptoProvider): Promise<string> {
  return toHex(await crypto.digest('SHA-256', utf8(compactText(seal.jws))))
}

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0

function areMinutes(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one: unknown) => {
      if (typeof one !== 'object' || one === null) return false
      const { id, hash: named, ...more } = one as Loose
      return isUuid(id) && isHash(named) && Object.keys(more).length === 0
    })
  )
}

/** The first seal has none before it, and every other has. */
function isLinked(sequence: unknown, previous: unknown): boolean {
  if (!isCount(sequence)) return false
  return sequence === 1 ? previous === undefined : isHash(previous)
}

/** The content of a seal, when a payload is one and has nothing more. */
export function sealContentOf(payload: unknown): SealContent | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined
  const { format, facility, date, sequence, previous, replaces, size, root, ...more } =
    payload as Loose
  const sound =
    format === 'day-seal/1' &&
    typeof facility === 'string' &&
    isCivilDate(date) &&
    isLinked(sequence, previous) &&
    (replaces === undefined || areMinutes(replaces)) &&
    isCount(size) &&
    isHash(root) &&
    Object.keys(more).length === 0
  return sound ? (payload as SealContent) : undefined
}

/** Whether a value has the form of a proof. */
export function isSealProof(value: unknown): value is SealProof {
  if (typeof value !== 'object' || value === null) return false
  const { format, seal, index, hashes } = value as Loose
  return (
    format === 'seal-proof/1' &&
    isHash(seal) &&
    Number.isSafeInteger(index) &&
    Array.isArray(hashes) &&
    hashes.length <= deepest &&
    hashes.every(isHash)
  )
}
