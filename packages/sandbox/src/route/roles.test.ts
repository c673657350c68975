/** Who may do what: each operation asked by each role. */
import { roleSchema, type Role } from '@tiemchung/schemas/wire'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask, logIn, newId, startSandbox } from '../test-platform.fixture.js'

/** An account of each role, all of which see to facility 01235 and what is around it. */
const accountOf: Readonly<Record<Role, string>> = {
  citizen: 'citizen',
  'facility-staff': 'staff.01235',
  'facility-head': 'head.01235',
  'commune-station': 'station.00001',
  'commune-police': 'police.00001',
  'commune-chair': 'chair.00001',
  'district-centre': 'district.01001',
  'provincial-cdc': 'cdc.01',
  province: 'province.01',
  ministry: 'ministry',
  'central-signer': 'central-signer',
}

const facility: readonly Role[] = ['facility-staff', 'facility-head']
const askers: readonly Role[] = [...facility, 'commune-station', 'district-centre', 'province']
const handlers: readonly Role[] = [...askers, 'commune-police', 'provincial-cdc', 'ministry']
const certificates: readonly Role[] = [...facility, 'ministry', 'central-signer']
const overseers: readonly Role[] = ['district-centre', 'province', 'ministry']
const id = newId()

const table: readonly (readonly [string, readonly Role[]])[] = [
  ['POST /v1/identity/verifications', askers],
  ['POST /v1/identity/batches', askers],
  [`GET /v1/identity/batches/${id}`, askers],
  [`PUT /v1/register/corrections/${id}`, ['commune-police']],
  [`PUT /v1/register/doses/${id}`, ['ministry', 'province']],
  [`PUT /v1/records/${id}`, facility],
  ['GET /v1/records?facility=01235&date=2022-05-20', facility],
  [`PUT /v1/minutes/${id}`, [...facility, 'commune-chair']],
  [`PUT /v1/certificates/${id}`, ['central-signer']],
  [`POST /v1/certificates/${id}/revocation`, ['central-signer']],
  ['GET /v1/courses', ['central-signer']],
  [`PUT /v1/facility-certificates/${id}`, ['facility-head']],
  [`POST /v1/facility-certificates/${id}/revocation`, ['facility-head', 'ministry']],
  [`GET /v1/facility-certificates/${id}`, [...facility, 'ministry']],
  ['GET /v1/facilities/01235/certificates', [...facility, 'ministry']],
  ['GET /v1/facilities/01235/certificate-subject', [...facility, 'ministry']],
  [`GET /v1/certificates/${id}`, certificates],
  [`GET /v1/certificates?recordId=${id}`, certificates],
  ['GET /v1/feedback', handlers],
  [`GET /v1/feedback/${id}/item`, handlers],
  [`POST /v1/feedback/${id}/pass-on`, handlers],
  [`POST /v1/feedback/${id}/question`, handlers],
  [`POST /v1/feedback/${id}/take`, handlers],
  [`POST /v1/feedback/${id}/decision`, handlers],
  [`POST /v1/feedback/${id}/resolution`, handlers],
  ['GET /v1/feedback/report', handlers],
  [`PUT /v1/notices/${id}`, facility],
  [`PUT /v1/webhook-endpoints/${id}`, handlers],
  [`GET /v1/webhook-endpoints/${id}`, handlers],
  ['PUT /v1/day-plans/01235/2022-05-20', ['district-centre', 'province']],
  ['PUT /v1/day-reports/01235/2022-05-20', facility],
  ['GET /v1/roll-ups/01001/2022-05-20', overseers],
]

let sandbox: Sandbox
const tokens = new Map<Role, string>()
beforeAll(async () => {
  sandbox = await startSandbox()
  for (const role of roleSchema.options) tokens.set(role, await logIn(sandbox, accountOf[role]))
}, 60_000)
afterAll(() => sandbox.close())

describe('roles', () => {
  test('an account of each is there', () => {
    const roles = new Set(sandbox.accounts.map((account) => account.role))
    expect([...roles].sort()).toEqual([...roleSchema.options].sort())
  })

  test.each(table)('%s', async (request, may) => {
    const [method = '', path = ''] = request.split(' ')
    const body = method === 'GET' ? {} : { body: {} }
    const allowed: Role[] = []
    for (const role of roleSchema.options) {
      const token = tokens.get(role) ?? ''
      const { status } = await ask(sandbox, method, path, { token, ...body })
      expect(status).not.toBe(401)
      if (status !== 403) allowed.push(role)
    }
    expect([...allowed].sort()).toEqual([...may].sort())
    expect((await ask(sandbox, method, path, body)).status).toBe(401)
  })
})

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
