/** The CSC API 1.0.4.0, by its specification; and Viettel MySign's dialect of it, as it was read. */
import { fromBase64, fromUtf8, toBase64 } from '@tiemchung/core'
import type { App } from '../app/operation-spec.js'
import type { Credential } from './credentials.js'
import {
  codeBook,
  credentialList,
  digestsOf,
  isReply,
  judgeSecrets,
  keyInfo,
  noQuota,
  numberIn,
  sendCode,
} from './csc-parts.js'
import { clientToken } from './csc-token.js'
import { type CscSessions, cscSessions, loggedIn, refusal, withCredential } from './csc-session.js'
import type { ProviderUser } from './provider.js'
import { type Loose, type ProviderService, type Reply, serve, textIn, textsIn } from './service.js'

const info = {
  specs: '1.0.4.0',
  name: 'TEST signing provider',
  region: 'VN',
  lang: 'vi-VN',
  authType: ['basic', 'oauth2client'],
  methods: [
    'auth/login',
    'oauth2/token',
    'credentials/list',
    'credentials/info',
    'credentials/authorize',
    'credentials/sendOTP',
    'signatures/signHash',
  ],
}

function basicUser(service: ProviderService, header: string | undefined): ProviderUser | undefined {
  try {
    const text = fromUtf8(fromBase64(/^Basic (\S+)$/.exec(header ?? '')?.[1] ?? ''))
    const at = text.indexOf(':')
    return service.users.find(
      ({ userId, password }) => userId === text.slice(0, at) && password === text.slice(at + 1),
    )
  } catch {
    return undefined
  }
}

/** What a call to `credentials/authorize` asks for, checked; or the refusal that it gets. */
function authorization(service: ProviderService, body: Loose): readonly string[] | Reply {
  const texts = textsIn(body, 'hash')
  const digests = digestsOf(service, texts)
  if (isReply(digests)) return digests
  if (numberIn(body, 'numSignatures') !== digests.length) {
    return refusal(400, 'invalid_request', 'Invalid parameter numSignatures')
  }
  return texts ?? []
}

function signing(service: ProviderService, sessions: CscSessions) {
  return withCredential(service, sessions, (user, body, credential) => {
    const texts = textsIn(body, 'hash')
    const digests = digestsOf(service, texts)
    if (isReply(digests)) return digests
    if (textIn(body, 'signAlgo') === '') {
      return refusal(400, 'invalid_request', 'Missing (or invalid type) string parameter signAlgo')
    }
    const refused = sessions.use(textIn(body, 'SAD'), user, credential.id, texts ?? [])
    if (refused !== undefined) return refused
    if (!service.desk.affords(digests.length)) return noQuota()
    const items = digests.map((hash, index) => ({ doc: String(index), hash }))
    const signed = service.desk.sign(credential, items)
    return { status: 200, body: { signatures: signed.map((one) => toBase64(one.signature)) } }
  })
}

function commonRoutes(app: App, service: ProviderService, base: string, sessions: CscSessions) {
  serve(
    app,
    `${base}/credentials/list`,
    loggedIn(sessions, (user, body) => credentialList(user, body)),
  )
  serve(app, `${base}/signatures/signHash`, signing(service, sessions))
}

const explicit = {
  authMode: 'explicit',
  SCAL: '2',
  PIN: { presence: 'true', format: 'N', label: 'PIN' },
  OTP: { presence: 'true', type: 'online', format: 'N', label: 'OTP' },
}

function infoRoute(
  app: App,
  service: ProviderService,
  sessions: CscSessions,
  base: string,
  auth: object,
): void {
  serve(
    app,
    `${base}/credentials/info`,
    withCredential(service, sessions, (_user, body, credential) => {
      const shown = keyInfo(credential, textIn(body, 'certificates'))
      return {
        status: 200,
        body: { ...shown, ...auth, multisign: service.desk.script().hashLimit },
      }
    }),
  )
}

