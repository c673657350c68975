import { fixedClock } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { memoryStore } from '../store/memory.js'
import { allOpen } from './close.js'
import {
  authority,
  by,
  context,
  dose,
  listedChild,
  optionsOf,
  readyDay,
  testSigner,
} from './day.fixture.js'
import { openDay } from './open-day.js'

const head = { by: 'head-1' }

describe('close', () => {
  test('closes a day on which nothing is open', async () => {
    const { day } = await readyDay(2)
    await day.sign(await testSigner())
    await day.send()
    const outcome = await day.close(head)
    expect(outcome).toMatchObject({
      closed: true,
      closing: { state: 'closed', by: 'head-1', open: {} },
    })
    expect((await day.report()).closing).toMatchObject({
      state: 'closed',
      open: 0,
      withReason: false,
    })
  })

  test('says exactly what is open, and closes only with a reason, which is kept', async () => {
    const { day } = await readyDay(3)
    await day.correctDose('row-1', { volumeMl: '9' }, by)
    const refused = await day.close(head)
    expect(refused).toMatchObject({
      closed: false,
      issue: { code: 'clinic.close.open', params: { open: 3 } },
    })
    const open = { 'settled.not-signed-yet': 2, 'entered.completeness.volume': 1 }
    const named = Object.fromEntries(
      Object.entries(refused.report.open).map(([key, count]) => [
        key.startsWith('entered.') ? 'entered.completeness.volume' : key,
        count,
      ]),
    )
    expect(named).toEqual(open)
    expect(refused.report.next?.map(({ who, count }) => [who, count])).toEqual([
      ['signer', 2],
      ['data-entry', 1],
    ])
    expect(await day.closings()).toEqual([])
    const outcome = await day.close({ ...head, reason: ' Mất điện cả buổi ' })
    expect(outcome.closed).toBe(true)
    expect(await day.closings()).toEqual([
      {
        state: 'closed',
        at: '2022-05-20T03:00:00.000Z',
        by: 'head-1',
        open: allOpen(refused.report),
        reason: 'Mất điện cả buổi',
      },
    ])
  })

  test('the reason stays with the facility', async () => {
    const { day } = await readyDay(1)
    await day.close({ ...head, reason: 'Mất điện cả buổi' })
    const report = await day.report()
    expect(report.closing).toMatchObject({ open: 1, withReason: true })
    expect(JSON.stringify(report)).not.toContain('Mất điện')
  })

  test.each([['a\u0007b'], ['x'.repeat(501)]])('refuses the reason %j', async (reason) => {
    const { day } = await readyDay(1)
    const refused = { code: 'clinic.close.reason' }
    await expect(
      Promise.resolve().then(() => day.close({ ...head, reason })),
    ).rejects.toMatchObject(refused)
    expect(await day.closings()).toEqual([])
  })

  test('two that close at once: one does', async () => {
    const { day } = await readyDay(1)
    const reason = 'Mất điện'
    const results = await Promise.allSettled([
      day.close({ ...head, reason }),
      day.close({ ...head, reason }),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await day.closings()).toHaveLength(1)
    await expect(day.close(head)).rejects.toMatchObject({ code: 'clinic.close.already' })
  })
})

/** A day at another hour on the same store. */
function dayAt(options: ReturnType<typeof optionsOf>, instant: string) {
  return openDay({ ...options, clock: fixedClock(new Date(instant)) })
}

describe('a closed day', () => {
  test('takes late entries only, counts them apart, and is reopened with a reason', async () => {
    const options = optionsOf(memoryStore())
    const day = openDay(options)
    await day.list([listedChild(0), listedChild(1), listedChild(2)])
    await day.assess()
    await day.verifyIdentities(authority().verifier, context)
    await day.enter('row-0', dose, by)
    await day.close({ ...head, reason: 'Mất điện' })
    const later = dayAt(options, '2022-05-20T04:00:00Z')
    await expect(later.enter('row-1', dose, by)).rejects.toMatchObject({ code: 'clinic.closed' })
    await later.enter('row-1', dose, { ...by, late: true })
    const report = await later.report()
    expect(report).toMatchObject({
      given: 1,
      entered: 1,
      late: { ofDay: { given: 1, settled: 1 } },
    })
    await dayAt(options, '2022-05-20T04:30:00Z').reopen({ ...head, reason: 'Còn phiếu giấy' })
    const reopened = dayAt(options, '2022-05-20T05:00:00Z')
    await reopened.enter('row-2', dose, by)
    expect(await reopened.report()).toMatchObject({ entered: 2, late: { ofDay: { entered: 1 } } })
    expect((await reopened.closings()).map(({ state }) => state)).toEqual(['closed', 'reopened'])
    await expect(
      Promise.resolve().then(() => reopened.reopen({ ...head, reason: 'x' })),
    ).rejects.toMatchObject({ code: 'clinic.reopen.not-closed' })
  })

  test('what is entered after the day has ended is late without being closed', async () => {
    const options = optionsOf(memoryStore())
    const day = openDay(options)
    await day.list([listedChild(0)])
    await day.assess()
    const nextDay = dayAt(options, '2022-05-20T17:00:00Z')
    await nextDay.enter('row-0', dose, by)
    expect(await nextDay.report()).toMatchObject({ entered: 0, late: { ofDay: { entered: 1 } } })
    const records = await nextDay.records()
    const today = await openDay({
      ...optionsOf(memoryStore()),
      date: '2022-05-21' as never,
      clock: fixedClock(new Date('2022-05-21T03:00:00Z')),
    }).report({ earlier: { records, operations: [] } })
    expect(today.late).toMatchObject({ ofDay: { entered: 0 }, ofEarlierDays: { entered: 1 } })
    expect(today.finished).toBe(false)
  })
})

test('a store of another day is not taken for this one', async () => {
  const options = optionsOf(memoryStore())
  await openDay(options).list([listedChild(0)])
  const other = openDay({ ...options, date: '2022-05-21' as never })
  await expect(other.list([listedChild(1)])).rejects.toMatchObject({ code: 'clinic.other-day' })
})
