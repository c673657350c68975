import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { products } from '../../products/index.js'
import type { DoseRecord } from '../dose-record.js'
import { record } from '../dose-record.fixture.js'
import { covid2022SameDay } from '../regime/covid-2022.js'
import { niis2026 } from '../regime/niis-2026.js'
import type { RecordDraft } from './draft.js'
import { judgeCompleteness } from './judge-completeness.js'
import { type CompletenessPurpose, completenessPurposes, suppliers } from './policy.js'

const volumes = { 'comirnaty-10': '0.2', 'spikevax-50': '0.25' }
const policy = covid2022SameDay.completeness
const day = parseCivilDate
const ask = (draft: RecordDraft, purpose: CompletenessPurpose = 'may-be-issued') =>
  judgeCompleteness(draft, { policy, purpose, volumes })
const linesOf = (draft: RecordDraft, purpose?: CompletenessPurpose) =>
  ask(draft, purpose).issues.map(({ code, path }) => `${code} ${path.join('.')}`)
/** The fixture, its identity settled. */
const matched: DoseRecord = {
  ...record,
  identity: { status: 'matched', verificationId: record.id, at: '2022-04-14T09:21:00+07:00' },
}
const dose = (changes: Partial<DoseRecord['dose']>): DoseRecord => ({
  ...matched,
  dose: { ...record.dose, ...changes },
})
const person = (changes: Partial<DoseRecord['person']>): DoseRecord => ({
  ...matched,
  person: { ...record.person, ...changes },
})
const prior = (number: number, date: string) => ({
  number,
  date: day(date),
  product: 'comirnaty-10',
})
const { guardian: _guardian, ...alone } = record.person

