import { parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import {
  addressIssues,
  type CodedAddress,
  convertAddress,
  loadAdministrativeUnits,
  readCommuneConversionCsv,
} from '../index.js'
import { listFor } from './address-issues.js'

const before = loadAdministrativeUnits({
  asOf: '2022-04-10',
  provinces: [
    ['01', 'Thành phố Hà Nội'],
    ['27', 'Tỉnh Bắc Ninh'],
  ],
  districts: [
    ['001', 'Quận Ba Đình', '01'],
    ['002', 'Quận Hoàn Kiếm', '01'],
    ['256', 'Thành phố Bắc Ninh', '27'],
  ],
  communes: [
    ['00001', 'Phường Phúc Xá', '001'],
    ['00037', 'Phường Phúc Tân', '002'],
    ['09163', 'Phường Vũ Ninh', '256'],
  ],
})
const after = loadAdministrativeUnits({
  asOf: '2025-07-01',
  provinces: [
    ['01', 'Thành phố Hà Nội'],
    ['24', 'Tỉnh Bắc Ninh'],
  ],
  communes: [
    ['00004', 'Phường Ba Đình', '01'],
    ['00097', 'Phường Hồng Hà', '01'],
    ['09187', 'Phường Vũ Ninh', '24'],
  ],
})
const lists = [after, before]
const campaign = parseCivilDate('2022-04-14')
const since = parseCivilDate('2025-07-01')
const old: CodedAddress = { province: '01', district: '001', commune: '00001', asOf: campaign }
const now: CodedAddress = { province: '24', commune: '09187', asOf: since }

const found = (address: CodedAddress) =>
  addressIssues(address, lists, ['person', 'address']).map(({ code, path }) => [
    code,
    path.slice(2).join('.'),
  ])

describe('addressIssues', () => {
  test.each([
    ['of three levels', old],
    ['of two levels', now],
    ['of the last day of districts', { ...old, asOf: parseCivilDate('2025-06-30') }],
  ])('has nothing to say about a sound address %s', (_, address) => {
    expect(found(address)).toEqual([])
  })
  test.each([
    ['a province that is none', { ...old, province: '99' }, 'units.province.unknown', 'province'],
    [
      'a province of before the merger',
      { ...now, province: '27' },
      'units.province.merged',
      'province',
    ],
    ['no district before', { ...old, district: undefined }, 'units.district.missing', 'district'],
    ['a district since', { ...now, district: '256' }, 'units.district.abolished', 'district'],
    ['a district that is none', { ...old, district: '003' }, 'units.district.unknown', 'district'],
    [
      'a commune for a district',
      { ...old, district: '00001' },
      'units.district.unknown',
      'district',
    ],
    [
      'a district of elsewhere',
      { ...old, district: '256', commune: '09163' },
      'units.district.elsewhere',
      'district',
    ],
    ['a commune that is none', { ...old, commune: '00002' }, 'units.commune.unknown', 'commune'],
    [
      'a commune of the other list',
      { ...now, commune: '09163' },
      'units.commune.unknown',
      'commune',
    ],
    ['a province for a commune', { ...old, commune: '01' }, 'units.commune.unknown', 'commune'],
    [
      'a commune of another district',
      { ...old, commune: '00037' },
      'units.commune.elsewhere',
      'commune',
    ],
    [
      'a commune of another province',
      { ...now, province: '01' },
      'units.commune.elsewhere',
      'commune',
    ],
  ])('finds %s', (_, address, code, field) => {
    expect(found(address)).toContainEqual([code, field])
  })
  test('finds a commune of another province where the district is missing or none', () => {
    for (const district of [undefined, '003']) {
      const issues = found({ ...old, district, commune: '09163' })
      expect(issues).toContainEqual(['units.commune.elsewhere', 'commune'])
    }
  })
  test('says what a merged province is now, in both languages', () => {
    const [merged] = addressIssues({ ...now, province: '27' }, lists)
    expect(merged?.params).toEqual({ successor: '24' })
    expect(merged?.message.vi).toContain('24')
    expect(merged?.message.en).toContain('24')
  })
  test('says of a code that another province has had since nothing that it cannot know', () => {
    expect(found({ ...now, province: '02' })[0]).toEqual(['units.province.merged', 'province'])
    expect(found({ ...now, province: '28' })[0]).toEqual(['units.province.unknown', 'province'])
    const early = { ...old, asOf: parseCivilDate('2001-01-01') }
    expect(found(early)[0]).toEqual(['units.province.unknown', 'province'])
  })
  test('warns that districts and communes were not checked without a list of the day', () => {
    const issues = addressIssues({ ...old, commune: '99999' }, [after])
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['units.not-covered', 'warning'],
    ])
  })
})

describe('listFor', () => {
  const later = loadAdministrativeUnits(
    { asOf: '2024-01-01', provinces: [['01', 'Thành phố Hà Nội']] },
    { until: parseCivilDate('2024-12-31') },
  )
  test.each([
    ['2022-04-09', undefined],
    ['2022-04-10', before],
    ['2023-12-31', before],
    ['2024-01-01', later],
    ['2024-12-31', later],
    ['2025-01-01', before],
    ['2025-06-30', before],
    ['2025-07-01', after],
    ['2030-01-01', after],
  ])('takes the latest that is good on %s', (day, list) => {
    for (const order of [
      [before, later, after],
      [after, later, before],
    ]) {
      expect(listFor(order, parseCivilDate(day))).toBe(list)
    }
  })
})

describe('convertAddress', () => {
  const table = readCommuneConversionCsv(
    'old,new\n00001,00097\n00037,00097 00004\n09163,09187\n00040,00007\n00043,00097 00007',
    'made up',
  )
  const detail = 'Số 1'
  test('moves commune and province, drops the district and keeps the rest', () => {
    const address = { ...old, province: '27', district: '256', commune: '09163', detail }
    const moved = { province: '24', commune: '09187', asOf: since, detail }
    expect(convertAddress(address, table, after)).toEqual({ status: 'one', address: moved })
  })
  test('gives every candidate of a commune that was divided', () => {
    const address = { ...old, district: '002', commune: '00037' }
    const converted = convertAddress(address, table, after)
    expect(converted).toMatchObject({
      status: 'several',
      candidates: [{ commune: '00097' }, { commune: '00004' }],
    })
  })
  test.each([
    ['a commune that the table does not have', { ...old, commune: '00002' }],
    ['one whose new code the list does not have', { ...old, commune: '00040' }],
    ['one of whose new codes the list has some', { ...old, commune: '00043' }],
    ['a commune of another province than the address says', { ...old, commune: '09163' }],
    ['an address of two levels', { ...now, commune: '00001', province: '01' }],
  ])('is unknown for %s', (_, address) => {
    expect(convertAddress(address, table, after)).toEqual({ status: 'unknown' })
  })
  test('is unknown when the list is of three levels', () => {
    expect(convertAddress(old, table, before)).toEqual({ status: 'unknown' })
  })
})
