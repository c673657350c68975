/** Our FHIR, judged by the draft of Viet Nam's core profiles; and the draft, by what we say of it. */
import { type Extension, fhirProfiles, recordToFhir, type Resource } from '@tiemchung/schemas/fhir'
import { products } from '@tiemchung/schemas/products'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { anyRecord } from './record.fixture.js'
import { ipsProfiles } from './ips.fixture.js'
import { sliceProfile, type Snapshot, snapshotOf } from './snapshot.fixture.js'
import { type Judge, openJudge, type StructureDefinition, validator } from './validator.fixture.js'
import { verdict } from './verdict.fixture.js'
import { readVnCore, textOfVnCore, vnCoreFiles, vnCoreProfileOf } from './vn-core.fixture.js'

const names = {
  Patient: 'Patient',
  Immunization: 'Immunization',
  Organization: 'Provider',
  Practitioner: 'Practitioner',
  Location: 'Location',
  Encounter: 'Encounter',
} as const
const types = {
  Address: 'Address',
  'Extension-AdministrativeAddress': 'Extension',
  'Extension-Nationality': 'Extension',
  'Extension-Race': 'Extension',
} as const

const title = vnCoreFiles.skip ? vnCoreFiles.title : `${vnCoreFiles.title}, by ${validator.title}`

/** What the resources of a bundle are judged by. */
class Profiles {
  readonly #judge: Judge
  readonly #ips = new Map<string, StructureDefinition>()
  readonly #byUrl = new Map<string, Snapshot>()
  readonly #slices = new Set<string>()

  constructor(judge: Judge) {
    this.#judge = judge
    for (const one of ipsProfiles) {
      this.#ips.set(one.url, snapshotOf(judge, judge.base(one.type), one).profile)
    }
    for (const name of [...Object.values(names), ...Object.keys(types)]) {
      const found = vnCoreProfileOf(judge, name, this.#ips)
      this.#byUrl.set(found.profile.url, found)
      judge.learn(found.profile)
    }
  }

  get(url: string): Snapshot {
    const found = this.#byUrl.get(url)
    if (found === undefined) throw new Error(`no profile ${url}`)
    return found
  }

  /** Faults of a value by a profile. */
  faults(value: unknown, url: string): readonly string[] {
    return this.#judge.faults(this.get(url).profile.url, value)
  }

  /** Faults of the identifiers by the slices of their systems. */
  identifierFaults(resource: Resource, url: string): readonly string[] {
    if (!('identifier' in resource)) return []
    return (resource.identifier ?? []).flatMap((one) => {
      const slice = this.#sliceOf(url, resource.resourceType, one.system ?? '')
      return slice === undefined ? [] : this.#judge.faults(slice, one)
    })
  }

  #sliceOf(url: string, type: string, system: string): string | undefined {
    const snapshot = this.get(url)
    const rule = snapshot.profile.differential?.element.find(
      (one) => one['fixedUri'] === system && one.path === `${type}.identifier.system`,
    )
    if (rule === undefined) return undefined
    const slice = rule.id.slice(0, rule.id.lastIndexOf('.'))
    const made = sliceProfile(this.#judge, snapshot, slice, 'Identifier')
    if (!this.#slices.has(made.url)) this.#judge.learn(made)
    this.#slices.add(made.url)
    return made.url
  }
}

const vnCoreExtensions = (list: readonly Extension[] = []): readonly Extension[] =>
  list.filter(({ url }) => url.startsWith('http://fhir.ehealth.gov.vn/'))

/** Faults of one resource: by its own profile, of its identifiers, addresses and national extensions. */
function faultsOf(profiles: Profiles, resource: Resource): readonly string[] {
  const [url] = resource.meta?.profile ?? []
  if (url === undefined) return []
  const addresses = resource.resourceType === 'Patient' ? (resource.address ?? []) : []
  const extensions = [resource, ...addresses].flatMap((one) => vnCoreExtensions(one.extension))
  const address = fhirProfiles['vn-core'].canonicals.Patient?.replace('-patient', '-address') ?? ''
  return [
    ...profiles.faults(resource, url),
    ...profiles.identifierFaults(resource, url),
    ...addresses.flatMap((one) => profiles.faults(one, address)),
    ...extensions.flatMap((one) => profiles.faults(one, one.url)),
  ]
}

const resourcesOf = (seed: number, many: number): readonly Resource[] =>
  fc
    .sample(anyRecord, { numRuns: many, seed })
    .flatMap((record) => recordToFhir(record, { profile: 'vn-core' }).bundle.entry ?? [])
    .flatMap(({ resource }) => resource ?? [])

describe.skipIf(vnCoreFiles.skip || validator.skip)(title, () => {
  let profiles: Profiles
  beforeAll(() => {
    profiles = new Profiles(openJudge())
  })

  test('find nothing wrong with 1000 records', () => {
    const resources = resourcesOf(1815, 1000)
    const faults = resources.flatMap((one) => faultsOf(profiles, one))
    const judged = resources.filter(({ meta }) => meta?.profile !== undefined)
    verdict('vn-core', 1000, judged.length, faults)
    expect(judged.length).toBeGreaterThan(6000)
  })

  test('are read whole, but for two slices that nothing tells apart', () => {
    const leftOut = Object.entries(fhirProfiles['vn-core'].canonicals).flatMap(
      ([, url]) => profiles.get(url).leftOut,
    )
    expect(leftOut).toEqual([
      'Immunization.vaccineCode:vaccineCode',
      'Immunization.protocolApplied.targetDisease:targetDiseaseGPSCode',
    ])
  })

  const type = (code: string) => ({
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code }],
  })
  test.each<[string, Resource['resourceType'], object, string]>([
    ['a dose without a visit', 'Immunization', { encounter: undefined }, 'encounter'],
    ['a maker without a name', 'Immunization', { manufacturer: { reference: 'a' } }, 'display'],
    ['a visit without a complaint', 'Encounter', { diagnosis: undefined }, 'Encounter.diagnosis'],
    [
      'a visit with another diagnosis alone',
      'Encounter',
      { diagnosis: [{ condition: { display: 'x' }, use: type('AD') }] },
      'ChiefComplaint',
    ],
    ['a place of no kind', 'Location', { physicalType: undefined }, 'physicalType'],
    ['a facility of another kind', 'Organization', { type: [type('dept')] }, 'type'],
    ['somebody without a name', 'Practitioner', { name: undefined }, 'name'],
    [
      'a card of another kind',
      'Patient',
      {
        identifier: [
          {
            use: 'official',
            system: 'http://fhir.ehealth.gov.vn/core/sid/national_id',
            type: type('PPN'),
            value: '001315000001',
          },
        ],
      },
      'Identifier.type',
    ],
    ['an address without text', 'Patient', { address: [{ use: 'home' }] }, 'Address.text'],
  ])('do notice %s', (_, wanted, change, where) => {
    const found = resourcesOf(1, 1).find((one) => one.resourceType === wanted)
    const changed = { ...found, ...change } as Resource
    const copy = JSON.parse(JSON.stringify(changed)) as Resource
    expect(faultsOf(profiles, copy).join('\n')).toContain(where)
  })
})

