/** By when was a signature there, as the timestamps in its unprotected header say? */
import { type Check, failed, passed, skipped, unknown, utf8 } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import {
  type Anchor,
  type RevocationQuery,
  type TimestampReport,
  verifyTimestamp,
} from '@tiemchung/x509'
import type { JwsParts } from '../jws/serialization.js'
import { readUnsignedHeader } from './unsigned-header.js'

/** Whose timestamps are believed. */
export interface TimestampTrust {
  /** Roots that authorities' chains must lead to. */
  readonly anchors: readonly Anchor[]
  /** Certificates that tokens may lack, in DER; none is trusted. */
  readonly intermediates?: readonly Uint8Array[]
  /** Lists and answers on the authorities' certificates. Default: not asked. */
  readonly revocation?: RevocationQuery
  /** The policy that is demanded of an authority, as object identifier. Default: any. */
  readonly policy?: string
}

/** What the timestamps of a signature come to. */
export interface JudgedTimestamp {
  readonly check: Check<'signing.timestamp'>
  /** The instant by which the signature was there; only when the check is passed. */
  readonly time?: Date
  readonly reports: readonly TimestampReport[]
}

const id = 'signing.timestamp'
const none = { reports: [] }

/** The latest instant that a timestamp stands for: its time and its accuracy. */
function latestOf(report: TimestampReport & { readonly verdict: 'valid' }): number {
  const { seconds = 0, millis = 0, micros = 0 } = report.accuracy ?? {}
  return report.time.getTime() + seconds * 1000 + millis + Math.ceil(micros / 1000)
}

function openCheck(report: TimestampReport): Check<'signing.timestamp'> {
  const worst = report.verdict === 'invalid' ? 'failed' : 'unknown'
  const open = report.checks.find(({ status }) => status === worst)
  const details = { params: { check: open?.id ?? 'timestamp' } }
  const reason = open?.reason ?? 'not-valid'
  return worst === 'failed' ? failed(id, reason, details) : unknown(id, reason, details)
}

function conclude(reports: readonly TimestampReport[], latest: number): JudgedTimestamp {
  const times: number[] = []
  for (const report of reports) {
    if (report.verdict !== 'valid') return { check: openCheck(report), reports }
    times.push(latestOf(report))
  }
  const time = Math.min(...times)
  return time <= latest
    ? { check: passed(id), time: new Date(time), reports }
    : { check: failed(id, 'in-the-future'), reports }
}

/**
 * Judges the timestamps over a signature: the imprint is of the signature as it is written, in Base64url (TS
 * 119 182-1 clause 5.3.4). Every one must hold; the earliest counts. Nothing signs the unprotected
 * header, so it may have nothing but timestamps. `latest`: no timestamp may be after it.
 */
export async function judgeTimestamp(
  { header, signatureText }: JwsParts,
  trust: TimestampTrust | undefined,
  latest: Date | undefined,
  crypto: CryptoProvider,
): Promise<JudgedTimestamp> {
  if (header === undefined) return { check: skipped(id, 'none'), ...none }
  const read = readUnsignedHeader(header)
  if ('refused' in read) return { check: failed(id, read.refused), ...none }
  if (read.others.length > 0 || read.tokens.length === 0) {
    return { check: failed(id, 'unknown-member'), ...none }
  }
  if (trust === undefined) return { check: skipped(id, 'not-asked'), ...none }
  const message = utf8(signatureText)
  const reports: TimestampReport[] = []
  for (const token of read.tokens) {
    reports.push(await verifyTimestamp({ ...trust, token, message, crypto }))
  }
  return conclude(reports, latest?.getTime() ?? Number.POSITIVE_INFINITY)
}
