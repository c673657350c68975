/** What citizens and officers do on the platform, over HTTP, as people with patience do it. */
import { systemClock, systemRandom, uuidv7 } from '@tiemchung/core'
import { must } from '../long-run.js'
import type { Server } from './server.js'

export const newId = (): string => uuidv7({ clock: systemClock, random: systemRandom })

export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
  readonly retryAfter: string | null
}

interface Asked {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A report of an invented parent, as it was sent, and what it is followed by. */
export interface Reported {
  readonly id: string
  readonly phone: string
  readonly body: object
  readonly reference: string
}

let people = 0

/** A telephone that nobody else of this process has. */
function nextPhone(): string {
  people += 1
  return `09${String(30_000_000 + people)}`
}

export class People {
  readonly server: Server
  readonly #tokens = new Map<string, string>()

  constructor(server: Server) {
    this.server = server
  }

  /** Asks once; it rejects when no answer came. */
  async ask(method: string, path: string, { body, headers }: Asked = {}): Promise<Answer> {
    const response = await fetch(`${this.server.address}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return {
      status: response.status,
      body: (await response.json()) as Answer['body'],
      retryAfter: response.headers.get('retry-after'),
    }
  }

  /** An answer that has to be of this status. */
  async must(status: number, method: string, path: string, asked?: Asked): Promise<Answer['body']> {
    const answer = await this.ask(method, path, asked)
    must(
      answer.status === status,
      `${method} ${path}: ${answer.status} ${String(answer.body['code'])}, not ${status}`,
    )
    return answer.body
  }

  moveClock(at: Date): Promise<Answer['body']> {
    return this.must(200, 'PUT', '/_sandbox/clock', { body: { at: at.toISOString() } })
  }

  async #codeFor(query: string): Promise<string> {
    const { items } = await this.must(200, 'GET', `/_sandbox/messages?${query}`)
    const [message] = items as readonly { text: string }[]
    return /\d{6}/.exec(message?.text ?? '')?.[0] ?? ''
  }

  challenge(account: string): Promise<Answer> {
    const body = { account, password: this.server.passwordOf(account) }
    return this.ask('POST', '/v1/sessions', { body })
  }

  async logIn(account: string): Promise<void> {
    const { body } = await this.challenge(account)
    const code = await this.#codeFor(`account=${account}`)
    const path = `/v1/sessions/${String(body['challengeId'])}/answer`
    const session = await this.must(200, 'POST', path, { body: { code } })
    this.#tokens.set(account, String(session['accessToken']))
  }

  as(account: string): Readonly<Record<string, string>> {
    return { authorization: `Bearer ${this.#tokens.get(account) ?? ''}` }
  }

  async report(facility: string): Promise<Reported> {
    const draft = this.draft(facility)
    const sent = await this.must(202, 'PUT', `/v1/feedback/${draft.id}`, { body: draft.body })
    return { ...draft, reference: String(sent['reference']) }
  }

  /** A report that was not sent yet. */
  draft(facility: string): Omit<Reported, 'reference'> {
    const [id, phone] = [newId(), nextPhone()]
    const body = {
      format: 'feedback/1',
      id,
      type: 'wrong-sex',
      reporter: { fullName: 'Trần Thị Mẫu', phone, relationship: 'mother' },
      person: { fullName: 'Nguyễn Thị Mẫu', birthDate: '2014-09-02' },
      facility,
      claimed: { sex: 'female' },
    }
    return { id, phone, body }
  }

  async confirm({ id, phone }: Reported): Promise<void> {
    const code = await this.#codeFor(`phone=${phone}`)
    await this.must(200, 'POST', `/v1/feedback/${id}/confirmation`, { body: { code } })
  }

  /** Takes a confirmed item and gives its revision. */
  async take({ id }: Reported, officer: string, revision = 1): Promise<number> {
    const headers = this.as(officer)
    const path = `/v1/feedback/${id}/take`
    const item = await this.must(200, 'POST', path, { body: { revision }, headers })
    return Number(item['revision'])
  }

  decide(
    { id }: Reported,
    decision: object,
    { officer, revision, key }: { officer: string; revision: number; key: string },
  ): Promise<Answer> {
    return this.ask('POST', `/v1/feedback/${id}/decision`, {
      body: { revision, decision },
      headers: { ...this.as(officer), 'idempotency-key': key },
    })
  }
}

export const own = ({ reference, phone }: Reported): Readonly<Record<string, string>> => ({
  'x-feedback-reference': reference,
  'x-feedback-phone': phone,
})
