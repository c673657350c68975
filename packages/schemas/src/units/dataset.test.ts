/** The shipped facts beside the lists that others made. */
import { parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { type Dataset, dataset, datasets } from './dataset.fixture.js'
import {
  type AdministrativeUnits,
  addressIssues,
  loadAdministrativeUnits,
  provinceOn,
  provincesOn,
} from './index.js'
import { foldUnitName } from './list/fold-name.js'
import { mayBecome } from './province/becomes.js'

describe.skipIf(datasets.skip)(datasets.title, () => {
  const open = (year: 2022 | 2025): [Dataset, AdministrativeUnits] => {
    const document = dataset(year)
    return [document, loadAdministrativeUnits(document)]
  }
  const today = parseCivilDate('2026-11-26')

  test.each([
    [2022, 63, 705, 10_599],
    [2025, 34, 0, 3_321],
  ] as const)('%i is read whole', (year, provinceCount, districtCount, communeCount) => {
    const [{ provinces, districts = [], communes }, units] = open(year)
    expect([provinces, districts, communes].map((rows) => rows.length)).toEqual([
      provinceCount,
      districtCount,
      communeCount,
    ])
    for (const [code, , parent] of communes) {
      expect(units.find(code)?.parent, code).toBe(parent)
    }
  })

  test.each([
    [2022, parseCivilDate('2022-04-10')],
    [2025, today],
  ] as const)('%i names the provinces as the facts do', (year, day) => {
    const [{ provinces }] = open(year)
    const folded = (name: string) => foldUnitName(name).whole
    const theirs = provinces.map(([code, name]) => [code, folded(name)]).sort()
    const ours = provincesOn(day).map(({ code, fullName }) => [code, folded(fullName)])
    expect(ours).toEqual(theirs)
  })

  test('every commune that kept its code lies where the merger took its province', () => {
    const [{ communes }, before] = open(2022)
    const [, after] = open(2025)
    let kept = 0
    for (const [code, , district] of communes) {
      const now = after.find(code)
      if (now === undefined) continue
      kept++
      const old = before.find(district)?.parent ?? ''
      expect(mayBecome(old, now.parent ?? ''), code).toBe(true)
    }
    expect(kept).toBe(3_314)
  })

  test.each([2022, 2025] as const)('every commune of %i makes a sound address', (year) => {
    const [{ asOf, communes }, units] = open(year)
    for (const [commune, , parent] of communes) {
      const district = units.find(parent)?.level === 'district' ? parent : undefined
      const province = (district === undefined ? parent : units.find(district)?.parent) ?? ''
      const address = { province, district, commune, asOf: parseCivilDate(asOf) }
      const issues = addressIssues(address, [units])
      expect(issues, commune).toEqual([])
    }
  })

  test.each([2022, 2025] as const)(
    'every unit of %i is found by its name in its parent',
    (year) => {
      const [{ districts = [], communes }, units] = open(year)
      for (const [code, name, parent] of [...districts, ...communes]) {
        const level = code.length === 3 ? 'district' : 'commune'
        const shouted = name.normalize('NFD').toUpperCase()
        const found = units.named(shouted, { level, within: parent })
        expect(
          found.map((one) => one.code),
          name,
        ).toEqual([code])
      }
    },
  )

  test('a province code is checked as of its day, not as a number', () => {
    const same = provincesOn(parseCivilDate('2025-06-30')).filter(
      ({ code, name }) => provinceOn(code, today)?.name === name,
    )
    expect(same.length).toBeLessThan(34)
  })
})
