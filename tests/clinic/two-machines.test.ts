/** Two machines of one facility enter the same child, on the real platform. People are invented. */
import type { Day, Operation } from '@tiemchung/clinic'
import type { Person } from '@tiemchung/schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { date, type Entered, facility, openPlatform } from './two-machines.fixture.js'

let platform: Awaited<ReturnType<typeof openPlatform>>

beforeAll(async () => {
  platform = await openPlatform()
}, 60_000)
afterAll(() => platform.close())

const machine = async (entered: Entered): Promise<Day> => (await platform.machine(entered)).day

async function operationOf(day: Day): Promise<Operation> {
  const [operation, ...more] = await day.outbox.all()
  if (operation === undefined || more.length > 0) throw new Error('one operation was queued')
  return operation
}

/** Records of the platform under this operation's subject. */
async function listedUnder({ subject }: Operation): Promise<number> {
  const query = { facility, date, limit: 500 }
  const rows = await platform.line().pages('/v1/records', { query }).toArray({ limit: 1000 })
  return rows.filter((row) => (row as { recordId: string }).recordId === subject).length
}

type Second = (person: Person) => Partial<Entered>
const cases: readonly [string, Second, readonly string[]][] = [
  ['with the same content', () => ({}), []],
  ['with another lot', () => ({ lot: 'FT0521' }), ['dose.lot']],
  [
    'under a name written otherwise, and the same number',
    (person) => ({ person: { ...person, fullName: 'NGUYỄN THỊ QUỲNH HOÀ' } }),
    ['person.fullName'],
  ],
]
const orders = ['the first sends first', 'the second sends first', 'both at once'] as const

/** Sends from both, in an order, and gives the operations: the one that arrived first, then the other. */
async function sendBoth(
  days: readonly [Day, Day],
  order: (typeof orders)[number],
): Promise<readonly [Operation, Operation]> {
  const [first, second] = order === 'the second sends first' ? [days[1], days[0]] : days
  if (order === 'both at once')
    await Promise.all(days.map((day) => day.send({ untilSettled: true })))
  else {
    await first.send({ untilSettled: true })
    await second.send({ untilSettled: true })
  }
  const [one, other] = [await operationOf(first), await operationOf(second)]
  return one.state === 'acknowledged' ? [one, other] : [other, one]
}

describe.each(orders)('two machines of one facility, %s', (order) => {
  test.each(cases)('the same child entered %s', async (_, change, differs) => {
    const person = await platform.newChild()
    const one = { key: 'row-1', person, by: 'staff-1', minute: 5 }
    const days = [
      await machine(one),
      await machine({ ...one, key: 'list-b/17', by: 'staff-2', minute: 25, ...change(person) }),
    ] as const
    const [first, second] = await sendBoth(days, order)
    expect(first).toMatchObject({
      state: 'acknowledged',
      acknowledgement: { recordId: first.subject },
    })
    expect(second.subject).toBe(first.subject)
    expect(second.id).not.toBe(first.id)
    expect(await listedUnder(first)).toBe(1)
    if (differs.length === 0) {
      expect(second).toMatchObject({
        state: 'acknowledged',
        acknowledgement: first.acknowledgement ?? {},
      })
      return
    }
    const current = first.acknowledgement
    const failure = { code: 'http.status', status: 409, problem: 'platform.conflict' }
    expect(second).toMatchObject({ state: 'conflict', current, differs, failure })
    expect(JSON.stringify([second.differs, second.failure])).not.toMatch(/Nguy|NGUY|FT05|001314/)
  })
})

test('a conflict is settled by what the platform has, and the day is finished', async () => {
  const person = await platform.newChild()
  const one = { key: 'row-1', person, by: 'staff-1', minute: 5 }
  const [first, second] = [await machine(one), await machine({ ...one, lot: 'FT0521' })]
  await first.send()
  expect(await second.send()).toMatchObject({ conflicts: 1 })
  expect(await second.report()).toMatchObject({ open: { 'signed.conflict': 1 }, finished: false })
  const { id } = await operationOf(second)
  await second.outbox.settle(id, { as: 'keep-theirs', by: 'staff-1' })
  expect(await second.report()).toMatchObject({ open: {}, finished: true })
})
