/** The life of a facility's certificate: asked for, installed, signed with, revoked, replaced, renewed. */
import { fromBase64, toBase64 } from '@tiemchung/core'
import {
  checkAnsweredCertificate,
  parseSignerRegister,
  renewalOf,
  facilityRenewalPolicy,
  signRecord,
  softwareSigner,
  timestampRecord,
  verifyRecord,
} from '@tiemchung/signing'
import type { Signer } from '@tiemchung/core/crypto'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import {
  createRequest,
  exportPrivateKey,
  generateSigningKey,
  readRequest,
  type SubjectName,
} from '@tiemchung/x509/ca'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask, logIn, newId, recordOf, startSandbox } from '../test-platform.fixture.js'
import { startAuthority, titled, withoutOpenssl } from 'tiemchung-fixtures/timestamp-authority'

const day = 86_400_000
const facility = '01235'
/** OpenSSL stamps by the clock of the machine, so the story begins now. */
const start = new Date()
const after = (days: number, seconds = 0) => new Date(start.getTime() + days * day + seconds * 1000)

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ at: start })
}, 60_000)
afterAll(() => sandbox.close())

const anchors = () => sandbox.authority.facilityAnchors.map((certificate) => ({ certificate }))

/** A new key, a request for it, the answer checked as a facility checks it, and a signer over both. */
async function install(at: Date, replaces?: { id: string; certificate: Uint8Array }) {
  const token = await logIn(sandbox, `head.${facility}`)
  const from = `/v1/facilities/${facility}/certificate-subject`
  const subject = (await ask(sandbox, 'GET', from, { token })).body as unknown as SubjectName
  const keys = await generateSigningKey('ES256', { extractable: true })
  const der = await createRequest({ subject, keys })
  const id = newId()
  const asked = { request: toBase64(der), ...(replaces && { replaces: replaces.id }) }
  const path = `/v1/facility-certificates/${id}`
  const answer = await ask(sandbox, 'PUT', path, { token, body: asked })
  const chain = (answer.body['chain'] as string[]).map(fromBase64)
  const [certificate = new Uint8Array()] = chain
  const report = await checkAnsweredCertificate(await readRequest(der), chain, {
    anchors: anchors(),
    at,
    revocation: { crls: await crls() },
    ...(replaces && { replaces: replaces.certificate }),
  })
  const privateKey = { pkcs8: await exportPrivateKey(keys) }
  const signer = await softwareSigner({ privateKey, algorithm: 'ES256', chain })
  return { id, certificate, signer, verdict: report.verdict }
}

async function crls(): Promise<readonly Uint8Array[]> {
  const { body } = await ask(sandbox, 'GET', '/v1/facility-crls')
  return (body['items'] as string[]).map(fromBase64)
}

/** A record judged by the sandbox's own lists of that moment. */
async function judge(signed: Parameters<typeof verifyRecord>[0], at: Date, timestamps: object) {
  const register = parseSignerRegister((await ask(sandbox, 'GET', '/v1/signer-register')).body)
  const { verdict, checks } = await verifyRecord(signed, {
    anchors: anchors(),
    register,
    revocation: { crls: await crls() },
    at,
    ...timestamps,
  })
  const open = checks.find(({ status }) => status === 'failed' || status === 'unknown')
  return open === undefined ? verdict : `${verdict} ${open.id} ${open.reason ?? ''}`
}

async function sign(signer: Signer, at: Date): Promise<SignedRecord> {
  return signRecord(await recordOf(newId(), { facility }), signer, { at })
}

describe('a certificate', () => {
  test.skipIf(withoutOpenssl)(
    titled('is asked for, signed with, revoked, replaced and renewed'),
    async () => {
      const tsa = await startAuthority()
      const timestamps = { timestamps: tsa.trust }
      const first = await install(after(0, 60))
      expect(first.verdict).toBe('valid')
      const plain = await sign(first.signer, new Date())
      const stamped = await timestampRecord(await sign(first.signer, new Date()), tsa.exchange, {
        trust: tsa.trust,
      })
      tsa.close()
      expect(await judge(plain, after(0, 60), timestamps)).toBe('valid')
      expect(await judge(stamped, after(0, 60), timestamps)).toBe('valid')

      sandbox.setClock(after(1))
      const token = await logIn(sandbox, `head.${facility}`)
      const path = `/v1/facility-certificates/${first.id}/revocation`
      const body = { reason: 'keyCompromise' }
      expect((await ask(sandbox, 'POST', path, { token, body })).status).toBe(200)
      const open = 'indeterminate signer.chain revoked-since'
      expect(await judge(plain, after(1, 60), timestamps)).toBe(open)
      expect(await judge(stamped, after(1, 60), timestamps)).toBe('valid')
      const stolen = await sign(first.signer, after(1, 50))
      const refused = 'invalid signer.chain revoked'
      expect(await judge(stolen, after(1, 60), timestamps)).toBe(refused)
      const record = `/v1/records/${plain.recordId}`
      const late = await ask(sandbox, 'PUT', record, { token, body: plain })
      expect([late.status, late.body['detail']]).toEqual([422, 'signer.chain: revoked-since'])

      const second = await install(after(1, 60))
      expect(second.verdict).toBe('valid')
      expect(await judge(await sign(second.signer, after(1, 60)), after(1, 90), {})).toBe('valid')

      const { dueFrom } = renewalOf(second.certificate, facilityRenewalPolicy, start)
      const due = new Date(dueFrom.getTime() + 60_000)
      const moment = (seconds: number) => new Date(due.getTime() + seconds * 1000)
      sandbox.setClock(due)
      const third = await install(moment(60), second)
      expect(third.verdict).toBe('valid')
      expect(await judge(await sign(third.signer, moment(60)), moment(90), {})).toBe('valid')
      expect(await judge(await sign(second.signer, moment(60)), moment(90), {})).toBe('valid')
      expect(await judge(plain, moment(90), timestamps)).toBe(open)
      expect(await judge(stamped, moment(90), timestamps)).toBe('valid')
    },
    60_000,
  )
})
