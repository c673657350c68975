import { parseCivilDate } from '@tiemchung/core'
import type { DayReport } from '@tiemchung/schemas/wire'
import { signDayReport, softwareSigner } from '@tiemchung/signing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask, logIn, morning, newId, startSandbox } from '../test-platform.fixture.js'

let sandbox: Sandbox
let token: string
beforeAll(async () => {
  sandbox = await startSandbox()
  token = await logIn(sandbox, 'staff.01234')
}, 60_000)
afterAll(() => sandbox.close())

const path = '/v1/day-reports/01234/2022-05-20'
const report = (sequence: number, change: Partial<DayReport> = {}): DayReport => ({
  format: 'day-report/1',
  facility: '01234',
  date: parseCivilDate('2022-05-20'),
  madeAt: '2022-05-20T01:00:00.000Z',
  sequence,
  ...{ given: 1, entered: 1, complete: 1, settled: 1, signed: 1, acknowledged: 1 },
  open: {},
  finished: true,
  ...change,
})

async function signed(one: DayReport, keyOf = '01234') {
  const key = sandbox.authority.facilityKeys.find(({ facility }) => facility === keyOf)
  if (key === undefined) throw new Error('the facility has no key')
  const { pkcs8, chain } = key
  const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm: 'ES256', chain })
  return signDayReport(one, signer, { at: morning })
}

const put = (body: object) =>
  ask(sandbox, 'PUT', path, { token, body, headers: { 'idempotency-key': newId() } })

describe('a day report', () => {
  test('nothing is there before one was handed in', async () => {
    expect((await ask(sandbox, 'GET', path, { token })).status).toBe(404)
  })

  test('under its signature is kept as it was signed, and counts in the roll-up', async () => {
    const one = await signed(report(2))
    expect(await put(one)).toMatchObject({ status: 200, body: { sequence: 2 } })
    expect((await ask(sandbox, 'GET', path, { token })).body).toEqual(one)
    const district = await logIn(sandbox, 'district.01001')
    expect((await ask(sandbox, 'GET', path, { token: district })).status).toBe(200)
    const rolled = await ask(sandbox, 'GET', '/v1/roll-ups/01001/2022-05-20', { token: district })
    expect(rolled.body['rows']).toContainEqual(
      expect.objectContaining({ facility: '01234', state: 'finished' }),
    )
  })

  test('that comes late does not replace a newer one, which is answered', async () => {
    const open = { 'settled.not-signed-yet': 1 }
    const older = await put(await signed(report(1, { open, finished: false })))
    expect(older).toMatchObject({ status: 200, body: { sequence: 2, finished: true } })
  })

  test.each<[string, () => unknown, string]>([
    ['signed by another facility', () => signed(report(3), '01236'), 'signer.register'],
    ['not signed after a signed one', () => report(3), 'unsigned'],
    ['with a number that is none', () => signed(report(3, { given: -1 })), 'day-report.form'],
  ])('%s is refused', async (_, make, detail) => {
    const { status, body } = await put((await make()) as object)
    expect([status, body['code']]).toEqual([422, 'platform.day-report.signature'])
    expect(body['detail']).toContain(detail)
  })

  test('of another day than its address is refused', async () => {
    const other = await put(await signed(report(3, { date: parseCivilDate('2022-05-19') })))
    expect(other.body['code']).toBe('platform.id-mismatch')
  })
})
