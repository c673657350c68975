import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import type { DoseRecord } from '../dose-record.js'
import { record } from '../dose-record.fixture.js'
import { judgeCompleteness } from './judge-completeness.js'
import { lintCompletenessPolicy, parseCompletenessPolicy } from './policy.js'
import { completenessPolicy1815 } from './policy-1815.js'

const volumes = { 'comirnaty-10': '0.2', 'spikevax-50': '0.25' }
const day = parseCivilDate
const judge = (changed: DoseRecord) =>
  judgeCompleteness(changed, completenessPolicy1815, volumes).issues.map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  )
const dose = (changes: Partial<DoseRecord['dose']>): DoseRecord => ({
  ...record,
  dose: { ...record.dose, ...changes },
})
const person = (changes: Partial<DoseRecord['person']>): DoseRecord => ({
  ...record,
  person: { ...record.person, ...changes },
})
const prior = (number: number, date: string) => ({
  number,
  date: day(date),
  product: 'comirnaty-10',
})
const { guardian: _guardian, ...alone } = record.person

describe('judgeCompleteness, by dispatch 1815', () => {
  test('finds nothing missing in a full record', () => {
    expect(judgeCompleteness(record, completenessPolicy1815, volumes)).toEqual({
      complete: true,
      issues: [],
    })
  })

  test.each<[string, DoseRecord, string[]]>([
    ['2 ml for 0.2 ml', dose({ volumeMl: '2' }), ['completeness.volume dose.volumeMl']],
    ['0.3 ml for 0.2 ml', dose({ volumeMl: '0.3' }), ['completeness.volume dose.volumeMl']],
    ['the same volume written longer', dose({ volumeMl: '0.20' }), []],
    [
      'a product without a volume',
      dose({ product: 'abdala' }),
      ['completeness.volume-unknown dose.product'],
    ],
    [
      'a product called like a member of every object',
      dose({ product: 'constructor' }),
      ['completeness.volume-unknown dose.product'],
    ],
    ['no lot', dose({ lot: '' }), ['completeness.missing dose.lot']],
    ['unknown sex', person({ sex: 'unknown' }), ['completeness.missing person.sex']],
    [
      'a child without guardian',
      { ...record, person: alone },
      ['completeness.no-guardian person.guardian'],
    ],
    [
      'an adult without guardian',
      { ...record, person: { ...alone, birthDate: parsePartialDate('2004-04-14') } },
      [],
    ],
    [
      'a year of birth that may still be a child',
      { ...record, person: { ...alone, birthDate: parsePartialDate('2004') } },
      ['completeness.no-guardian person.guardian'],
    ],
    [
      'no number, and the reason stated',
      person({ identityDocument: { kind: 'none', reason: 'not-issued' } }),
      [],
    ],
    [
      'consent refused',
      { ...record, consent: { state: 'refused', by: 'mother', date: day('2022-04-10') } },
      ['completeness.no-consent consent'],
    ],
    [
      'no consent form',
      { ...record, consent: { state: 'none' } },
      ['completeness.no-consent consent'],
    ],
    [
      'consent after the dose',
      { ...record, consent: { state: 'agreed', by: 'father', date: day('2022-04-15') } },
      ['completeness.date.consent consent.date'],
    ],
    [
      'an unanswered screening item',
      { ...record, screening: { ...record.screening, anyAllergy: 'unknown' } },
      ['completeness.screening screening'],
    ],
    [
      'born after the dose',
      person({ birthDate: parsePartialDate('2022-05') }),
      ['completeness.date.before-birth person.birthDate'],
    ],
    ['born in the year of the dose', person({ birthDate: parsePartialDate('2022') }), []],
    [
      'entered the day before',
      { ...record, enteredAt: '2022-04-13T16:59:59Z' },
      ['completeness.date.after-entry dose.date'],
    ],
    ['entered the same day in Viet Nam', { ...record, enteredAt: '2022-04-13T17:00:00Z' }, []],
    [
      'given at an hour of another day',
      dose({ givenAt: '2022-04-14T17:00:00Z' }),
      ['completeness.date.given-at dose.givenAt'],
    ],
    ['dose 2 without dose 1', dose({ number: 2 }), ['completeness.dose-number dose.number']],
    ['dose 2 after dose 1', { ...dose({ number: 2 }), priorDoses: [prior(1, '2022-03-14')] }, []],
    [
      'dose 3 after dose 1 twice',
      { ...dose({ number: 3 }), priorDoses: [prior(1, '2022-02-14'), prior(1, '2022-03-14')] },
      ['completeness.dose-number dose.number'],
    ],
    [
      'an earlier dose on the same day',
      { ...dose({ number: 2 }), priorDoses: [prior(1, '2022-04-14')] },
      ['completeness.date.prior-dose priorDoses.0.date'],
    ],
  ])('%s', (_, changed, expected) => {
    expect(judge(changed)).toEqual(expected)
  })

  test('names the volume that the policy sets', () => {
    const [found] = judgeCompleteness(
      dose({ volumeMl: '2' }),
      completenessPolicy1815,
      volumes,
    ).issues
    expect(found?.message.vi).toContain('0.2 ml')
  })

  test('judges only what the policy asks', () => {
    const lenient = { ...completenessPolicy1815, mandatory: [], rules: [] }
    expect(judgeCompleteness(dose({ lot: '', number: 5 }), lenient, {}).complete).toBe(true)
  })
})

describe('parseCompletenessPolicy', () => {
  const rule = completenessPolicy1815.rules[0]
  test.each<[string, object, string]>([
    ['an unknown rule', { rules: [{ rule: 'as-i-like', cite: ['1815'] }] }, 'rules.0.rule'],
    ['a rule without citation', { rules: [{ ...rule, cite: [] }] }, 'rules.0.cite'],
    ['a citation of no source', { rules: [{ ...rule, cite: ['9999'] }] }, 'rules.0.cite'],
    [
      'a path that is none',
      { mandatory: [{ field: 'person..x', cite: ['1815'] }] },
      'mandatory.0.field',
    ],
    ['no age', { guardianBelow: undefined }, 'guardianBelow'],
  ])('refuses %s', (_, change, path) => {
    const document = { ...completenessPolicy1815, ...change }
    expect(lintCompletenessPolicy(document).map((one) => one.path.join('.'))).toEqual([path])
    expect(() => parseCompletenessPolicy(document)).toThrow(
      expect.objectContaining({ code: 'completeness.policy' }) as Error,
    )
  })
  test('refuses a head without sources', () => {
    expect(() => parseCompletenessPolicy({ ...completenessPolicy1815, sources: [] })).toThrow(
      expect.objectContaining({ code: 'policy.head' }) as Error,
    )
  })
  test('every field that the shipped policy asks for is one of the record', () => {
    for (const { field } of completenessPolicy1815.mandatory) {
      const [part = '', name = ''] = field.split('.')
      expect(Object.keys(record[part as 'person' | 'dose'])).toContain(name)
    }
  })
})
