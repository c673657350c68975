import { isDeepStrictEqual } from 'node:util'
import { equalBytes, fromBase64, toHex } from '@tiemchung/core'
import {
  type CertificateStatus,
  findRevoked,
  issuerCache,
  type OcspQuery,
  type OcspResponse,
  type PathQuery,
  type PathReport,
  readCertificate,
} from '@tiemchung/x509'
import { type OpenX509Corpus, type Question, type Situation, x509Corpus } from '../corpus-x509.js'
import { attempt, attemptNow, endOf } from '../judge.js'
import { type LongRun, must, type Outcome, refused, value } from '../long-run.js'
import { mutateBytes } from '../mutate-bytes.js'
import type { Random } from '../random.js'
import { reworked } from './changed.js'
import { family, type Kind } from './family.js'
import { readsList } from './lists.js'
import { amidst, checkPathReport, counted, credulous, holds, x509Code } from './x509-code.js'

/** A source of a situation, and what stands in its place. */
interface Swap {
  readonly from: 'crls' | 'ocsp'
  readonly index: number
  /** Undefined: nothing does. */
  readonly der: Uint8Array | undefined
}

/** The corpus, and the code that is tried on it. */
interface Ground extends OpenX509Corpus {
  readonly code: typeof x509Code
  readonly all: readonly Uint8Array[]
  readonly lists: readonly Uint8Array[]
  readonly answers: readonly Uint8Array[]
  /** Documents by what is signed in them, as hex. */
  readonly bySigned: ReadonlyMap<string, readonly string[]>
  /** Verdicts over whole documents, found once. */
  readonly known: Map<string, Promise<PathReport['verdict']>>
}

const basicOf = (response: OcspResponse) =>
  response.status === 'successful' ? response.basic : undefined

/** What is signed in a list or in an answer; undefined when it cannot be read, or nothing is. */
function signedIn(der: Uint8Array, from: Swap['from']): Uint8Array | undefined {
  const read = () =>
    from === 'crls' ? x509Code.readCrl(der).tbs : basicOf(x509Code.readOcspResponse(der))?.tbs
  const tried = attemptNow(read)
  return 'answer' in tried ? tried.answer : undefined
}

function ground(code: typeof x509Code): Ground {
  const corpus = x509Corpus()
  const named = (from: Swap['from']) => [
    ...new Set([
      ...corpus.situations.flatMap((one) => one[from]),
      ...(from === 'ocsp' ? corpus.questions.map(({ response }) => response) : []),
    ]),
  ]
  const bySigned = new Map<string, readonly string[]>()
  for (const from of ['crls', 'ocsp'] as const) {
    for (const name of named(from)) {
      const signed = signedIn(corpus.bytes(name), from)
      if (signed === undefined) continue
      const key = toHex(signed)
      bySigned.set(key, [...(bySigned.get(key) ?? []), name])
    }
  }
  const [lists, answers] = [named('crls').map(corpus.bytes), named('ocsp').map(corpus.bytes)]
  return {
    ...corpus,
    code,
    all: [...lists, ...answers],
    lists,
    answers,
    bySigned,
    known: new Map(),
  }
}

/** The question of a situation, with one of its sources in another's place. */
function queryOf(on: Ground, situation: Situation, swap?: Swap): PathQuery {
  const sources = (from: Swap['from']) =>
    situation[from].flatMap((name, index) => {
      if (swap?.from !== from || swap.index !== index) return [on.bytes(name)]
      return swap.der === undefined ? [] : [swap.der]
    })
  return {
    leaf: on.bytes(situation.leaf),
    intermediates: situation.intermediates.map(on.bytes),
    anchors: [{ certificate: on.bytes(situation.anchor) }],
    at: new Date(situation.at),
    revocation: { crls: sources('crls'), ocsp: sources('ocsp') },
  }
}

async function reportOn(on: Ground, query: PathQuery): Promise<PathReport> {
  const report = await on.code.verifyPath(query)
  checkPathReport(report)
  return report
}

/** The verdict with a whole document in the place of a source, or with none. */
function verdictWith(on: Ground, situation: Situation, swap: Swap, name = '') {
  const key = [situation.name, swap.from, swap.index, name].join('|')
  const der = name === '' ? undefined : on.bytes(name)
  const known =
    on.known.get(key) ??
    reportOn(on, queryOf(on, situation, { ...swap, der })).then(({ verdict }) => verdict)
  on.known.set(key, known)
  return known
}

/** The documents in which the very same bytes are signed. */
function sameSigned(on: Ground, der: Uint8Array, from: Swap['from']): readonly string[] {
  const signed = signedIn(der, from)
  return (signed === undefined ? undefined : on.bySigned.get(toHex(signed))) ?? []
}

