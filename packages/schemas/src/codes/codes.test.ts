import { fromDayNumber, isCivilDate, type PartialDate, parsePartialDate } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sex } from '../person/person.js'
import {
  type BirthDateSystem,
  birthDateSystems,
  type InsuranceDate,
  readBirthDate,
  readSex,
  type SexSystem,
  sexSystems,
  writeBirthDate,
  writeSex,
} from './index.js'

const coded = (code: string) => expect.objectContaining({ code }) as Error

test.each([null, undefined, true, {}, ['1']])('%j is no code of any system', (code) => {
  expect(() => readSex('portal', code as never)).toThrow(coded('codes.sex'))
})
test('a system that is none is not repeated', () => {
  expect(() => readSex('Nguyễn Thị Bông' as never, '1')).toThrow(
    expect.objectContaining({ code: 'codes.sex', params: { system: '*' } }),
  )
})
test('a number for the text of the social-insurance service is no date', () => {
  const code = { date: 20150101 as never, precision: 0 } as const
  expect(() => readBirthDate('social-insurance', code)).toThrow(coded('codes.birth-date'))
})

describe('readSex and writeSex', () => {
  test.each<[SexSystem, string | number, Sex]>([
    ['platform-template', '0', 'male'],
    ['platform-template', 1, 'female'],
    ['portal', 1, 'male'],
    ['portal', '2', 'female'],
    ['social-insurance', '1', 'male'],
    ['social-insurance', '2', 'female'],
    ['social-insurance', '3', 'unknown'],
    ['citizen-card', 'Nam', 'male'],
    ['citizen-card', 'Nữ'.normalize('NFD'), 'female'],
    ['fhir', 'male', 'male'],
    ['fhir', 'female', 'female'],
    ['fhir', 'other', 'unknown'],
    ['fhir', 'unknown', 'unknown'],
  ])('%s %s is %s', (system, code, sex) => {
    expect(readSex(system, code)).toBe(sex)
  })
  test.each<[SexSystem, string | number]>([
    ['platform-template', '2'],
    ['portal', 0],
    ['social-insurance', '0'],
    ['citizen-card', 'Nu'],
    ['citizen-card', 'nam'],
    ['fhir', 'Male'],
    ['portal', ''],
    ['portal', ' 1'],
  ])('%s has no %j', (system, code) => {
    expect(() => readSex(system, code)).toThrow(coded('codes.sex'))
  })
  test.each(sexSystems)(
    '%s: what is written is read back, and what has no code is refused',
    (system) => {
      const writable = system === 'fhir' ? ['male', 'female', 'unknown'] : ['male', 'female']
      for (const sex of ['male', 'female', 'unknown'] as const) {
        if (writable.includes(sex)) expect(readSex(system, writeSex(system, sex))).toBe(sex)
        else expect(() => writeSex(system, sex)).toThrow(coded('codes.sex-unwritable'))
      }
    },
  )
  test('a code of any text or number is a sex or a coded error', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sexSystems),
        fc.oneof(fc.string(), fc.double()),
        (system, code) => {
          try {
            expect(['male', 'female', 'unknown']).toContain(readSex(system, code))
          } catch (error) {
            expect(error).toEqual(coded('codes.sex'))
          }
        },
      ),
    )
  })
})

const whole = fc
  .integer({ min: -135_140, max: 230_000 })
  .map((day): PartialDate => parsePartialDate(fromDayNumber(day)))
const anyDate = fc
  .tuple(whole, fc.constantFrom(4, 7, 10))
  .map(([date, length]) => parsePartialDate(date.slice(0, length)))

/** What each system can write, by the length of the date. */
const lengths: Readonly<Record<BirthDateSystem, readonly number[]>> = {
  'platform-template': [10],
  portal: [10],
  'social-insurance': [4, 7, 10],
  'citizen-card': [10],
  'population-database': [4, 10],
  certificate: [4, 7, 10],
  fhir: [4, 7, 10],
}

