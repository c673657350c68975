/** Was this there by that time, as a timestamp authority that the caller trusts says (RFC 3161)? */
import { verdictOf } from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import { type Certificate, readCertificate } from '../certificate/read-certificate.js'
import type { Anchor } from '../path/anchor.js'
import type { PathReport } from '../path/path-report.js'
import { timeStamping } from '../path/purpose.js'
import { verifyPath } from '../path/verify-path.js'
import { readable, readOrCode } from '../readable.js'
import type { RevocationQuery } from '../revocation/revocation-policy.js'
import { SignatureJudge } from '../signature/signature-judge.js'
import { type Asked, checkInfo, type Stamped } from './info-checks.js'
import { Ledger } from './ledger.js'
import {
  isGranted,
  readTimestampResponse,
  readTimestampToken,
  type TimestampToken,
} from './read-token.js'
import { checkSigner, findSigner } from './signer-checks.js'
import { requiredTimestampChecks, type TimestampReport } from './timestamp-report.js'

/** What an authority handed out, in DER: its whole response, or the token alone. */
type Given = { readonly response: Uint8Array } | { readonly token: Uint8Array }

/** What to verify, against what was asked, and by whom to be believed. */
export type TimestampQuery = Given &
  Stamped &
  Asked & {
    readonly anchors: readonly Anchor[]
    /** Certificates that the token may lack, the signer's own among them, in DER; none is trusted. */
    readonly intermediates?: readonly Uint8Array[]
    /**
     * Lists and answers on the authority's certificates, and how they count; judged at the stated time.
     * Absent: revocation is not asked for.
     */
    readonly revocation?: RevocationQuery
    readonly crypto?: CryptoProvider
  }

function unlessRefused<Value extends object>(read: () => Value, ledger: Ledger): Value | undefined {
  const value = readOrCode(read)
  if (typeof value !== 'string') return value
  if (value === 'x509.timestamp.content') ledger.note('timestamp.content-type', 'not-a-timestamp')
  else ledger.note('timestamp.parse', value)
  return undefined
}

/** The token of a response that grants one. */
function tokenOf(response: Uint8Array, ledger: Ledger): Uint8Array | undefined {
  const read = unlessRefused(() => readTimestampResponse(response), ledger)
  if (read === undefined) return undefined
  const [failure] = read.failures
  const params = failure === undefined ? undefined : { failure }
  ledger.note('timestamp.status', isGranted(read.status) ? undefined : read.status, params)
  return read.token
}

function readGiven(query: TimestampQuery, ledger: Ledger): TimestampToken | undefined {
  const der = 'token' in query ? query.token : tokenOf(query.response, ledger)
  if ('token' in query) ledger.skip('timestamp.status', 'token-alone')
  if (der === undefined) return undefined
  const token = unlessRefused(() => readTimestampToken(der), ledger)
  if (token === undefined) return undefined
  ledger.note('timestamp.parse', undefined)
  ledger.note('timestamp.content-type', undefined)
  return token
}

function checkChain(path: PathReport, ledger: Ledger): void {
  const id = 'timestamp.chain'
  const decisive = path.verdict === 'invalid' ? 'failed' : 'unknown'
  const [against] = path.checks
    .filter(({ status }) => status === decisive)
    .map((check) => ({ check: check.id }))
  if (path.verdict === 'valid') ledger.note(id, undefined)
  else if (path.verdict === 'invalid') ledger.note(id, 'invalid', against)
  else ledger.leaveOpen(id, 'indeterminate', against)
}

async function judgeChain(
  signer: Certificate,
  token: TimestampToken,
  query: TimestampQuery,
): Promise<PathReport> {
  const { anchors, intermediates = [], revocation, crypto } = query
  return verifyPath({
    leaf: signer.der,
    intermediates: [...token.certificates, ...intermediates],
    anchors,
    at: token.info.time,
    purpose: timeStamping,
    ...(revocation === undefined ? {} : { revocation }),
    ...(crypto === undefined ? {} : { crypto }),
  })
}

/** The report on a token that was not read, or whose signer was not found. */
function withoutSigner(reason: string, ledger: Ledger): TimestampReport {
  const checks = ledger.close(reason)
  const refused = checks.some(({ status }) => status === 'failed')
  return { verdict: refused ? 'invalid' : 'indeterminate', checks, path: undefined }
}

function report({ info }: TimestampToken, path: PathReport, ledger: Ledger): TimestampReport {
  const checks = ledger.close('not-reached')
  const verdict = verdictOf(checks, requiredTimestampChecks)
  if (verdict !== 'valid') return { verdict, checks, path }
  const { time, accuracy, ordering, serialNumber, policy } = info
  return { verdict, checks, path, time, accuracy, ordering, serialNumber, policy }
}

/**
 * Whether a timestamp holds: a report of every check by id, and the time only when all is well.
 *
 * `valid` says that an authority under one of the anchors signed that what is stamped was there by `time`,
 * give or take `accuracy`, and that its certificate was sound at that time. Such a time may be given to
 * `verifyPath` as `revocation.provenAt`. It does not say who made what is stamped. The signer is found by
 * what it signed, never by its place among the certificates. SHA-1 imprints are refused. Nothing is fetched.
 *
 * @example
 * ```ts
 * import { verifyTimestamp } from '@tiemchung/x509'
 * export async function provenAt(token: Uint8Array, signature: Uint8Array, root: Uint8Array) {
 *   const report = await verifyTimestamp({ token, message: signature, anchors: [{ certificate: root }] })
 *   return report.verdict === 'valid' ? report.time : undefined
 * }
 * ```
 */
export async function verifyTimestamp(query: TimestampQuery): Promise<TimestampReport> {
  const ledger = new Ledger()
  const token = readGiven(query, ledger)
  if (token === undefined) return withoutSigner('not-read', ledger)
  const judge = new SignatureJudge(query.crypto ?? systemCrypto, 1)
  await checkInfo(token.info, query, query, judge, ledger)
  const certificates = [...token.certificates, ...(query.intermediates ?? [])].flatMap(
    (der) => readable(() => readCertificate(der)) ?? [],
  )
  const signer = await findSigner(token, certificates, judge, ledger)
  await checkSigner(token, signer, judge, ledger)
  if (signer === undefined) return withoutSigner('no-signer', ledger)
  const path = await judgeChain(signer, token, query)
  checkChain(path, ledger)
  return report(token, path, ledger)
}
