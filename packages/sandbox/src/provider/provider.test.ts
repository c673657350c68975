import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fromBase64, toBase64, toHex } from '@tiemchung/core'
import { schemeOf, systemCrypto } from '@tiemchung/core/crypto'
import { documentSigning, ecdsaSignatureToRaw, readCertificate, verifyPath } from '@tiemchung/x509'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask, morning, startSandbox } from '../test-platform.fixture.js'
import type { ProviderUser } from './provider.js'

let sandbox: Sandbox
let user: ProviderUser
beforeAll(async () => {
  sandbox = await startSandbox()
  user = sandbox.providers.users[0] as ProviderUser
})
beforeEach(() => sandbox.providers.behave({}))
afterAll(() => sandbox.close())

const data = (name: string) => new TextEncoder().encode(name)
const digest = async (name: string) => systemCrypto.digest('SHA-256', data(name))

async function post(path: string, body: object, token?: string) {
  const more = token === undefined ? {} : { token }
  return ask(sandbox, 'POST', `/providers/${path}`, { body, ...more })
}

/** Whether a signature in base64 holds over what was hashed, under a certificate in base64. */
async function holds(name: string, signature: unknown, certificate: unknown, rsa = false) {
  const key = await systemCrypto.importPublicKey(
    readCertificate(fromBase64(String(certificate))).spki,
  )
  const bytes = fromBase64(String(signature))
  const raw = rsa ? bytes : ecdsaSignatureToRaw(bytes, 'P-256')
  return systemCrypto.verify(schemeOf[rsa ? 'RS256' : 'ES256'], key, raw, data(name))
}

async function logInAt(base: string): Promise<string> {
  const basic = toBase64(data(`${user.userId}:${user.password}`))
  const answer = await ask(sandbox, 'POST', `/providers/${base}/auth/login`, {
    headers: { authorization: `Basic ${basic}` },
  })
  return String(answer.body['access_token'])
}

type Info = { cert: { certificates: string[] }; multisign: number }

async function infoOf(base: string, token: string, credentialID: string): Promise<Info> {
  const body = { credentialID, certificates: 'chain' }
  return (await post(`${base}/credentials/info`, body, token)).body as unknown as Info
}

