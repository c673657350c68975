/** The code that is fuzzed, so that a test can put something broken in its place. */
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import {
  ocspStatus,
  pathCheckIds,
  type PathReport,
  readCrl,
  readOcspResponse,
  readTimestampResponse,
  readTimestampToken,
  verifyPath,
  verifyTimestamp,
} from '@tiemchung/x509'
import { must, type Outcome } from '../long-run.js'
import type { Kind } from './family.js'

/** Readers and judges. */
export const x509Code = {
  ocspStatus,
  readCrl,
  readOcspResponse,
  readTimestampResponse,
  readTimestampToken,
  verifyPath,
  verifyTimestamp,
}

/** Believes every signature: what comes behind one is then tried with changed bytes too. */
export const credulous: CryptoProvider = { ...systemCrypto, verify: () => true }

/** A report of a path lists every check, and cost no more than it may. */
export function checkPathReport({ checks, work }: PathReport): void {
  const ids = new Set(checks.map(({ id }) => id))
  must(
    pathCheckIds.every((id) => ids.has(id)),
    'the report does not list every check',
  )
  must(work.signatures <= 100 && work.links <= 10_000, 'more work than allowed')
}

const asBuffer = ({ buffer, byteOffset, length }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, length)

/** Whether a part was read where it stands, octet by octet. */
export const holds = (der: Uint8Array, part: Uint8Array): boolean =>
  asBuffer(der).includes(asBuffer(part))

/** The same octets in the middle of others: a reader must not look beyond its own. */
export function amidst(der: Uint8Array): Uint8Array {
  const wide = new Uint8Array(der.length + 16).fill(0x30)
  wide.set(der, 8)
  return wide.subarray(8, der.length + 8)
}

/** A kind that also counts its cases, under a word for the table. */
export const counted =
  (word: string, kind: Kind): Kind =>
  async (random) => {
    const outcome: Outcome = await kind(random)
    return { ...outcome, counts: { ...outcome.counts, [word]: 1 } }
  }
