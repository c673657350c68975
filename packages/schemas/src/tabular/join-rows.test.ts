import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { personSchema } from '../person/person.js'
import { consentSchema } from '../record/consent.js'
import { joinRows } from './join-rows.js'
import type { Pl1Row } from './pl1-row.js'
import type { SupplementRow } from './supplement-row.js'

const asOf = parseCivilDate('2022-04-10')
const row: Pl1Row = {
  row: 2,
  listNumber: 1,
  fullName: 'Nguyễn Thị Bông',
  birthDate: parsePartialDate('2015-06-01'),
  sex: 'female',
  identityDocument: { kind: 'personal-number', number: '001315000001' },
  province: '01',
  district: '001',
  commune: '00001',
  doses: [],
}
const supplement = (cells: SupplementRow['cells'] = {}, changes: Partial<SupplementRow> = {}) => ({
  row: 2,
  listNumber: 1,
  fullName: 'NGUYỄN THỊ BÔNG',
  birthDate: parsePartialDate('2015-06-01'),
  ...changes,
  cells: { nationality: 'VN', ...cells },
})
const join = (...rows: SupplementRow[]) => joinRows([row], rows, asOf)
const only = (cells: SupplementRow['cells']) => join(supplement(cells)).rows[0]

describe('joinRows', () => {
  test('joins by number, name and birth date into a person that fits its schema', () => {
    const joined = only({
      relationship: 'mother',
      guardianName: 'Trần Thị Lá',
      guardianPhone: '0912000002',
      permanentProvince: '01',
      permanentDistrict: '001',
      permanentCommune: '00004',
    })
    expect(joined?.person.permanentResidence?.commune).toBe('00004')
    expect(personSchema.parse(joined?.person)).toEqual(joined?.person)
    expect(joined?.person.guardian?.relationship).toBe('mother')
  })
  test.each<[string, Partial<SupplementRow>]>([
    ['number', { listNumber: 2 }],
    ['name', { fullName: 'Nguyễn Thị Bống' }],
    ['birth date', { birthDate: parsePartialDate('2015') }],
  ])('does not join a row of another %s', (_, changes) => {
    const { rows, issues, unjoined } = join(supplement({}, { row: 7, ...changes }))
    expect(rows).toEqual([])
    expect(issues.map((one) => one.code)).toEqual(['tabular.no-partner'])
    expect(unjoined).toEqual([7])
  })
  test('does not choose between two', () => {
    const { rows, issues, unjoined } = join(supplement(), supplement({ consent: 'yes' }))
    expect(rows).toEqual([])
    expect(issues.map((one) => one.code)).toEqual(['tabular.partner-twice'])
    expect(unjoined).toEqual([])
  })
  test.each<[string, SupplementRow['cells'], object]>([
    [
      'agreed',
      { consent: 'yes', relationship: 'mother', consentDate: '2022-04-10' },
      { state: 'agreed', by: 'mother', date: '2022-04-10' },
    ],
    [
      'refused',
      { consent: 'no', relationship: 'father', consentDate: '2022-04-10' },
      { state: 'refused', by: 'father', date: '2022-04-10' },
    ],
    ['without date', { consent: 'yes', relationship: 'mother' }, { state: 'none' }],
    ['by nobody', { consent: 'yes', consentDate: '2022-04-10' }, { state: 'none' }],
    [
      'not known',
      { consent: 'unknown', relationship: 'mother', consentDate: '2022-04-10' },
      { state: 'none' },
    ],
    ['not asked', {}, { state: 'none' }],
  ])('a consent %s', (_, cells, expected) => {
    const consent = only(cells)?.consent
    expect(consentSchema.parse(consent)).toEqual(expected)
  })
  test('takes an empty screening item for unknown, never for no', () => {
    const screening = only({ anyAllergy: 'no', anaphylaxisToVaccine: 'yes' })?.screening
    expect(screening).toMatchObject({
      anyAllergy: 'no',
      anaphylaxisToVaccine: 'yes',
      otherContraindication: 'unknown',
    })
    expect(Object.keys(screening ?? {})).toHaveLength(8)
  })
  test('keeps the day of an infection', () => {
    expect(only({ infection: 'yes', infectionDate: '2022-02-01' })?.infection).toEqual({
      state: 'yes',
      onset: '2022-02-01',
    })
    expect(only({})?.infection).toEqual({ state: 'unknown' })
  })
  test('takes the passport of a foreigner, and the number of a citizen who has both', () => {
    expect(only({ nationality: 'LA', passport: 'P123456' })?.person.identityDocument).toEqual({
      kind: 'passport',
      number: 'P123456',
      country: 'LA',
    })
    expect(only({ passport: 'P123456' })?.person.identityDocument.kind).toBe('personal-number')
  })
})
