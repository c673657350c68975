import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask, child, logIn, newId, startSandbox } from '../test-platform.fixture.js'

let sandbox: Sandbox
let ministry: string
beforeAll(async () => {
  sandbox = await startSandbox()
  ministry = await logIn(sandbox, 'ministry')
}, 60_000)
afterAll(() => sandbox.close())

const doseOf = (change: object = {}) => ({
  format: 'shared-dose/1',
  id: newId(),
  number: child.number,
  dose: { number: 1, date: '2022-05-20', product: 'comirnaty-10', lot: 'FT0520' },
  facility: '01234',
  ...change,
})
const share = (dose: ReturnType<typeof doseOf>, path = dose.id) =>
  ask(sandbox, 'PUT', `/v1/register/doses/${path}`, { token: ministry, body: dose })

describe('doses for the register', () => {
  test('are acknowledged each by itself, once and alike', async () => {
    const dose = doseOf()
    const first = await share(dose)
    expect(first.body).toMatchObject({ id: dose.id, state: 'taken' })
    expect((await share(dose)).body).toEqual(first.body)
  })

  test('of somebody whom it does not have are not taken, and can come again', async () => {
    const dose = doseOf({ number: '096399999999' })
    expect((await share(dose)).body['state']).toBe('unknown-person')
    const corrected = await share({ ...dose, number: child.number })
    expect(corrected.body['state']).toBe('taken')
  })

  test('under an id that has another are refused', async () => {
    const dose = doseOf()
    await share(dose)
    const { status, body } = await share({ ...dose, facility: '01235' })
    expect([status, body['code']]).toEqual([409, 'platform.conflict'])
  })

  test('under another id than their own are refused', async () => {
    const { status, body } = await share(doseOf(), newId())
    expect([status, body['code']]).toEqual([422, 'platform.id-mismatch'])
  })

  test('with a name in them are refused', async () => {
    const { status, body } = await share(doseOf({ fullName: 'Nguyễn Thị Mẫu' }))
    expect([status, body['code']]).toEqual([422, 'platform.body'])
  })
})
