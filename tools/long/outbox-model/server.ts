/** A platform for the model: it takes in what it is sent, breaks as it is told, and remembers everything. */
import { type Operation, conflictWith, type SendOperation } from '@tiemchung/clinic'
import { canonicalJson, fromBase64Url, fromUtf8, HttpError, type JsonValue } from '@tiemchung/core'
import { errorCatalogue } from '@tiemchung/http'
import { readLot } from './day.js'

/** What a payload is to the platform, whenever it comes. */
export const verdicts = ['fine', 'bad', 'clash'] as const

/** One of them. */
export type Verdict = (typeof verdicts)[number]

/** What the model queues. */
export interface Payload {
  readonly verdict: Verdict
  readonly words: number
}

/** The text of the record that a signed payload is evidence of; undefined of any other payload. */
export function signedText(payload: JsonValue): string | undefined {
  const { jws, record } = payload as { readonly jws?: string; readonly record?: string }
  return jws === undefined ? record : fromUtf8(fromBase64Url(jws.split('.')[1] ?? ''))
}

/** What the platform reads in a payload: a note says it itself, a record by its lot. */
export function readPayload(payload: JsonValue): Payload {
  const text = signedText(payload)
  const said = text === undefined ? payload : readLot(JSON.parse(text) as JsonValue)
  return said as unknown as Payload
}

/** A payload as a store has it. */
export const jsonOf = (payload: Payload): JsonValue => payload as unknown as JsonValue

/** How a request fares. */
export const fates = [
  'fine',
  'fine',
  'fine',
  'busy',
  'wait',
  'at-work',
  'dropped-before',
  'dropped-after',
  'signed-out',
] as const

/** One of them. */
export type Fate = (typeof fates)[number]

const failure = (status: number, more: { retryable?: boolean; retryAfterMs?: number } = {}) =>
  new HttpError(errorCatalogue, 'http.status', { status, ...more })
const broken = () => new HttpError(errorCatalogue, 'http.network', { retryable: true })

const again = { retryable: true }
const failures: Partial<Record<Fate, () => HttpError>> = {
  busy: () => failure(503, again),
  wait: () => failure(429, { ...again, retryAfterMs: 4000 }),
  'at-work': () => failure(409, again),
  'signed-out': () => failure(401),
  'dropped-before': broken,
}

/** The platform. */
export class Server {
  /** Payloads by the id that they came under. */
  readonly seen = new Map<string, string>()
  /** What was taken in, in order. */
  readonly taken = new Set<string>()
  /** The fates of the requests to come; behind the last all is fine. */
  script: Fate[] = []
  requests = 0
  /** What must hold and did not, while a request was answered: what is thrown there is only a failed request. */
  readonly broken: string[] = []
  /** Told before each request is answered. */
  onRequest: (operation: Operation) => Promise<void> = () => Promise.resolve()

  /** Says that something must hold while a request is answered. */
  must(holds: boolean, says: string): void {
    if (!holds) this.broken.push(says)
  }

  readonly send: SendOperation = async (operation) => {
    this.requests += 1
    const fate = this.script.shift() ?? 'fine'
    const text = canonicalJson(operation.payload)
    const before = this.seen.get(operation.id)
    this.must(before === undefined || before === text, 'one id came with two payloads')
    this.seen.set(operation.id, text)
    await this.onRequest(operation)
    const failed = failures[fate]
    if (failed !== undefined) throw failed()
    const answer = this.#answer(operation)
    if (fate === 'dropped-after') throw broken()
    return answer()
  }

  /** Takes it in or not, and gives what is answered. */
  #answer({ id, payload }: Operation) {
    const { verdict } = readPayload(payload)
    if (verdict === 'fine') {
      this.taken.add(id)
      return () => ({ taken: id })
    }
    if (verdict === 'bad') {
      return () => {
        throw failure(422)
      }
    }
    const facts = { code: 'http.status', retryable: false, status: 409 }
    return () => conflictWith({ current: { other: true }, failure: facts })
  }
}
