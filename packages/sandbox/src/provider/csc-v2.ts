/** The CSC API 2: hashes with an algorithm by object identifier, and answers that are fetched later. */
import { toBase64 } from '@tiemchung/core'
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
import type { Item, Transaction } from './desk.js'
import type { ProviderUser } from './provider.js'
import { type Loose, type ProviderService, type Reply, serve, textIn, textsIn } from './service.js'

const base = '/csc/v2'
const sha256 = '2.16.840.1.101.3.4.2.1'

const info = {
  specs: '2.0.0.2',
  name: 'TEST signing provider',
  region: 'VN',
  lang: 'vi-VN',
  authType: ['oauth2client'],
  asynchronousOperationMode: true,
  methods: [
    'oauth2/token',
    'credentials/list',
    'credentials/info',
    'credentials/authorize',
    'credentials/sendOTP',
    'signatures/signHash',
    'signatures/signPolling',
  ],
}

const auth = {
  mode: 'explicit',
  expression: 'PIN AND OTP',
  objects: [
    { type: 'Password', id: 'PIN', format: 'N', label: 'PIN' },
    { type: 'Password', id: 'OTP', format: 'N', generator: 'server', label: 'OTP' },
  ],
}

/** The value of one of the `authData` by its id. */
function authValue(body: Loose, id: string): string {
  const list = Array.isArray(body['authData']) ? (body['authData'] as Loose[]) : []
  const found = list.find((one) => one['id'] === id)
  return found === undefined ? '' : textIn(found, 'value')
}

/** The digests of a call, or the refusal that it gets. */
function hashesOf(service: ProviderService, body: Loose): readonly Uint8Array[] | Reply {
  const digests = digestsOf(service, textsIn(body, 'hashes'))
  if (isReply(digests) || textIn(body, 'hashAlgorithmOID') === sha256) return digests
  return refusal(400, 'invalid_request', 'Invalid parameter hashAlgorithmOID')
}

/** What the browser of the user would bring about: a token for these hashes, once password and PIN are right. */
function credentialToken(
  sessions: CscSessions,
  user: ProviderUser,
  pin: string,
  detail: Loose,
): Reply {
  if (pin !== user.pin) return refusal(400, 'access_denied', 'The user did not authorize')
  const digests = Array.isArray(detail['documentDigests'])
    ? (detail['documentDigests'] as Loose[])
    : []
  const hashes = digests.map((one) => textIn(one, 'hash'))
  const { sad, expiresIn } = sessions.activate(user, textIn(detail, 'credentialID'), hashes)
  return { status: 200, body: { access_token: sad, token_type: 'Bearer', expires_in: expiresIn } }
}

/**
 * Stands for the authorization server: the grant of software (RFC 6749 section 4.4); and, without one named, what a
 * browser would bring about. A token of scope `service` for software and user; one of scope
 * `credential` also takes what the user would have typed on the server's own page.
 */
function tokenRoute(app: App, service: ProviderService, sessions: CscSessions): void {
  serve(app, `${base}/oauth2/token`, (body, context) => {
    if (textIn(body, 'grant_type') !== '') return clientToken(service, sessions, body, context)
    const { id, secret } = service.client
    const known = textIn(body, 'client_id') === id && textIn(body, 'client_secret') === secret
    const user = service.users.find(
      ({ userId, password }) =>
        userId === textIn(body, 'user_id') && password === textIn(body, 'password'),
    )
    if (!known || user === undefined) return refusal(401, 'invalid_client', 'Unknown client')
    const details = body['authorization_details']
    if (textIn(body, 'scope') === 'credential' && Array.isArray(details)) {
      return credentialToken(sessions, user, textIn(body, 'pin'), (details as Loose[])[0] ?? {})
    }
    return sessions.open(user)
  })
}

const signaturesOf = (signed: Transaction['signed']): Reply => ({
  status: 200,
  body: { signatures: signed.map((one) => toBase64(one.signature)) },
})