/**
 * A source that nobody signed counts for nothing, neither for a certificate nor against it: the verdict is
 * the one without it. Only where the signed bytes are those of a document of the corpus, and what was
 * changed lies outside of them, may it be the verdict with that document.
 */
async function checkSwapped(
  on: Ground,
  situation: Situation,
  swap: Swap & { readonly der: Uint8Array },
  { verdict }: PathReport,
): Promise<void> {
  const { from, index, der } = swap
  const name = situation[from][index] ?? ''
  const same = sameSigned(on, der, from)
  const mayBeValid =
    situation.expected === 'valid' || situation.withheld.includes(name) || same.length > 0
  must(
    mayBeValid || verdict !== 'valid',
    `good though the authority does not say so: ${situation.name}, ${name}`,
  )
  if (verdict === (await verdictWith(on, situation, swap))) return
  must(same.length > 0, `${verdict} by a source that nobody signed`)
  const allowed = await Promise.all(same.map((one) => verdictWith(on, situation, swap, one)))
  must(allowed.includes(verdict), `${verdict} by what is signed, and it does not say so`)
}

/** The judge sets aside what the reader refuses, by the same code, and nothing else. */
function checkAside(on: Ground, { from, index, der }: Required<Swap>, report: PathReport): void {
  const whole = der ?? new Uint8Array()
  const read = (): unknown =>
    from === 'crls' ? on.code.readCrl(whole) : on.code.readOcspResponse(whole)
  const tried = attemptNow(read)
  const found = report.setAside.find((one) => one.from === from && one.index === index)
  const code = 'error' in tried ? tried.error.code : undefined
  must(found?.code === code, 'reader and judge do not agree')
}

function pickSwap(on: Ground, random: Random, situation: Situation) {
  const { crls, ocsp } = situation
  const at = random.below(crls.length + ocsp.length)
  const from = at < crls.length ? ('crls' as const) : ('ocsp' as const)
  const index = from === 'crls' ? at : at - crls.length
  const der = reworked(random, on.bytes(situation[from][index] ?? ''), on)
  return { from, index, der }
}

/** One source of a situation is changed. */
const swapKind =
  (on: Ground, situations: readonly Situation[]): Kind =>
  async (random) => {
    const situation = random.pick(situations)
    const swap = pickSwap(on, random, situation)
    const cache = issuerCache()
    const report = await reportOn(on, { ...queryOf(on, situation, swap), cache })
    checkAside(on, swap, report)
    await checkSwapped(on, situation, swap, report)
    if (random.chance(0.1)) {
      const after = await reportOn(on, { ...queryOf(on, situation), cache })
      must(after.verdict === situation.expected, 'what nobody signed is remembered')
    }
    return report.verdict === 'valid' ? value : refused
  }

/** Nothing is changed: the corpus comes to what it is said to come to. */
const soundKind =
  (on: Ground): Kind =>
  async (random) => {
    const situation = random.pick(on.situations)
    const { verdict } = await reportOn(on, queryOf(on, situation))
    must(verdict === situation.expected, `${situation.name} is ${verdict}`)
    const question = random.pick(on.questions)
    const { status } = await on.code.ocspStatus(askedOf(on, question))
    must(status === question.expected, `${question.name} is ${status}`)
    return value
  }

/** With every signature believed, a list still says what it says. */
const believedKind =
  (on: Ground): Kind =>
  async (random) => {
    const situation = random.pick(on.situations)
    const swap = pickSwap(on, random, situation)
    const query = { ...queryOf(on, situation, swap), crypto: credulous }
    const report = await reportOn(on, query)
    checkAside(on, swap, report)
    const alone = situation.ocsp.length === 0 && situation.crls.length === 2 && swap.index === 1
    if (report.verdict !== 'valid' || !alone) return endOf(report)
    const { serialNumber, issuer } = readCertificate(query.leaf)
    const found = findRevoked(on.code.readCrl(swap.der), serialNumber, issuer)
    must(found === 'absent', 'good by a list that names the certificate')
    return value
  }

/** Read from the middle of other octets, an answer is the same, and keeps its bytes. */
const readAnswerKind =
  (on: Ground): Kind =>
  (random) => {
    const der = reworked(random, random.pick(on.answers), on)
    const before = der.slice()
    const tried = attemptNow(() => on.code.readOcspResponse(der))
    must(equalBytes(der, before), 'a reader writes')
    const again = attemptNow(() => on.code.readOcspResponse(amidst(der)))
    must('error' in tried === 'error' in again, 'an answer is read by what is around it')
    if (!('answer' in tried) || !('answer' in again)) return refused
    must(isDeepStrictEqual(tried.answer, again.answer), 'an answer is read two ways')
    const basic = basicOf(tried.answer)
    const parts = basic === undefined ? [] : [basic.tbs, basic.signature, ...basic.certificates]
    must(
      parts.every((part) => holds(der, part)),
      'an answer keeps other bytes than were read',
    )
    return value
  }

