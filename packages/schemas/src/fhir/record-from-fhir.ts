import { errorsOf, formatPath, type Issue, type Path } from '@tiemchung/core'
import * as z from 'zod'
import { issuesFromZod } from '../issues-from-zod.js'
import { type DoseRecord, doseRecordSchema } from '../record/dose-record.js'
import {
  type BundleIndex,
  indexBundle,
  leadsTo,
  resolve,
  resources,
  tellOtherTypes,
} from './read/bundle.js'
import { readGuardian } from './read/guardian.js'
import { chooseDose, type Doses, readRecordId } from './read/choose-dose.js'
import { readDose, readObservedUntil, readPriorDose } from './read/immunization.js'
import { member, type Node, type Reading, takeText, tell } from './read/node.js'
import { readPatient } from './read/patient.js'
import {
  chooseProvenance,
  type DetachedSignature,
  readAmends,
  readEnterer,
  readSignature,
} from './read/provenance.js'
import { readVisit } from './read/visit.js'
import { attach, type RecordSignature } from './signature.js'

/** How a bundle is read. */
export interface RecordFromFhirOptions {
  /** Which dose is meant, by its record's id, where the bundle has several. */
  readonly recordId?: string
}

/** As much of a document as is known. */
export type Partially<Whole> = Whole extends object
  ? { readonly [Name in keyof Whole]?: Partially<Whole[Name]> }
  : Whole

/** What a bundle says. */
export interface RecordReading {
  /** The record, when all of it could be read. */
  readonly record: DoseRecord | undefined
  /** As much as could be read, unchecked, for somebody to complete. */
  readonly draft: Partially<DoseRecord>
  /** Errors stand in the way of a record; warnings name what was left out. */
  readonly issues: readonly Issue[]
  /** The signature with the record put back into it. It is not verified. */
  readonly signature?: RecordSignature
}

/** The value without members that are undefined. */
function known(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(known)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(members.map(([name, inner]) => [name, known(inner)]))
}

function draftOf(
  reading: Reading,
  index: BundleIndex,
  { dose, earlier }: Doses,
  patient: Node | undefined,
  provenance: Node | undefined,
): Partially<DoseRecord> {
  const ofPatient = earlier.filter((one) => {
    const held = patient !== undefined && leadsTo(index, member(one, 'patient'), patient)
    if (!held) tell(reading, 'fhir.not-held', one.path, { severity: 'warning' })
    return held
  })
  return known({
    format: 'dose-record/1',
    id: readRecordId(reading, dose),
    person: patient && {
      ...readPatient(reading, patient),
      guardian: readGuardian(reading, index, patient),
    },
    dose: {
      ...readDose(reading, index, dose),
      observedUntil: readObservedUntil(reading, index, dose),
    },
    priorDoses: ofPatient.map((one, place) => readPriorDose(reading, index, one, place)),
    ...readVisit(reading, dose),
    enteredAt: takeText(reading, member(dose, 'recorded'), 'enteredAt'),
    enteredBy: provenance && readEnterer(reading, index, provenance),
    amends: provenance && readAmends(reading, provenance),
  }) as Partially<DoseRecord>
}

/** Where in the bundle a field of the record was found; else where the closest thing around it was. */
function sourceOf(reading: Reading, path: Path): Path {
  for (let length = path.length; length > 0; length -= 1) {
    const source = reading.sources.get(formatPath(path.slice(0, length)))
    if (source !== undefined) return source
  }
  return ['Bundle']
}

/** What the schema finds, at its place in the bundle, with the record's field as a parameter. */
function schemaIssues(reading: Reading, error: z.ZodError): readonly Issue[] {
  return issuesFromZod(error).map((one) => ({
    ...one,
    path: sourceOf(reading, one.path),
    params: { ...one.params, field: formatPath(one.path) },
  }))
}

function signatureOf(
  reading: Reading,
  record: DoseRecord | undefined,
  found: DetachedSignature | undefined,
): RecordSignature | undefined {
  if (record === undefined || found === undefined) return undefined
  const jws = attach(record, found.detached)
  if (jws !== undefined) return { jws, at: found.at }
  tell(reading, 'fhir.signature.malformed', found.node.path)
  return undefined
}

/** Whoever the dose was given to. */
function choosePatient(reading: Reading, index: BundleIndex, dose: Node): Node | undefined {
  const patient = resolve(reading, index, member(dose, 'patient'), 'Patient')
  if (patient === undefined && resources(index, 'Patient').length === 0) {
    tell(reading, 'fhir.resource.missing', ['Bundle'], { params: { resource: 'Patient' } })
  }
  return patient
}

/**
 * The dose record of a FHIR R4 bundle. It never throws for what a bundle holds: whatever is missing, unknown or
 * contradicts itself is an issue with its place in the bundle, and then there is no record. Codes that no table has are
 * never guessed; elements that a record has no place for are warnings.
 *
 * It does not verify the signature, and says nothing about whether the dose was given.
 *
 * @example
 * ```ts
 * import { recordFromFhir } from '@tiemchung/schemas/fhir'
 * const { record, issues } = recordFromFhir({ resourceType: 'Bundle', type: 'collection' })
 * record // => undefined
 * issues.map((one) => one.code) // => ['fhir.resource.missing']
 * ```
 */
export function recordFromFhir(
  bundle: unknown,
  options: RecordFromFhirOptions = {},
): RecordReading {
  const reading: Reading = { issues: [], sources: new Map() }
  const index = indexBundle(reading, bundle)
  if (index === undefined) return { record: undefined, draft: {}, issues: reading.issues }
  const doses = chooseDose(reading, index, options.recordId)
  if (doses === undefined) return { record: undefined, draft: {}, issues: reading.issues }
  tellOtherTypes(reading, index)
  const patient = choosePatient(reading, index, doses.dose)
  const provenance = chooseProvenance(reading, index, doses.dose)
  const signed = provenance && readSignature(reading, provenance)
  const draft = draftOf(reading, index, doses, patient, provenance)
  const parsed = z.safeParse(doseRecordSchema, draft, { reportInput: true })
  // One by one: a hostile bundle has more of them than a call takes arguments.
  if (!parsed.success)
    for (const one of schemaIssues(reading, parsed.error)) reading.issues.push(one)
  const sound = errorsOf(reading.issues).length === 0
  const record = sound ? parsed.data : undefined
  const signature = signatureOf(reading, record, signed)
  const { issues } = reading
  if (errorsOf(issues).length > 0) return { record: undefined, draft, issues }
  return { record, draft, issues, ...(signature === undefined ? {} : { signature }) }
}
