/** On whose data: units beside and below one's own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask, logIn, startSandbox } from '../test-platform.fixture.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
}, 60_000)
afterAll(() => sandbox.close())

describe('units', () => {
  const plan = { vaccinating: true }
  test.each([
    ['GET', '/v1/records?facility=01236&date=2022-05-20', 'staff.01235', undefined, 403],
    ['GET', '/v1/roll-ups/01002/2022-05-20', 'district.01001', undefined, 403],
    ['GET', '/v1/roll-ups/02001/2022-05-20', 'province.01', undefined, 403],
    ['GET', '/v1/roll-ups/01002/2022-05-20', 'province.01', undefined, 200],
    ['GET', '/v1/roll-ups/02001/2022-05-20', 'ministry', undefined, 200],
    ['GET', '/v1/feedback?unit=01001', 'province.01', undefined, 403],
    ['GET', '/v1/feedback?unit=01001', 'district.01001', undefined, 200],
    ['PUT', '/v1/day-plans/01235/2022-05-20', 'province.01', plan, 200],
    ['PUT', '/v1/day-plans/99999/2022-05-20', 'province.01', plan, 404],
  ])('%s %s by %s', async (method, path, name, body, status) => {
    const token = await logIn(sandbox, name)
    const options = body === undefined ? { token } : { token, body }
    expect((await ask(sandbox, method, path, options)).status).toBe(status)
  })

  test("a district's plan is not for the centre of another", async () => {
    const elsewhere = {
      code: '20001',
      name: 'Trạm Y tế xã Mẫu',
      province: '02',
      district: '024',
      commune: '00691',
      canSign: true,
    }
    const other = await startSandbox({ facilities: [elsewhere, { ...elsewhere, code: '20002' }] })
    expect(other.authority.facilityKeys.map((key) => key.facility)).toEqual(['20001', '20002'])
    const token = await logIn(other, 'district.02024')
    const answer = await ask(other, 'PUT', '/v1/day-plans/20001/2022-05-20', { token, body: plan })
    expect(answer.status).toBe(200)
    expect((await ask(other, 'GET', '/v1/roll-ups/01001/2022-05-20', { token })).status).toBe(403)
    await other.close()
  }, 60_000)

  test('a facility since 01/07/2025 has no district: its province sees to it', async () => {
    const facility = {
      code: '22001',
      name: 'Trạm Y tế phường Mẫu',
      province: '22',
      commune: '06667',
      canSign: true,
    }
    const other = await startSandbox({ facilities: [facility] })
    expect(other.accounts.map(({ role }) => role)).not.toContain('district-centre')
    const token = await logIn(other, 'province.22')
    const answer = await ask(other, 'PUT', '/v1/day-plans/22001/2026-05-20', { token, body: plan })
    expect(answer.status).toBe(200)
    const rollUp = await ask(other, 'GET', '/v1/roll-ups/22/2026-05-20', { token })
    expect(rollUp.body['rows']).toMatchObject([{ facility: '22001', state: 'silent' }])
    await other.close()
  }, 60_000)
})
