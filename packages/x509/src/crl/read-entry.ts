/** One entry of a revocation list, read to its last octet. */
import { readExtensionList, type Extension, valueOf } from '../certificate/extensions.js'
import { type GeneralName, readGeneralNames } from '../certificate/general-name.js'
import { extensionOids } from '../certificate/oids.js'
import { readSerial } from '../certificate/read-certificate.js'
import { type DerElement, inside, onlyElement, refuse } from '../der/cursor.js'
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
  /** When the key is known or suspected to have been lost (RFC 5280 section 5.3.2). */
  readonly invalidSince?: Date
  /**
   * Who issued this certificate and those of the entries that follow, when an indirect list says so (RFC
   * 5280 section 5.3.3). Absent: as the entry before, and at first the issuer of the list.
   */
  readonly certificateIssuer?: readonly GeneralName[]
}

/** Entry extensions that are processed wherever they are. */
const understood: ReadonlySet<string> = new Set([
  extensionOids.reasonCode,
  extensionOids.invalidityDate,
])

function readReason(value: Uint8Array): RevocationReason {
  const number = readSmallInteger(onlyElement(value, tags.enumerated, value.length))
  return revocationReasons[number] ?? refuse('x509.certificate.extension')
}

function readInvalidityDate(value: Uint8Array): Date {
  return readTime(onlyElement(value, tags.generalizedTime, value.length))
}

/** Reads the certificate issuer of an entry. */
export function readCertificateIssuer(value: Uint8Array): readonly GeneralName[] {
  return readGeneralNames(onlyElement(value, tags.sequence, value.length))
}

/** Whether an entry extension keeps its list from being used at all (RFC 5280 section 5.3). */
function hinders({ oid, critical }: Extension, indirect: boolean): boolean {
  // A list that is not indirect contradicts itself when it names another issuer.
  if (oid === extensionOids.certificateIssuer) return !indirect
  return critical && !understood.has(oid)
}

function readEntryExtensions(
  all: readonly Extension[],
): Omit<RevokedEntry, 'serialNumber' | 'revocationDate'> {
  const reason = valueOf(all, extensionOids.reasonCode, readReason) ?? 'unspecified'
  const invalidSince = valueOf(all, extensionOids.invalidityDate, readInvalidityDate)
  const issuer = valueOf(all, extensionOids.certificateIssuer, readCertificateIssuer)
  return {
    reason,
    ...(invalidSince === undefined ? {} : { invalidSince }),
    ...(issuer === undefined ? {} : { certificateIssuer: issuer }),
  }
}

/** One entry of a list; `unusable` when it keeps the whole list from being used. */
export function readEntry(element: DerElement, list: RevocationList): RevokedEntry | 'unusable' {
  const entry = inside(element)
  const serialNumber = readSerial(readInteger(entry.read(tags.integer)))
  const revocationDate = readTime(entry.any())
  if (!entry.done && list.version === 1) refuse('x509.crl.version')
  const extensions = entry.optional(tags.sequence)
  entry.finish()
  const all = extensions === undefined ? [] : readExtensionList(inside(extensions))
  const indirect = list.scope?.indirect === true
  if (all.some((one) => hinders(one, indirect))) return 'unusable'
  return { serialNumber, revocationDate, ...readEntryExtensions(all) }
}
