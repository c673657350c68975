/** The platform that is held against the reference: a sandbox in this process, with officers logged in. */
import { systemClock, systemRandom, uuidv7 } from '@tiemchung/core'
import { createSandbox, type Sandbox, type SandboxOptions } from '@tiemchung/sandbox'
import type { FeedbackItem } from '@tiemchung/schemas'
import { must } from '../long-run.js'
import { officers } from './reference.js'

export const morning = Date.parse('2022-05-20T01:00:00Z')
const newId = () => uuidv7({ clock: systemClock, random: systemRandom })

interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

interface Asked {
  readonly body?: unknown
  readonly raw?: BodyInit
  readonly headers?: Readonly<Record<string, string>>
}

/** An item on the platform, and how its reporter follows it. */
export interface Reported {
  readonly id: string
  readonly reference: string
  readonly phone: string
  readonly code: string
}

export class Platform {
  readonly sandbox: Sandbox
  readonly #tokens = new Map<string, string>()

  private constructor(sandbox: Sandbox) {
    this.sandbox = sandbox
  }

  /** Officers log in ten days ahead: their sessions are good whenever the clock is moved to. */
  static async open(database: NonNullable<SandboxOptions['database']>): Promise<Platform> {
    const at = new Date(morning + 240 * 3_600_000)
    const platform = new Platform(await createSandbox({ database, at }))
    for (const name of Object.keys(officers)) await platform.#logIn(name)
    return platform
  }

  async ask(method: string, path: string, { body, raw, headers }: Asked = {}): Promise<Answer> {
    const content = body === undefined ? raw : JSON.stringify(body)
    const init = { method, ...(headers && { headers }), ...(content && { body: content }) }
    const response = await this.sandbox.fetch(new Request(`http://sandbox${path}`, init))
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }

  as(officer: string): Readonly<Record<string, string>> {
    return { authorization: `Bearer ${this.#tokens.get(officer) ?? ''}` }
  }

  async #logIn(name: string): Promise<void> {
    const password = this.sandbox.accounts.find((account) => account.name === name)?.password
    const body = { account: name, password }
    const { challengeId } = (await this.ask('POST', '/v1/sessions', { body })).body
    const code = await this.#codeFor({ account: name })
    const path = `/v1/sessions/${String(challengeId)}/answer`
    const session = await this.ask('POST', path, { body: { code } })
    must(session.status === 200, `${name} cannot log in`)
    this.#tokens.set(name, String(session.body['accessToken']))
  }

  async #codeFor(to: { account: string } | { phone: string }): Promise<string> {
    const [message] = await this.sandbox.messages(to)
    return /\d{6}/.exec(message?.text ?? '')?.[0] ?? ''
  }

  /** A parent reports: to a facility by name, or to the daily list of a place. */
  async report(named: boolean): Promise<Reported> {
    const id = newId()
    const phone = `09${String(Number.parseInt(id.slice(-8), 16) % 100_000_000).padStart(8, '0')}`
    const place = named
      ? { facility: '01234' }
      : { province: '01', district: '001', commune: '00001' }
    const body = {
      format: 'feedback/1',
      id,
      type: 'wrong-sex',
      reporter: { fullName: 'Trần Thị Mẫu', phone, relationship: 'mother' },
      person: { fullName: 'Nguyễn Thị Mẫu', birthDate: '2014-09-02' },
      ...place,
      claimed: { sex: 'female' },
    }
    const sent = await this.ask('PUT', `/v1/feedback/${id}`, { body })
    must(sent.status === 202, `a report is answered with ${sent.status}`)
    const code = await this.#codeFor({ phone })
    return { id, phone, code, reference: String(sent.body['reference']) }
  }

  /** The item as its reporter sees it. */
  async follow(reported: Reported): Promise<FeedbackItem> {
    const { id } = reported
    const answer = await this.ask('GET', `/v1/feedback/${id}`, { headers: own(reported) })
    must(answer.status === 200, `an item is followed with ${answer.status}`)
    return answer.body as unknown as FeedbackItem
  }
}

export const own = ({ reference, phone }: Reported): Readonly<Record<string, string>> => ({
  'x-feedback-reference': reference,
  'x-feedback-phone': phone,
})
