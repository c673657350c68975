import { errorsOf, formatPath, type JsonValue, ParseError } from '@tiemchung/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { errorCatalogue } from '../errors.js'
import type { EligibilityPolicy } from './format.js'
import { lintEligibilityPolicy, parseEligibilityPolicy } from './parse.js'

const shipped = [...covid19Children5To11, ...covid19Adolescents12To17]
const sound = JSON.stringify(covid19Children5To11.at(-1))

type Path = readonly (string | number)[]

/** The newest policy with the value at one place changed; undefined takes it away. */
function changed(path: Path, value: JsonValue | undefined): unknown {
  const document = JSON.parse(sound) as Record<string | number, unknown>
  const last = path.at(-1) ?? ''
  const holder = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (inside, step) => inside[step] as Record<string | number, unknown>,
      document,
    )
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return document
}

const faults = (document: unknown) =>
  lintEligibilityPolicy(document).map((one) => `${one.code.slice(19)} ${formatPath(one.path)}`)

describe('shipped policies', () => {
  test.each(shipped.map((one) => [`${one.id}@${one.version}`, one] as const))(
    '%s has no fault and survives JSON',
    (_, policy) => {
      expect(lintEligibilityPolicy(policy)).toEqual([])
      expect(parseEligibilityPolicy(JSON.stringify(policy))).toEqual(policy)
    },
  )
})

describe('lintEligibilityPolicy', () => {
  const second = ['series', 0, 'doses', 1] as const
  const rows: readonly (readonly [Path, JsonValue | undefined, ...string[]])[] = [
    [['format'], 'eligibility-policy/2', 'field format'],
    [['id'], '', 'field id'],
    [['title', 'vi'], undefined, 'field title.vi'],
    [['title', 'en'], '', 'field title.en'],
    [['published'], '2022-02-30', 'field published'],
    [['effective', 'to'], '29/06/2022', 'field effective.to'],
    [['effective'], null, 'field effective'],
    [['sources'], [], 'field sources'],
    [['sources', 0, 'confidence'], 'sure', 'field sources[0].confidence'],
    [['assumptions', 0, 'says', 'en'], undefined, 'field assumptions[0].says.en'],
    [['calendar', 'monthOverflow'], 'reject', 'field calendar.monthOverflow'],
    [['calendar', 'monthOverflow'], ['forward'], 'field calendar.monthOverflow'],
    [['calendar', 'monthOverflow'], { toString: 'forward' }, 'field calendar.monthOverflow'],
    [['population', 'ageFrom'], '5Y', 'field population.ageFrom'],
    [['population', 'ageFrom'], 5, 'field population.ageFrom'],
    [['products', 0, 'volumeMl'], 0.2, 'field products[0].volumeMl'],
    [['products', 0, 'volumeMl'], '0.0', 'field products[0].volumeMl'],
    [['products', 0, 'doseMcg'], -10, 'field products[0].doseMcg'],
    [['products', 0, 'counts', 'graceDays'], 0.5, 'field products[0].counts.graceDays'],
    [['products', 0, 'dose'], 10, 'extra-field products[0].dose'],
    [['ageTransition', 'review'], 'yes', 'field ageTransition.review'],
    [[...second, 'n'], 0, 'field series[0].doses[1].n'],
    [
      [...second, 'intervals', 0, 'from'],
      { dose: 0 },
      'field series[0].doses[1].intervals[0].from.dose',
    ],
    [['contraindications', 0, 'item'], 'fever', 'field contraindications[0].item'],
    [['consent', 'by'], ['teacher'], 'field consent.by[0]'],
    [
      ['population', 'ageBefore'],
      'P5Y',
      'age-order population.ageBefore',
      'age-outside products[0].use',
      'age-outside products[2].use',
    ],
    [
      ['population', 'ageBefore'],
      'P11Y',
      'age-outside products[0].use',
      'age-outside products[2].use',
    ],
    [
      ['products', 0, 'use', 'ageFrom'],
      'P4Y',
      'use-not-counted products[0].use',
      'age-outside products[0].use',
    ],
    [['products', 2, 'counts', 'ageFrom'], 'P7Y', 'use-not-counted products[2].use'],
    [['products', 1, 'id'], 'comirnaty-10', 'duplicate products[1].id'],
    [['contraindications', 0, 'cite'], []],
    [['consent', 'cite'], [], 'uncited consent', 'unused sources[4]'],
    [['consent', 'cite', 0], '9999', 'unknown-source consent.cite[0]', 'unused sources[4]'],
    [
      ['ageTransition', 'assumes', 0],
      'nobody',
      'unknown-assumption ageTransition.assumes[0]',
      'unused assumptions[3]',
    ],
    [[...second, 'products', 1], 'spikevax-500', 'unknown-product series[0].doses[1].products[1]'],
    [
      [...second, 'products', 1],
      'comirnaty-30',
      'product-not-planned series[0].doses[1].products[1]',
    ],
    [[...second, 'n'], 3, 'dose-order series[0].doses[1].n'],
    [[...second, 'sameBrandAs'], 2, 'unknown-dose series[0].doses[1].sameBrandAs'],
    [
      [...second, 'intervals', 0, 'from', 'dose'],
      2,
      'unknown-dose series[0].doses[1].intervals[0].from',
    ],
    [
      [...second, 'intervals', 0, 'after'],
      ['spikevax-500'],
      'unknown-product series[0].doses[1].intervals[0].after[0]',
    ],
    [
      [...second, 'intervals', 0, 'recommended'],
      'P27D',
      'duration-order series[0].doses[1].intervals[0]',
    ],
    [
      [...second, 'intervals', 0, 'overdueAfter'],
      'P27D',
      'duration-order series[0].doses[1].intervals[0]',
    ],
    [[...second, 'intervals', 0, 'min'], 'P7Y', 'impossible-dose series[0].doses[1]'],
    [['products', 0, 'use'], { ageFrom: 'P10Y', ageBefore: 'P12Y' }],
    [['precedence', 0], 'complete', 'precedence precedence'],
    [['precedence'], ['eligible'], 'precedence precedence'],
    [['hospital'], [], 'screening-incomplete ', 'unused assumptions[6]'],
    [['precautions', 0, 'id'], 'screening-1', 'duplicate precautions[0].id'],
  ]
  for (const [path, value, ...expected] of rows) {
    test(`${formatPath(path)} = ${JSON.stringify(value)}`, () => {
      expect(faults(changed(path, value)).sort()).toEqual([...expected].sort())
    })
  }

  test('a source that no rule uses is a warning and does not stop the policy', () => {
    const document = JSON.parse(sound) as { sources: unknown[] }
    document.sources.push({ id: 'x', number: 'X', confidence: 'inferred' })
    expect(lintEligibilityPolicy(document)).toMatchObject([{ severity: 'warning' }])
    expect(() => parseEligibilityPolicy(document)).not.toThrow()
  })

  test.each([
    ['meet', 'P6Y', 'P6Y', []],
    ['overlap', 'P6Y', 'P7Y', []],
    ['leave a year between them', 'P8Y', 'P7Y', [0, 1]],
    ['leave a day between them', 'P8Y1D', 'P8Y', [0, 1]],
  ] as const)('the ages of two products %s', (_, from, before, doses) => {
    const document = JSON.parse(sound) as EligibilityPolicy
    const use = { ...document.products[0]?.use, ageBefore: before }
    const products = document.products.map((one, index) => {
      if (index === 0) return { ...one, use }
      return index === 2 ? { ...one, use: { ageFrom: from, ageBefore: 'P12Y' } } : one
    })
    expect(faults({ ...document, products })).toEqual(
      doses.map((dose) => `age-hole series[0].doses[${dose}].products`),
    )
  })

  test('every fault says what to do, in words of its own', () => {
    const todos = Object.entries(errorCatalogue)
      .filter(([code]) => code.startsWith('eligibility.policy.'))
      .map(([, entry]) => entry.todo)
    for (const todo of todos) expect(todo.vi).not.toBe(todo.en)
    const general = todos.filter(
      (todo) => todo.en === 'Correct the policy document at the given place.',
    )
    expect(general).toEqual([])
  })

  test('an end before the beginning is found by the shared head', () => {
    expect(lintEligibilityPolicy(changed(['effective', 'to'], '2022-01-01'))).toMatchObject([
      { code: 'policy.field', path: ['effective', 'to'] },
    ])
  })

  test('a dose is possible as soon as one day of birth allows it', () => {
    const path = ['series', 0, 'doses', 1, 'intervals', 0, 'min']
    expect(faults(changed(path, 'P6Y11M'))).toEqual([])
  })

  test('a policy without a screening form is sound', () => {
    const bare = { contraindications: [], screeningDeferrals: [], precautions: [], hospital: [] }
    const document = { ...(JSON.parse(sound) as object), ...bare }
    expect(lintEligibilityPolicy(document).every((one) => one.severity === 'warning')).toBe(true)
  })

  test.each([
    [['ageTransition'], undefined],
    [['consent'], null],
    [['series', 0, 'doses', 0, 'intervals'], undefined],
    [['series', 0, 'doses', 1, 'intervals', 0, 'recommended'], 'P35D'],
    [['contraindications', 0, 'assumes'], undefined],
  ] as const)('%j may be %j', (path, value) => {
    expect(errorsOf(lintEligibilityPolicy(changed(path, value)))).toEqual([])
  })

  test('a field that is inherited does not count', () => {
    const heir = Object.create(JSON.parse(sound) as object) as unknown
    expect(faults(heir)).toContain('field format')
  })
})

