/** Clients of a sandbox: what they ask, and how long they insist. */
import { type HttpError, isSdkError, type Uuid, uuidv7 } from '@tiemchung/core'
import { createHttp, type Http } from '@tiemchung/http'
import type { Sandbox } from '@tiemchung/sandbox'
import { receiptSchema, verificationResultSchema } from '@tiemchung/schemas/wire'
import { signRecords, type Signer, softwareSigner } from '@tiemchung/signing'
import { Broken, must } from '../long-run.js'
import type { Random } from '../random.js'
import { type Child, recordOf } from './children.js'

/** The instant at which the sandbox begins. */
export const morning = new Date('2022-05-20T01:00:00Z')

/** A facility's desk: a client with a token, and the facility's key. */
export interface Desk {
  readonly http: Http
  readonly facility: string
  readonly signer: Signer
  readonly newId: () => Uuid
}

/** Waits a fiftieth of what is asked: a soak has no time to be patient. */
const briefly = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds / 50)
  })

/** A client of the sandbox that counts its requests. */
export function clientOf(sandbox: Sandbox, counted: { requests: number }, token?: string): Http {
  return createHttp({
    baseUrl: 'http://sandbox',
    fetch: (request) => {
      counted.requests += 1
      return sandbox.fetch(request as Request)
    },
    sleep: briefly,
    timeouts: { attemptMs: 2000 },
    ...(token === undefined ? {} : { tokens: () => Promise.resolve({ value: token }) }),
  })
}

/** Logs in with password and code, and gives the access token. */
export async function logIn(sandbox: Sandbox, http: Http, name: string): Promise<string> {
  const account = sandbox.accounts.find((one) => one.name === name)
  const body = { account: name, password: account?.password }
  const { challengeId } = (await http.post('/v1/sessions', { body })) as { challengeId: string }
  const [message] = await sandbox.messages({ account: name })
  const code = /\d{6}/.exec(message?.text ?? '')?.[0] ?? ''
  const path = `/v1/sessions/${challengeId}/answer`
  const session = (await http.post(path, { body: { code } })) as { accessToken: string }
  return session.accessToken
}

/** The signer of a facility, with the sandbox's own test key. */
export async function signerOf(sandbox: Sandbox, facility: string): Promise<Signer> {
  const key = sandbox.authority.facilityKeys.find((one) => one.facility === facility)
  if (key === undefined) throw new Broken('the facility has no key')
  const { pkcs8, chain, algorithm } = key
  return softwareSigner({ privateKey: { pkcs8 }, algorithm, chain })
}

/** Ids as a case draws them, so that it draws them again. */
export const idsOf = (random: Random) => () => uuidv7({ clock: { now: () => morning }, random })

/** Asks again as long as the failure may pass, always under the same key. */
async function insist<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let times = 0; ; times += 1) {
    try {
      return await ask()
    } catch (caught) {
      const may = isSdkError(caught) && (caught as Partial<HttpError>).retryable === true
      if (!may || times === 20) throw caught
      await briefly(500)
    }
  }
}

/** One child's way: identity asked for, record signed and handed in, now and then a second time. */
export async function handIn(desk: Desk, child: Child, again: boolean): Promise<string> {
  const { http, facility, signer, newId } = desk
  const [id, key] = [newId(), newId()]
  const question = {
    id,
    ...child,
    purpose: 'vaccination-record',
    officer: 'staff-1',
    consent: { form: 'paper', reference: 'P-1', at: morning.toISOString(), by: 'mother' },
  }
  const schema = verificationResultSchema
  const { outcome, at } = await insist(() =>
    http.post('/v1/identity/verifications', { body: question, idempotencyKey: id, schema }),
  )
  must(outcome === 'match', `a child of the register is ${outcome}`)
  const record = await recordOf(child, facility, id, at)
  const [body] = (await signRecords([record], signer, { at: morning })).signed
  const send = (idempotencyKey: string) =>
    insist(() =>
      http.put(`/v1/records/${record.id}`, { body, idempotencyKey, schema: receiptSchema }),
    )
  const receipt = await send(key)
  must(receipt.recordId === record.id, 'a receipt for another record')
  if (again) {
    const { serverId } = await send(newId())
    must(serverId === receipt.serverId, 'a record that came twice has two receipts')
  }
  return record.id
}
