import { parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { convertProvince, provinceOn, provincesOn } from '../index.js'
import { mayBecome } from './becomes.js'
import { provinces } from './provinces.js'

const campaign = parseCivilDate('2022-04-14')
const lastOf63 = parseCivilDate('2025-06-30')
const firstOf34 = parseCivilDate('2025-07-01')
const today = parseCivilDate('2026-11-26')

describe('provincesOn', () => {
  test.each([
    ['the day before the table begins', '2008-07-31', 0, 0],
    ['the day Hà Tây joined Hà Nội', '2008-08-01', 63, 5],
    ['the campaign of 2022', '2022-04-14', 63, 5],
    ['the last day of Thừa Thiên Huế', '2024-12-31', 63, 5],
    ['the first day of the city of Huế', '2025-01-01', 63, 6],
    ['the last day of the 63', '2025-06-30', 63, 6],
    ['the first day of the 34', '2025-07-01', 34, 6],
    ['the day before Đồng Nai became a city', '2026-04-29', 34, 6],
    ['after it did', '2026-11-26', 34, 7],
  ])('on %s', (_, day, count, municipalities) => {
    const found = provincesOn(parseCivilDate(day))
    expect(found).toHaveLength(count)
    expect(found.filter((one) => one.kind === 'municipality')).toHaveLength(municipalities)
    expect(new Set(found.map((one) => one.code)).size).toBe(count)
  })
  test('are in the order of their codes', () => {
    for (const day of [campaign, firstOf34]) {
      const codes = provincesOn(day).map((one) => one.code)
      expect(codes).toEqual([...codes].sort())
    }
  })
  test('cannot be changed by who has them', () => {
    expect(Object.isFrozen(provinces)).toBe(true)
    expect(provinces.every((one) => Object.isFrozen(one))).toBe(true)
  })
})

describe('provinceOn', () => {
  test.each([
    ['24', campaign, 'Tỉnh Bắc Giang'],
    ['24', firstOf34, 'Tỉnh Bắc Ninh'],
    ['44', lastOf63, 'Tỉnh Quảng Bình'],
    ['44', firstOf34, 'Tỉnh Quảng Trị'],
    ['46', campaign, 'Tỉnh Thừa Thiên Huế'],
    ['46', lastOf63, 'Thành phố Huế'],
    ['75', firstOf34, 'Tỉnh Đồng Nai'],
    ['75', today, 'Thành phố Đồng Nai'],
    ['79', campaign, 'Thành phố Hồ Chí Minh'],
  ])('%s on %s is %s', (code, day, name) => {
    expect(provinceOn(code, day)?.fullName).toBe(name)
  })
  test.each([
    ['02', firstOf34],
    ['28', campaign],
    ['00', campaign],
    ['1', campaign],
    ['001', campaign],
    ['01', parseCivilDate('2008-07-31')],
  ])('%s on %s is none', (code, day) => {
    expect(provinceOn(code, day)).toBeUndefined()
  })
})

describe('convertProvince', () => {
  test.each([
    ['one that kept its code', '01', '01'],
    ['one that merged under another code', '02', '08'],
    ['one whose code another province has now', '24', '24'],
    ['one of three in one', '74', '79'],
    ['the last of the table', '95', '96'],
  ])('%s', (_, old, now) => {
    expect(convertProvince(old, campaign, firstOf34)).toEqual({ status: 'one', code: now })
  })
  test('Tiền Giang depends on the commune', () => {
    const candidates = ['82', '80']
    const several = { status: 'several', candidates, dependsOn: 'commune' }
    expect(convertProvince('82', campaign, today)).toEqual(several)
  })
  test.each([
    ['08', ['02', '08']],
    ['24', ['24', '27']],
    ['80', ['72', '80', '82']],
    ['82', ['82', '87']],
    ['86', ['83', '84', '86']],
  ])('back from %s gives every province that went into it', (now, candidates) => {
    const several = { status: 'several', candidates, dependsOn: 'commune' }
    expect(convertProvince(now, firstOf34, campaign)).toEqual(several)
  })
  test('back from one that did not merge is that one', () => {
    expect(convertProvince('01', today, campaign)).toEqual({ status: 'one', code: '01' })
  })
  test.each([
    ['2025', campaign, lastOf63, '02'],
    ['none', firstOf34, today, '08'],
  ])('between days with the same provinces the code stays (%s)', (_, from, to, code) => {
    expect(convertProvince(code, from, to)).toEqual({ status: 'one', code })
  })
  test.each([
    ['a code that named nothing on its day', '02', firstOf34, campaign],
    ['no code', '', campaign, firstOf34],
    ['a day before the table', '01', parseCivilDate('2001-01-01'), firstOf34],
    ['to a day before the table', '01', campaign, parseCivilDate('2001-01-01')],
    ['a word of the language', 'constructor', campaign, firstOf34],
  ])('is unknown for %s', (_, code, from, to) => {
    expect(convertProvince(code, from, to)).toEqual({ status: 'unknown' })
  })
})

describe('the merger as a whole', () => {
  const candidates = (code: string, from: typeof campaign, to: typeof campaign) => {
    const converted = convertProvince(code, from, to)
    if (converted.status === 'unknown') return []
    return converted.status === 'one' ? [converted.code] : converted.candidates
  }
  test('every one of the 63 becomes one that is', () => {
    for (const { code } of provincesOn(lastOf63)) {
      const found = candidates(code, lastOf63, firstOf34)
      expect(found.length, code).toBeGreaterThan(0)
      for (const now of found) expect(provinceOn(now, firstOf34), code).toBeDefined()
    }
  })
  test('every one of the 34 comes from one that was', () => {
    for (const { code } of provincesOn(firstOf34)) {
      const found = candidates(code, firstOf34, lastOf63)
      expect(found.length, code).toBeGreaterThan(0)
      for (const old of found) expect(provinceOn(old, lastOf63), code).toBeDefined()
    }
  })
  test('there and back again has the old one among its candidates, and nothing that went elsewhere', () => {
    for (const { code } of provincesOn(lastOf63)) {
      for (const now of candidates(code, lastOf63, firstOf34)) {
        const back = candidates(now, firstOf34, lastOf63)
        expect(back, code).toContain(code)
        for (const old of back) expect(mayBecome(old, now), `${old} ${now}`).toBe(true)
      }
    }
  })
  test('a province of the same name goes into the one that has its name now', () => {
    const byName = new Map(provincesOn(firstOf34).map((one) => [one.name, one.code]))
    for (const { code, name } of provincesOn(lastOf63)) {
      const now = byName.get(name)
      if (now !== undefined) expect(candidates(code, lastOf63, firstOf34), name).toContain(now)
    }
  })
})
