import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { equalBytes, fromBase64, toHex } from '@tiemchung/core'
import {
  timestampCheckIds,
  type TimestampQuery,
  type TimestampReport,
  type TimestampToken,
} from '@tiemchung/x509'
import { type OpenX509Corpus, type Stamp, x509Corpus } from '../corpus-x509.js'
import { attemptNow } from '../judge.js'
import { type LongRun, must, type Outcome, refused, value } from '../long-run.js'
import { mutateBytes } from '../mutate-bytes.js'
import type { Random } from '../random.js'
import { reworked } from './changed.js'
import { family, type Kind } from './family.js'
import { amidst, checkPathReport, counted, credulous, holds, x509Code } from './x509-code.js'

interface Ground extends OpenX509Corpus {
  readonly code: typeof x509Code
  readonly all: readonly Uint8Array[]
  readonly tokens: readonly Uint8Array[]
  readonly responses: readonly Uint8Array[]
  /** The sound ones by all that is signed in them. */
  readonly genuine: ReadonlyMap<string, Stamp>
  /** Every certificate that somebody issued, as hex. */
  readonly issued: ReadonlySet<string>
  /** What is signed in the lists, as hex. */
  readonly lists: ReadonlySet<string>
}

/** What a signature is over, and the content that this holds the digest of. */
const signedIn = ({ signer, content }: TimestampToken): string =>
  `${toHex(signer.tbs)}/${toHex(content)}`

const isResponse = (name: string) => name.includes('reply')

function ground(code: typeof x509Code): Ground {
  const corpus = x509Corpus()
  const { stamps, bytes, documents } = corpus
  const sound = stamps.filter(({ expected }) => expected === 'valid')
  const tokens = stamps.map(({ token }) => bytes(token))
  const responses = [...documents.keys()].filter(isResponse).map(bytes)
  const lists = stamps.flatMap(({ crls = [] }) => crls).map(bytes)
  return {
    ...corpus,
    code,
    all: [...tokens, ...responses, ...lists],
    tokens,
    responses,
    genuine: new Map(
      sound.map((stamp) => [signedIn(x509Code.readTimestampToken(bytes(stamp.token))), stamp]),
    ),
    issued: new Set([
      ...[...documents.values()].map(toHex),
      ...tokens.flatMap((der) => x509Code.readTimestampToken(der).certificates.map(toHex)),
    ]),
    lists: new Set(lists.map((der) => toHex(x509Code.readCrl(der).tbs))),
  }
}

type Changes = Partial<Record<'message' | 'nonce', Uint8Array>> & {
  readonly token?: Uint8Array
  readonly response?: Uint8Array
  readonly crls?: readonly Uint8Array[]
  readonly intermediates?: readonly Uint8Array[]
}

/** The question of a stamp but for what is stamped, with parts of it changed. */
function restOf(on: Ground, stamp: Stamp, changes: Changes = {}) {
  const { token = on.bytes(stamp.token), response } = changes
  const crls = changes.crls ?? stamp.crls?.map(on.bytes)
  const nonce = changes.nonce ?? (stamp.nonce === undefined ? undefined : fromBase64(stamp.nonce))
  return {
    ...(response === undefined ? { token } : { response }),
    anchors: [{ certificate: on.bytes(stamp.anchor) }],
    intermediates: changes.intermediates ?? stamp.intermediates.map(on.bytes),
    ...(nonce === undefined ? {} : { nonce }),
    ...(crls === undefined ? {} : { revocation: { crls } }),
  }
}

/** The question of a stamp, with parts of it changed. */
function queryOf(on: Ground, stamp: Stamp, changes: Changes = {}): TimestampQuery {
  const { message = on.bytes(stamp.message) } = changes
  return { ...restOf(on, stamp, changes), message }
}

async function reportOn(on: Ground, query: TimestampQuery): Promise<TimestampReport> {
  const report = await on.code.verifyTimestamp(query)
  const ids = report.checks.map(({ id }) => id)
  must(isDeepStrictEqual(ids, timestampCheckIds), 'the report does not list every check once')
  if (report.path !== undefined) checkPathReport(report.path)
  must(report.verdict === 'valid' || !('time' in report), 'a time that does not hold is given')
  return report
}

const outcomeOf = ({ verdict }: TimestampReport): Outcome => (verdict === 'valid' ? value : refused)

/**
 * What is signed are the attributes, and by them the content and the signer's certificate. A token that
 * holds has all of these from one that was stamped: then it tells that time, by certificates that were
 * issued. What else may differ is not signed: other certificates and lists, the unsigned attributes, how the
 * signer is named, the digests that are announced, the status of the response.
 */
function checkGenuine(on: Ground, token: Uint8Array, report: TimestampReport): void {
  if (report.verdict !== 'valid') return
  const stamp = on.genuine.get(signedIn(on.code.readTimestampToken(token)))
  must(stamp !== undefined, 'valid by a token that nobody signed')
  must(report.time.toISOString() === stamp.time, 'another time is told than was stamped')
  const strangers = report.path.path.filter((der) => !on.issued.has(toHex(der)))
  must(strangers.length === 0, 'valid over a certificate that nobody issued')
}