describe('judgeCompleteness, covid-2022-same-day', () => {
  test('no number may be entered when the reason is stated, and not be matched', () => {
    const draft = person({ identityDocument: { kind: 'none', reason: 'not-issued' } })
    expect(linesOf(draft, 'may-be-entered')).toEqual([])
    expect(linesOf(draft, 'may-be-matched')).toEqual([
      'completeness.no-number person.identityDocument',
    ])
  })

  test.each(completenessPurposes)('a full record %s', (purpose) => {
    expect(ask(matched, purpose)).toEqual({
      purpose,
      policy: `${policy.id}@${policy.version}`,
      complete: true,
      issues: [],
    })
  })

  test.each<[string, DoseRecord, string[]]>([
    ['2 ml for 0.2 ml', dose({ volumeMl: '2' }), ['completeness.volume dose.volumeMl']],
    ['0.3 ml for 0.2 ml', dose({ volumeMl: '0.3' }), ['completeness.volume dose.volumeMl']],
    ['the same volume written longer', dose({ volumeMl: '0.20' }), []],
    [
      'a product called like a member of every object',
      dose({ product: 'constructor' }),
      ['completeness.volume-unknown dose.product', 'completeness.product dose.product'],
    ],
    ['no lot', dose({ lot: '' }), ['completeness.missing dose.lot']],
    [
      'a lot past its expiry',
      dose({ expiryDate: day('2022-04-13') }),
      ['completeness.lot-expired dose.expiryDate'],
    ],
    ['a lot on its last day', dose({ expiryDate: day('2022-04-14') }), []],
    ['unknown sex', person({ sex: 'unknown' }), ['completeness.missing person.sex']],
    [
      'a child without guardian',
      { ...matched, person: alone },
      ['completeness.no-guardian person.guardian'],
    ],
    [
      'an adult without guardian',
      { ...matched, person: { ...alone, birthDate: parsePartialDate('2004-04-14') } },
      [],
    ],
    [
      'a year of birth that may still be a child',
      { ...matched, person: { ...alone, birthDate: parsePartialDate('2004') } },
      ['completeness.no-guardian person.guardian'],
    ],
    [
      'a match of somebody without a number',
      person({ identityDocument: { kind: 'none', reason: 'not-issued' } }),
      ['completeness.evidence identity'],
    ],
    [
      'a citizen who is said to need no match',
      { ...matched, identity: { status: 'not-required', because: 'foreign-passport' } },
      ['completeness.evidence identity'],
    ],
    [
      'a citizen with a passport who is said to need no match',
      {
        ...person({ identityDocument: { kind: 'passport', number: 'B1234567', country: 'VN' } }),
        identity: { status: 'not-required', because: 'foreign-passport' },
      },
      ['completeness.evidence identity'],
    ],
    [
      'a foreigner with a passport, who needs no match',
      {
        ...person({
          nationality: 'LA',
          identityDocument: { kind: 'passport', number: 'P1234567', country: 'LA' },
        }),
        identity: { status: 'not-required', because: 'foreign-passport' },
      },
      [],
    ],
    [
      'a dose given a second after its record was entered, by another clock',
      dose({ givenAt: '2022-04-14T09:20:01+07:00' }),
      [],
    ],
    [
      'earlier doses in the wrong order of days',
      {
        ...dose({ number: 3 }),
        priorDoses: [prior(1, '2022-03-01'), prior(2, '2022-02-01')],
      },
      ['completeness.date.prior-dose priorDoses.1.date'],
    ],
    [
      'consent refused',
      { ...matched, consent: { state: 'refused', by: 'mother', date: day('2022-04-10') } },
      ['completeness.no-consent consent'],
    ],
    [
      'no consent form',
      { ...matched, consent: { state: 'none' } },
      ['completeness.no-consent consent'],
    ],
    [
      'consent after the dose',
      { ...matched, consent: { state: 'agreed', by: 'father', date: day('2022-04-15') } },
      ['completeness.date.consent consent.date'],
    ],
    [
      'an unanswered screening item',
      { ...matched, screening: { ...record.screening, anyAllergy: 'unknown' } },
      ['completeness.screening screening'],
    ],
    ['the implied conclusion', { ...matched, examination: { conclusion: 'eligible' } }, []],
    [
      'a conclusion milder than the answers',
      {
        ...matched,
        screening: { ...record.screening, acuteOrProgressingDisease: 'yes' },
        examination: { conclusion: 'hospital' },
      },
      ['completeness.conclusion examination.conclusion'],
    ],
    [
      'a conclusion graver than the answers',
      {
        ...matched,
        screening: { ...record.screening, anyAllergy: 'yes' },
        examination: { conclusion: 'defer' },
      },
      [],
    ],
    [
      'born after the dose, before entry',
      {
        ...person({ birthDate: parsePartialDate('2022-05') }),
        enteredAt: '2022-05-02T02:00:00Z',
      },
      ['completeness.date.before-birth person.birthDate'],
    ],
    [
      'born after entry',
      person({ birthDate: parsePartialDate('2022-04-15') }),
      ['completeness.birth-date.future person.birthDate'],
    ],
    ['born in the year of the dose', person({ birthDate: parsePartialDate('2022') }), []],
    [
      'born in 1850',
      { ...matched, person: { ...alone, birthDate: parsePartialDate('1850') } },
      ['completeness.birth-date.too-old person.birthDate'],
    ],
    ['120 years old', person({ birthDate: parsePartialDate('1901-04-15') }), []],
    [
      '121 years old',
      person({ birthDate: parsePartialDate('1901-04-14') }),
      ['completeness.birth-date.too-old person.birthDate'],
    ],
    [
      'entered the day before',
      { ...matched, enteredAt: '2022-04-13T16:59:59Z' },
      ['completeness.date.after-entry dose.date'],
    ],
    [
      'entered the same day in Viet Nam, at the instant of the dose',
      { ...dose({ givenAt: '2022-04-14T00:00:00+07:00' }), enteredAt: '2022-04-13T17:00:00Z' },
      [],
    ],
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
    ['an identity that is pending', record, ['completeness.identity identity']],
    ['no nationality', person({ nationality: '' }), ['completeness.missing person.nationality']],
  ])('%s', (_, changed, expected) => {
    expect(linesOf(changed)).toEqual(expected)
  })

  test.each<[CompletenessPurpose, DoseRecord, string[]]>([
    ['may-be-entered', { ...record, consent: { state: 'none' }, person: alone }, []],
    ['may-be-entered', dose({ volumeMl: '2' }), ['completeness.volume dose.volumeMl']],
    ['may-be-matched', dose({ lot: '', volumeMl: '2' }), []],
    [
      'may-be-matched',
      person({ identityDocument: { kind: 'none', reason: 'not-issued' }, sex: 'unknown' }),
      ['completeness.missing person.sex', 'completeness.no-number person.identityDocument'],
    ],
    ['may-be-signed', record, ['completeness.identity identity']],
    [
      'may-be-signed',
      dose({ product: 'sputnik-light' }),
      ['completeness.volume-unknown dose.product'],
    ],
  ])('%s asks no more than it must: %#', (purpose, changed, expected) => {
    expect(linesOf(changed, purpose)).toEqual(expected)
  })

  test('of nothing asks for everything, parents first, systems last', () => {
    const { complete, issues } = ask({})
    expect(complete).toBe(false)
    const ranks = issues.map(({ from: [first] }) =>
      policy.askOrder.findIndex((one) => one === first),
    )
    expect(ranks).toEqual([...ranks].sort((left, right) => left - right))
    expect(new Set(ranks).size).toBeGreaterThan(3)
    expect(linesOf({}).slice(0, 4)).toEqual([
      'completeness.missing person.fullName',
      'completeness.missing person.birthDate',
      'completeness.missing person.sex',
      'completeness.missing person.identityDocument',
    ])
    expect(new Set(linesOf({})).size).toBe(issues.length)
  })
  test('says who can supply a thing', () => {
    const [lot] = ask(dose({ lot: '' })).issues
    expect(lot?.from).toEqual(['vaccinator', 'facility'])
    const [number] = ask(
      person({ identityDocument: { kind: 'none', reason: 'not-issued' } }),
      'may-be-matched',
    ).issues
    expect(number?.from).toEqual(['parent', 'police'])
  })
  test('names the volume that the policy sets', () => {
    const [found] = ask(dose({ volumeMl: '2' })).issues
    expect(found?.message.vi).toContain('0.2 ml')
  })
  test('judges only what the policy asks', () => {
    const none = { includes: [], requires: [] }
    const purposes = Object.fromEntries(completenessPurposes.map((one) => [one, none]))
    const lenient = { ...policy, purposes: purposes as unknown as typeof policy.purposes }
    const question = { policy: lenient, purpose: 'may-be-issued', volumes: {} } as const
    expect(judgeCompleteness(dose({ lot: '', number: 5 }), question).complete).toBe(true)
  })
  test('taking a part away never makes a record more complete', () => {
    const paths = ['fullName', 'birthDate', 'sex', 'guardian', 'identityDocument'] as const
    const parts = ['number', 'date', 'product', 'lot', 'volumeMl', 'givenAt'] as const
    const wholes = ['consent', 'screening', 'identity', 'priorDoses', 'enteredAt'] as const
    const without = (value: object, gone: readonly string[]): object =>
      Object.fromEntries(Object.entries(value).filter(([name]) => !gone.includes(name)))
    fc.assert(
      fc.property(
        fc.subarray([...paths]),
        fc.subarray([...parts]),
        fc.subarray([...wholes]),
        fc.constantFrom(...completenessPurposes.filter((one) => one !== 'may-be-matched')),
        (fromPerson, fromDose, fromRecord, purpose) => {
          const draft = without(
            {
              ...matched,
              person: without(matched.person, fromPerson),
              dose: without(matched.dose, fromDose),
            },
            fromRecord,
          )
          const { complete } = ask(draft, purpose)
          const asked = purpose === 'may-be-entered' ? ['priorDoses', 'enteredAt'] : wholes
          const gone =
            fromPerson.filter((one) => one !== 'guardian' || purpose !== 'may-be-entered').length +
            fromDose.length +
            fromRecord.filter((one) => asked.some((other) => other === one)).length
          expect(complete).toBe(gone === 0)
        },
      ),
    )
  })
  test('certificates are for the eight of Decision 5772, as the catalogue flags them', () => {
    const flagged = products.filter((one) => one.of5772).map(({ id }) => id)
    expect([...policy.certifiable].sort()).toEqual(flagged.sort())
  })
})