describe.skipIf(vnCoreFiles.skip)(`slips that are told of ${vnCoreFiles.title}`, () => {
  const told = (id: string) => fhirProfiles['vn-core'].slips.some((one) => one.id === id)
  test.each<[string, string, string | RegExp]>([
    ['identifier-names', 'NamingSystem.sid-citizen-id', /CMT/],
    ['identifier-names', 'NamingSystem.sid-national-id', /căn cước/],
    [
      'facility-naming-system',
      'NamingSystem.sid-provider-code',
      'sid/provider-medical-license-number"',
    ],
    ['ethic', 'CodeSystem-vn-core-ethic-v1.0', /Tôn giáo/],
    [
      'race-modifier',
      'StructureDefinition.VN-Core.Extension-Race_v1.0.0',
      'isModifier value="true"',
    ],
    ['administrative-address', 'CodeSystem-vn-core-administrative-address-v1.0', 'not-present'],
    ['administrative-address', 'CodeSystem-vn-core-administrative-address-v1.0', '2020-12-31'],
    ['jurisdiction', 'NamingSystem.sid-national-id', 'code value="826"'],
  ])('%s holds of %s', (id, file, text) => {
    expect(told(id)).toBe(true)
    expect(textOfVnCore(file)).toMatch(text)
  })
  test.each([
    ['chief-complaint', 'Encounter', 'Encounter.diagnosis:ChiefComplaint_CDBenhChinh'],
    ['encounter-of-earlier-doses', 'Immunization', 'Immunization.encounter'],
    ['practitioner-name', 'Practitioner', 'Practitioner.name.text'],
  ])('%s holds: %s asks for one %s', (id, name, element) => {
    expect(told(id)).toBe(true)
    const profile = readVnCore(`StructureDefinition.VN-Core.${name}_v1.0.0`)
    const { differential } = profile as unknown as StructureDefinition
    expect(differential?.element.find((one) => one.id === element)?.min).toBe(1)
  })
  test('vaccine-codes holds: the required list has none of the codes of the catalogue', () => {
    expect(told('vaccine-codes')).toBe(true)
    const list = textOfVnCore('valueset-vaccine-code')
    for (const { cvx } of products) expect(list).not.toContain(`code value="${cvx}"`)
    expect(list).toContain('code value="03"')
  })
  test('identifier-discriminators holds: no slice fixes a value', () => {
    expect(told('identifier-discriminators')).toBe(true)
    const profile = readVnCore('StructureDefinition.VN-Core.Patient_v1.0.0')
    const { differential } = profile as unknown as StructureDefinition
    const values = (differential?.element ?? []).filter(({ id }) =>
      /identifier:\w+\.value$/.test(id),
    )
    expect(values.length).toBeGreaterThan(3)
    for (const one of values) expect(Object.keys(one).join(' ')).not.toMatch(/fixed|pattern/)
  })
})
