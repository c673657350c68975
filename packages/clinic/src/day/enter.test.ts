import { parseCivilDate } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { by, dose, listedChild, readyDay, testDay, testSigner } from './day.fixture.js'
import { ledgerFaults } from './ledger.js'

describe('enter and attend', () => {
  test('the same dose entered twice is the same record, under a corrected name too', async () => {
    const { day } = testDay()
    await day.list([listedChild()])
    const first = await day.enter('row-0', dose, by)
    await day.correct('row-0', { fullName: 'Nguyễn Thị Mẫn' })
    const second = await day.enter('row-0', dose, by)
    expect(second.record.id).toBe(first.record.id)
    expect(await day.records()).toHaveLength(1)
  })

  test.each([
    ['another product', { product: 'spikevax-half' }],
    ['another dose number', { number: 2 }],
  ])('a second dose with %s is refused', async (_, change) => {
    const { day } = testDay()
    await day.list([listedChild()])
    await day.enter('row-0', dose, by)
    const entered = day.enter('row-0', { ...dose, ...change }, by)
    await expect(entered).rejects.toMatchObject({ code: 'clinic.duplicate' })
    expect(await day.records()).toHaveLength(1)
  })

  test('a vaccinated child cannot be absent', async () => {
    const { day } = await readyDay()
    await expect(day.attend('row-0', 'absent')).rejects.toMatchObject({ code: 'clinic.duplicate' })
  })

  test('a dose given against the rules is on record, and the ledger still adds up', async () => {
    const { day } = testDay()
    await day.list([listedChild(0, { consent: { state: 'none' } }), listedChild(1)])
    await day.assess()
    await day.enter('row-0', { ...dose, number: 1 }, by)
    await day.enter('row-1', dose, by)
    const ledger = await day.ledger()
    expect(ledgerFaults(ledger)).toEqual([])
    expect(ledger.stages.find((one) => one.id === 'given')).toMatchObject({ count: 2, joined: 1 })
  })

  test('which dose it is comes from the entry or the assessment, and is never guessed', async () => {
    const { day } = testDay()
    await day.list([listedChild()])
    const { number: _, ...unnumbered } = dose
    const refused = day.enter('row-0', unnumbered, by)
    await expect(refused).rejects.toMatchObject({ code: 'clinic.dose-number' })
    await day.assess()
    expect((await day.enter('row-0', unnumbered, by)).record.dose.number).toBe(1)
  })

  test('a date ahead stays open on the day on which it was entered', async () => {
    const { day } = testDay()
    await day.list([listedChild()])
    await day.enter('row-0', { ...dose, date: parseCivilDate('2022-06-20') }, by)
    expect(await day.report()).toMatchObject({
      entered: 1,
      complete: 0,
      open: { 'entered.completeness.date.after-entry': 1 },
      finished: false,
    })
  })

  test('a record says what is missing', async () => {
    const { day } = testDay()
    const { guardian: _, ...person } = listedChild().person
    await day.list([listedChild(0, { person })])
    expect((await day.enter('row-0', dose, by)).open).not.toEqual([])
  })
})

describe('the rest of the screening form', () => {
  test('goes into the record, and a conclusion milder than the answers leaves it open', async () => {
    const { day } = testDay()
    const screening = { ...listedChild().screening, acuteOrProgressingDisease: 'yes' } as const
    const examination = { temperature: '36.8', pulse: 92, conclusion: 'eligible' } as const
    await day.list([listedChild(0, { screening, examination }), listedChild(1)])
    const entered = await day.enter('row-0', dose, by)
    expect(entered.record.examination).toEqual(examination)
    expect(entered.open).toEqual(['completeness.conclusion'])
    expect((await day.enter('row-1', dose, by)).record).not.toHaveProperty('examination')
  })
})

describe('correctDose', () => {
  test.each([
    ['2 ml for 0.2 ml', { volumeMl: '2' }, 'completeness.volume'],
    ['no lot', { lot: '' }, 'completeness.missing'],
    ['a product without a volume', { product: 'comirnaty-30' }, 'completeness.volume-unknown'],
    ['tomorrow', { date: parseCivilDate('2022-05-21') }, 'completeness.date.after-entry'],
  ])('an entry with %s is open until it is corrected', async (_, slip, code) => {
    const { day } = testDay()
    await day.list([listedChild()])
    const entered = await day.enter('row-0', { ...dose, ...slip }, by)
    expect(entered.open[0]).toBe(code)
    const corrected = await day.correctDose('row-0', dose, { enteredBy: 'staff-2' })
    expect(corrected.open).toEqual([])
    expect(corrected.record).toMatchObject({ id: entered.record.id, enteredBy: 'staff-2', dose })
    expect(await day.records()).toEqual([corrected])
  })

  test('only an entered, unsealed dose of a listed child is corrected', async () => {
    const { day } = await readyDay()
    await day.list([listedChild(1)])
    await day.sign(await testSigner())
    await expect(day.correctDose('row-9', dose, by)).rejects.toMatchObject({
      code: 'clinic.not-listed',
    })
    await expect(day.correctDose('row-1', dose, by)).rejects.toMatchObject({
      code: 'clinic.not-entered',
    })
    await expect(day.correctDose('row-0', dose, by)).rejects.toMatchObject({
      code: 'clinic.signed',
    })
  })
})