describe('judgeCompleteness, niis-2026', () => {
  test('a lot that was past its expiry is not signed', () => {
    const expired = dose({ expiryDate: day('2022-04-13') })
    const asked = { policy: niis2026.completeness, purpose: 'may-be-signed', volumes: {} } as const
    expect(judgeCompleteness(expired, asked).issues.map(({ code }) => code)).toContain(
      'completeness.lot-expired',
    )
  })
  const judged = (draft: RecordDraft, purpose: CompletenessPurpose) =>
    judgeCompleteness(draft, { policy: niis2026.completeness, purpose, volumes: {} }).issues.map(
      ({ path }) => path.join('.'),
    )
  test('asks for the mandatory fields that are known: thirteen of twenty', () => {
    const { requires } = niis2026.completeness.purposes['may-be-entered']
    const fields = requires.filter((one) => 'field' in one || one.rule === 'number-known')
    expect(fields).toHaveLength(13)
    expect(fields.every(({ cite }) => cite.includes('3891'))).toBe(true)
    expect(niis2026.completeness.sources.every((one) => one.confidence === 'secondary')).toBe(true)
  })
  test('asks for the ethnic group, which the campaign of 2022 did not', () => {
    expect(judged(record, 'may-be-entered')).toEqual(['person.ethnicGroup'])
    const asked = { ...record, person: { ...record.person, ethnicGroup: '01' } }
    expect(judged(asked, 'may-be-entered')).toEqual([])
    expect(judged(asked, 'may-be-signed')).toEqual(['identity'])
  })
  test('does not take a reason for a number', () => {
    const none = { kind: 'none', reason: 'not-issued' } as const
    const person = { ...record.person, ethnicGroup: '01', identityDocument: none }
    expect(judged({ ...record, person }, 'may-be-entered')).toEqual(['person.identityDocument'])
  })
})

describe('suppliers', () => {
  test('every one is asked by some requirement of the campaign', () => {
    const asked = completenessPurposes.flatMap((purpose) =>
      policy.purposes[purpose].requires.flatMap(({ from }) => from),
    )
    expect(new Set(asked)).toEqual(new Set(suppliers))
  })
})
