/** Our FHIR, judged by a validator that nobody here wrote: plain R4. */
import {
  type Bundle,
  type Coding,
  outcomeFromIssues,
  recordFromFhir,
  recordToFhir,
  type Resource,
} from '@tiemchung/schemas/fhir'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { anyRecord } from './record.fixture.js'
import { type Judge, openJudge, validator } from './validator.fixture.js'
import { verdict } from './verdict.fixture.js'

const records = (many: number) => fc.sample(anyRecord, { numRuns: many, seed: 1815 })
const resourcesOf = (bundle: Bundle): readonly Resource[] =>
  (bundle.entry ?? []).flatMap(({ resource }) => resource ?? [])

/** Every code in a document, wherever it stands. */
function codingsIn(value: unknown): readonly Coding[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'system' in value && 'code' in value ? [value as Coding] : []
  return [...own, ...Object.values(value).flatMap(codingsIn)]
}

describe.skipIf(validator.skip)(validator.title, () => {
  let judge: Judge
  beforeAll(() => {
    judge = openJudge()
  })

  test.each([
    ['transaction', 1000],
    ['collection', 50],
    ['document', 50],
  ] as const)(
    'finds nothing wrong with a %s of plain R4, and with its resources',
    (bundle, many) => {
      const faults: string[] = []
      let count = 0
      for (const record of records(many)) {
        const written = recordToFhir(record, { bundle }).bundle
        faults.push(...judge.faults('Bundle', written))
        for (const one of resourcesOf(written)) {
          faults.push(...judge.faults(one.resourceType, one))
          count += 1
        }
      }
      verdict(`base-r4 ${bundle}`, many, count, faults)
    },
  )

  test('finds nothing wrong with an OperationOutcome', () => {
    const { issues } = recordFromFhir({ resourceType: 'Bundle', type: 'collection' })
    const outcome = outcomeFromIssues([
      ...issues,
      ...issues.map((one) => ({ ...one, params: { field: 'a', most: 3, sure: true } })),
    ])
    expect(judge.faults('OperationOutcome', outcome)).toEqual([])
    expect(judge.faults('OperationOutcome', outcomeFromIssues([]))).toEqual([])
  })

  test('every code of a system of HL7 is one of it, under its own words', () => {
    const found = new Map<string, Coding>()
    for (const record of records(200)) {
      for (const profile of ['base-r4', 'vn-core', 'ips'] as const) {
        const { bundle } = recordToFhir(record, { profile, bundle: 'document' })
        for (const one of codingsIn(bundle)) found.set(`${one.system} ${one.code}`, one)
      }
    }
    const known = [...found.values()].filter(({ system = '' }) => judge.displays(system))
    expect(known.length).toBeGreaterThan(20)
    for (const { system = '', code = '', display } of known) {
      expect(`${code} ${display}`).toBe(`${code} ${judge.displays(system)?.get(code)}`)
    }
  })

  test.each<[string, (dose: Record<string, unknown>) => void, string]>([
    ['no patient', (dose) => delete dose['patient'], 'Immunization.patient'],
    ['a name that R4 does not have', (dose) => (dose['lot'] = 'A'), 'Immunization.lot'],
    ['a day that is no day', (dose) => (dose['recorded'] = '14/04/2022'), 'Immunization.recorded'],
  ])('does notice %s', (_, change, where) => {
    const [record] = fc.sample(anyRecord, { numRuns: 1, seed: 1 })
    if (record === undefined) throw new Error('no record')
    const written = recordToFhir(record).bundle
    const dose = resourcesOf(written).find((one) => one.resourceType === 'Immunization')
    const copy = structuredClone(dose) as unknown as Record<string, unknown>
    change(copy)
    expect(judge.faults('Immunization', copy).join('\n')).toContain(where)
  })
})
