import { formatInstant, type Path, parseInstant } from '@tiemchung/core'
import type { DoseRecord } from '../../record/dose-record.js'
import { type OwnExtensionName, ownExtensions } from '../own-extensions.js'
import type { FhirProfile } from '../profiles/profile.js'
import type { CodeableConcept, Coding, Extension, Reference, Resource } from '../r4.js'

/** Why something of a record is not in the bundle as it stands in the record. */
export type LostReason =
  /** Only an extension of ours holds it, and those were not wanted. */
  | 'needs-extension'
  /** FHIR knows offsets up to 14 hours; the instant is written in UTC. */
  | 'offset'
  /** FHIR has no period that ends before it begins. */
  | 'period'
  /** FHIR has no list and no element without content. */
  | 'empty'

/** One thing of a record that the bundle does not hold. */
export interface LostField {
  /** Where it is in the record. */
  readonly path: Path
  readonly reason: LostReason
}

/** What the writers of one bundle share. */
export interface Output {
  readonly record: DoseRecord
  readonly profile: FhirProfile
  readonly ownExtensions: boolean
  /** The name of a staff account. */
  readonly nameOf: (account: string) => string
  readonly facilityName: string
  readonly lost: LostField[]
}

/** The resources of a bundle, beside the dose itself, that other resources point at. */
const roles = [
  'bundle',
  'composition',
  'patient',
  'guardian',
  'organization',
  'location',
  'vaccinator',
  'enterer',
  'encounter',
  'provenance',
] as const

/** What a resource is in the bundle; a number is the place of an earlier dose. */
export type Role = (typeof roles)[number] | 'dose' | number

/**
 * The id of a resource: the record's for the dose; for the others the record's with its first byte changed, so that the
 * same record has the same ids wherever and whenever it is written.
 */
export function idOf(record: DoseRecord, role: Role): string {
  if (role === 'dose') return record.id
  const place = typeof role === 'number' ? roles.length + role : roles.indexOf(role)
  const first = Number.parseInt(record.id.slice(0, 2), 16) ^ (place + 1)
  return first.toString(16).padStart(2, '0') + record.id.slice(2)
}

/** A pointer at a resource of the same bundle. */
export function referTo(
  { record }: Output,
  role: Role,
  type: Resource['resourceType'],
): Reference & { readonly reference: string } {
  return { reference: `urn:uuid:${idOf(record, role)}`, type }
}

/** The claim to fit a profile, where the profile has a say. */
export function metaOf(
  { profile }: Output,
  type: keyof FhirProfile['canonicals'],
): { meta?: { profile: string[] } } {
  const canonical = profile.canonicals[type]
  return canonical === undefined ? {} : { meta: { profile: [canonical] } }
}

/** An extension of ours in a list of its own; none, and the loss noted, when those are not wanted. */
export function own(
  output: Output,
  name: OwnExtensionName,
  path: Path,
  value: Omit<Extension, 'url'>,
): Extension[] {
  if (output.ownExtensions) return [{ url: ownExtensions[name].url, ...value }]
  output.lost.push({ path, reason: 'needs-extension' })
  return []
}

/** The member `extension`, when there is any. */
export function withExtensions(list: readonly Extension[]): { extension?: Extension[] } {
  return list.length === 0 ? {} : { extension: [...list] }
}

const farOffset = /[+-](1[4-9]|2[0-3]):\d\d$/

/** An instant as FHIR has it: as it is written, unless its offset is beyond what FHIR knows. */
export function writeInstant(output: Output, path: Path, text: string): string {
  if (!farOffset.test(text) || text.endsWith('14:00')) return text
  output.lost.push({ path, reason: 'offset' })
  return formatInstant(parseInstant(text))
}

/** A concept of one code. */
export function concept(...coding: Coding[]): CodeableConcept {
  return { coding }
}

/** The object without the members that are undefined. */
export function compact<Whole extends object>(
  parts: { [Name in keyof Whole]: Whole[Name] | undefined },
): Whole {
  const known = Object.entries(parts).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as Whole
}
