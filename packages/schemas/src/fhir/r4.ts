/**
 * The elements of FHIR R4 (4.0.1) that a record is written in: no more than is used, in the form of FHIR's JSON, so
 * that a value fits the types of any FHIR library.
 */

/** Additional content, by the canonical that defines it. */
export interface Extension {
  url: string
  extension?: Extension[]
  valueCode?: string
  valueString?: string
  valueBoolean?: boolean
  valueDecimal?: number
  valuePositiveInt?: number
  valueDate?: string
  valueDateTime?: string
  valueUuid?: string
  valueCoding?: Coding
  valueCodeableConcept?: CodeableConcept
}

/** What stands beside a primitive value, under its name with `_` before it. */
export interface Element {
  extension?: Extension[]
}

/** A code of a code system. */
export interface Coding {
  system?: string
  version?: string
  code?: string
  display?: string
}

/** One concept, in the codes of several systems. */
export interface CodeableConcept {
  coding?: Coding[]
  text?: string
}

/** A number by which somebody or something is known. */
export interface Identifier {
  extension?: Extension[]
  use?: 'usual' | 'official' | 'temp' | 'secondary' | 'old'
  type?: CodeableConcept
  system?: string
  value?: string
}

/** A pointer at a resource: by address, by identifier, or in words. */
export interface Reference {
  extension?: Extension[]
  reference?: string
  type?: string
  identifier?: Identifier
  display?: string
}

/** A name of a person. */
export interface HumanName {
  use?: 'usual' | 'official' | 'temp' | 'nickname' | 'anonymous' | 'old' | 'maiden'
  text?: string
  family?: string
  given?: string[]
}

/** A telephone number or another way to reach somebody. */
export interface ContactPoint {
  system?: 'phone' | 'fax' | 'email' | 'pager' | 'url' | 'sms' | 'other'
  value?: string
  use?: 'home' | 'work' | 'temp' | 'old' | 'mobile'
}

/** A postal address. */
export interface Address {
  extension?: Extension[]
  use?: 'home' | 'work' | 'temp' | 'old' | 'billing'
  text?: string
  line?: string[]
  state?: string
  district?: string
  city?: string
  country?: string
}

/** An amount with its unit. */
export interface Quantity {
  value?: number
  _value?: Element
  unit?: string
  system?: string
  code?: string
}

/** From a point in time to another. */
export interface Period {
  start?: string
  end?: string
}

/** The text of a resource for people. */
export interface Narrative {
  status: 'generated' | 'extensions' | 'additional' | 'empty'
  div: string
}

/** A signature over what a Provenance is about. */
export interface Signature {
  type: Coding[]
  when: string
  who: Reference
  targetFormat?: string
  sigFormat?: string
  data?: string
}

interface Base<Type extends string> {
  resourceType: Type
  id?: string
  meta?: { profile?: string[] }
  extension?: Extension[]
}

/** The person who was vaccinated. */
export interface Patient extends Base<'Patient'> {
  identifier?: Identifier[]
  active?: boolean
  name?: HumanName[]
  telecom?: ContactPoint[]
  gender?: 'male' | 'female' | 'other' | 'unknown'
  birthDate?: string
  address?: Address[]
}

/** A parent or guardian. */
export interface RelatedPerson extends Base<'RelatedPerson'> {
  active?: boolean
  patient: Reference
  relationship?: CodeableConcept[]
  name?: HumanName[]
  telecom?: ContactPoint[]
}

/** A facility as a body. */
export interface Organization extends Base<'Organization'> {
  identifier?: Identifier[]
  active?: boolean
  type?: CodeableConcept[]
  name?: string
}

/** A facility as a place. */
export interface Location extends Base<'Location'> {
  identifier?: Identifier[]
  status?: 'active' | 'suspended' | 'inactive'
  name?: string
  physicalType?: CodeableConcept
  managingOrganization?: Reference
}

