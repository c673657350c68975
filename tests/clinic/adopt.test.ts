/** What a machine does about a record that the platform had already from another one. People are invented. */
import type { Operation } from '@tiemchung/clinic'
import { type DaySeal, readSealContent, verifySeals } from '@tiemchung/signing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { date, facility, type Machine, openPlatform } from './two-machines.fixture.js'

let platform: Awaited<ReturnType<typeof openPlatform>>

beforeAll(async () => {
  platform = await openPlatform()
}, 60_000)
afterAll(() => platform.close())

const why = { reason: 'entry-error', by: 'staff-2' } as const

/** The platform has the first one's record; the second one has entered it too. */
async function afterBoth(lot: string, mode: 'records' | 'seal' = 'records') {
  const one = { key: 'row-1', person: await platform.newChild(), minute: 5, mode }
  const first = await platform.machine({ ...one, by: 'staff-1' })
  const second = await platform.machine({ ...one, by: 'staff-2', minute: 25, lot })
  await first.day.send({ untilSettled: true })
  await second.day.send({ untilSettled: true })
  const [operation] = await second.day.outbox.all()
  if (operation === undefined) throw new Error('nothing was queued')
  return { first, second, operation }
}

/** Amends what the second machine has, and gives the operation that sent it. */
async function amendOn({ day, sign }: Machine, recordId: string): Promise<Operation | undefined> {
  const { record } = await day.amend(recordId, { dose: { site: 'right-arm' } }, why)
  await sign()
  await day.send({ untilSettled: true })
  return (await day.outbox.all()).find(({ subject }) => subject === record.id)
}

/** What the platform has under an id, and whether something has amended it. */
async function onPlatform(recordId: string) {
  const query = { facility, date, limit: 500 }
  const rows = await platform.line().pages('/v1/records', { query }).toArray({ limit: 1000 })
  return rows.find((row) => (row as { recordId: string }).recordId === recordId)
}

const cases = [
  ['with another lot', 'records', 'FT0521', 'conflict'],
  ['with the same content', 'records', 'FT0520', 'acknowledged'],
  ['under a seal, with another lot', 'seal', 'FT0521', 'conflict'],
  ['under a seal, with the same content', 'seal', 'FT0520', 'acknowledged'],
] as const

describe.each(cases)('a record that came second, %s', (_, mode, lot, state) => {
  test('is amended when it was adopted, and not before', async () => {
    const { first, second, operation } = await afterBoth(lot, mode)
    const { id, subject } = operation
    expect(operation.state).toBe(state)
    if (state === 'conflict') await second.day.outbox.settle(id, { as: 'keep-theirs' })
    await expect(second.day.amend(subject, { dose: { lot } }, why)).rejects.toMatchObject({
      code: 'clinic.not-adopted',
    })
    const adopted = await second.day.adopt(subject)
    const [theirs] = await first.day.records()
    expect(adopted.record).toEqual(theirs?.record)
    expect([adopted.signed, adopted.underSeal]).toEqual([theirs?.signed, theirs?.underSeal])
    expect(await second.day.adopt(subject)).toEqual(adopted)
    expect(await amendOn(second, subject)).toMatchObject({
      state: 'acknowledged',
      dependsOn: [id],
    })
    expect(await onPlatform(subject)).toMatchObject({ superseded: true })
    expect(await second.day.report()).toMatchObject({ open: {}, finished: true })
  })
})

describe('adopt', () => {
  test('settles a conflict that nobody has settled, and keeps what was signed here', async () => {
    const { second, operation } = await afterBoth('FT0521')
    await second.day.adopt(operation.subject, 'staff-2')
    const kept = await second.day.outbox.get(operation.id)
    expect(kept).toMatchObject({
      state: 'settled',
      settlement: { as: 'keep-theirs', by: 'staff-2' },
      payload: operation.payload,
    })
    expect(await second.day.report()).toMatchObject({ open: {}, finished: true })
  })

  test('leaves what came first as it is, also for its own amendment', async () => {
    const { first, operation } = await afterBoth('FT0521')
    const [own] = await first.day.records()
    expect((await first.day.adopt(operation.subject)).record).toEqual(own?.record)
    expect(await amendOn(first, operation.subject)).toMatchObject({ state: 'acknowledged' })
  })

  test('leaves the chain of this machine alone: its next seal follows its own', async () => {
    const { first, second, operation } = await afterBoth('FT0521', 'seal')
    await second.day.adopt(operation.subject)
    await amendOn(second, operation.subject)
    const [theirs] = await first.store.all('seal')
    expect((await second.store.all('adopted-seal')).map(({ value }) => value)).toEqual([
      theirs?.value,
    ])
    const seals = (await second.store.all('seal')).map(({ value }) => value as unknown as DaySeal)
    expect(seals.map((seal) => readSealContent(seal)?.sequence)).toEqual([1, 2])
    const options = { anchors: platform.anchors, at: new Date('2022-05-20T03:00:00Z') }
    expect(await verifySeals(seals, options)).toMatchObject({ verdict: 'valid' })
  })

  test.each([
    ['nothing of a record', {}],
    ['another record', { recordId: '00000000-0000-5000-8000-000000000000' }],
  ])('is refused where the platform answers with %s', async (_, answer) => {
    const { second, operation } = await afterBoth('FT0521')
    platform.answerOnce(`/v1/records/${operation.subject}`, answer)
    await expect(second.day.adopt(operation.subject)).rejects.toMatchObject({
      code: 'clinic.adopt.unreadable',
    })
    expect(await second.day.outbox.get(operation.id)).toEqual(operation)
  })

  test('is refused of what was not sent, what was amended and what is not there', async () => {
    const one = { key: 'row-1', person: await platform.newChild(), minute: 5, by: 'staff-1' }
    const { day } = await platform.machine(one)
    const [kept] = await day.records()
    const id = kept?.record.id ?? ''
    const refused = { code: 'clinic.adopt.nothing' }
    await expect(day.adopt(id)).rejects.toMatchObject(refused)
    await day.send()
    await day.amend(id, { dose: { site: 'right-arm' } }, why)
    await expect(day.adopt(id)).rejects.toMatchObject(refused)
    const unknown = '00000000-0000-5000-8000-000000000000'
    await expect(day.adopt(unknown)).rejects.toMatchObject(refused)
  })
})