function askedOf(on: Ground, question: Question, changes: Partial<OcspQuery> = {}): OcspQuery {
  return {
    certificate: on.bytes(question.certificate),
    issuer: on.bytes(question.issuer),
    responses: [on.bytes(question.response)],
    at: new Date(question.at),
    ...(question.nonce === undefined ? {} : { nonce: fromBase64(question.nonce) }),
    ...changes,
  }
}

type Asked = (on: Ground, random: Random, question: Question) => Promise<Outcome>

const answerChanged: Asked = async (on, random, question) => {
  const der = reworked(random, on.bytes(question.response), on)
  const { status } = await on.code.ocspStatus(askedOf(on, question, { responses: [der] }))
  if (status === 'unknown') return refused
  const same = sameSigned(on, der, 'ocsp')
  must(same.length > 0, `${status} by an answer that nobody signed`)
  const allowed = await Promise.all(
    same.map((one) => on.code.ocspStatus(askedOf(on, question, { responses: [on.bytes(one)] }))),
  )
  const said = allowed.some((one) => one.status === status)
  must(said, `${status} by what is signed, and it does not say so`)
  return value
}

const nonceChanged: Asked = async (on, random, question) => {
  const sent = question.nonce === undefined ? random.bytes(16) : fromBase64(question.nonce)
  const nonce = mutateBytes(random, [sent])
  const { status } = await on.code.ocspStatus(askedOf(on, question, { nonce }))
  const same = question.nonce !== undefined && equalBytes(nonce, sent)
  must(status === 'unknown' || same, `${status} though another nonce was sent`)
  return status === 'unknown' ? refused : value
}

const certificateChanged: Asked = async (on, random, question) => {
  const whole = on.bytes(question.certificate)
  const certificate = reworked(random, whole, on)
  const query = askedOf(on, question, { certificate })
  const tried = await attempt(() => on.code.ocspStatus(query))
  if ('error' in tried || tried.answer.status === 'unknown') return refused
  const read = attemptNow(() => readCertificate(certificate))
  const other = 'answer' in read && read.answer.serialNumber !== readCertificate(whole).serialNumber
  must(!other, 'an answer counts for another certificate')
  return value
}

const issuerChanged: Asked = async (on, random, question) => {
  const issuer = reworked(random, on.bytes(question.issuer), on)
  return endOf(await attempt(() => on.code.ocspStatus(askedOf(on, question, { issuer }))))
}

/** Of which the read answer says so itself, on a day on which it counts. */
function isSaid(on: Ground, der: Uint8Array, question: Question, status: CertificateStatus) {
  const { serialNumber } = readCertificate(on.bytes(question.certificate))
  const at = new Date(question.at)
  const answers = basicOf(on.code.readOcspResponse(der))?.answers ?? []
  return answers.some(
    ({ certificate, says, thisUpdate, nextUpdate }) =>
      certificate.serialNumber === serialNumber &&
      says.status === status.status &&
      thisUpdate <= at &&
      (nextUpdate ?? at) >= at,
  )
}

const answerBelieved: Asked = async (on, random, question) => {
  const der = reworked(random, on.bytes(question.response), on)
  const query = askedOf(on, question, { responses: [der], crypto: credulous })
  const status = await on.code.ocspStatus(query)
  if (status.status === 'unknown') return refused
  must(isSaid(on, der, question, status), `${status.status} by an answer that does not say so`)
  return value
}

const askedKind =
  (on: Ground, asked: Asked): Kind =>
  (random) =>
    asked(on, random, random.pick(on.questions))

/** Revocation lists of every kind and answers of responders, read and judged. */
export const revocationRun = (code = x509Code): LongRun =>
  family(
    'revocation',
    'X.509: lists and answers, never good nor revoked by what nobody signed',
    () => {
      const on = ground(code)
      const answered = on.situations.filter(({ ocsp }) => ocsp.length > 0)
      const listed = on.situations.filter(({ ocsp }) => ocsp.length === 0)
      return [
        [
          20,
          counted('lists', (random) =>
            readsList(reworked(random, random.pick(on.lists), on), code.readCrl),
          ),
        ],
        [20, counted('lists', swapKind(on, listed))],
        [6, counted('lists', believedKind({ ...on, situations: listed }))],
        [20, counted('answers', readAnswerKind(on))],
        [14, counted('answers', swapKind(on, answered))],
        [4, counted('answers', believedKind({ ...on, situations: answered }))],
        [8, counted('answers', askedKind(on, answerChanged))],
        [4, counted('answers', askedKind(on, answerBelieved))],
        [1, counted('answers', askedKind(on, nonceChanged))],
        [1, counted('answers', askedKind(on, certificateChanged))],
        [1, counted('answers', askedKind(on, issuerChanged))],
        [1, soundKind(on)],
      ]
    },
  )

export const revocation = revocationRun()
