import type { FhirProfile } from './profile.js'

/** Plain FHIR R4, without a profile. */
export const baseR4: FhirProfile = {
  id: 'base-r4',
  fhirVersion: '4.0.1',
  status: 'normative',
  sources: ['https://hl7.org/fhir/R4/'],
  canonicals: {},
  nationalExtensions: false,
  chiefComplaint: false,
  slips: [],
}
