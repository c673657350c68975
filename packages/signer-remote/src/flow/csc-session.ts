/** Logging in to a service of the CSC API. A token lives as long as the calls that were under way with it. */
import { toBase64, utf8 } from '@tiemchung/core'
import type { Contact } from './call.js'
import { askFor } from '../secrets.js'
import { type Answer, errorWordIn } from '../wire/line.js'
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

/** Words of OAuth 2 that are a matter of the account, whatever status comes with them (RFC 6750 section 3.1). */
const ofAccounts: ReadonlySet<string> = new Set(['invalid_token', 'invalid_client'])

/** Some gateways answer a refusal with status 200 and the word in the body: a refusal all the same. */
function worded(answer: Answer): Answer {
  if (answer.kind !== 'said') return answer
  const word = errorWordIn(answer.body)
  if (word === undefined) return answer
  return { kind: 'refused', status: ofAccounts.has(word) ? 401 : 400, word }
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

/** The client credentials grant of OAuth 2, as `oauth2/token` of the CSC API has it. */
async function clientLogIn(contact: Contact): Promise<Answer> {
  const client = await askFor(contact.secrets.client)
  return contact.line.form('oauth2/token', {
    grant_type: 'client_credentials',
    client_id: client.id,
    client_secret: client.secret,
  })
}

function logIn(contact: Contact): Promise<Answer> {
  const { login } = contact.profile
  if (login?.kind === 'client') return clientLogIn(contact)
  if (login?.kind === 'software') return softwareLogIn(contact, (login.path ?? '').slice(1))
  return basicLogIn(contact)
}

async function tokenOf(contact: Contact): Promise<string> {
  if (contact.profile.login?.kind === 'token') return askFor(contact.secrets.accessToken)
  const answer = worded(await logIn(contact))
  const token = textOf(bodyOf(contact, answer), 'access_token')
  if (token === '') throw outcomeError('unavailable')
  return token
}

/** A session that logs in when it is first asked, and once more when its token is no longer taken. */
export function cscSession(contact: Contact): CscSession {
  const { tokens } = contact
  const prefix = contact.profile.login?.kind === 'software' ? 'csc/v1/' : ''
  const logInNow = () => tokenOf(contact)
  const ask = async (
    send: (path: string, body: object, authorization: string) => Promise<Answer>,
    path: string,
    body: object,
  ): Promise<Answer> => {
    const token = await tokens.get(logInNow)
    const first = worded(await send(`${prefix}${path}`, body, `Bearer ${token}`))
    // It was refused at the door, so it was not carried out.
    if (first.kind !== 'refused' || first.status !== 401) return first
    const fresh = await tokens.get(logInNow, token)
    return worded(await send(`${prefix}${path}`, body, `Bearer ${fresh}`))
  }
  const { line, patient } = contact
  return {
    read: (path, body) => ask((...args) => line.read(...args), path, body),
    once: (path, body) => ask((...args) => line.once(...args), path, body),
    patiently: (path, body) => ask((...args) => patient.once(...args), path, body),
  }
}
