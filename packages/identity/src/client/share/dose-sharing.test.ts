import { canonicalBytes, toHex } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { createHttp } from '@tiemchung/http'
import type { DoseRecord } from '@tiemchung/schemas'
import { type SharedDose, sharedDoseSchema } from '@tiemchung/schemas/wire'
import { describe, expect, test } from 'vitest'
import { at, codeOf, idAt } from '../question.fixture.js'
import { sharedDoseOf } from './dose-sharing.js'
import { platformDoseSharing } from './platform-dose-sharing.js'

const record = {
  format: 'dose-record/1',
  id: idAt(1),
  person: {
    fullName: 'Lê Thị Thử',
    birthDate: '2016-05-01',
    sex: 'female',
    identityDocument: { kind: 'personal-number', number: '001316000017' },
  },
  dose: {
    number: 1,
    date: '2022-05-20',
    product: 'comirnaty-10',
    lot: 'FT0520',
    volumeMl: '0.2',
    site: 'left-arm',
    route: 'intramuscular',
    facility: '01234',
    vaccinator: 'nurse-1',
    givenAt: '2022-05-20T02:00:00Z',
  },
  identity: { status: 'matched', verificationId: idAt(2), at },
} as unknown as DoseRecord

const dose = sharedDoseOf(record) as SharedDose

describe('sharedDoseOf', () => {
  test('shares the number and what was given, and no more', () => {
    expect(dose).toEqual({
      format: 'shared-dose/1',
      id: idAt(1),
      number: '001316000017',
      dose: { number: 1, date: '2022-05-20', product: 'comirnaty-10', lot: 'FT0520' },
      facility: '01234',
    })
    expect(sharedDoseSchema.safeParse(dose).success).toBe(true)
  })

  test('an amendment says which record it replaces', () => {
    const amends = { recordId: idAt(3) } as DoseRecord['amends']
    expect(sharedDoseOf({ ...record, amends })?.replaces).toBe(idAt(3))
  })

  test.each([
    'pending',
    'mismatched',
    'not-found',
    'unverifiable',
    'no-number',
    'malformed-number',
    'not-required',
  ])('shares nothing of an identity that is %s', (status) => {
    const identity = { status, at } as unknown as DoseRecord['identity']
    expect(sharedDoseOf({ ...record, identity })).toBeUndefined()
  })

  test('shares nothing without a personal number', () => {
    const identityDocument = { kind: 'passport', number: 'B1234567', country: 'VN' } as const
    const person = { ...record.person, identityDocument }
    expect(sharedDoseOf({ ...record, person })).toBeUndefined()
  })
})

describe('platformDoseSharing', () => {
  const hashOf = async (value: unknown) =>
    toHex(await systemCrypto.digest('SHA-256', canonicalBytes(value)))

  function sharing(answer: (body: SharedDose, count: number) => Promise<object> | Response) {
    const asked: string[] = []
    const fetch = async (request: Request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`)
      const said = await answer((await request.json()) as SharedDose, asked.length)
      return said instanceof Response ? said : Response.json(said)
    }
    const sleep = () => Promise.resolve()
    const http = createHttp({ baseUrl: 'https://platform.example.vn', fetch, sleep })
    return { asked, port: platformDoseSharing({ http }) }
  }
  const receiptFor = async (body: SharedDose) => ({
    id: body.id,
    state: 'taken',
    receivedAt: at,
    hash: await hashOf(body),
  })

  test('puts the dose under its id, and gives the acknowledgement', async () => {
    const { asked, port } = sharing(receiptFor)
    expect(await port.share(dose)).toMatchObject({ id: idAt(1), state: 'taken' })
    expect(asked).toEqual([`PUT /v1/register/doses/${idAt(1)}`])
  })

  test('sends the same again when the answer is lost', async () => {
    const { asked, port } = sharing((body, count) =>
      count === 1 ? new Response(null, { status: 503 }) : receiptFor(body),
    )
    await port.share(dose)
    expect(new Set(asked).size).toBe(1)
    expect(asked).toHaveLength(2)
  })

  test.each<[string, object, string]>([
    ['another dose', { id: idAt(9) }, 'identity.sharing.foreign-receipt'],
    ['other content', { hash: 'a'.repeat(64) }, 'identity.sharing.foreign-receipt'],
    ['a state of no known word', { state: 'ok' }, 'http.schema'],
  ])('an acknowledgement of %s is none', async (_, change, code) => {
    const { port } = sharing(async (body) => ({ ...(await receiptFor(body)), ...change }))
    expect(await codeOf(port.share(dose))).toBe(code)
  })
})