/** Somebody of the staff, known by an account. */
export interface Practitioner extends Base<'Practitioner'> {
  identifier?: Identifier[]
  active?: boolean
  name?: HumanName[]
}

/** The visit at which the dose was given. */
export interface Encounter extends Base<'Encounter'> {
  status: 'planned' | 'arrived' | 'in-progress' | 'finished' | 'cancelled' | 'unknown'
  class: Coding
  subject?: Reference
  period?: Period
  diagnosis?: { condition: Reference; use?: CodeableConcept }[]
  location?: { location: Reference }[]
  serviceProvider?: Reference
}

/** A dose. */
export interface Immunization extends Base<'Immunization'> {
  identifier?: Identifier[]
  status: 'completed' | 'entered-in-error' | 'not-done'
  vaccineCode: CodeableConcept
  patient: Reference
  encounter?: Reference
  occurrenceDateTime?: string
  recorded?: string
  primarySource?: boolean
  reportOrigin?: CodeableConcept
  location?: Reference
  lotNumber?: string
  expirationDate?: string
  site?: CodeableConcept
  route?: CodeableConcept
  doseQuantity?: Quantity
  performer?: { function?: CodeableConcept; actor: Reference }[]
  reaction?: { extension?: Extension[]; date?: string }[]
  protocolApplied?: { targetDisease?: CodeableConcept[]; doseNumberPositiveInt?: number }[]
}

/** Who entered the dose, what it replaces, and the signature. */
export interface Provenance extends Base<'Provenance'> {
  target: Reference[]
  recorded: string
  reason?: CodeableConcept[]
  activity?: CodeableConcept
  agent: { type?: CodeableConcept; who: Reference; onBehalfOf?: Reference }[]
  entity?: {
    extension?: Extension[]
    role: 'derivation' | 'revision' | 'quotation' | 'source' | 'removal'
    what: Reference
  }[]
  signature?: Signature[]
}

/** A chapter of a document. */
export interface CompositionSection {
  title?: string
  code?: CodeableConcept
  text?: Narrative
  entry?: Reference[]
  emptyReason?: CodeableConcept
}

/** The first page of a document. */
export interface Composition extends Base<'Composition'> {
  status: 'preliminary' | 'final' | 'amended' | 'entered-in-error'
  type: CodeableConcept
  subject?: Reference
  date: string
  author: Reference[]
  title: string
  section?: CompositionSection[]
}

/** A resource that a record is written in. */
export type Resource =
  | Patient
  | RelatedPerson
  | Organization
  | Location
  | Practitioner
  | Encounter
  | Immunization
  | Provenance
  | Composition

/** A resource in a bundle, and what a server is to do with it. */
export interface BundleEntry {
  fullUrl?: string
  resource?: Resource
  request?: { method: 'POST' | 'PUT'; url: string; ifNoneExist?: string }
}

/** Resources that go together. */
export interface Bundle {
  resourceType: 'Bundle'
  meta?: { profile?: string[] }
  identifier?: Identifier
  type: 'transaction' | 'collection' | 'document'
  timestamp?: string
  entry?: BundleEntry[]
}

/** FHIR's kinds of issues, of those that ours are. */
export type IssueKind =
  | 'invalid'
  | 'structure'
  | 'required'
  | 'value'
  | 'code-invalid'
  | 'too-long'
  | 'multiple-matches'
  | 'not-found'
  | 'extension'
  | 'business-rule'
  | 'informational'

/** One finding of an OperationOutcome. */
export interface OperationOutcomeIssue {
  extension?: Extension[]
  severity: 'fatal' | 'error' | 'warning' | 'information'
  code: IssueKind
  details?: CodeableConcept & { _text?: Element }
  expression?: string[]
}

/** What a server has to say about a request. */
export interface OperationOutcome {
  resourceType: 'OperationOutcome'
  issue: OperationOutcomeIssue[]
}
