/** A platform for a parent and the officers of a facility, and lines to it. People are invented. */
import {
  fixedClock,
  parsePartialDate,
  systemClock,
  systemRandom,
  type Uuid,
  uuidv7,
} from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { DraftForm } from '@tiemchung/feedback'
import { createHttp, type Http } from '@tiemchung/http'
import { createSandbox, type Sandbox } from '@tiemchung/sandbox'
import { recordIdFor } from '@tiemchung/schemas'
import { challengeSchema, noticeSchema, sessionSchema } from '@tiemchung/schemas/wire'
import { signRecords, softwareSigner } from '@tiemchung/signing'
import { facility, testRecord } from 'tiemchung-fixtures/dose-record'

export const morning = new Date('2022-05-20T01:00:00Z')
export const phone = '0912345678'
export const form = {
  type: 'wrong-sex',
  reporter: { fullName: 'Trần Thị Mẫu', phone, relationship: 'mother' },
  person: { fullName: 'Nguyễn Thị Mẫu', birthDate: '2014-09-02' },
  facility,
  claimed: { sex: 'female' },
} as unknown as DraftForm

export const newId = (): Uuid => uuidv7({ clock: systemClock, random: systemRandom })

/** A paper of so many bytes. */
export const pdf = (bytes: number): Uint8Array => {
  const file = new Uint8Array(bytes).fill(32)
  file.set(new TextEncoder().encode('%PDF-1.7'))
  return file
}

const child = {
  number: '001314000017',
  fullName: 'Nguyễn Thị Mẫu',
  birthDate: parsePartialDate('2014-09-02'),
  sex: 'female',
} as const

/** A sandbox with lines to it. */
export class Platform {
  readonly sandbox: Sandbox

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox
  }

  static async open(): Promise<Platform> {
    const sandbox = await createSandbox({ at: morning })
    await sandbox.addPeople([child])
    return new Platform(sandbox)
  }

  /** A line to the platform. `cut` says of a request whether its answer is lost on the way back. */
  line(token?: string, cut: (count: number) => boolean = () => false): Http {
    let count = 0
    return createHttp({
      baseUrl: 'http://sandbox',
      clock: fixedClock(morning),
      sleep: () => Promise.resolve(),
      retry: { attempts: 1 },
      fetch: async (request: Request) => {
        count += 1
        const isCut = cut(count)
        const answer = await this.sandbox.fetch(request)
        if (isCut) throw new TypeError('terminated')
        return answer
      },
      ...(token === undefined ? {} : { tokens: () => Promise.resolve({ value: token }) }),
    })
  }

  async codeOf(to: { readonly account: string } | { readonly phone: string }): Promise<string> {
    const [message] = await this.sandbox.messages(to)
    return /\d{6}/.exec(message?.text ?? '')?.[0] ?? ''
  }

  async logIn(account: string): Promise<Http> {
    const password = this.sandbox.accounts.find(({ name }) => name === account)?.password
    const http = this.line()
    const body = { account, password }
    const { challengeId } = await http.post('/v1/sessions', { body, schema: challengeSchema })
    const answered = { code: await this.codeOf({ account }) }
    const { accessToken } = await http.post(`/v1/sessions/${challengeId}/answer`, {
      body: answered,
      schema: sessionSchema,
    })
    return this.line(accessToken)
  }

  /** A record that the facility has matched, signed and handed in; the reference of the notice of its dose. */
  async noticedRecord(http: Http): Promise<{ recordId: Uuid; reference: string }> {
    const verificationId = newId()
    const consent = { form: 'paper', reference: 'P-1', at: morning.toISOString(), by: 'mother' }
    const claim = { ...child, purpose: 'vaccination-record', officer: 'staff-1', consent }
    await http.post('/v1/identity/verifications', { body: { id: verificationId, ...claim } })
    const { person: bare, dose, ...rest } = testRecord()
    const guardian = { relationship: 'mother', fullName: 'Trần Thị Mẫu' } as const
    const person = { ...bare, guardian }
    const { product, number: doseNumber, date } = dose
    const id = await recordIdFor({ facility, person, product, doseNumber, date }, systemCrypto)
    const identity = { status: 'matched', verificationId, at: morning.toISOString() } as const
    const record = { ...rest, id, person, dose, identity }
    const key = this.sandbox.authority.facilityKeys.find((one) => one.facility === facility)
    if (key === undefined) throw new Error('the facility has no key')
    const signer = await softwareSigner({
      privateKey: { pkcs8: key.pkcs8 },
      algorithm: 'ES256',
      chain: key.chain,
    })
    const { signed } = await signRecords([record], signer, { at: morning })
    await http.put(`/v1/records/${id}`, { body: signed[0] as object, idempotencyKey: id })
    const noticed = await http.put(`/v1/notices/${id}`, {
      schema: noticeSchema,
      idempotencyKey: newId(),
    })
    return { recordId: id, reference: noticed.reference }
  }
}
