/** Signing certificates of facilities: who gets one, when it is renewed, what a revocation does. */
import { spawnSync } from 'node:child_process'
import { devNull } from 'node:os'
import { fromBase64, toBase64 } from '@tiemchung/core'
import { facilityRenewalPolicy, parseSignerRegister } from '@tiemchung/signing'
import { readCertificate } from '@tiemchung/x509'
import {
  createRequest,
  generateSigningKey,
  type KeyPair,
  type SubjectName,
} from '@tiemchung/x509/ca'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { type Answer, ask, logIn, morning, newId, startSandbox } from '../test-platform.fixture.js'
import { titled, withoutOpenssl } from 'tiemchung-fixtures/timestamp-authority'

const day = 86_400_000
const after = (days: number) => new Date(morning.getTime() + days * day)

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
}, 60_000)
afterAll(() => sandbox.close())

/** One facility's head at the sandbox. */
async function headOf(facility: string, platform = sandbox) {
  const token = await logIn(platform, `head.${facility}`)
  const path = `/v1/facilities/${facility}/certificate-subject`
  const subject = (await ask(platform, 'GET', path, { token })).body as unknown as SubjectName
  const send = (body: object, id: string = newId()) =>
    ask(platform, 'PUT', `/v1/facility-certificates/${id}`, { token, body })
  const request = async (keys: KeyPair, change: Partial<SubjectName> = {}) =>
    toBase64(await createRequest({ subject: { ...subject, ...change }, keys }))
  const revoke = (id: unknown, reason = 'keyCompromise') =>
    ask(platform, 'POST', `/v1/facility-certificates/${String(id)}/revocation`, {
      token,
      body: { reason },
    })
  return { token, subject, send, request, revoke }
}

const newKey = () => generateSigningKey('ES256')
const told = ({ status, body }: Answer) => [status, body['code'], body['detail']].filter(Boolean)
const entriesOf = async (facility: string) => {
  const { body } = await ask(sandbox, 'GET', '/v1/signer-register')
  return parseSignerRegister(body).entries.filter((one) => one.facilities.includes(facility))
}

describe('a request', () => {
  test('of a facility without one is answered once, with its key, name and days', async () => {
    const head = await headOf('01235')
    const keys = await newKey()
    const id = newId()
    const request = await head.request(keys)
    const first = await head.send({ request }, id)
    expect(first.status).toBe(201)
    const again = await head.send({ request }, id)
    expect([again.status, again.body]).toEqual([200, first.body])
    const made = readCertificate(fromBase64((first.body['chain'] as string[])[0] ?? ''))
    const year = (made.notAfter.getTime() - made.notBefore.getTime()) / day
    expect(year).toBe(facilityRenewalPolicy.lifetimeDays)
    expect(made.subject.attributes.map(({ text }) => text)).toContain('MST:0000001235')
    const [entry, ...others] = await entriesOf('01235')
    expect(others).toEqual([])
    expect(entry).toMatchObject({
      signer: { fingerprint: first.body['fingerprint'] },
      from: '2022-05-20',
      to: '2023-05-20',
    })
    const another = await head.send({ request: await head.request(await newKey()) }, id)
    expect(told(another)).toEqual([409, 'platform.conflict'])
  })

  test('is not for a facility that has one, and a renewal has its time', async () => {
    const head = await headOf('01234')
    const request = await head.request(await newKey())
    const notDue = [409, 'platform.facility-certificate.not-due']
    expect(told(await head.send({ request }))).toEqual(notDue)
    const path = '/v1/facilities/01234/certificates'
    const list = await ask(sandbox, 'GET', path, { token: head.token })
    const [own] = list.body['items'] as { id: string }[]
    expect(told(await head.send({ request, replaces: own?.id }))).toEqual(notDue)
  })

  const refused = (detail: string) => [422, 'platform.facility-certificate.request', detail]
  test('must be signed by its key, name the facility alone, and replace its own', async () => {
    const head = await headOf('01236')
    const keys = await newKey()
    const request = await head.request(keys)
    const other = await headOf('01234')
    const forged = fromBase64(request)
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1
    expect(told(await head.send({ request: toBase64(forged) }))).toEqual(refused('form'))
    expect(told(await head.send({ request: 'AAAA' }))).toEqual(refused('form'))
    expect(told(await head.send({ request: 'not base64' }))).toEqual([422, 'platform.body'])
    expect(told(await other.send({ request }))).toEqual(refused('subject'))
    const nurse = { userId: ['MST:0000001236', 'CCCD:001190000027'] }
    const both = await head.request(keys, nurse)
    expect(told(await head.send({ request: both }))).toEqual(refused('subject'))
    expect(told(await head.send({ request, replaces: newId() }))).toEqual(refused('replaces'))
  })

  test('is for a key that nobody has', async () => {
    const head = await headOf('01237')
    const other = await headOf('01238')
    const keys = await newKey()
    const [first] = (await ask(sandbox, 'GET', '/v1/facilities/01237/certificates', head)).body[
      'items'
    ] as { id: string }[]
    await head.revoke(first?.id)
    const mine = await head.send({ request: await head.request(keys) })
    expect(mine.status).toBe(201)
    await head.revoke(mine.body['id'])
    expect(told(await head.send({ request: await head.request(keys) }))).toEqual(
      refused('key-used'),
    )
    const own = (await ask(sandbox, 'GET', '/v1/facilities/01238/certificates', other)).body[
      'items'
    ] as { id: string }[]
    for (const { id } of own) await other.revoke(id)
    expect(told(await other.send({ request: await other.request(keys) }))).toEqual(
      refused('key-used'),
    )
  })
})

