/** The shape beside its JSON Schema, judged by a validator that is not ours (ajv). */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { isCivilDate } from '@tiemchung/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { documentShape } from '../policy/document-shape.js'
import { eligibilityPolicyJsonSchema } from './json-schema.js'

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(
  eligibilityPolicyJsonSchema(),
)
const shipped = [...covid19Children5To11, ...covid19Adolescents12To17]
const sound = JSON.stringify(covid19Children5To11.at(-1))

type Step = string | number
type Holder = Record<Step, unknown>

function placesOf(value: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, one]) => placesOf(one, [...path, key]))
  return path.length === 0 ? inner : [path, ...inner]
}

function bent(path: readonly Step[], value: unknown, extra: boolean): unknown {
  const document = JSON.parse(sound) as Holder
  const holder = path
    .slice(0, -1)
    .reduce<Holder>((inside, step) => inside[step] as Holder, document)
  const last = path.at(-1) ?? ''
  if (value === undefined) delete holder[last]
  else holder[extra ? `${last}x` : last] = value
  return JSON.parse(JSON.stringify(document)) as unknown
}

const byShape = (document: unknown) => documentShape(document, [], [])

describe('eligibilityPolicyJsonSchema', () => {
  test.each(shipped.map((policy) => [`${policy.id}@${policy.version}`, policy] as const))(
    '%s fits',
    (_, policy) => {
      expect(validate(JSON.parse(JSON.stringify(policy)))).toBe(true)
    },
  )

  test('accepts and refuses what the loader does, but for days that do not exist', () => {
    const tally = { accepted: 0, refused: 0, days: 0 }
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.constant(undefined),
      fc.constantFrom(
        'P5Y',
        'P',
        'P0D',
        'P1Y2M3W4D',
        '2022-02-29',
        '2022-02-28',
        '0.2',
        '0.0',
        '00.000',
      ),
      fc.constantFrom(0, 1, -1, 0.5, 1e9, 'inferred', 'clamp', 'next', 'recovery', 'mother', true),
    )
    const place = fc.constantFrom(...placesOf(JSON.parse(sound)))
    fc.assert(
      fc.property(place, junk, fc.boolean(), (path, value, extra) => {
        const document = bent(path, value, extra)
        const [json, own] = [validate(document), byShape(document)]
        tally[own ? 'accepted' : 'refused'] += 1
        if (json === own) return
        // Only a day can fit the one and not the other.
        expect({ json, own, day: isCivilDate(value) }).toEqual({
          json: true,
          own: false,
          day: false,
        })
        expect(value).toMatch(/^\d{4}-\d\d-\d\d$/)
        tally.days += 1
      }),
      { numRuns: 3000 },
    )
    expect(Math.min(tally.accepted, tally.refused)).toBeGreaterThan(100)
  })

  test('a day that no calendar has fits the JSON Schema and not the loader', () => {
    const document = bent(['published'], '2022-02-29', false)
    expect([validate(document), byShape(document)]).toEqual([true, false])
  })
})
