/** An invented child with two doses and a certificate, whose sex is wrong in the second record. */
import { fixedClock, fromBase64, parseCivilDate, parsePartialDate } from '@tiemchung/core'
import { systemClock, systemRandom, type Uuid, uuidv7 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { Http } from '@tiemchung/http'
import { amendRecord, type DoseRecord, recordIdFor } from '@tiemchung/schemas'
import { noticeSchema } from '@tiemchung/schemas/wire'
import { type Signer, signRecords, softwareSigner } from '@tiemchung/signing'
import { testRecord } from 'tiemchung-fixtures/dose-record'
import { morning, type Platform } from './platform.js'

export const newId = (): Uuid => uuidv7({ clock: systemClock, random: systemRandom })

const child = {
  number: '001314000017',
  fullName: 'Nguyễn Thị Mẫu',
  birthDate: parsePartialDate('2014-09-02'),
  sex: 'female',
} as const

/** What a facility and the central signer do for the child. */
export interface Vaccinated {
  /** The reference of the notice for the second dose. */
  readonly notice: string
  /** The head of the facility, logged in. */
  readonly head: Http
  /** Amends the record, has the identity matched again, signs again, and issues the certificate again. */
  readonly correct: (feedbackId: Uuid) => Promise<void>
}

interface Hands {
  readonly head: Http
  readonly central: Http
  readonly signer: Signer
}

interface TestKeys {
  readonly facilities: readonly { facility: string; testKey: string; chain: readonly string[] }[]
}

/** The key of the facility, which the sandbox gives to anybody. */
async function signerOf({ open }: Platform): Promise<Signer> {
  const { facilities } = (await open.get('/_sandbox/keys')) as TestKeys
  const key = facilities.find(({ facility }) => facility === '01234')
  if (key === undefined) throw new Error('the facility has no key')
  return softwareSigner({
    privateKey: { pkcs8: fromBase64(key.testKey) },
    algorithm: 'ES256',
    chain: key.chain.map(fromBase64),
  })
}

async function matched({ head }: Hands): Promise<DoseRecord['identity']> {
  const [id, at] = [newId(), morning.toISOString()]
  const consent = { form: 'paper', reference: 'P-1', at, by: 'mother' }
  const claim = { id, ...child, purpose: 'vaccination-record', officer: 'staff-1', consent }
  await head.post('/v1/identity/verifications', { body: claim })
  return { status: 'matched', verificationId: id, at }
}

async function handIn({ head, signer }: Hands, record: DoseRecord): Promise<DoseRecord> {
  const { signed } = await signRecords([record], signer, { at: morning })
  await head.put(`/v1/records/${record.id}`, { body: signed[0] })
  return record
}

/** The record of a dose, with the sex that was entered. */
async function recordOf(hands: Hands, number: 1 | 2, sex: 'male' | 'female'): Promise<DoseRecord> {
  const base = testRecord()
  const { person, dose } = base
  const named = { facility: dose.facility, person, product: dose.product, date: dose.date }
  const first = { number: 1, date: parseCivilDate('2022-04-20'), product: dose.product }
  return {
    ...base,
    id: await recordIdFor({ ...named, doseNumber: number }, systemCrypto),
    person: { ...person, sex },
    dose: { ...dose, number },
    priorDoses: number === 2 ? [first] : [],
    identity: await matched(hands),
  }
}

/** Issues the certificate of the course that ends with a record. */
async function issue({ central }: Hands, record: string, replaces?: Uuid): Promise<Uuid> {
  const { items } = (await central.get('/v1/courses')) as {
    items: readonly { request: { recordIds: readonly string[] } }[]
  }
  const request = items.find(({ request }) => request.recordIds[0] === record)?.request
  const id = newId()
  const body = { request, algorithm: 'ES256', ...(replaces === undefined ? {} : { replaces }) }
  await central.put(`/v1/certificates/${id}`, { body })
  return id
}

async function amended(hands: Hands, old: DoseRecord, feedbackId: Uuid): Promise<DoseRecord> {
  const details = { id: newId(), reason: 'feedback', by: 'staff-1', crypto: systemCrypto } as const
  const change = { person: { sex: 'female' } } as const
  const clock = fixedClock(morning)
  const record = await amendRecord(old, change, { ...details, clock, feedbackId })
  return { ...record, identity: await matched(hands) }
}

/** Has two doses entered, signed and certified, and a notice given for the second. */
export async function vaccinate(platform: Platform): Promise<Vaccinated> {
  await platform.open.post('/_sandbox/people', { body: [child] })
  const hands: Hands = {
    head: await platform.officer('head.01234'),
    central: await platform.officer('central-signer'),
    signer: await signerOf(platform),
  }
  await handIn(hands, await recordOf(hands, 1, 'male'))
  const record = await handIn(hands, await recordOf(hands, 2, 'male'))
  const certificate = await issue(hands, record.id)
  const { reference } = await hands.head.put(`/v1/notices/${record.id}`, { schema: noticeSchema })
  return {
    notice: reference,
    head: hands.head,
    correct: async (feedbackId) => {
      const next = await handIn(hands, await amended(hands, record, feedbackId))
      await issue(hands, next.id, certificate)
    },
  }
}
