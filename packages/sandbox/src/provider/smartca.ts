/**
 * The flow of Vietnamese providers, as VNPT SmartCA's `sp769` shows it: everything is a POST that is
 * answered with HTTP 200, the body says what became of it, and the result is fetched or sent.
 */
import { toBase64 } from '@tiemchung/core'
import { readCertificate } from '@tiemchung/x509'
import type { App } from '../app/operation-spec.js'
import type { Credential } from './credentials.js'
import type { Item, Transaction, TransactionState } from './desk.js'
import type { ProviderUser } from './provider.js'
import { digestOf, type Loose, type ProviderService, type Reply, serve, textIn } from './service.js'

const base = '/smartca/sca/sp769/v1'

/** HTTP says that all is well, whatever the body says. */
const said = (code: number, message: string, data: object | null = null): Reply => ({
  status: 200,
  body: { status_code: code, message, data },
})

const states: Readonly<Record<TransactionState, readonly [code: number, message: string]>> = {
  waiting: [4000, 'PENDING'],
  signed: [200, 'SUCCESS'],
  expired: [4001, 'EXPIRED'],
  refused: [4002, 'REJECTED'],
  'key-failed': [4003, 'KEY_AUTHORIZATION_FAILED'],
  'sign-failed': [4004, 'SIGN_FAILED'],
}

/** Who asks and for whom, or undefined: software and user are named in every body. */
function userOf({ client, users }: ProviderService, body: Loose): ProviderUser | undefined {
  const known = textIn(body, 'sp_id') === client.id && textIn(body, 'sp_password') === client.secret
  if (!known) return undefined
  return users.find(({ userId }) => userId === textIn(body, 'user_id'))
}

const unknownUser = (): Reply => said(401, 'INVALID_SP_OR_USER')

function certificateEntry({ id, serial, chain }: Credential): object {
  const [own, ...above] = chain
  const { notBefore, notAfter } = readCertificate(own ?? new Uint8Array())
  return {
    service_type: 'SMARTCA',
    cert_id: id,
    cert_status: 'Đang hoạt động',
    serial_number: serial,
    cert_valid_from: notBefore.toISOString(),
    cert_valid_to: notAfter.toISOString(),
    cert_data: toBase64(own ?? new Uint8Array()),
    chain_data: { ca_cert: above[0] === undefined ? null : toBase64(above[0]), root_cert: null },
  }
}

function certificateRoute(app: App, service: ProviderService): void {
  serve(app, `${base}/credentials/get_certificate`, async (body) => {
    const user = userOf(service, body)
    if (user === undefined) return unknownUser()
    const wanted = textIn(body, 'serial_number')
    const all = await Promise.all(user.credentials.map((id) => service.credentials.find(id)))
    const shown = all
      .filter((one) => one !== undefined)
      .filter(({ serial }) => wanted === '' || serial === wanted.toLowerCase())
    return said(200, 'SUCCESS', {
      transaction_id: textIn(body, 'transaction_id'),
      user_certificates: shown.map(certificateEntry),
    })
  })
}

function itemsOf(body: Loose): readonly Item[] | undefined {
  const files = Array.isArray(body['sign_files']) ? (body['sign_files'] as Loose[]) : []
  const items = files.map((file) => ({
    doc: textIn(file, 'doc_id'),
    hash: digestOf(textIn(file, 'data_to_be_signed'), 'hex'),
    asHash: textIn(file, 'sign_type') === 'hash',
  }))
  const sound = items.flatMap(({ doc, hash, asHash }) =>
    doc === '' || hash === undefined || !asHash ? [] : [{ doc, hash }],
  )
  return sound.length === files.length && files.length > 0 ? sound : undefined
}

const accepted = ({ id, request }: Transaction): Reply =>
  said(200, 'wait for user confirm', { transaction_id: request, tran_code: id })

/** The answer to a transaction id that came before; undefined: it is not looked at. */
function repeated({ desk }: ProviderService, user: string, request: string): Reply | undefined {
  const before = desk.findRequest(user, request)
  const { repeats } = desk.script()
  if (before === undefined || repeats === 'begun') return undefined
  return repeats === 'answered' ? accepted(before) : said(409, 'DUPLICATE_TRANSACTION_ID')
}

function signRoute(app: App, service: ProviderService): void {
  const { desk } = service
  serve(app, `${base}/signatures/sign`, async (body) => {
    const user = userOf(service, body)
    if (user === undefined) return unknownUser()
    const all = await Promise.all(user.credentials.map((id) => service.credentials.find(id)))
    const serial = textIn(body, 'serial_number').toLowerCase()
    const credential = all.find((one) => one?.serial === serial)
    if (credential === undefined) return said(404, 'CERTIFICATE_NOT_FOUND')
    const request = textIn(body, 'transaction_id')
    const items = itemsOf(body)
    if (items === undefined || request === '') return said(400, 'INVALID_PARAMETER')
    const again = repeated(service, user.userId, request)
    if (again !== undefined) return again
    if (items.length > desk.script().hashLimit) return said(400, 'TOO_MANY_FILES')
    if (!desk.affords(items.length)) return said(4005, 'QUOTA_EXCEEDED')
    return accepted(desk.begin({ kind: 'sign', request, user: user.userId, credential, items }))
  })
}

const signatures = (transaction: Transaction): readonly object[] =>
  transaction.signed.map(({ doc, signature }) => ({
    doc_id: doc,
    signature_value: toBase64(signature),
    timestamp_signature: null,
  }))

function statusRoute(app: App, service: ProviderService): void {
  serve(app, `${base}/signatures/sign/:code/status`, (_body, context) => {
    const found = service.desk.find(context.req.param('code') ?? '')
    if (found?.request === undefined) return said(404, 'TRANSACTION_NOT_FOUND')
    const transaction = service.desk.look(found)
    const [code, message] = states[transaction.state]
    const done = transaction.state === 'signed'
    return said(code, message, {
      transaction_id: transaction.request,
      ...(done ? { signatures: signatures(transaction) } : {}),
    })
  })
}

/** What is sent to the caller's own address when a transaction has ended. */
export function callbackBody(service: ProviderService, transaction: Transaction): object {
  const [code, message] = states[transaction.state]
  return {
    sp_id: service.client.id,
    status_code: code,
    message,
    transaction_id: transaction.request,
    tran_code: transaction.id,
    signed_files: signatures(transaction),
  }
}

/** The flow with a transaction that is polled, or told of. */
export function smartCaRoutes(app: App, service: ProviderService): void {
  certificateRoute(app, service)
  signRoute(app, service)
  statusRoute(app, service)
}
