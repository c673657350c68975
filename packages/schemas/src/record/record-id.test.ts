import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { describe, expect, test } from 'vitest'
import { type DoseKey, personKey, recordIdFor } from './record-id.js'

const person: DoseKey['person'] = {
  fullName: 'Đặng Thị Hoà',
  birthDate: parsePartialDate('2015-06-01'),
  identityDocument: { kind: 'none', reason: 'not-issued' },
}
const key: DoseKey = {
  facility: '01234',
  person,
  product: 'comirnaty-10',
  doseNumber: 1,
  date: parseCivilDate('2022-04-14'),
}
const idOf = (changes: Partial<DoseKey>) => recordIdFor({ ...key, ...changes }, systemCrypto)

describe('recordIdFor', () => {
  test('is the UUIDv5 that other software computes (Python uuid.uuid5)', async () => {
    expect(await idOf({})).toBe('fbbd3b4c-d8d2-55b7-8c9c-9d21b2459206')
  })
  test.each<[string, Partial<DoseKey>]>([
    ['facility', { facility: '01235' }],
    ['product', { product: 'comirnaty-30' }],
    ['dose number', { doseNumber: 2 }],
    ['day', { date: parseCivilDate('2022-04-15') }],
    ['person', { person: { ...person, fullName: 'Đặng Thị Hoa' } }],
  ])('differs by %s', async (_, changes) => {
    expect(await idOf(changes)).not.toBe(await idOf({}))
  })
})

describe('personKey', () => {
  test.each([
    ['decomposed letters', 'Đặng Thị Hoà'.normalize('NFD')],
    ['capitals', 'ĐẶNG THỊ HOÀ'],
    ['more blanks', ' Đặng  Thị Hoà '],
  ])('folds %s in a name', (_, fullName) => {
    expect(personKey({ ...person, fullName })).toBe(personKey(person))
  })
  test('is the number alone when there is one, whatever the name and the card', () => {
    const number = '001315000001'
    const first = personKey({ ...person, identityDocument: { kind: 'personal-number', number } })
    const second = personKey({
      ...person,
      fullName: 'Khác',
      identityDocument: { kind: 'cmnd-12', number },
    })
    expect(first).toBe(second)
  })
  test('keeps passports of two countries apart', () => {
    const keys = ['LA', 'KH'].map((country) =>
      personKey({
        ...person,
        identityDocument: { kind: 'passport', number: 'P1234567', country },
      }),
    )
    expect(keys[0]).not.toBe(keys[1])
  })
})
