import { parseCivilDate } from '@tiemchung/core'
import { provincesOn } from '@tiemchung/schemas/units'
import { expect, test } from 'vitest'
import { provinceOfBirthCode } from './provinces.js'

test('the codes are those of the 63 provinces of the table of units, after a zero', () => {
  const units = provincesOn(parseCivilDate('2021-07-01'))
  expect(units).toHaveLength(63)
  expect([...provinceOfBirthCode]).toEqual(units.map(({ code, name }) => [`0${code}`, name]))
})
