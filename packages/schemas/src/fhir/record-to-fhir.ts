import { InputError } from '@tiemchung/core'
import { fhirErrors } from '../errors/fhir.js'
import type { DoseRecord } from '../record/dose-record.js'
import { fhirProfiles } from './profiles/find-profile.js'
import type { FhirProfile } from './profiles/profile.js'
import type { Bundle, Resource } from './r4.js'
import type { RecordSignature } from './signature.js'
import { writeBundle } from './write/bundle.js'
import { writeEncounter } from './write/encounter.js'
import { writeLocation, writeOrganization, writePractitioners } from './write/facility.js'
import { writeImmunization, writePriorDose } from './write/immunization.js'
import type { LostField, Output } from './write/output.js'
import { writeGuardian, writePatient } from './write/patient.js'
import { writeProvenance } from './write/provenance.js'

/** How a record is written. */
export interface RecordToFhirOptions {
  /** Default `base-r4`. */
  readonly profile?: FhirProfile['id']
  /** `transaction` is sent to a server, `document` is kept whole, `collection` is neither. Default `transaction`. */
  readonly bundle?: Bundle['type']
  /** The facility's name; its code stands for it otherwise. The code must be the record's. */
  readonly facility?: { readonly code: string; readonly name: string }
  /** The name of a staff account; the account stands for it otherwise. */
  readonly nameOf?: (account: string) => string | undefined
  readonly signature?: RecordSignature
  /** Whether extensions of ours are written where FHIR has no element. Default true. */
  readonly ownExtensions?: boolean
}

/** A record in FHIR. */
export interface RecordInFhir {
  readonly bundle: Bundle
  /** What of the record the bundle does not hold as it is. */
  readonly lost: readonly LostField[]
}

function resourcesOf(output: Output, signature: RecordSignature | undefined): Resource[] {
  const guardian = writeGuardian(output)
  return [
    writePatient(output),
    ...(guardian === undefined ? [] : [guardian]),
    writeOrganization(output),
    writeLocation(output),
    ...writePractitioners(output),
    writeEncounter(output),
    writeImmunization(output),
    ...output.record.priorDoses.map((dose, place) => writePriorDose(output, dose, place)),
    writeProvenance(output, signature),
  ]
}

/**
 * A dose record as a FHIR R4 bundle, and what the bundle does not hold. The same record gives the same bundle.
 *
 * Nothing is checked beyond what the record's schema checks, and a signature is passed on without being verified. The
 * bundle is a person's data throughout.
 *
 * @throws InputError `fhir.facility.other`, `fhir.signature.other-record`
 * @example
 * ```ts
 * import type { DoseRecord } from '@tiemchung/schemas'
 * import { recordFromFhir, recordToFhir } from '@tiemchung/schemas/fhir'
 * declare const record: DoseRecord
 * const { bundle, lost } = recordToFhir(record, { profile: 'vn-core' })
 * lost // => []: nothing
 * recordFromFhir(bundle).record // => the same record
 * ```
 */
export function recordToFhir(record: DoseRecord, options: RecordToFhirOptions = {}): RecordInFhir {
  const { facility, nameOf, signature } = options
  if (facility !== undefined && facility.code !== record.dose.facility) {
    throw new InputError(fhirErrors, 'fhir.facility.other', { path: ['facility', 'code'] })
  }
  const output: Output = {
    record,
    profile: fhirProfiles[options.profile ?? 'base-r4'],
    ownExtensions: options.ownExtensions ?? true,
    nameOf: (account) => nameOf?.(account) ?? account,
    facilityName: facility?.name ?? record.dose.facility,
    lost: [],
  }
  const resources = resourcesOf(output, signature)
  const bundle = writeBundle(output, options.bundle ?? 'transaction', resources)
  return { bundle, lost: output.lost }
}
