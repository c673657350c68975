/** Logging in to a service of the CSC API. A token lives as long as the call that it was asked for. */
import { toBase64, utf8 } from '@tiemchung/core'
import type { Contact } from './call.js'
import { askFor } from '../secrets.js'
import type { Answer } from '../wire/line.js'
import { type Loose, textOf } from '../wire/loose.js'
import { outcomeError, refusalError } from '../wire/outcome.js'

/** A service that one is logged in to. */
export interface CscSession {
  read(path: string, body: object): Promise<Answer>
  once(path: string, body: object): Promise<Answer>
  /** Hangs until somebody has confirmed. Nothing is signed by it. */
  patiently(path: string, body: object): Promise<Answer>
}

/** The body of an answer, or its error. */
export function bodyOf({ profile }: Contact, answer: Answer): Loose {
  if (answer.kind === 'said') return answer.body
  throw answer.kind === 'refused' ? refusalError(profile, answer) : outcomeError('unavailable')
}

async function basicLogIn(contact: Contact): Promise<Answer> {
  const user = await askFor(contact.secrets.user)
  const pair = toBase64(utf8(`${user.id}:${user.password ?? ''}`))
  const path = 'auth/login'
  return contact.line.once(path, { rememberMe: false }, `Basic ${pair}`)
}

async function softwareLogIn(contact: Contact, path: string): Promise<Answer> {
  const client = await askFor(contact.secrets.client)
  const user = await askFor(contact.secrets.user)
  return contact.line.once(path, {
    client_id: client.id,
    client_secret: client.secret,
    user_id: user.id,
    profile_id: client.profile ?? '',
  })
}

async function tokenOf(contact: Contact): Promise<string> {
  const { login } = contact.profile
  if (login?.kind === 'token') return askFor(contact.secrets.accessToken)
  const answer =
    login?.kind === 'software'
      ? await softwareLogIn(contact, (login.path ?? '').slice(1))
      : await basicLogIn(contact)
  const token = textOf(bodyOf(contact, answer), 'access_token')
  if (token === '') throw outcomeError('unavailable')
  return token
}

/** A session that logs in when it is first asked, and once more when its token has expired. */
export function cscSession(contact: Contact): CscSession {
  let token: string | undefined
  const prefix = contact.profile.login?.kind === 'software' ? 'csc/v1/' : ''
  const ask = async (
    send: (path: string, body: object, authorization: string) => Promise<Answer>,
    path: string,
    body: object,
  ): Promise<Answer> => {
    token ??= await tokenOf(contact)
    const first = await send(`${prefix}${path}`, body, `Bearer ${token}`)
    // It was refused at the door, so it was not carried out.
    if (first.kind !== 'refused' || first.status !== 401) return first
    token = await tokenOf(contact)
    return send(`${prefix}${path}`, body, `Bearer ${token}`)
  }
  const { line, patient } = contact
  return {
    read: (path, body) => ask((...args) => line.read(...args), path, body),
    once: (path, body) => ask((...args) => line.once(...args), path, body),
    patiently: (path, body) => ask((...args) => patient.once(...args), path, body),
  }
}
