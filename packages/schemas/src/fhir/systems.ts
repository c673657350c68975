/** The URIs by which numbers and codes are told apart. */

const vnCore = 'http://fhir.ehealth.gov.vn/core'
const hl7 = 'http://terminology.hl7.org/CodeSystem'
const own = 'https://tiemchung.dev/fhir'

/**
 * Identifier systems. The English names of two of VN-Core's invite the wrong choice: `citizen_id` is the old card
 * (CMT, 9 or 12 digits), `national_id` the personal number of 12 digits that the CCCD card shows.
 */
export const identifierSystems = {
  personalNumber: `${vnCore}/sid/national_id`,
  oldCard: `${vnCore}/sid/citizen_id`,
  passport: `${vnCore}/sid/passport_number`,
  healthInsurance: `${vnCore}/sid/insurance_number`,
  facility: `${vnCore}/sid/provider-code`,
  staff: `${vnCore}/sid/healthworker-employee-number`,
  /** VN-Core has none for the numbers of the forces. */
  military: `${own}/sid/military-number`,
  /** Of UUIDs, written `urn:uuid:…`. */
  uri: 'urn:ietf:rfc:3986',
} as const

/** Code systems. */
export const codeSystems = {
  product: `${own}/CodeSystem/product`,
  amendmentReason: `${own}/CodeSystem/amendment-reason`,
  errorCode: 'https://tiemchung.dev/errors',
  administrativeUnit: `${vnCore}/CodeSystem/vn-core-administrative-address`,
  ethnicGroup: `${vnCore}/CodeSystem/vn-core-race`,
  cvx: 'http://hl7.org/fhir/sid/cvx',
  atc: 'http://www.whocc.no/atc',
  snomed: 'http://snomed.info/sct',
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
  country: 'urn:iso:std:iso:3166',
  signaturePurpose: 'urn:iso-astm:E1762-95:2013',
  site: `${hl7}/v3-ActSite`,
  route: `${hl7}/v3-RouteOfAdministration`,
  role: `${hl7}/v3-RoleCode`,
  actCode: `${hl7}/v3-ActCode`,
  dataOperation: `${hl7}/v3-DataOperation`,
  identifierType: `${hl7}/v2-0203`,
  performer: `${hl7}/v2-0443`,
  agent: `${hl7}/provenance-participant-type`,
  organizationType: `${hl7}/organization-type`,
  physicalType: `${hl7}/location-physical-type`,
  diagnosisRole: `${hl7}/diagnosis-role`,
  reportOrigin: `${hl7}/immunization-origin`,
  emptyReason: `${hl7}/list-empty-reason`,
} as const

/** Extensions of others. */
export const extensionUrls = {
  administrativeAddress: `${vnCore}/StructureDefinition/extension-administrative-address`,
  vnNationality: `${vnCore}/StructureDefinition/extension-nationality`,
  vnEthnicGroup: `${vnCore}/StructureDefinition/extension-race`,
  nationality: 'http://hl7.org/fhir/StructureDefinition/patient-nationality',
  dataAbsentReason: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
  translation: 'http://hl7.org/fhir/StructureDefinition/translation',
} as const

/** The canonical of a VN-Core profile. */
export const vnCoreProfile = (name: string): string => `${vnCore}/StructureDefinition/${name}`

/** The canonical of a profile of the International Patient Summary. */
export const ipsProfile = (name: string): string =>
  `http://hl7.org/fhir/uv/ips/StructureDefinition/${name}`

/** The canonical of an extension of ours. */
export const ownExtensionUrl = (name: string): string => `${own}/StructureDefinition/${name}`
