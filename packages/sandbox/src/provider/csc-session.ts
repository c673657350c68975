/** What the two editions of the CSC API share: tokens, signature activation data, refusals. */
import type { AppContext } from '../app/operation-spec.js'
import type { Credential } from './credentials.js'
import type { ProviderUser } from './provider.js'
import type { Loose, ProviderService, Reply } from './service.js'
import { credentialOf, textIn } from './service.js'

/** The right to sign these hashes, each of them once. */
interface Activation {
  readonly user: ProviderUser
  readonly credential: string
  readonly expires: number
  readonly open: string[]
}

/** The refusal of the CSC API: an error word and a sentence. */
export function refusal(status: number, error: string, description: string): Reply {
  return { status, body: { error, error_description: description } }
}

const invalidSad = () => refusal(400, 'invalid_request', 'Invalid parameter SAD')

const sadSeconds = 300

/** Activation data that was given out. */
function activationBook(now: () => number, newSecret: () => string) {
  const activations = new Map<string, Activation>()
  return {
    userOf: (sad: string): ProviderUser | undefined => activations.get(sad)?.user,
    activate: (user: ProviderUser, credential: string, hashes: readonly string[]) => {
      const sad = newSecret()
      const expires = now() + sadSeconds * 1000
      activations.set(sad, { user, credential, expires, open: [...hashes] })
      return { sad, expiresIn: sadSeconds }
    },
    /** Takes hashes off activation data, all of them or none; a refusal when it does not cover them. */
    use: (
      sad: string,
      user: ProviderUser,
      credential: string,
      hashes: readonly string[],
    ): Reply | undefined => {
      const one = activations.get(sad)
      if (one?.user !== user || one.credential !== credential) return invalidSad()
      if (one.expires <= now()) return refusal(400, 'invalid_request', 'SAD expired')
      const open = [...one.open]
      for (const hash of hashes) {
        const at = open.indexOf(hash)
        if (at < 0) return refusal(400, 'invalid_request', 'Hash is not authorized by the SAD')
        open.splice(at, 1)
      }
      one.open.splice(0, one.open.length, ...open)
      if (open.length === 0) activations.delete(sad)
      return undefined
    },
  }
}

/** An access token: a user's, or that of software which then says for whom it asks. */
interface AccessToken {
  readonly user: ProviderUser | undefined
  readonly expires: number
  calls: number
}

/** For whom software asks, by what the call names: a user, a key, or something that is under way. */
function namedUser({ users, desk }: ProviderService, body: Loose): ProviderUser | undefined {
  const id = textIn(body, 'userID') || (desk.find(textIn(body, 'responseID'))?.user ?? '')
  const key = textIn(body, 'credentialID')
  return users.find(({ userId, credentials }) => userId === id || credentials.includes(key))
}

/** Tokens and activation data that were given out. */
export function cscSessions(service: ProviderService) {
  const { desk, services } = service
  const { world } = services
  const tokens = new Map<string, AccessToken>()
  const now = () => world.clock.now().getTime()
  const { userOf, ...activations } = activationBook(now, () => world.newSecret())
  return {
    ...activations,
    /** The answer that gives out a token. */
    open: (user: ProviderUser | undefined): Reply => {
      const token = world.newSecret()
      const seconds = desk.script().tokenSeconds
      tokens.set(token, { user, expires: now() + seconds * 1000, calls: 0 })
      service.tokens.given += 1
      const body = { access_token: token, token_type: 'Bearer', expires_in: seconds }
      return { status: 200, body }
    },
    /** For whom a call is, or the refusal of its token. */
    userOf: (context: AppContext, body: Loose): ProviderUser | Reply => {
      const { tokenCalls = Infinity, tokenErrors } = desk.script()
      const token = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? ''
      const session = tokens.get(token)
      // A token of scope `credential` is a token and activation data at once.
      const owner = session === undefined ? userOf(token) : session.user
      const isTaken =
        session === undefined
          ? owner !== undefined
          : session.expires > now() && session.calls < tokenCalls
      if (!isTaken) {
        const status = tokenErrors === 'body' ? 200 : 401
        return refusal(status, 'invalid_token', 'The access token is invalid or has expired')
      }
      if (session !== undefined) session.calls += 1
      const user = owner ?? namedUser(service, body)
      return user ?? refusal(400, 'invalid_request', 'Missing string parameter userID')
    },
  }
}

export type CscSessions = ReturnType<typeof cscSessions>

/** A handler for somebody who is logged in. */
export function loggedIn(
  sessions: CscSessions,
  handle: (user: ProviderUser, body: Loose) => Promise<Reply> | Reply,
) {
  return (body: Loose, context: AppContext): Promise<Reply> | Reply => {
    const user = sessions.userOf(context, body)
    return 'status' in user ? user : handle(user, body)
  }
}

/** A handler for one of the user's own keys. */
export function withCredential(
  service: ProviderService,
  sessions: CscSessions,
  handle: (user: ProviderUser, body: Loose, credential: Credential) => Promise<Reply> | Reply,
) {
  return loggedIn(sessions, async (user, body) => {
    const credential = await credentialOf(service, user, textIn(body, 'credentialID'))
    if (credential !== undefined) return handle(user, body, credential)
    return refusal(400, 'invalid_request', 'Invalid parameter credentialID')
  })
}