describe('a request that OpenSSL made', () => {
  const made = ({ commonName, organization = '', userId }: SubjectName, bits: number) => {
    const ids = [userId ?? []].flat().map((one) => `/UID=${one}`)
    const subject = `/C=VN/O=${organization}${ids.join('')}/CN=${commonName}`
    const key = ['-newkey', `rsa:${bits}`, '-nodes', '-keyout', devNull]
    const args = ['req', '-new', ...key, '-utf8', '-subj', subject, '-outform', 'DER']
    return toBase64(new Uint8Array(spawnSync('openssl', args).stdout))
  }
  test.skipIf(withoutOpenssl)(
    titled('is taken; with a weak key it is refused'),
    async () => {
      const platform = await startSandbox()
      const head = await headOf('01235', platform)
      const detail = [422, 'platform.facility-certificate.request', 'form']
      expect(told(await head.send({ request: made(head.subject, 1024) }))).toEqual(detail)
      expect(told(await head.send({ request: made(head.subject, 2048) }))).toEqual([201])
      await platform.close()
    },
    60_000,
  )
})

describe('a revocation', () => {
  test('is made once, by its own head, and stays on record', async () => {
    const head = await headOf('01239')
    const other = await headOf('01234')
    const path = '/v1/facilities/01239/certificates'
    for (const one of (await ask(sandbox, 'GET', path, head)).body['items'] as { id: string }[]) {
      await head.revoke(one.id)
    }
    const { body } = await head.send({ request: await head.request(await newKey()) })
    expect((await other.revoke(body['id'])).status).toBe(403)
    expect((await head.revoke(newId())).status).toBe(404)
    const first = await head.revoke(body['id'])
    expect(first.body).toMatchObject({ revoked: true })
    expect((first.body['events'] as object[])[1]).toMatchObject({
      what: 'revoked',
      by: 'head.01239',
      reason: 'keyCompromise',
    })
    expect((await head.revoke(body['id'])).body).toEqual(first.body)
    expect(told(await head.revoke(body['id'], 'superseded'))).toEqual([409, 'platform.conflict'])
  })
})

describe('a renewal', () => {
  const policy = { ...facilityRenewalPolicy, lifetimeDays: 100 }
  test.each([
    ['with a new key', 'new', 'other', [201]],
    ['with the same key', 'new-or-same', 'same', [201]],
    [
      'with the same key where the policy wants another',
      'new',
      'same',
      [422, 'platform.facility-certificate.request', 'key-used'],
    ],
  ] as const)(
    'in the last days, %s',
    async (_, keyAtRenewal, which, answer) => {
      const platform = await startSandbox({ renewal: { ...policy, keyAtRenewal } })
      const keys = await newKey()
      const before = await headOf('01235', platform)
      const first = await before.send({ request: await before.request(keys) })
      const { notBefore, dueFrom } = first.body as Record<string, string>
      expect(Date.parse(dueFrom ?? '') - Date.parse(notBefore ?? '')).toBe(70 * day)
      const replaces = first.body['id']
      platform.setClock(after(71))
      const head = await headOf('01235', platform)
      const request = await head.request(which === 'same' ? keys : await newKey())
      const renewed = await head.send({ request, replaces })
      expect(told(renewed)).toEqual(answer)
      if (renewed.status === 201) {
        const twice = await head.request(await newKey())
        expect(told(await head.send({ request: twice, replaces }))[0]).toBe(409)
      }
      platform.setClock(after(101))
      const late = await headOf('01235', platform)
      const tooLate = await late.send({ request: await late.request(await newKey()), replaces })
      expect(told(tooLate)).toEqual([422, 'platform.facility-certificate.request', 'replaces'])
      await platform.close()
    },
    60_000,
  )
})
