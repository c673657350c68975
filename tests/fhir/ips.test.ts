/** Our FHIR, judged by what the International Patient Summary asks beyond R4. */
import { type Bundle, recordToFhir, type Resource } from '@tiemchung/schemas/fhir'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { anyRecord } from './record.fixture.js'
import { ipsProfiles, ipsSections } from './ips.fixture.js'
import { snapshotOf } from './snapshot.fixture.js'
import { type Judge, openJudge, validator } from './validator.fixture.js'
import { verdict } from './verdict.fixture.js'

const documents = (many: number): readonly Bundle[] =>
  fc
    .sample(anyRecord, { numRuns: many, seed: 1815 })
    .map((record) => recordToFhir(record, { profile: 'ips', bundle: 'document' }).bundle)
const resourcesOf = (bundle: Bundle): readonly Resource[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => resource ?? [])
/** The profile that a resource claims, when it claims one, else its type. */
const claimed = (one: Resource): string => one.meta?.profile?.[0] ?? one.resourceType

describe.skipIf(validator.skip)(`the International Patient Summary, by ${validator.title}`, () => {
  let judge: Judge
  beforeAll(() => {
    judge = openJudge()
    for (const one of ipsProfiles) judge.learn(snapshotOf(judge, judge.base(one.type), one).profile)
  })

  test('finds nothing wrong with 1000 documents', () => {
    const bundles = documents(1000)
    const resources = bundles.flatMap(resourcesOf)
    const faults = resources.flatMap((one) => judge.faults(claimed(one), one))
    verdict('ips document', 1000, resources.length, faults)
  })

  test('finds the sections that a summary must have', () => {
    for (const one of documents(20).flatMap(resourcesOf)) {
      if (one.resourceType !== 'Composition') continue
      const codes = one.section?.map(({ code }) => code?.coding?.[0]?.code)
      expect(codes).toEqual(expect.arrayContaining(ipsSections))
    }
  })

  test.each([
    ['a reference without an address', 'Immunization', { patient: { display: 'x' } }, 'reference'],
    ['a patient without a name', 'Patient', { name: [{ use: 'official' }] }, 'ips-pat-1'],
    ['a patient without a birth date', 'Patient', { birthDate: undefined }, 'birthDate'],
    ['a body without a name', 'Organization', { name: undefined }, 'name'],
  ])('does notice %s', (_, type, change, where) => {
    const found = documents(1)
      .flatMap(resourcesOf)
      .find((one) => one.resourceType === type)
    const changed = JSON.parse(JSON.stringify({ ...found, ...change })) as Resource
    expect(judge.faults(claimed(changed), changed).join('\n')).toContain(where)
  })
})