describe('readBirthDate and writeBirthDate', () => {
  const insurance = (date: string, precision: number) => ({ date, precision }) as InsuranceDate
  test.each([
    [() => readBirthDate('platform-template', '01/06/2015'), '2015-06-01'],
    [() => readBirthDate('platform-template', '29/02/2016'), '2016-02-29'],
    // 07:00 of the day in Viet Nam.
    [() => readBirthDate('portal', Date.parse('2015-06-01T07:00:00+07:00')), '2015-06-01'],
    [() => readBirthDate('portal', 0), '1970-01-01'],
    [() => readBirthDate('portal', -86_400_000), '1969-12-31'],
    [() => readBirthDate('social-insurance', insurance('20150601', 0)), '2015-06-01'],
    [() => readBirthDate('social-insurance', insurance('20150101', 1)), '2015'],
    [() => readBirthDate('social-insurance', insurance('20150000', 1)), '2015'],
    [() => readBirthDate('social-insurance', insurance('20150601', 2)), '2015-06'],
    [() => readBirthDate('social-insurance', insurance('20150600', 2)), '2015-06'],
    [() => readBirthDate('citizen-card', '01062015'), '2015-06-01'],
    [() => readBirthDate('population-database', '2015'), '2015'],
    [() => readBirthDate('population-database', '2015-06-01'), '2015-06-01'],
    [() => readBirthDate('certificate', '2015-06'), '2015-06'],
    [() => readBirthDate('fhir', '2015'), '2015'],
    [() => writeBirthDate('portal', parsePartialDate('2015-06-01')), 1_433_116_800_000],
    [() => writeBirthDate('platform-template', parsePartialDate('2015-06-01')), '01/06/2015'],
    [() => writeBirthDate('citizen-card', parsePartialDate('2015-06-01')), '01062015'],
    [
      () => writeBirthDate('social-insurance', parsePartialDate('2015-06')),
      insurance('20150601', 2),
    ],
    [() => writeBirthDate('social-insurance', parsePartialDate('2015')), insurance('20150101', 1)],
  ])('row %#', (convert, expected) => {
    expect(convert()).toEqual(expected)
  })
  test.each([
    ['31/02', () => readBirthDate('platform-template', '31/02/2015')],
    ['month 13', () => readBirthDate('platform-template', '06/13/2015')],
    ['one digit', () => readBirthDate('platform-template', '1/6/2015')],
    ['a year for a day', () => readBirthDate('platform-template', '2015')],
    [
      'midnight in Viet Nam',
      () => readBirthDate('portal', Date.parse('2015-06-01T00:00:00+07:00')),
    ],
    ['half a millisecond', () => readBirthDate('portal', 0.5)],
    ['no number', () => readBirthDate('portal', Number.NaN)],
    ['the end of time', () => readBirthDate('portal', 8.64e15)],
    ['seconds', () => readBirthDate('portal', 1_433_116_801)],
    ['29/02/2015', () => readBirthDate('social-insurance', insurance('20150229', 0))],
    ['a day that is not known', () => readBirthDate('social-insurance', insurance('20150600', 0))],
    ['a year with a day', () => readBirthDate('social-insurance', insurance('20150617', 1))],
    ['a month with a day', () => readBirthDate('social-insurance', insurance('20150617', 2))],
    ['a precision that is none', () => readBirthDate('social-insurance', insurance('20150101', 3))],
    ['a date with dashes', () => readBirthDate('social-insurance', insurance('2015-06-01', 0))],
    ['six digits', () => readBirthDate('citizen-card', '010615')],
    ['a month of the register', () => readBirthDate('population-database', '2015-06')],
    ['a time', () => readBirthDate('fhir', '2015-06-01T00:00:00Z')],
    ['nothing', () => readBirthDate('certificate', '')],
  ])('%s is refused', (_, read) => {
    expect(read).toThrow(coded('codes.birth-date'))
  })
  test.each(birthDateSystems)(
    '%s: what it can write is read back, the rest is refused',
    (system) => {
      fc.assert(
        fc.property(anyDate, (date) => {
          if (lengths[system].includes(date.length)) {
            expect(readBirthDate(system, writeBirthDate(system, date))).toBe(date)
          } else {
            expect(() => writeBirthDate(system, date)).toThrow(coded('codes.birth-date-unwritable'))
          }
        }),
      )
    },
  )
  test.each(birthDateSystems)(
    '%s: any text, number or pair is a date or a coded error',
    (system) => {
      const digits = fc.stringMatching(/^[0-9/-]{0,10}$/)
      const anything = fc.oneof(
        digits,
        fc.double(),
        fc.integer().map((day) => day * 86_400_000),
        fc.record({ date: digits, precision: fc.integer({ min: -1, max: 3 }) }),
      )
      fc.assert(
        fc.property(anything, (code) => {
          try {
            const date = readBirthDate(system, code as never)
            expect(isCivilDate(date) || date.length < 10).toBe(true)
          } catch (error) {
            expect(error).toEqual(coded('codes.birth-date'))
          }
        }),
      )
    },
  )
  test('the host’s time zone does not come into it', () => {
    const zone = process.env['TZ']
    for (const other of ['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
      process.env['TZ'] = other
      expect(readBirthDate('portal', 1_433_116_800_000)).toBe('2015-06-01')
      expect(writeBirthDate('portal', parsePartialDate('2015-06-01'))).toBe(1_433_116_800_000)
    }
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })
})