/** Nothing is changed: the corpus comes to what it is said to come to. */
const soundKind =
  (on: Ground): Kind =>
  async (random) => {
    const stamp = random.pick(on.stamps)
    const response = stamp.response === undefined ? undefined : on.bytes(stamp.response)
    const given = response === undefined || random.chance(0.5) ? {} : { response }
    const report = await reportOn(on, queryOf(on, stamp, given))
    must(report.verdict === stamp.expected, `${stamp.name} is ${report.verdict}`)
    checkGenuine(on, on.bytes(stamp.token), report)
    return value
  }

function checkParts(der: Uint8Array, { content, signer, certificates }: TimestampToken): void {
  // The attributes are signed as a SET, and written under another tag.
  const parts = [content, signer.tbs.subarray(1), signer.signature, ...certificates]
  must(
    parts.every((part) => holds(der, part)),
    'a token keeps other bytes than were read',
  )
}

const readTokenKind =
  (on: Ground): Kind =>
  (random) => {
    const der = reworked(random, random.pick(on.tokens), on)
    const before = der.slice()
    const tried = attemptNow(() => on.code.readTimestampToken(der))
    must(equalBytes(der, before), 'a reader writes')
    const again = attemptNow(() => on.code.readTimestampToken(amidst(der)))
    must('error' in tried === 'error' in again, 'a token is read by what is around it')
    if (!('answer' in tried) || !('answer' in again)) return refused
    must(isDeepStrictEqual(tried.answer, again.answer), 'a token is read two ways')
    checkParts(der, tried.answer)
    return value
  }

const readResponseKind =
  (on: Ground): Kind =>
  (random) => {
    const der = reworked(random, random.pick(on.responses), on)
    const tried = attemptNow(() => on.code.readTimestampResponse(der))
    if ('error' in tried) return refused
    const { status, token } = tried.answer
    const granted = status === 'granted' || status === 'granted-with-modifications'
    must(granted === (token !== undefined), 'a token without a grant, or a grant without a token')
    if (token === undefined) return value
    must(holds(der, token), 'a response keeps other bytes than were read')
    attemptNow(() => on.code.readTimestampToken(token))
    return value
  }

const tokenKind =
  (on: Ground): Kind =>
  async (random) => {
    const stamp = random.pick(on.stamps)
    const token = reworked(random, on.bytes(stamp.token), on)
    const report = await reportOn(on, queryOf(on, stamp, { token }))
    checkGenuine(on, token, report)
    return outcomeOf(report)
  }

/** A response is judged as the token in it; its status is the one check that is its own. */
const responseKind =
  (on: Ground, stamps: readonly Stamp[]): Kind =>
  async (random) => {
    const stamp = random.pick(stamps)
    const response = reworked(random, on.bytes(stamp.response ?? ''), on)
    const report = await reportOn(on, queryOf(on, stamp, { response }))
    const opened = attemptNow(() => on.code.readTimestampResponse(response))
    const token = 'answer' in opened ? opened.answer.token : undefined
    if (token === undefined) {
      must(report.verdict !== 'valid', 'valid by a response without a token')
      return refused
    }
    checkGenuine(on, token, report)
    const alone = await reportOn(on, queryOf(on, stamp, { token }))
    const own = ({ checks }: TimestampReport) =>
      checks.filter(({ id }) => id !== 'timestamp.status')
    must(
      alone.verdict === report.verdict && isDeepStrictEqual(own(alone), own(report)),
      'a response is judged otherwise than its token',
    )
    return outcomeOf(report)
  }

const sha = (hash: string, data: Uint8Array) =>
  new Uint8Array(createHash(hash.replace('-', '').toLowerCase()).update(data).digest())

type Asked = (on: Ground, random: Random, stamp: Stamp) => Promise<Outcome>

const messageChanged: Asked = async (on, random, stamp) => {
  const whole = on.bytes(stamp.message)
  const message = mutateBytes(random, [whole, ...on.tokens], whole)
  const report = await reportOn(on, queryOf(on, stamp, { message }))
  must(report.verdict !== 'valid' || equalBytes(message, whole), 'valid for another message')
  return outcomeOf(report)
}

const imprintChanged: Asked = async (on, random, stamp) => {
  const hash = random.pick(['SHA-256', 'SHA-384', 'SHA-512'] as const)
  const whole = sha(hash, on.bytes(stamp.message))
  const digest = mutateBytes(random, [whole])
  const report = await reportOn(on, { ...restOf(on, stamp), imprint: { hash, digest } })
  must(report.verdict !== 'valid' || equalBytes(digest, whole), 'valid for another imprint')
  return outcomeOf(report)
}

/** Nonces are numbers: zeros before one do not make it another. */
const numberIn = (nonce: Uint8Array) => toHex(nonce).replace(/^(00)+/, '')

