import { canonicalJson, formatPath, isSdkError } from '@tiemchung/core'
import {
  type Bundle,
  fhirProfiles,
  issuesFromOutcome,
  outcomeFromIssues,
  recordFromFhir,
  recordToFhir,
} from '@tiemchung/schemas/fhir'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyRecord } from './record.fixture.js'

const profiles = Object.values(fhirProfiles).map((one) => one.id)
const bundles: readonly Bundle['type'][] = ['transaction', 'collection', 'document']
const cases = profiles.flatMap((profile) => bundles.map((bundle) => [profile, bundle] as const))
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** A document without one of its fields. */
function without(document: object, path: readonly (string | number)[]): object {
  const copy = structuredClone(document) as Record<string | number, unknown>
  const [last = '', ...steps] = [...path].reverse()
  let holder: Record<string | number, unknown> | undefined = copy
  for (const step of steps.reverse()) holder = holder?.[step] as typeof holder
  if (holder !== undefined) delete holder[last]
  return copy
}

describe('a record through FHIR and back', () => {
  test.each(cases)('%s, %s: nothing is lost and nothing is told', (profile, bundle) => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const written = recordToFhir(record, { profile, bundle })
        const read = recordFromFhir(json(written.bundle))
        expect(written.lost).toEqual([])
        expect(read.issues).toEqual([])
        expect(read.record).toEqual(record)
      }),
      { numRuns: 100 },
    )
  })

  test.each(profiles)(
    '%s without extensions of ours: what is not named lost comes back',
    (profile) => {
      fc.assert(
        fc.property(anyRecord, (record) => {
          const { bundle, lost } = recordToFhir(record, { profile, ownExtensions: false })
          expect(JSON.stringify(bundle)).not.toContain('tiemchung.dev/fhir/StructureDefinition')
          const { draft } = recordFromFhir(json(bundle))
          const drop = (from: object) => lost.reduce((left, { path }) => without(left, path), from)
          expect(drop(draft)).toEqual(drop(record))
          for (const { path } of lost) {
            expect(formatPath(path), 'a record of its own field').toMatch(/^[a-z]/)
          }
        }),
        { numRuns: 100 },
      )
    },
  )

  test('the same record gives the same bundle', () => {
    fc.assert(
      fc.property(anyRecord, fc.constantFrom(...cases), (record, [profile, bundle]) => {
        const once = recordToFhir(record, { profile, bundle })
        const again = recordToFhir(structuredClone(record), { profile, bundle })
        expect(canonicalJson(once.bundle)).toBe(canonicalJson(again.bundle))
      }),
      { numRuns: 50 },
    )
  })

  test('ids in a bundle are unique, and every reference in it leads somewhere', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const { bundle } = recordToFhir(record, { bundle: 'document' })
        const urls = (bundle.entry ?? []).map((one) => one.fullUrl)
        expect(new Set(urls).size).toBe(urls.length)
        const text = JSON.stringify(bundle)
        for (const [, url] of text.matchAll(/"reference":"([^"]*)"/g)) expect(urls).toContain(url)
      }),
      { numRuns: 100 },
    )
  })
})

const anyValue = fc.jsonValue({ maxDepth: 3 })

/** A copy of a document with one of its values replaced, or gone. */
function changed(document: unknown, pick: number, value: unknown): unknown {
  const copy: Record<string, unknown> = { whole: structuredClone(document) }
  const places: (readonly [Record<string, unknown>, string])[] = []
  const walk = (holder: Record<string, unknown>) => {
    for (const [key, inner] of Object.entries(holder)) {
      places.push([holder, key])
      if (typeof inner === 'object' && inner !== null) walk(inner as Record<string, unknown>)
    }
  }
  walk(copy)
  const [holder, key] = places[pick % places.length] ?? [copy, 'whole']
  if (value === undefined) delete holder[key]
  else holder[key] = value
  return copy['whole']
}

describe('recordFromFhir of anything', () => {
  test('gives issues or a record, and throws nothing', () => {
    fc.assert(
      fc.property(
        anyRecord,
        fc.nat(),
        fc.option(anyValue, { nil: undefined }),
        fc.constantFrom(...cases),
        (record, pick, value, [profile, bundle]) => {
          const sound = json(recordToFhir(record, { profile, bundle }).bundle)
          const read = recordFromFhir(changed(sound, pick, value))
          const errors = read.issues.filter((one) => one.severity === 'error')
          expect(read.record === undefined).toBe(errors.length > 0)
        },
      ),
      { numRuns: 600 },
    )
  })
  test('also of JSON that never was a bundle', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(recordFromFhir(value).record).toBeUndefined()
        expect(recordFromFhir({ resourceType: 'Bundle', entry: value }).record).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })
  test('its issues go through an OperationOutcome and come back', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(), (record, pick) => {
        const sound = json(recordToFhir(record).bundle)
        const { issues } = recordFromFhir(changed(sound, pick, undefined))
        expect(issuesFromOutcome(json(outcomeFromIssues(issues)))).toEqual(issues)
      }),
      { numRuns: 300 },
    )
  })
})

describe('issuesFromOutcome of anything', () => {
  test('gives issues, or throws an error of ours', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        try {
          issuesFromOutcome({ resourceType: 'OperationOutcome', issue: value })
        } catch (caught) {
          if (!isSdkError(caught)) throw caught
        }
      }),
      { numRuns: 500 },
    )
  })
})
