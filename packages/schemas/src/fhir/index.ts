export { issuesFromOutcome } from './outcome/issues-from-outcome.js'
export { outcomeFromIssues } from './outcome/outcome-from-issues.js'
export {
  type ExtensionDefinition,
  type OwnExtensionName,
  ownExtensions,
} from './own-extensions.js'
export { fhirProfiles } from './profiles/find-profile.js'
export type { FhirProfile, ProfileSlip } from './profiles/profile.js'
export type {
  Address,
  Bundle,
  BundleEntry,
  CodeableConcept,
  Coding,
  Composition,
  CompositionSection,
  ContactPoint,
  Element,
  Encounter,
  Extension,
  HumanName,
  Identifier,
  Immunization,
  IssueKind,
  Location,
  Narrative,
  OperationOutcome,
  OperationOutcomeIssue,
  Organization,
  Patient,
  Period,
  Practitioner,
  Provenance,
  Quantity,
  Reference,
  RelatedPerson,
  Resource,
  Signature,
} from './r4.js'
export {
  type Partially,
  type RecordFromFhirOptions,
  type RecordReading,
  recordFromFhir,
} from './record-from-fhir.js'
export { type RecordInFhir, type RecordToFhirOptions, recordToFhir } from './record-to-fhir.js'
export type { RecordSignature } from './signature.js'
export { codeSystems, identifierSystems } from './systems.js'
export type { LostField, LostReason } from './write/output.js'