describe('CSC 1.0.4', () => {
  const base = 'csc/v1'

  async function authorize(token: string, credentialID: string, hash: string[], pin = user.pin) {
    await post(`${base}/credentials/sendOTP`, { credentialID }, token)
    const [message] = await sandbox.messages({ account: user.userId })
    const OTP = /\d{8}/.exec(message?.text ?? '')?.[0]
    const body = { credentialID, numSignatures: hash.length, hash, PIN: pin, OTP }
    return (await post(`${base}/credentials/authorize`, body, token)).body
  }

  test.each([
    ['es256', '1.2.840.10045.4.3.2'],
    ['rs256', '1.2.840.113549.1.1.11'],
  ])('%s: a hash is signed once, by activation data that names it', async (kind, signAlgo) => {
    const token = await logInAt(base)
    const credentialID = `${user.facility}-${kind}`
    const listed = await post(`${base}/credentials/list`, {}, token)
    expect(listed.body['credentialIDs']).toContain(credentialID)
    const { cert, multisign } = await infoOf(base, token, credentialID)
    expect(multisign).toBe(50)
    const [leaf = new Uint8Array(), ...intermediates] = cert.certificates.map(fromBase64)
    const anchors = sandbox.authority.facilityAnchors.map((certificate) => ({ certificate }))
    const at = morning
    const path = await verifyPath({ leaf, intermediates, anchors, at, purpose: documentSigning })
    expect(path.verdict).toBe('valid')
    const hash = [toBase64(await digest(kind)), toBase64(await digest(`${kind}2`))]
    const { SAD } = await authorize(token, credentialID, hash)
    const sign = (hashes: string[]) =>
      post(`${base}/signatures/signHash`, { credentialID, SAD, hash: hashes, signAlgo }, token)
    const other = await sign([toBase64(await digest('other'))])
    expect([other.status, other.body['error']]).toEqual([400, 'invalid_request'])
    const signed = await sign(hash)
    const [first, second] = signed.body['signatures'] as string[]
    expect(await holds(kind, first, cert.certificates[0], kind === 'rs256')).toBe(true)
    expect(await holds(`${kind}2`, second, cert.certificates[0], kind === 'rs256')).toBe(true)
    expect((await sign(hash)).body['error']).toBe('invalid_request')
    expect(sandbox.providers.operationsOn(toHex(await digest(kind)))).toBe(1)
  })

  test.each([
    ['without a token', 401, 'invalid_token'],
    ['with a wrong PIN', 400, 'invalid_pin'],
    ['with a used one-time code', 400, 'invalid_otp'],
    ['for somebody else', 400, 'invalid_request'],
    ['for more than the limit', 400, 'invalid_request'],
    ['for another number', 400, 'invalid_request'],
    ['for no digest', 400, 'invalid_request'],
  ])('%s: refused', async (how, status, error) => {
    const token = how.startsWith('without') ? 'nobody' : await logInAt(base)
    const foreign = sandbox.providers.users[1]?.credentials[0]
    const credentialID = how.startsWith('for somebody') ? foreign : user.credentials[0]
    const one = how.endsWith('digest') ? 'AAAA' : toBase64(await digest('x'))
    const hash = how.endsWith('limit') ? Array.from({ length: 51 }, () => one) : [one]
    const PIN = how.endsWith('PIN') ? '0' : user.pin
    const numSignatures = how.endsWith('number') ? 7 : hash.length
    const body = { credentialID, numSignatures, hash, PIN, OTP: '00000000' }
    const answer = await post(`${base}/credentials/authorize`, body, token)
    expect([answer.status, answer.body['error']]).toEqual([status, error])
  })

  test('a wrong password opens nothing, a token ends, a package is used up', async () => {
    const headers = { authorization: `Basic ${toBase64(data(`${user.userId}:wrong`))}` }
    const refused = await ask(sandbox, 'POST', `/providers/${base}/auth/login`, { headers })
    expect([refused.status, refused.body['error']]).toEqual([401, 'authentication_error'])
    sandbox.providers.behave({ tokenSeconds: 60, quota: 1 })
    const token = await logInAt(base)
    const credentialID = String(user.credentials[0])
    const hash = [toBase64(await digest('a')), toBase64(await digest('b'))]
    const { SAD } = await authorize(token, credentialID, hash)
    const body = { credentialID, SAD, hash, signAlgo: '1.2.840.10045.4.3.2' }
    const poor = await post(`${base}/signatures/signHash`, body, token)
    expect(poor.body['error']).toBe('quota_exceeded')
    sandbox.setClock(new Date(morning.getTime() + 3_600_000))
    expect((await post(`${base}/credentials/list`, {}, token)).status).toBe(401)
    sandbox.setClock(morning)
  })
})

