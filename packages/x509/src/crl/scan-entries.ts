/** What a revocation list says: of one serial number, or of all. */
import { fromHex } from '@tiemchung/core'
import { directoryNames } from '../certificate/distribution-point.js'
import { type Name, namesMatch } from '../certificate/name.js'
import { inside } from '../der/cursor.js'
import { tags } from '../der/values.js'
import { EntryWalker } from './entry-walker.js'
import type { RevocationList } from './read-crl.js'
import { readCertificateIssuer, readEntry, type RevokedEntry } from './read-entry.js'

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
    const entry = readEntry(entries.read(tags.sequence), list)
    yield entry
    if (entry === 'unusable') return
  }
}

/** The content of the INTEGER that a serial number in hex is. */
function serialContent(serialNumber: string): Uint8Array {
  const magnitude = fromHex(serialNumber)
  return Number(magnitude[0]) < 0x80 ? magnitude : new Uint8Array([0, ...magnitude])
}

/** Whether the entry in hand is of a certificate that this issuer issued. */
function isOf(walker: EntryWalker, list: RevocationList, issuer: Name): boolean {
  if (walker.issuer === undefined) return namesMatch(list.issuer, issuer)
  const names = directoryNames(readCertificateIssuer(walker.issuer))
  return names.some((name) => namesMatch(name, issuer))
}

/**
 * What a list says of the certificate with one serial number of one issuer, by default its own: its entry,
 * `absent`, or `unusable` when any entry carries a critical extension that is not processed (RFC 5280
 * section 5.3: such a list must not be used).
 *
 * One pass over the bytes of the list. Nothing is said of who signed the list or whether it is fresh.
 *
 * @throws ParseError `x509.der.*`, `x509.crl.*`, `x509.certificate.*`
 */
export function findRevoked(
  list: RevocationList,
  serialNumber: string,
  issuer: Name = list.issuer,
): RevokedEntry | 'absent' | 'unusable' {
  if (list.entries === undefined) return 'absent'
  const walker = new EntryWalker(list, list.entries)
  const wanted = serialContent(serialNumber)
  let found: RevokedEntry | 'absent' | 'unusable' = 'absent'
  while (walker.next()) {
    if (!walker.usable) return 'unusable'
    if (found === 'absent' && walker.hasSerial(wanted) && isOf(walker, list, issuer)) {
      found = readEntry(walker.entry, list)
    }
  }
  return found
}
