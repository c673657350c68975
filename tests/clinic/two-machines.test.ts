/** Two machines of one facility enter the same child, on the real platform. People are invented. */
import { type Day, openDay, type Operation } from '@tiemchung/clinic'
import { memoryStore } from '@tiemchung/clinic/store/memory'
import { fixedClock, parseCivilDate, parsePartialDate } from '@tiemchung/core'
import { definePolicySet } from '@tiemchung/eligibility'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { createHttp, type Http } from '@tiemchung/http'
import { platformVerifier } from '@tiemchung/identity'
import { createSandbox, type Sandbox } from '@tiemchung/sandbox'
import { covid2022SameDay, type Person } from '@tiemchung/schemas'
import { challengeSchema, sessionSchema } from '@tiemchung/schemas/wire'
import { softwareSigner } from '@tiemchung/signing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const morning = new Date('2022-05-20T01:00:00Z')
const date = parseCivilDate('2022-05-20')
const facility = '01234'
const address = { province: '22', commune: '06790', asOf: date } as const

let sandbox: Sandbox
let token = ''
let children = 0

const line = (): Http =>
  createHttp({
    baseUrl: 'http://sandbox',
    fetch: (request: Request) => sandbox.fetch(request),
    ...(token === '' ? {} : { tokens: () => Promise.resolve({ value: token }) }),
  })

beforeAll(async () => {
  sandbox = await createSandbox({ at: new Date('2022-05-20T03:00:00Z') })
  const account = `staff.${facility}`
  const password = sandbox.accounts.find(({ name }) => name === account)?.password
  const body = { account, password }
  const { challengeId } = await line().post('/v1/sessions', { body, schema: challengeSchema })
  const [message] = await sandbox.messages({ account })
  const code = /\d{6}/.exec(message?.text ?? '')?.[0]
  const session = await line().post(`/v1/sessions/${challengeId}/answer`, {
    body: { code },
    schema: sessionSchema,
  })
  token = session.accessToken
}, 60_000)
afterAll(() => sandbox.close())

/** A child that the register knows, and no test before has vaccinated. */
async function newChild(): Promise<Person> {
  children += 1
  const number = `001314${String(500 + children).padStart(6, '0')}`
  const names = {
    fullName: 'Nguyễn Thị Quỳnh Hoà',
    birthDate: parsePartialDate('2014-09-02'),
    sex: 'female',
  } as const
  await sandbox.addPeople([{ number, ...names }])
  return {
    ...names,
    nationality: 'VN',
    identityDocument: { kind: 'personal-number', number },
    guardian: { fullName: 'Nguyễn Văn Mẫu', phone: '+84900000001', relationship: 'father' },
    permanentResidence: address,
    currentResidence: address,
  }
}

const no = 'no' as const
const screening = {
  anaphylaxisToVaccine: no,
  acuteOrProgressingDisease: no,
  anyAllergy: no,
  consciousnessOrBehaviourDisorder: no,
  congenitalOrChronicDisease: no,
  abnormalHeartOrLungSounds: no,
  anaphylaxisGrade3: no,
  otherContraindication: no,
}

interface Entered {
  readonly key: string
  readonly person: Person
  readonly lot?: string
  readonly by: string
  readonly minute: number
}

/** A machine with a store of its own on which one dose was entered, matched and signed. */
async function machine({ key, person, lot = 'FT0520', by, minute }: Entered): Promise<Day> {
  const clock = fixedClock(new Date(morning.getTime() + minute * 60_000))
  const day = openDay({
    store: memoryStore(),
    facility: { code: facility, canSign: true, district: '193' },
    date,
    eligibility: definePolicySet([...covid19Children5To11]),
    completeness: covid2022SameDay.completeness,
    volumes: { 'comirnaty-10': '0.2' },
    http: line(),
    clock,
  })
  const consent = { state: 'agreed', by: 'father', date } as const
  await day.list([{ key, person, doses: [], consent, screening, infection: { state: 'no' } }])
  const dose = {
    number: 1,
    date,
    product: 'comirnaty-10',
    lot,
    volumeMl: '0.2',
    site: 'left-arm',
    vaccinator: 'nurse-1',
    givenAt: '2022-05-20T00:10:00Z',
    observedUntil: '2022-05-20T00:40:00Z',
  } as const
  await day.enter(key, dose, { enteredBy: by })
  await day.verifyIdentities(platformVerifier({ http: line() }), {
    officer: by,
    pollMs: 1,
    consentOf: () => ({
      form: 'paper',
      reference: 'P-1',
      at: '2022-05-20T00:05:00Z',
      by: 'father',
    }),
  })
  const own = sandbox.authority.facilityKeys.find((one) => one.facility === facility)
  if (own === undefined) throw new Error('the facility has no key')
  const { pkcs8, chain, algorithm } = own
  const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm, chain })
  expect(await day.sign(signer)).toMatchObject({ signed: 1 })
  return day
}

async function operationOf(day: Day): Promise<Operation> {
  const [operation, ...more] = await day.outbox.all()
  if (operation === undefined || more.length > 0) throw new Error('one operation was queued')
  return operation
}

/** Records of the platform under this operation's subject. */
async function listedUnder({ subject }: Operation): Promise<number> {
  const query = { facility, date, limit: 500 }
  const rows = await line().pages('/v1/records', { query }).toArray({ limit: 1000 })
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
    const person = await newChild()
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
  const person = await newChild()
  const one = { key: 'row-1', person, by: 'staff-1', minute: 5 }
  const [first, second] = [await machine(one), await machine({ ...one, lot: 'FT0521' })]
  await first.send()
  expect(await second.send()).toMatchObject({ conflicts: 1 })
  expect(await second.report()).toMatchObject({ open: { 'signed.conflict': 1 }, finished: false })
  const { id } = await operationOf(second)
  await second.outbox.settle(id, { as: 'keep-theirs', by: 'staff-1' })
  expect(await second.report()).toMatchObject({ open: {}, finished: true })
})
