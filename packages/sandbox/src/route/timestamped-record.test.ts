/** Records and day seals with a timestamp, handed in before and after the signer's certificate is revoked. */
import { canonicalJson, parseCivilDate } from '@tiemchung/core'
import type { SealedRecordDocument, SignedRecord } from '@tiemchung/schemas/wire'
import {
  type CompactSignedRecord,
  sealDay,
  signRecord,
  softwareSigner,
  timestampRecord,
  timestampSeal,
} from '@tiemchung/signing'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sandbox } from '../sandbox.js'
import { ask, logIn, newId, recordOf, startSandbox, verifyChild } from '../test-platform.fixture.js'
import { startAuthority, titled, withoutOpenssl } from 'tiemchung-fixtures/timestamp-authority'

const facility = '01234'
/** OpenSSL stamps by the clock of the machine, so the story begins now. */
const start = new Date()
const day = 86_400_000

let sandbox: Sandbox
let tsa: Awaited<ReturnType<typeof startAuthority>>
let staff: string
let records: readonly DoseRecord[]

async function signer() {
  const key = sandbox.authority.facilityKeys.find((one) => one.facility === facility)
  if (key === undefined) throw new Error('the facility has no key')
  const { pkcs8, chain } = key
  return softwareSigner({ privateKey: { pkcs8 }, algorithm: 'ES256', chain })
}
const sign = async (record: DoseRecord): Promise<CompactSignedRecord> =>
  signRecord(record, await signer(), { at: new Date() })
const stamp = (signed: CompactSignedRecord) =>
  timestampRecord(signed, tsa.exchange, { trust: tsa.trust })

async function sealed(record: DoseRecord, stamped: boolean): Promise<SealedRecordDocument> {
  const date = parseCivilDate('2022-05-20')
  const made = await sealDay({ facility, date, records: [record] }, await signer(), {
    at: new Date(),
  })
  const trust = { trust: tsa.trust }
  const seal = stamped ? await timestampSeal(made.seal, tsa.exchange, trust) : made.seal
  const [proof] = made.proofs
  const text = canonicalJson(record)
  const head = { format: 'sealed-record/1', recordId: record.id, facility } as const
  return { ...head, record: text, proof, seal } as SealedRecordDocument
}

const put = async (body: SignedRecord | SealedRecordDocument) => {
  const headers = { 'idempotency-key': newId() }
  const path = `/v1/records/${body.recordId}`
  const answer = await ask(sandbox, 'PUT', path, { token: staff, body, headers })
  return { ...answer, said: [answer.status, answer.body['detail'] ?? answer.body['code']] }
}
const get = async (id: string, token = staff) => ask(sandbox, 'GET', `/v1/records/${id}`, { token })

async function revokeCertificate() {
  const token = await logIn(sandbox, `head.${facility}`)
  const list = await ask(sandbox, 'GET', `/v1/facilities/${facility}/certificates`, { token })
  const [kept] = list.body['items'] as { id: string }[]
  const path = `/v1/facility-certificates/${kept?.id ?? ''}/revocation`
  return ask(sandbox, 'POST', path, { token, body: { reason: 'keyCompromise' } })
}

describe.skipIf(withoutOpenssl)(titled('a record with a timestamp'), () => {
  beforeAll(async () => {
    tsa = await startAuthority()
    sandbox = await startSandbox({ at: start, timestamps: tsa.trust })
    staff = await logIn(sandbox, `staff.${facility}`)
    const { id } = await verifyChild(sandbox, staff)
    const first = await recordOf(id)
    records = [first, await recordOf(id, { number: 2 })]
  }, 60_000)
  afterAll(async () => {
    tsa.close()
    await sandbox.close()
  })

  test('is taken in, is given back as it was handed in, and comes again', async () => {
    const [record] = records as [DoseRecord]
    const stamped = await stamp(await sign(record))
    const first = await put(stamped)
    expect(first.status).toBe(201)
    const { hash } = first.body
    const digest = await systemCrypto.digest('SHA-256', Buffer.from(canonicalJson(stamped.jws)))
    expect(hash).toBe(Buffer.from(digest).toString('hex'))
    expect((await get(record.id)).body).toEqual(stamped)
    const again = await put(stamped)
    expect([again.status, again.body]).toEqual([200, first.body])
    const { payload, protected: head, signature } = stamped.jws
    const plain = { ...stamped, jws: `${head}.${payload}.${signature}` }
    expect((await put(plain)).said).toEqual([409, 'platform.conflict'])
    expect((await get(record.id, await logIn(sandbox, 'staff.01235'))).status).toBe(404)
    expect((await get(newId())).status).toBe(404)
  })

  test('of another signature, or beside something else, is refused', async () => {
    const [, record] = records as [DoseRecord, DoseRecord]
    const signed = await sign(record)
    const { header } = (await stamp(await sign(record))).jws
    const { jws } = await stamp(signed)
    const moved = await put({ ...signed, jws: { ...jws, header } })
    expect(moved.said).toEqual([422, 'signing.timestamp: mismatch'])
    for (const wrong of [{ ...header, kid: 'x' }, {}]) {
      const body = { ...signed, jws: { ...jws, header: wrong } } as SignedRecord
      expect((await put(body)).said).toEqual([422, 'platform.body'])
    }
  })

  test('signed before a revocation: good with it, open without, for records and seals', async () => {
    const [, record] = records as [DoseRecord, DoseRecord]
    const plain = await sign(record)
    const stamped = await stamp(plain)
    const [bare, under] = [await sealed(record, false), await sealed(record, true)]
    sandbox.setClock(new Date(start.getTime() + day))
    expect((await revokeCertificate()).status).toBe(200)
    staff = await logIn(sandbox, `staff.${facility}`)
    const open = [422, 'signer.chain: revoked-since']
    expect((await put(plain)).said).toEqual(open)
    expect((await put(bare)).said).toEqual(open)
    expect((await put(under)).status).toBe(201)
    expect((await get(record.id)).body).toEqual(under)
    // It is judged before it is looked for: with a signature that is not believed it would be 422.
    expect((await put(stamped)).said).toEqual([409, 'platform.conflict'])
  })
})