describe('parseEligibilityPolicy', () => {
  test.each([
    ['no JSON', '{', 'eligibility.policy.json'],
    ['a number', '3', 'eligibility.policy'],
    ['a list', [], 'eligibility.policy'],
    ['nothing', null, 'eligibility.policy'],
  ])('refuses %s', (_, document, code) => {
    expect(() => parseEligibilityPolicy(document)).toThrow(expect.objectContaining({ code }))
  })

  test('never crashes on anything, and puts every fault at a place', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(lintEligibilityPolicy(value).length).toBeGreaterThan(0)
      }),
    )
  })

  test('text, whole or cut anywhere, is refused by a coded error or read', () => {
    const cut = fc
      .tuple(fc.nat(sound.length), fc.string())
      .map(([end, tail]) => sound.slice(0, end) + tail)
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), cut), (text) => {
        try {
          parseEligibilityPolicy(text)
        } catch (caught) {
          expect(caught).toBeInstanceOf(ParseError)
          expect((caught as ParseError).code).toMatch(/^eligibility\.policy(\.json)?$/)
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('never crashes on a document with any one value replaced', () => {
    const places: Path[] = []
    const walk = (value: unknown, path: Path): void => {
      if (path.length > 0) places.push(path)
      if (typeof value !== 'object' || value === null) return
      for (const [key, inner] of Object.entries(value)) {
        walk(inner, [...path, Array.isArray(value) ? Number(key) : key])
      }
    }
    walk(JSON.parse(sound), [])
    const junk = fc.oneof(fc.jsonValue(), fc.constantFrom('P5Y', 'P0D', '2022-02-29', 1e9))
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, (path, value) => {
        for (const found of lintEligibilityPolicy(changed(path, value))) {
          expect(found.message.vi).not.toBe('')
        }
      }),
      { numRuns: 2000 },
    )
  })
})
