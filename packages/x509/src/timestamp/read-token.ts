/** Reads what a timestamp authority hands out: a response, and the token inside (RFC 3161 section 2.4.2). */
import type { SignedData, SignerInfo } from '../cms/read-signed-data.js'
import { readSignedData } from '../cms/read-signed-data.js'
import { cmsOids } from '../cms/oids.js'
import { type DerCursor, inside, onlyElement, rawOf, refuse } from '../der/cursor.js'
import { readNamedBits, readSmallInteger, readUtf8, tags } from '../der/values.js'
import { readTimestampInfo, type TimestampInfo } from './read-info.js'

/** A token as it was read: nothing in it has been checked. */
export interface TimestampToken {
  readonly info: TimestampInfo
  /** What is signed by way of its digest: the TSTInfo in DER. */
  readonly content: Uint8Array
  readonly signer: SignerInfo
  /** Certificates that came along, in DER, in any order. */
  readonly certificates: readonly Uint8Array[]
}

const statuses = [
  'granted',
  'granted-with-modifications',
  'rejection',
  'waiting',
  'revocation-warning',
  'revocation-notification',
] as const

/** How an authority answered. */
export type TimestampStatus = (typeof statuses)[number]

/** PKIFailureInfo: bit → word. */
const failures: ReadonlyMap<string, string> = new Map([
  ['0', 'bad-algorithm'],
  ['2', 'bad-request'],
  ['5', 'bad-data-format'],
  ['14', 'time-not-available'],
  ['15', 'unaccepted-policy'],
  ['16', 'unaccepted-extension'],
  ['17', 'additional-information-not-available'],
  ['25', 'system-failure'],
])
const bits = Array.from({ length: 26 }, (_, bit) => String(bit))

/** An authority's answer. */
export interface TimestampResponse {
  readonly status: TimestampStatus
  /** The authority's own words, for people; never proof of anything. */
  readonly texts: readonly string[]
  /** Why there is no token, as words for the bits of RFC 3161; empty when the authority says none. */
  readonly failures: readonly string[]
  /** In DER, unread; present exactly when the request was granted. */
  readonly token: Uint8Array | undefined
}

/** The largest token or response that is read, in octets. */
const maximumTokenSize = 262_144

/** RFC 3161 section 2.4.2: the authority's signature and no other. */
function onlySigner({ signers }: SignedData): SignerInfo {
  const [signer, ...others] = signers
  return signer === undefined || others.length > 0 ? refuse('x509.timestamp.signers') : signer
}

/**
 * The fields of a timestamp token in DER: a ContentInfo with one signature over a TSTInfo.
 *
 * It establishes nothing; `verifyTimestamp` does. Tokens over 256 KiB are refused.
 *
 * @throws ParseError `x509.der.*`, `x509.cms.*`, `x509.timestamp.*`, `x509.certificate.*`
 */
export function readTimestampToken(der: Uint8Array): TimestampToken {
  const data = readSignedData(der, maximumTokenSize)
  if (data.contentType !== cmsOids.timestampInfo) refuse('x509.timestamp.content')
  const { content, certificates } = data
  return { info: readTimestampInfo(content), content, signer: onlySigner(data), certificates }
}

function readTexts(cursor: DerCursor): readonly string[] {
  const texts: string[] = []
  while (!cursor.done) texts.push(readUtf8(cursor.read(tags.utf8String)))
  return texts
}

function readStatusInfo(info: DerCursor): Omit<TimestampResponse, 'token'> {
  const status = statuses[readSmallInteger(info.read(tags.integer))]
  const texts = info.optional(tags.sequence)
  const failure = info.optional(tags.bitString)
  info.finish()
  const set = failure === undefined ? [] : readNamedBits(failure, bits)
  return {
    status: status ?? refuse('x509.timestamp.status'),
    texts: texts === undefined ? [] : readTexts(inside(texts)),
    failures: set.flatMap((bit) => failures.get(bit) ?? []),
  }
}

/** Whether an answer brings a token. */
export function isGranted(status: TimestampStatus): boolean {
  return status === 'granted' || status === 'granted-with-modifications'
}

/**
 * The fields of a timestamp response in DER (`application/timestamp-reply`).
 *
 * @throws ParseError `x509.der.*`, `x509.timestamp.status`
 */
export function readTimestampResponse(der: Uint8Array): TimestampResponse {
  const outer = inside(onlyElement(der, tags.sequence, maximumTokenSize))
  const info = readStatusInfo(outer.enter(tags.sequence))
  const token = outer.optional(tags.sequence)
  outer.finish()
  if (isGranted(info.status) !== (token !== undefined)) refuse('x509.timestamp.status')
  return { ...info, token: token === undefined ? undefined : rawOf(token) }
}
