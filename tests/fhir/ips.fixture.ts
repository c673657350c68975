/**
 * What the International Patient Summary 1.1.0 asks beyond R4 of the resources that are written, in the form of a
 * differential: which elements must be there. Its bindings are preferred ones, and its obligations bind systems.
 */
import type { ElementDefinition, StructureDefinition } from './validator.fixture.js'

const rule = (path: string, more: Partial<ElementDefinition>): ElementDefinition => ({
  id: path,
  path,
  ...more,
})

const profile = (type: string, element: ElementDefinition[]): StructureDefinition => ({
  resourceType: 'StructureDefinition',
  url: `http://hl7.org/fhir/uv/ips/StructureDefinition/${type}-uv-ips`,
  name: `${type}UvIps`,
  type,
  kind: 'resource',
  baseDefinition: `http://hl7.org/fhir/StructureDefinition/${type}`,
  differential: { element },
})

const named = {
  key: 'ips-pat-1',
  severity: 'error',
  human: 'Either family or given name or text SHALL be present',
  expression: 'family.exists() or given.exists() or text.exists()',
}

export const ipsProfiles: readonly StructureDefinition[] = [
  profile('Patient', [
    rule('Patient.name', { min: 1, constraint: [named] }),
    rule('Patient.birthDate', { min: 1 }),
  ]),
  profile('Immunization', [
    rule('Immunization.vaccineCode', { min: 1 }),
    rule('Immunization.patient', { min: 1 }),
    rule('Immunization.patient.reference', { min: 1 }),
    rule('Immunization.occurrence[x]', { min: 1 }),
  ]),
  profile('Organization', [rule('Organization.name', { min: 1 })]),
  profile('Practitioner', [rule('Practitioner.name', { min: 1 })]),
  profile('Composition', [
    rule('Composition.subject', { min: 1 }),
    rule('Composition.subject.reference', { min: 1 }),
    rule('Composition.section', { min: 1 }),
    rule('Composition.section.text', { min: 1 }),
    rule('Composition.section.title', { min: 1 }),
    rule('Composition.section.code', { min: 1 }),
  ]),
]

/** Sections that a summary must have, by LOINC. */
export const ipsSections = ['10160-0', '48765-2', '11450-4']
