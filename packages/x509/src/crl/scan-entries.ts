/** A linear scan of a revocation list's entries: one pass, no tree, whatever the size of the list. */
import { readExtensionList } from '../certificate/extensions.js'
import { extensionOids } from '../certificate/oids.js'
import { readSerial } from '../certificate/read-certificate.js'
import { type DerCursor, inside, onlyElement, refuse } from '../der/cursor.js'
import { readInteger, readSmallInteger, readTime, tags } from '../der/values.js'
import type { RevocationList } from './read-crl.js'

/** Reasons of revocation by their numbers (RFC 5280 section 5.3.1). */
export const revocationReasons = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  undefined,
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const

/** Why a certificate was revoked. */
export type RevocationReason = NonNullable<(typeof revocationReasons)[number]>

/** One entry of a revocation list. */
export interface RevokedEntry {
  /** Lower-case hex. */
  readonly serialNumber: string
  readonly revocationDate: Date
  /** `unspecified` when the list gives none. */
  readonly reason: RevocationReason
}

/** Entry extensions that change nothing about whether a certificate is revoked, when critical too. */
const understood: ReadonlySet<string> = new Set([
  extensionOids.reasonCode,
  extensionOids.invalidityDate,
])

function readReason(value: Uint8Array): RevocationReason {
  const number = readSmallInteger(onlyElement(value, tags.enumerated, value.length))
  return revocationReasons[number] ?? refuse('x509.certificate.extension')
}

function readEntryExtensions(entry: DerCursor): RevocationReason | undefined {
  const list = entry.optional(tags.sequence)
  entry.finish()
  if (list === undefined) return 'unspecified'
  const extensions = readExtensionList(inside(list))
  if (extensions.some((one) => one.critical && !understood.has(one.oid))) return undefined
  const reason = extensions.find((one) => one.oid === extensionOids.reasonCode)
  return reason === undefined ? 'unspecified' : readReason(reason.value)
}

/**
 * The entries of a list, one by one, without keeping them; `unusable` in place of the first entry with
 * a critical extension that is not processed, and nothing after it.
 *
 * @throws ParseError `x509.der.*`, `x509.crl.*`, `x509.certificate.*`
 */
export function* revokedEntries(list: RevocationList): Generator<RevokedEntry | 'unusable'> {
  if (list.entries === undefined) return
  const entries = inside(list.entries)
  while (!entries.done) {
    const entry = entries.enter(tags.sequence)
    const serialNumber = readSerial(readInteger(entry.read(tags.integer)))
    const revocationDate = readTime(entry.any())
    if (!entry.done && list.version === 1) refuse('x509.crl.version')
    const reason = readEntryExtensions(entry)
    if (reason === undefined) {
      yield 'unusable'
      return
    }
    yield { serialNumber, revocationDate, reason }
  }
}

/**
 * What a list says of one serial number: its entry, `absent`, or `unusable` when any entry carries a
 * critical extension that is not processed (RFC 5280 section 5.3: such a list must not be used).
 *
 * Nothing is said of who signed the list or whether it is fresh.
 *
 * @throws ParseError `x509.der.*`, `x509.crl.*`, `x509.certificate.*`
 */
export function findRevoked(
  list: RevocationList,
  serialNumber: string,
): RevokedEntry | 'absent' | 'unusable' {
  let found: RevokedEntry | undefined
  for (const entry of revokedEntries(list)) {
    if (entry === 'unusable') return 'unusable'
    if (entry.serialNumber === serialNumber) found ??= entry
  }
  return found ?? 'absent'
}