function sign(
  { desk }: ProviderService,
  user: ProviderUser,
  credential: Credential,
  items: readonly Item[],
  mode: string,
): Reply {
  if (!desk.affords(items.length)) return noQuota()
  if (mode !== 'A') return signaturesOf(desk.sign(credential, items))
  const wanted = { kind: 'sign', request: undefined, credential, items } as const
  return { status: 200, body: { responseID: desk.begin({ ...wanted, user: user.userId }).id } }
}

function signRoute(app: App, service: ProviderService, sessions: CscSessions): void {
  const path = `${base}/signatures/signHash`
  serve(app, path, (whole, context) => {
    const bearer = (context.req.header('authorization') ?? '').replace(/^Bearer /, '')
    return withCredential(service, sessions, (user, body, credential) => {
      const digests = hashesOf(service, body)
      if (isReply(digests)) return digests
      const sad = textIn(body, 'SAD') === '' ? bearer : textIn(body, 'SAD')
      const refused = sessions.use(sad, user, credential.id, textsIn(body, 'hashes') ?? [])
      if (refused !== undefined) return refused
      const items = digests.map((hash, index) => ({ doc: String(index), hash }))
      return sign(service, user, credential, items, textIn(body, 'operationMode'))
    })(whole, context)
  })
}

const ends: Partial<Record<Transaction['state'], Reply>> = {
  refused: refusal(400, 'access_denied', 'The user refused'),
  expired: refusal(400, 'timeout', 'The user did not answer in time'),
  'key-failed': refusal(400, 'key_authorization_failed', 'The key could not be activated'),
  'sign-failed': refusal(500, 'server_error', 'Signing failed'),
}

function pollingRoute(app: App, service: ProviderService, sessions: CscSessions): void {
  const poll = loggedIn(sessions, (user, body) => {
    const found = service.desk.find(textIn(body, 'responseID'))
    if (found?.user !== user.userId) {
      return refusal(400, 'invalid_request', 'Invalid parameter responseID')
    }
    const { state, signed } = service.desk.look(found)
    if (state === 'signed') return signaturesOf(signed)
    return ends[state] ?? { status: 202, body: {} }
  })
  serve(app, `${base}/signatures/signPolling`, poll)
}

function authorizeRoutes(app: App, service: ProviderService, sessions: CscSessions): void {
  const codes = codeBook()
  const send = withCredential(service, sessions, async (user) => {
    codes.keep(user.userId, await sendCode(service, user))
    return { status: 200, body: {} }
  })
  serve(app, `${base}/credentials/sendOTP`, send)
  const authorize = withCredential(service, sessions, (user, body, credential) => {
    const digests = hashesOf(service, body)
    if (isReply(digests)) return digests
    if (numberIn(body, 'numSignatures') !== digests.length) {
      return refusal(400, 'invalid_request', 'Invalid parameter numSignatures')
    }
    const given = { pin: authValue(body, 'PIN'), otp: authValue(body, 'OTP') }
    const wrong = judgeSecrets(codes, user, given)
    if (wrong !== undefined) return wrong
    const hashes = textsIn(body, 'hashes') ?? []
    const { sad, expiresIn } = sessions.activate(user, credential.id, hashes)
    return { status: 200, body: { SAD: sad, expiresIn } }
  })
  serve(app, `${base}/credentials/authorize`, authorize)
}

/** CSC API 2: OAuth2 or activation data, synchronous or by polling. */
export function cscV2Routes(app: App, service: ProviderService): void {
  const sessions = cscSessions(service)
  serve(app, `${base}/info`, () => ({ status: 200, body: info }))
  tokenRoute(app, service, sessions)
  serve(
    app,
    `${base}/credentials/list`,
    loggedIn(sessions, (user, body) => credentialList(user, body)),
  )
  const show = withCredential(service, sessions, (_user, body, credential) => {
    const shown = keyInfo(credential, textIn(body, 'certificates'))
    return { status: 200, body: { ...shown, auth, multisign: service.desk.script().hashLimit } }
  })
  serve(app, `${base}/credentials/info`, show)
  authorizeRoutes(app, service, sessions)
  signRoute(app, service, sessions)
  pollingRoute(app, service, sessions)
}