const nonceChanged: Asked = async (on, random, stamp) => {
  const whole = stamp.nonce === undefined ? random.bytes(8) : fromBase64(stamp.nonce)
  const nonce = mutateBytes(random, [whole])
  const report = await reportOn(on, queryOf(on, stamp, { nonce }))
  const same = stamp.nonce !== undefined && numberIn(nonce) === numberIn(whole)
  must(report.verdict !== 'valid' || same, 'valid though another nonce was sent')
  return outcomeOf(report)
}

/** The certificates beside the token are changed. */
const besideChanged: Asked = async (on, random, stamp) => {
  const { intermediates } = stamp
  const at = random.below(Math.max(1, intermediates.length))
  const certificates = intermediates.map((name, index) =>
    index === at ? reworked(random, on.bytes(name), on) : on.bytes(name),
  )
  const report = await reportOn(on, queryOf(on, stamp, { intermediates: certificates }))
  checkGenuine(on, on.bytes(stamp.token), report)
  return outcomeOf(report)
}

/** A list on the authority's certificates is changed: it vouches only by what somebody signed. */
const listChanged: Asked = async (on, random, stamp) => {
  const names = stamp.crls ?? ['root-list', 'complete']
  const at = random.below(names.length)
  const lists = names.map(on.bytes)
  const list = reworked(random, lists[at] as Uint8Array, on)
  const crls = lists.map((one, index) => (index === at ? list : one))
  const report = await reportOn(on, queryOf(on, stamp, { crls }))
  if (report.verdict !== 'valid') return refused
  const signed = on.lists.has(toHex(on.code.readCrl(list).tbs))
  must(signed, 'valid by a revocation list that nobody signed')
  return value
}

/** With every signature believed, a token still is for what it states, at the time that it states. */
const believed: Asked = async (on, random, stamp) => {
  const token = reworked(random, on.bytes(stamp.token), on)
  const report = await reportOn(on, { ...queryOf(on, stamp, { token }), crypto: credulous })
  if (report.verdict !== 'valid') return refused
  const { info } = on.code.readTimestampToken(token)
  const message = on.bytes(stamp.message)
  const stamped = ['SHA-256', 'SHA-384', 'SHA-512'].some((hash) =>
    equalBytes(sha(hash, message), info.imprint.digest),
  )
  must(stamped, 'valid for another message')
  must(report.time.getTime() === info.time.getTime(), 'another time is told than is stated')
  return value
}

/**
 * A signature whose certificate was revoked later is saved by a token from before, and by no other: not by a
 * later one, nor by one that nobody signed.
 */
const proofKind = (on: Ground): Kind => {
  const [early, late] = ['token-early', 'token'].map((name) => {
    const found = on.stamps.find((stamp) => stamp.name === name)
    if (found === undefined) throw new Error(`no stamp called ${name}`)
    return found
  }) as [Stamp, Stamp]
  return async (random) => {
    const stamp = random.chance(0.7) ? early : late
    const whole = on.bytes(stamp.token)
    const token = random.chance(0.8) ? reworked(random, whole, on) : whole
    const stamped = await reportOn(on, queryOf(on, stamp, { token }))
    checkGenuine(on, token, stamped)
    const list = random.pick(['complete', 'complete-early'])
    const report = await on.code.verifyPath({
      leaf: on.bytes('revoked'),
      intermediates: [on.bytes('issuing')],
      anchors: [{ certificate: on.bytes('root') }],
      at: new Date(late.time),
      revocation: {
        crls: [on.bytes('root-list'), on.bytes(list)],
        ...(stamped.verdict === 'valid' ? { provenAt: stamped.time } : {}),
      },
    })
    checkPathReport(report)
    const proven = stamped.verdict === 'valid' && stamped.time.toISOString() === early.time
    must((report.verdict === 'valid') === proven, `${report.verdict}, and proven is ${proven}`)
    return report.verdict === 'valid' ? value : refused
  }
}

const askedKind =
  (on: Ground, asked: Asked): Kind =>
  (random) =>
    asked(on, random, random.pick(on.stamps))

/** Timestamp tokens and the responses that bring them, read, judged, and as proof of existence. */
export const timestampsRun = (code = x509Code): LongRun =>
  family('timestamps', 'X.509: tokens, never valid for what nobody stamped', () => {
    const on = ground(code)
    const answered = on.stamps.filter(({ response }) => response !== undefined)
    return [
      [20, counted('tokens', readTokenKind(on))],
      [12, counted('responses', readResponseKind(on))],
      [24, counted('tokens', tokenKind(on))],
      [12, counted('responses', responseKind(on, answered))],
      [8, counted('tokens', proofKind(on))],
      [8, counted('tokens', askedKind(on, believed))],
      [4, counted('questions', askedKind(on, messageChanged))],
      [3, counted('questions', askedKind(on, imprintChanged))],
      [2, counted('questions', askedKind(on, nonceChanged))],
      [3, counted('questions', askedKind(on, besideChanged))],
      [3, counted('questions', askedKind(on, listChanged))],
      [1, soundKind(on)],
    ]
  })

export const timestamps = timestampsRun()
