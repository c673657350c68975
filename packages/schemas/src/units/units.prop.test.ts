import {
  type CivilDate,
  fromDayNumber,
  ParseError,
  parseCivilDate,
  toDayNumber,
} from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addressIssues,
  convertCommune,
  convertProvince,
  levelsOn,
  loadAdministrativeUnits,
  loadCommuneConversion,
  provinceOn,
  provincesOn,
  readCommuneConversionCsv,
} from './index.js'
import { foldUnitName } from './list/fold-name.js'

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const day = fc
  .integer({
    min: toDayNumber(parseCivilDate('2000-01-01')),
    max: toDayNumber(parseCivilDate('2040-12-31')),
  })
  .map((number): CivilDate => fromDayNumber(number))
const since = parseCivilDate('2025-07-01')

/** What a reader may do with anything: give something, or throw a ParseError. */
function survives(read: () => unknown): void {
  try {
    read()
  } catch (caught) {
    if (!(caught instanceof ParseError)) throw caught
  }
}

describe('readers of anything', () => {
  const name = fc.oneof(fc.string(), fc.constant('Xã'), fc.anything())
  const code = fc.oneof(digits(2), digits(3), digits(5), fc.anything())
  const rows = fc.array(fc.oneof(fc.array(fc.oneof(code, name), { maxLength: 4 }), fc.anything()))
  const list = fc.record(
    { asOf: fc.oneof(day, fc.anything()), provinces: rows, districts: rows, communes: rows },
    { requiredKeys: [] },
  )
  test('a list of units is read or refused', () => {
    fc.assert(
      fc.property(
        fc.oneof(list, rows, fc.anything()),
        fc.option(day, { nil: undefined }),
        (document, asOf) =>
          survives(() => loadAdministrativeUnits(document, asOf === undefined ? {} : { asOf })),
      ),
    )
  })
  test('a table of communes is read or refused', () => {
    const document = fc.record({
      format: fc.constant('commune-conversion/1'),
      source: fc.oneof(fc.constant('made up'), fc.anything()),
      communes: rows,
    })
    fc.assert(
      fc.property(fc.oneof(document, fc.anything()), (table) =>
        survives(() => loadCommuneConversion(table)),
      ),
    )
  })
  test('a table in CSV is read or refused', () => {
    const lines = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('00001,00002', '"00003";00004 00005')),
    )
    fc.assert(
      fc.property(lines, (some) =>
        survives(() => readCommuneConversionCsv(['old,new', ...some].join('\n'), 'made up')),
      ),
    )
  })
})

describe('provinces', () => {
  test('of a day convert to provinces of the other day, with the way back among the candidates', () => {
    fc.assert(
      fc.property(day, day, fc.nat(62), (from, to, at) => {
        const { code } = provincesOn(from)[at] ?? { code: '00' }
        const there = convertProvince(code, from, to)
        if (there.status === 'unknown') {
          expect([provincesOn(to).length, provinceOn(code, from)]).toContain(
            provincesOn(to).length === 0 ? 0 : undefined,
          )
          return
        }
        for (const one of there.status === 'one' ? [there.code] : there.candidates) {
          expect(provinceOn(one, to)).toBeDefined()
          const back = convertProvince(one, to, from)
          const candidates =
            back.status === 'one' ? [back.code] : 'candidates' in back ? back.candidates : []
          expect(candidates).toContain(code)
        }
      }),
    )
  })
  test('that a code does not name on a day convert to nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3 }), day, day, (code, from, to) => {
        fc.pre(provinceOn(code, from) === undefined)
        expect(convertProvince(code, from, to)).toEqual({ status: 'unknown' })
      }),
    )
  })
})

describe('a table of communes', () => {
  const table = fc.dictionary(
    digits(5),
    fc.uniqueArray(digits(5), { minLength: 1, maxLength: 3 }),
    {
      minKeys: 1,
    },
  )
  test('is the same from JSON and from CSV, and answers every row of it and no other', () => {
    fc.assert(
      fc.property(table, digits(5), (made, other) => {
        const rows = Object.entries(made)
        const csv = `old,new\n${rows.map(([old, news]) => `${old},${news.join(' ')}`).join('\n')}`
        const fromCsv = readCommuneConversionCsv(csv, 'made up')
        const communes = rows.map(([old, news]) => [old, ...news])
        const document = { format: 'commune-conversion/1', source: 'made up', communes }
        expect(fromCsv).toEqual(loadCommuneConversion(document))
        for (const [old, news] of rows) {
          const one = { status: 'one', code: news[0] }
          const several = { status: 'several', candidates: news, dependsOn: 'place' }
          expect(convertCommune(old, fromCsv)).toEqual(news.length === 1 ? one : several)
        }
        const status = convertCommune(other, fromCsv).status
        expect(status === 'unknown').toBe(!Object.hasOwn(made, other))
      }),
    )
  })
})

describe('foldUnitName', () => {
  const letters = fc.constantFrom(...'áạảoàuýđĐâệ -0169.tpqxTP\u0301\u0323')
  test('changes nothing that it has folded', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: letters })),
        (name) => {
          // A mark on a consonant is no Vietnamese: moved to the end of its word, it may bare a kind.
          fc.pre(!/(^|[^aeiouy\p{M}])\p{M}/iu.test(name.normalize('NFD')))
          const { whole } = foldUnitName(name)
          expect(foldUnitName(whole.normalize('NFC')).whole).toBe(whole)
        },
      ),
    )
  })
})

describe('addressIssues', () => {
  test('has a district to complain of exactly when the day has none, and the other way round', () => {
    const address = fc.record({
      province: digits(2),
      district: fc.option(digits(3), { nil: undefined }),
      commune: digits(5),
      asOf: day,
    })
    fc.assert(
      fc.property(address, (one) => {
        const codes = addressIssues(one, []).map(({ code }) => code)
        expect(levelsOn(one.asOf).length).toBe(one.asOf < since ? 3 : 2)
        const abolished = one.asOf >= since && one.district !== undefined
        const missing = one.asOf < since && one.district === undefined
        expect(codes.includes('units.district.abolished')).toBe(abolished)
        expect(codes.includes('units.district.missing')).toBe(missing)
        const sound = provinceOn(one.province, one.asOf) !== undefined
        expect(codes.some((code) => code.startsWith('units.province.'))).toBe(!sound)
        expect(codes.at(-1)).toBe('units.not-covered')
      }),
    )
  })
})
