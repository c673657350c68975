import {
  type Check,
  canonicalJson,
  failed,
  fromBase64Url,
  fromUtf8,
  passed,
  type Report,
  skipped,
  toBase64Url,
  unknown,
  utf8,
  verdictOf,
} from '@tiemchung/core'
import { type CryptoProvider, schemeOf } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import {
  type Anchor,
  documentSigning,
  type PathReport,
  readCertificate,
  verifyPath,
} from '@tiemchung/x509'
import { maySign, type SignerRegister } from '../register/signer-register.js'
import { systemWorld } from '../world.js'
import { type HeaderReading, readHeader } from './protected-header.js'

/** The checks of a signed record, in the order of the report. */
export const signedRecordCheckIds = [
  'jws.form',
  'jws.header',
  'jws.canonical',
  'jws.signature',
  'signer.chain',
  'signer.register',
  'record.identity',
] as const

export type SignedRecordCheckId = (typeof signedRecordCheckIds)[number]
type RecordCheck = Check<SignedRecordCheckId>

/** What a signed record is judged against. */
export interface VerifySignedRecordOptions {
  /** Roots that facility chains must lead to; none at all leaves the verdict open. */
  readonly anchors: readonly Anchor[]
  /**
   * The instant at which the chain must be valid. Default: the signing time that the signature claims,
   * which proves nothing by itself; give the time of receipt where you have it.
   */
  readonly at?: Date
  /** Who may sign for which facility. Default: not asked. */
  readonly register?: SignerRegister
  readonly crypto?: CryptoProvider
}

/** The report on a signed record. `record` is there only when the verdict is `valid`. */
export interface SignedRecordReport extends Report<SignedRecordCheckId> {
  readonly record?: DoseRecord
  readonly signedAt?: Date
  /** The report on the signer's chain, when it came to that. */
  readonly path?: PathReport
}

interface Parts {
  readonly header: Exclude<HeaderReading, { refused: string }>
  readonly payload: string
  readonly signature: Uint8Array
  readonly input: Uint8Array
}

/** The JSON of a part, only when it is written canonically: so members cannot appear twice. */
function canonicalPart(part: string): { value: unknown; text: string } | undefined {
  try {
    const text = fromUtf8(fromBase64Url(part))
    const value: unknown = JSON.parse(text)
    return canonicalJson(value) === text ? { value, text } : undefined
  } catch {
    return undefined
  }
}

function split(jws: string): Parts | RecordCheck[] {
  const [head = '', payload = '', signature = '', ...more] = jws.split('.')
  if (more.length > 0 || signature === '') return [failed('jws.form', 'not-compact')]
  const header = canonicalPart(head)
  if (header === undefined) return [failed('jws.form', 'header-not-canonical')]
  const reading = readHeader(header.value)
  if ('refused' in reading) return [passed('jws.form'), failed('jws.header', reading.refused)]
  const body = canonicalPart(payload)
  const sound: RecordCheck[] = [passed('jws.form'), passed('jws.header')]
  if (body === undefined) return [...sound, failed('jws.canonical', 'payload-not-canonical')]
  try {
    const bytes = fromBase64Url(signature)
    return {
      header: reading,
      payload: body.text,
      signature: bytes,
      input: utf8(`${head}.${payload}`),
    }
  } catch {
    return [failed('jws.form', 'signature-not-base64url')]
  }
}

async function checkSignature(parts: Parts, crypto: CryptoProvider): Promise<RecordCheck> {
  const [own = new Uint8Array()] = parts.header.chain
  const thumbprint = toBase64Url(await crypto.digest('SHA-256', own))
  if (thumbprint !== parts.header.thumbprint) return failed('jws.signature', 'thumbprint')
  try {
    const key = await crypto.importPublicKey(readCertificate(own).spki)
    const scheme = schemeOf[parts.header.alg]
    const holds = await crypto.verify(scheme, key, parts.signature, parts.input)
    return holds ? passed('jws.signature') : failed('jws.signature', 'does-not-hold')
  } catch {
    return failed('jws.signature', 'certificate')
  }
}

function chainCheck(path: PathReport): RecordCheck {
  if (path.verdict === 'valid') return passed('signer.chain')
  const open = path.checks.find((check) => check.status === 'failed' || check.status === 'unknown')
  const reason = open?.reason ?? 'not-valid'
  const params = { check: open?.id ?? 'path' }
  return path.verdict === 'invalid'
    ? failed('signer.chain', reason, { params })
    : unknown('signer.chain', reason, { params })
}

async function registerCheck(
  parts: Parts,
  facility: string,
  options: VerifySignedRecordOptions,
): Promise<RecordCheck> {
  if (options.register === undefined) return skipped('signer.register', 'not-asked')
  const may = maySign(options.register, parts.header.thumbprint, facility, parts.header.signedAt)
  return may ? passed('signer.register') : failed('signer.register', 'not-entitled')
}

function recordCheck(record: DoseRecord, signed: SignedRecord): RecordCheck {
  const same =
    record.format === 'dose-record/1' &&
    record.id === signed.recordId &&
    record.dose.facility === signed.facility
  return same ? passed('record.identity') : failed('record.identity', 'envelope-differs')
}

/** All checks by id, those that were not come to as unknown: nothing is passed that was not done. */
function complete(checks: readonly RecordCheck[]): readonly RecordCheck[] {
  return signedRecordCheckIds.map(
    (id) => checks.find((check) => check.id === id) ?? unknown(id, 'not-reached'),
  )
}

/**
 * Whether a signed record is what its facility signed: form, header, canonical text, signature, chain.
 *
 * It does not establish that the record is complete, that its identity matched, or when it was signed:
 * the signing time is the signer's own claim.
 */
export async function verifySignedRecord(
  signed: SignedRecord,
  options: VerifySignedRecordOptions,
): Promise<SignedRecordReport> {
  const crypto = options.crypto ?? systemWorld().crypto
  const parts = split(signed.jws)
  if (Array.isArray(parts)) {
    const checks = complete(parts)
    return { verdict: verdictOf(checks), checks }
  }
  const record = JSON.parse(parts.payload) as DoseRecord
  const [leaf = new Uint8Array(), ...intermediates] = parts.header.chain
  const path = await verifyPath({
    leaf,
    intermediates,
    anchors: options.anchors,
    at: options.at ?? parts.header.signedAt,
    purpose: documentSigning,
    crypto,
  })
  const checks = complete([
    passed('jws.form'),
    passed('jws.header'),
    passed('jws.canonical'),
    await checkSignature(parts, crypto),
    chainCheck(path),
    await registerCheck(parts, signed.facility, options),
    recordCheck(record, signed),
  ])
  const required = signedRecordCheckIds.filter((id) => id !== 'signer.register')
  const verdict = verdictOf(checks, required)
  const { signedAt } = parts.header
  return { verdict, checks, signedAt, path, ...(verdict === 'valid' ? { record } : {}) }
}