/** CSC API 1.0.4.0: Basic log-in, PIN and one-time code, activation data for named hashes. */
export function cscV1Routes(app: App, service: ProviderService): void {
  const base = '/csc/v1'
  const sessions = cscSessions(service)
  const codes = codeBook()
  serve(app, `${base}/info`, () => ({ status: 200, body: info }))
  serve(app, `${base}/auth/login`, (_body, context) => {
    const user = basicUser(service, context.req.header('authorization'))
    if (user !== undefined) return sessions.open(user)
    return refusal(401, 'authentication_error', 'An error occurred during authentication process')
  })
  serve(app, `${base}/oauth2/token`, (body, context) =>
    clientToken(service, sessions, body, context),
  )
  commonRoutes(app, service, base, sessions)
  infoRoute(app, service, sessions, base, explicit)
  const send = withCredential(service, sessions, async (user) => {
    codes.keep(user.userId, await sendCode(service, user))
    return { status: 200, body: {} }
  })
  serve(app, `${base}/credentials/sendOTP`, send)
  const authorize = withCredential(service, sessions, (user, body, credential) => {
    const hashes = authorization(service, body)
    if ('status' in hashes) return hashes
    const given = { pin: textIn(body, 'PIN'), otp: textIn(body, 'OTP') }
    const wrong = judgeSecrets(codes, user, given)
    if (wrong !== undefined) return wrong
    const { sad, expiresIn } = sessions.activate(user, credential.id, hashes)
    return { status: 200, body: { SAD: sad, expiresIn } }
  })
  serve(app, `${base}/credentials/authorize`, authorize)
}

/** Waits, as the connection does, until the person has acted. */
async function confirmed(
  service: ProviderService,
  user: ProviderUser,
  credential: Credential,
): Promise<Reply | undefined> {
  const { desk, services } = service
  const wanted = { kind: 'authorize', request: undefined, items: [] } as const
  const transaction = desk.begin({ ...wanted, user: user.userId, credential })
  while (!desk.closed() && desk.look(transaction).state === 'waiting')
    await services.world.sleep(20)
  if (transaction.state === 'signed') return undefined
  if (transaction.state === 'refused') return refusal(400, 'access_denied', 'User rejected')
  return refusal(400, 'timeout', 'The user did not answer in time')
}

/** Viettel MySign, as public integrations show it: a log-in of its own, and a call that waits for the phone. */
export function mySignRoutes(app: App, service: ProviderService): void {
  const base = '/mysign/adss/service/ras'
  const sessions = cscSessions(service)
  serve(app, `${base}/v1/login`, (body) => {
    const { id, secret } = service.client
    const known = textIn(body, 'client_id') === id && textIn(body, 'client_secret') === secret
    const user = service.users.find(({ userId }) => userId === textIn(body, 'user_id'))
    if (known && user !== undefined && textIn(body, 'profile_id') !== '') {
      return sessions.open(user)
    }
    return refusal(401, 'authentication_error', 'Bad credentials')
  })
  commonRoutes(app, service, `${base}/csc/v1`, sessions)
  infoRoute(app, service, sessions, `${base}/csc/v1`, { authMode: 'implicit', SCAL: '2' })
  const authorize = withCredential(service, sessions, async (user, body, credential) => {
    const hashes = authorization(service, body)
    if ('status' in hashes) return hashes
    const documents = body['documents']
    if (!Array.isArray(documents) || documents.length !== hashes.length) {
      return refusal(400, 'invalid_request', 'Invalid parameter documents')
    }
    const refused = await confirmed(service, user, credential)
    if (refused !== undefined) return refused
    const { sad, expiresIn } = sessions.activate(user, credential.id, hashes)
    return { status: 200, body: { SAD: sad, expiresIn } }
  })
  serve(app, `${base}/csc/v1/credentials/authorize`, authorize)
}
