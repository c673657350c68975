/** Distribution points of revocation lists, as certificates and lists name them (RFC 5280 4.2.1.13, 5.2.5). */
import { type DerElement, inside, onlyElement, refuse } from '../der/cursor.js'
import { readNamedBits, tags } from '../der/values.js'
import { type GeneralName, readGeneralNames } from './general-name.js'
import { keyBelow, type Name, readRelativeName } from './name.js'

/** Where a list is found: names in full, or the rest of a name that begins with the issuer's. */
export type DistributionPointName =
  | { readonly type: 'full'; readonly names: readonly GeneralName[] }
  | { readonly type: 'relative'; readonly key: string }

/** One distribution point of a certificate. */
export interface DistributionPoint {
  readonly name: DistributionPointName | undefined
  /** The reasons that its list covers, as bits; `allReasons` when it says nothing. */
  readonly reasons: number
  /** Who issues the list, when it is not the issuer of the certificate. */
  readonly crlIssuer: readonly GeneralName[] | undefined
}

/** ReasonFlags in the order of their bits; the first is unused. */
const reasonFlags = [
  'unused',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'privilegeWithdrawn',
  'aACompromise',
] as const

/** Every reason, as bits. */
export const allReasons = 0b1_1111_1110

/** The reasons of ReasonFlags as bits; all of them when it is absent. */
export function readReasons(element: DerElement | undefined): number {
  if (element === undefined) return allReasons
  const named = readNamedBits(element, reasonFlags)
  return named.reduce((all, flag) => all | (1 << reasonFlags.indexOf(flag)), 0) & allReasons
}

/** Reads a DistributionPointName inside its explicit tag. */
export function readPointName(wrapper: DerElement | undefined): DistributionPointName | undefined {
  if (wrapper === undefined) return undefined
  const cursor = inside(wrapper)
  const full = cursor.optional(0xa0)
  const name: DistributionPointName =
    full === undefined
      ? { type: 'relative', key: readRelativeName(cursor.read(0xa1)) }
      : { type: 'full', names: readGeneralNames(full) }
  cursor.finish()
  return name
}

function readPoint(element: DerElement): DistributionPoint {
  const cursor = inside(element)
  const name = readPointName(cursor.optional(0xa0))
  const reasons = readReasons(cursor.optional(0x81))
  const issuer = cursor.optional(0xa2)
  cursor.finish()
  // RFC 5280 section 4.2.1.13: never the reasons alone.
  if (name === undefined && issuer === undefined) refuse('x509.certificate.extension')
  return {
    name,
    reasons,
    crlIssuer: issuer === undefined ? undefined : readGeneralNames(issuer),
  }
}

/** Reads cRLDistributionPoints, which is never empty. */
export function readDistributionPoints(value: Uint8Array): readonly DistributionPoint[] {
  const cursor = inside(onlyElement(value, tags.sequence, value.length))
  const points: DistributionPoint[] = []
  do points.push(readPoint(cursor.read(tags.sequence)))
  while (!cursor.done)
  return points
}

/** A text that two names share exactly when they match; undefined for forms that are not read. */
export function nameKey(name: GeneralName): string | undefined {
  if (name.type === 'directory') return `directory:${name.value.key}`
  if (name.type === 'other' || name.type === 'ip') return undefined
  return `${name.type}:${name.value}`
}

/** The keys of the names that a point goes by; `issuer` is what a relative name is relative to. */
export function pointKeys(name: DistributionPointName, issuer: Name): readonly string[] {
  if (name.type === 'relative') return [`directory:${keyBelow(issuer, name.key)}`]
  return name.names.flatMap((one) => nameKey(one) ?? [])
}

/** The directory names among general names. */
export function directoryNames(names: readonly GeneralName[]): readonly Name[] {
  return names.flatMap((name) => (name.type === 'directory' ? [name.value] : []))
}