describe('CSC 2', () => {
  const base = 'csc/v2'
  const client = () => ({
    client_id: sandbox.providers.client.id,
    client_secret: sandbox.providers.client.secret,
    user_id: user.userId,
    password: user.password,
  })
  const hashAlgorithmOID = '2.16.840.1.101.3.4.2.1'

  async function tokens(hashes: readonly string[], credentialID: string) {
    const service = await post(`${base}/oauth2/token`, { ...client(), scope: 'service' })
    const documentDigests = hashes.map((hash) => ({ hash }))
    const credential = await post(`${base}/oauth2/token`, {
      ...client(),
      scope: 'credential',
      pin: user.pin,
      authorization_details: [{ type: 'credential', credentialID, documentDigests }],
    })
    return [String(service.body['access_token']), String(credential.body['access_token'])] as const
  }

  test('a token of scope credential signs its hashes, at once or later', async () => {
    const credentialID = String(user.credentials[0])
    for (const operationMode of ['S', 'A']) {
      const hashes = [toBase64(await digest(operationMode))]
      const [service, credential] = await tokens(hashes, credentialID)
      const { cert } = await infoOf(base, service, credentialID)
      const body = { credentialID, hashes, hashAlgorithmOID, operationMode, signAlgo: 'x' }
      const answer = await post(`${base}/signatures/signHash`, body, credential)
      let { body: result } = answer
      if (operationMode === 'A') {
        const { responseID } = result
        const first = await post(`${base}/signatures/signPolling`, { responseID }, service)
        expect([first.status, first.body]).toEqual([202, {}])
        result = (await post(`${base}/signatures/signPolling`, { responseID }, service)).body
      }
      const [signature] = result['signatures'] as string[]
      expect(await holds(operationMode, signature, cert.certificates[0])).toBe(true)
      const again = await post(`${base}/signatures/signHash`, body, credential)
      expect(again.status).toBe(401)
    }
  })

  test.each([
    ['refuses', 400, 'access_denied'],
    ['key-fails', 400, 'key_authorization_failed'],
    ['sign-fails', 500, 'server_error'],
  ] as const)('a person who %s ends the polling', async (person, status, error) => {
    sandbox.providers.behave({ person, afterPolls: 0 })
    const credentialID = String(user.credentials[0])
    const hashes = [toBase64(await digest(person))]
    const [service, SAD] = await tokens(hashes, credentialID)
    const body = { credentialID, SAD, hashes, hashAlgorithmOID, operationMode: 'A' }
    const { responseID } = (await post(`${base}/signatures/signHash`, body, service)).body
    const polled = await post(`${base}/signatures/signPolling`, { responseID }, service)
    expect([polled.status, polled.body['error']]).toEqual([status, error])
    expect(sandbox.providers.operationsOn(toHex(await digest(person)))).toBe(0)
  })
})

describe.each(['csc/v1', 'csc/v2'])('%s: the client credentials grant', (base) => {
  async function grant(fields: Readonly<Record<string, string>>, basic?: string) {
    const authorization = basic === undefined ? {} : { authorization: `Basic ${basic}` }
    const answer = await sandbox.fetch(
      new Request(`http://sandbox/providers/${base}/oauth2/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...authorization },
        body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }).toString(),
      }),
    )
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const inBody = () => {
    const { id, secret } = sandbox.providers.client
    return { client_id: id, client_secret: secret }
  }

  test('gives software a token, by header or body, that says for whom it asks', async () => {
    const { id, secret } = sandbox.providers.client
    const basic = toBase64(data(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`))
    const before = sandbox.providers.tokensGiven()
    for (const made of [await grant(inBody()), await grant({}, basic)]) {
      expect(made).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 3600 } })
      const token = String(made.body['access_token'])
      const own = await post(`${base}/credentials/list`, { userID: user.userId }, token)
      expect(own.body['credentialIDs']).toEqual(user.credentials)
      const nobody = await post(`${base}/credentials/list`, {}, token)
      expect([nobody.status, nobody.body['error']]).toEqual([400, 'invalid_request'])
      const { cert } = await infoOf(base, token, String(user.credentials[0]))
      expect(cert.certificates).not.toEqual([])
    }
    expect(sandbox.providers.tokensGiven() - before).toBe(2)
  })

  test.each([
    ['a wrong secret', { client_secret: 'sai' }, undefined, 401, 'invalid_client'],
    ['a header that is none', {}, '!', 401, 'invalid_client'],
    ['another grant', { grant_type: 'password' }, undefined, 400, 'unsupported_grant_type'],
  ] as const)('%s: refused', async (_, fields, basic, status, error) => {
    const answer = await grant({ ...inBody(), ...fields }, basic)
    expect([answer.status, answer.body['error']]).toEqual([status, error])
  })

  test('a token ends after the calls of the script, told by status or in the body', async () => {
    for (const [tokenErrors, status] of [
      ['status', 401],
      ['body', 200],
    ] as const) {
      sandbox.providers.behave({ tokenCalls: 1, tokenErrors })
      const token = String((await grant(inBody())).body['access_token'])
      const list = () => post(`${base}/credentials/list`, { userID: user.userId }, token)
      expect((await list()).status).toBe(200)
      const ended = await list()
      expect([ended.status, ended.body['error']]).toEqual([status, 'invalid_token'])
    }
    sandbox.providers.behave({})
  })
})

