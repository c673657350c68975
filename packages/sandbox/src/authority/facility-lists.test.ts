import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemRandom } from '@tiemchung/core'
import { readCrl, type RevokedEntry, revokedEntries } from '@tiemchung/x509'
import { createAuthority, generateSigningKey } from '@tiemchung/x509/ca'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSandbox } from '../create-sandbox.js'
import { openInFolder } from '../database/pglite.js'
import { keepSecret, secretOf } from '../database/secrets.js'
import type { Sandbox } from '../sandbox.js'
import {
  ask,
  child,
  logIn,
  morning,
  newId,
  recordOf,
  signed,
  startSandbox,
  verifyChild,
} from '../test-platform.fixture.js'
import { day } from './facility-issuer.js'
import { facilityLists } from './facility-lists.js'

type Loose = Readonly<Record<string, unknown>>

const minutes = (count: number) => new Date(morning.getTime() + count * 60_000)

/** The host's WebCrypto, which counts what it signs, and fails to when it is told so. */
function countingHost() {
  const { subtle } = globalThis.crypto
  const host = { signatures: 0, broken: false }
  const sign = (...args: Parameters<SubtleCrypto['sign']>) => {
    if (host.broken) return Promise.reject(new Error('no key'))
    host.signatures += 1
    return subtle.sign(...args)
  }
  const counted = new Proxy(subtle, {
    get: (_, name) => {
      if (name === 'sign') return sign
      const member = Reflect.get(subtle, name) as (...args: unknown[]) => unknown
      return member.bind(subtle)
    },
  })
  const crypto = {
    subtle: counted,
    getRandomValues: (array: Uint8Array<ArrayBuffer>) => globalThis.crypto.getRandomValues(array),
  }
  return { host, world: { crypto, random: systemRandom } }
}

async function listsOfTest(rootCrl?: Uint8Array) {
  const keys = await generateSigningKey('ES256')
  const { certificate } = await createAuthority({
    subject: { commonName: 'TEST issuer', country: 'VN' },
    keys,
    validity: { notBefore: new Date('2022-01-01'), notAfter: new Date('2024-01-01') },
  })
  const { host, world } = countingHost()
  return { host, lists: facilityLists({ certificate, keys, rootCrl }, world) }
}

const entry = (serialNumber: string, revocationDate: Date): RevokedEntry => ({
  serialNumber,
  revocationDate,
  reason: 'superseded',
})
const serialsIn = (list: Uint8Array | undefined) =>
  [...revokedEntries(readCrl(list ?? new Uint8Array()))].map((one) =>
    one === 'unusable' ? one : one.serialNumber,
  )

describe('the list of the issuing authority', () => {
  test('is signed once for many that ask, together or one after the other', async () => {
    const { host, lists } = await listsOfTest()
    const [first] = await lists([], morning)
    await Promise.all([1, 2, 3].map((count) => lists([], minutes(count))))
    const [last] = await lists([], new Date(morning.getTime() + day - 1))
    expect([host.signatures, last]).toEqual([1, first])
  })

  test('is signed again for each revocation, and when it is over', async () => {
    const { host, lists } = await listsOfTest()
    await lists([], morning)
    const one = [entry('4a', minutes(1))]
    expect(serialsIn((await lists(one, minutes(1)))[0])).toEqual(['4a'])
    await lists(one, minutes(2))
    expect(host.signatures).toBe(2)
    const two = [...one, entry('4b', minutes(3))]
    expect(serialsIn((await lists(two, minutes(3)))[0])).toEqual(['4a', '4b'])
    expect(host.signatures).toBe(3)
    const over = new Date(minutes(3).getTime() + day)
    await lists(two, over)
    expect(host.signatures).toBe(4)
  })

  test('never says less than what is revoked by then, however the clock is moved', async () => {
    const { host, lists } = await listsOfTest()
    const one = [entry('4a', minutes(60))]
    await lists(one, minutes(60))
    expect(serialsIn((await lists(one, minutes(0)))[0])).toEqual([])
    expect(serialsIn((await lists(one, minutes(61)))[0])).toEqual(['4a'])
    expect(host.signatures).toBe(3)
  })

  test('is tried again when it could not be signed', async () => {
    const { host, lists } = await listsOfTest()
    host.broken = true
    await expect(lists([], morning)).rejects.toThrow()
    host.broken = false
    expect(await lists([], morning)).toHaveLength(1)
  })

  test('comes after that of the root', async () => {
    const root = new Uint8Array([1])
    const { lists } = await listsOfTest(root)
    const [first, second] = await lists([], morning)
    expect([first, serialsIn(second)]).toEqual([root, []])
  })
})

describe('the sandbox', () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox()
  }, 60_000)
  afterAll(() => sandbox.close())

  // Signatures by ECDSA are never made twice alike: the same octets are the same signature.
  const list = async () =>
    ((await ask(sandbox, 'GET', '/v1/facility-crls')).body['items'] as string[])[1]

  test('gives one list before and after records are handed in, and another one when one is revoked', async () => {
    const before = await list()
    const token = await logIn(sandbox, 'staff.01234')
    const record = await recordOf((await verifyChild(sandbox, token)).id)
    const headers = { 'idempotency-key': newId() }
    const body = await signed(sandbox, record)
    const path = `/v1/records/${record.id}`
    expect((await ask(sandbox, 'PUT', path, { token, body, headers })).status).toBe(201)
    expect(await list()).toBe(before)
    const head = await logIn(sandbox, 'head.01234')
    const kept = await ask(sandbox, 'GET', '/v1/facilities/01234/certificates', { token: head })
    const [{ id }] = kept.body['items'] as [{ id: string }]
    const revocation = { token: head, body: { reason: 'superseded' } }
    await ask(sandbox, 'POST', `/v1/facility-certificates/${id}/revocation`, revocation)
    const after = await list()
    expect(after).not.toBe(before)
    sandbox.setClock(new Date(morning.getTime() + 2 * day))
    expect(await list()).not.toBe(after)
  })
})

test('a database from before there were lists still refuses what a revocation may reach', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-lists-'))
  const start = () => createSandbox({ database: { folder }, at: morning })
  try {
    await (await start()).close()
    const database = await openInFolder(folder)
    const { facilityRootCrl: _, ...before } = (await secretOf<Loose>(database, 'authority')) ?? {}
    await keepSecret(database, 'authority', before)
    await database.close()

    const sandbox = await start()
    await sandbox.addPeople([child])
    const token = await logIn(sandbox, 'staff.01234')
    const send = async (body: { readonly recordId: string }) => {
      const headers = { 'idempotency-key': newId() }
      const answer = await ask(sandbox, 'PUT', `/v1/records/${body.recordId}`, {
        token,
        body,
        headers,
      })
      return [answer.status, answer.body['detail']]
    }
    const { id } = await verifyChild(sandbox, token)
    const [first, second] = [await recordOf(id), await recordOf(id)]
    expect(await send(await signed(sandbox, first))).toEqual([201, undefined])
    const head = await logIn(sandbox, 'head.01234')
    const kept = await ask(sandbox, 'GET', '/v1/facilities/01234/certificates', { token: head })
    const [{ id: certificate }] = kept.body['items'] as [{ id: string }]
    const revocation = { token: head, body: { reason: 'keyCompromise' } }
    sandbox.setClock(minutes(60))
    await ask(sandbox, 'POST', `/v1/facility-certificates/${certificate}/revocation`, revocation)
    expect(await send(await signed(sandbox, second))).toEqual([422, 'signer.chain: revoked-since'])
    await sandbox.close()
  } finally {
    await rm(folder, { recursive: true })
  }
}, 120_000)
