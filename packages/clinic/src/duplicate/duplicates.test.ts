import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
import type { Person } from '@tiemchung/schemas'
import { describe, expect, test } from 'vitest'
import { by, dose, listedChild, optionsOf, testDay } from '../day/day.fixture.js'
import type { ListedChild } from '../day/child.js'
import { openDay } from '../day/open-day.js'
import { memoryStore } from '../store/memory.js'

const other = (index: number, person: Partial<Person>, more: Partial<ListedChild> = {}) => {
  const child = listedChild(index)
  return { ...child, ...more, person: { ...child.person, ...person } }
}
const { person } = listedChild(0)
const none = { kind: 'none', reason: 'not-issued' } as const

/** A day with these on the list, the first of them entered. */
async function dayWith(...children: readonly ListedChild[]) {
  const made = testDay()
  await made.day.list(children)
  const first = await made.day.enter(children[0]?.key ?? '', dose, by)
  return { ...made, first }
}

describe('enter', () => {
  test('a dose alone has no double', async () => {
    const { first, day } = await dayWith(listedChild(0), listedChild(1))
    expect(first.duplicates).toEqual([])
    expect((await day.enter('row-1', dose, by)).duplicates).toEqual([])
    expect(await day.duplicates()).toEqual([])
  })

  test('the same row again is the same record, and what is said otherwise is named', async () => {
    const { day, first } = await dayWith(listedChild(0))
    const again = await day.enter('row-0', { ...dose, lot: 'OTHER' }, { enteredBy: 'staff-2' })
    expect(again.record).toEqual(first.record)
    expect(again.duplicates).toMatchObject([
      { kind: 'exact', reason: 'entered-again', score: 1, differs: ['dose.lot'] },
    ])
    expect(await day.records()).toHaveLength(1)
  })

  test('the same child on another row, under another name and the same number, is the same record', async () => {
    const written = { fullName: 'NGUYEN THI MAU A', identityDocument: person.identityDocument }
    const { day, first } = await dayWith(listedChild(0), other(1, written))
    const second = await day.enter('row-1', { ...dose, lot: 'OTHER' }, by)
    expect(second.record).toEqual(first.record)
    expect(second.duplicates).toMatchObject([
      {
        kind: 'exact',
        reason: 'same-record',
        keys: ['row-1'],
        records: [first.record.id],
        differs: ['dose.lot', 'person.fullName'],
      },
    ])
    expect(JSON.stringify(second.duplicates)).not.toMatch(/Nguy|NGUYEN|OTHER|0013/)
    expect(await day.records()).toHaveLength(1)
    expect((await day.children())[1]?.attendance).toBeUndefined()
  })

  test.each<[string, Partial<Person>, string, number]>([
    ['no number', { identityDocument: none, guardian: undefined }, 'same-name-and-birth-date', 0.9],
    [
      'a number with a slip',
      { identityDocument: { kind: 'personal-number', number: '001314000001' } },
      'same-name-and-birth-date-number-slip',
      0.85,
    ],
    [
      'a name without diacritics, and no number',
      { fullName: 'NGUYEN THI MAU A', identityDocument: none },
      'same-name-without-diacritics',
      0.7,
    ],
    [
      'a year of birth and no number',
      { birthDate: parsePartialDate('2014'), identityDocument: none },
      'same-name-partial-birth-date',
      0.6,
    ],
  ])(
    'a child of the same name with %s is near, entered, and named',
    async (_, change, reason, score) => {
      const { guardian, ...bare } = { ...person, ...change }
      const twin = {
        ...listedChild(1),
        person: guardian === undefined ? bare : { ...bare, guardian },
      }
      const { day, first } = await dayWith(listedChild(0), twin)
      const second = await day.enter('row-1', dose, by)
      expect(second.record.id).not.toBe(first.record.id)
      expect(second.duplicates).toMatchObject([
        { kind: 'near', reason, score, records: [second.record.id, first.record.id] },
      ])
      expect(await day.records()).toHaveLength(2)
      const all = await day.duplicates()
      expect(all).toMatchObject([{ kind: 'near', reason, score, keys: ['row-0', 'row-1'] }])
    },
  )

  test('a dose sooner than the policy allows is named', async () => {
    const doses = [{ number: 1, date: parseCivilDate('2022-05-10'), product: 'comirnaty-10' }]
    const { first, day } = await dayWith(listedChild(0, { doses }))
    const found = [{ kind: 'near', reason: 'within-interval', score: 0.7, keys: ['row-0'] }]
    expect(first.duplicates).toMatchObject(found)
    expect(await day.duplicates()).toMatchObject(found)
  })

  test('two persons who became one by a correction have one dose twice', async () => {
    const { day } = await dayWith(listedChild(0), other(1, { fullName: 'Trần Văn Thử' }))
    await day.enter('row-1', dose, by)
    await day.correct('row-1', { identityDocument: person.identityDocument })
    const [found] = await day.duplicates()
    expect(found).toMatchObject({ kind: 'exact', reason: 'same-dose', keys: ['row-0', 'row-1'] })
  })

  test('two programs on one store at once: one record, and nothing is lost', async () => {
    const store = memoryStore()
    const [one, two] = [openDay(optionsOf(store)), openDay(optionsOf(store))]
    const children = Array.from({ length: 6 }, (_, index) =>
      other(index, {
        fullName: person.fullName,
        identityDocument: none,
        birthDate: person.birthDate,
      }),
    )
    await one.list(children)
    const days = [one, two]
    const entered = await Promise.all(
      children.flatMap(({ key }) => days.map((day) => day.enter(key, dose, by))),
    )
    expect(new Set(entered.map(({ record }) => record.id)).size).toBe(1)
    expect(await one.records()).toHaveLength(1)
    const given = (await two.children()).filter(({ attendance }) => attendance === 'given')
    expect(given).toHaveLength(1)
  })

  test('a host brings its own scores', async () => {
    const duplicateScores = { 'entered-again': 0.5 }
    const day = openDay({ ...optionsOf(memoryStore()), duplicateScores })
    await day.list([listedChild(0)])
    await day.enter('row-0', dose, by)
    expect((await day.enter('row-0', dose, by)).duplicates).toMatchObject([{ score: 0.5 }])
  })
})