describe('MySign', () => {
  const base = 'mysign/adss/service/ras'

  test.each([
    ['confirms', undefined],
    ['refuses', 'access_denied'],
  ] as const)('a call that waits until the person %s', async (person, error) => {
    sandbox.providers.behave({ person, afterMs: 50 })
    const { id, secret } = sandbox.providers.client
    const account = { client_id: id, client_secret: secret, user_id: user.userId, profile_id: 'p' }
    const token = String((await post(`${base}/v1/login`, account)).body['access_token'])
    const credentialID = String(user.credentials[1])
    const hash = [toBase64(await digest(person))]
    const documents = [{ document_id: 1, document_name: 'record' }]
    const body = { credentialID, numSignatures: 1, documents, hash, description: 'x' }
    const answer = await post(`${base}/csc/v1/credentials/authorize`, body, token)
    expect(answer.body['error']).toBe(error)
    expect(typeof answer.body['SAD']).toBe(error === undefined ? 'string' : 'undefined')
  })
})

describe('SmartCA', () => {
  const base = 'smartca/sca/sp769/v1'
  const who = () => ({
    sp_id: sandbox.providers.client.id,
    sp_password: sandbox.providers.client.secret,
    user_id: user.userId,
  })

  async function certificates() {
    const body = { ...who(), serial_number: '', transaction_id: 't' }
    const answer = await post(`${base}/credentials/get_certificate`, body)
    const { user_certificates } = answer.body['data'] as {
      user_certificates: { serial_number: string; cert_data: string }[]
    }
    return user_certificates
  }

  async function begin(names: readonly string[], transaction_id: string) {
    const [own] = await certificates()
    const digests = await Promise.all(names.map(digest))
    const sign_files = digests.map((hash, index) => ({
      doc_id: names[index],
      file_type: 'json',
      sign_type: 'hash',
      data_to_be_signed: toHex(hash),
    }))
    const body = { ...who(), transaction_id, serial_number: own?.serial_number, sign_files }
    return (await post(`${base}/signatures/sign`, body)).body as {
      status_code: number
      message: string
      data: { tran_code: string }
    }
  }

  const look = async (code: string) =>
    (await post(`${base}/signatures/sign/${code}/status`, {})).body as {
      status_code: number
      data: { signatures?: { doc_id: string; signature_value: string }[] }
    }

  test('waits, then signs, once for a transaction id however often it comes', async () => {
    const [own] = await certificates()
    const first = await begin(['one', 'two'], 'same')
    expect(await begin(['one', 'two'], 'same')).toEqual(first)
    expect((await look(first.data.tran_code)).status_code).toBe(4000)
    const done = await look(first.data.tran_code)
    expect(await look(first.data.tran_code)).toEqual(done)
    for (const { doc_id, signature_value } of done.data.signatures ?? []) {
      expect(await holds(doc_id, signature_value, own?.cert_data)).toBe(true)
      expect(sandbox.providers.operationsOn(toHex(await digest(doc_id)))).toBe(1)
    }
    expect(done.data.signatures).toHaveLength(2)
    sandbox.providers.behave({ repeats: 'refused' })
    expect((await begin(['one', 'two'], 'same')).status_code).toBe(409)
    sandbox.providers.behave({ repeats: 'begun' })
    const another = await begin(['one', 'two'], 'same')
    expect(another.data.tran_code).not.toBe(first.data.tran_code)
    expect(sandbox.providers.decide('refuse')).toBe(1)
  })

  test.each([
    ['refuses', 4002],
    ['key-fails', 4003],
    ['sign-fails', 4004],
  ] as const)('a person who %s: %d in a 200', async (person, code) => {
    sandbox.providers.behave({ person, afterPolls: 0 })
    const { data: transaction } = await begin([person], person)
    expect((await look(transaction.tran_code)).status_code).toBe(code)
  })

  test('nobody confirms in time: 4001; nobody at all: somebody decides by the switch', async () => {
    sandbox.providers.behave({ person: 'waits' })
    const late = await begin(['late'], 'late')
    sandbox.setClock(new Date(morning.getTime() + 301_000))
    expect((await look(late.data.tran_code)).status_code).toBe(4001)
    sandbox.setClock(morning)
    const due = await begin(['due'], 'due')
    expect(sandbox.providers.waiting()).toEqual([due.data.tran_code])
    expect(sandbox.providers.decide('confirm')).toBe(1)
    expect((await look(due.data.tran_code)).status_code).toBe(200)
  })

  test.each([
    ['a wrong password', { sp_password: 'x' }, 401],
    ['an unknown certificate', { serial_number: '00' }, 404],
    ['no hashes', { sign_files: [] }, 400],
    ['data instead of a hash', { sign_files: [{ doc_id: 'a', data_to_be_signed: 'aa' }] }, 400],
  ])('%s is refused inside a 200', async (_, wrong, code) => {
    const [own] = await certificates()
    const file = { doc_id: 'a', sign_type: 'hash', data_to_be_signed: toHex(await digest('a')) }
    const right = { ...who(), transaction_id: 'r', serial_number: own?.serial_number }
    const body = { ...right, sign_files: [file], ...wrong }
    const answer = await post(`${base}/signatures/sign`, body)
    expect([answer.status, answer.body['status_code']]).toEqual([200, code])
  })

  test('a package that is used up, and too many hashes', async () => {
    sandbox.providers.behave({ quota: 1, hashLimit: 2 })
    expect((await begin(['q1', 'q2'], 'quota')).status_code).toBe(4005)
    expect((await begin(['q1', 'q2', 'q3'], 'many')).message).toBe('TOO_MANY_FILES')
  })

  test.each([
    ['once', 1],
    ['twice', 2],
    ['lost', 0],
  ] as const)('the result is sent %s', async (callbacks, times) => {
    const heard: Record<string, unknown>[] = []
    const server = createServer((request, response) => {
      let text = ''
      request.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      request.on('end', () => {
        heard.push(JSON.parse(text) as Record<string, unknown>)
        response.end()
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    sandbox.providers.behave({ callback: `http://127.0.0.1:${port}/`, callbacks, afterMs: 5 })
    const { data: transaction } = await begin([callbacks], callbacks)
    const due = () => sandbox.providers.waiting().length === 0 && heard.length >= times
    while (!due()) await new Promise((resolve) => setTimeout(resolve, 10))
    await new Promise((resolve) => setTimeout(resolve, 50))
    server.close()
    expect(heard).toHaveLength(times)
    if (times > 0) expect(heard[0]).toMatchObject({ tran_code: transaction.tran_code })
  })

  test('a callback goes to this machine only', () => {
    expect(() => sandbox.providers.behave({ callback: 'http://example.vn/' })).toThrow()
    expect(() => sandbox.providers.behave({ callback: 'http://127.0.0.1.example.vn/' })).toThrow()
  })

  test('what comes back can be mixed up', async () => {
    sandbox.providers.behave({ order: 'reversed', count: 'one-more', afterPolls: 0 })
    const mixed = await look((await begin(['m1', 'm2'], 'mixed')).data.tran_code)
    expect(mixed.data.signatures?.map((one) => one.doc_id)).toEqual(['m2', 'm1', 'm1'])
  })
})

describe('the switches', () => {
  test('script, show and decide over HTTP', async () => {
    const script = await ask(sandbox, 'PUT', '/_sandbox/providers/script', {
      body: { person: 'waits' },
    })
    expect(script.status).toBe(200)
    const shown = await ask(sandbox, 'GET', '/_sandbox/providers')
    expect(shown.body['client']).toEqual(sandbox.providers.client)
    const decision = await ask(sandbox, 'POST', '/_sandbox/providers/decisions', {
      body: { decision: 'refuse' },
    })
    expect(decision.body).toEqual({ decided: 0 })
  })
})
