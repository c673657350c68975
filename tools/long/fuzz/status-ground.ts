/** What fuzzing of revocation stands on: the corpus, and what its whole documents come to. */
import { toHex } from '@tiemchung/core'
import type { OcspResponse, PathQuery, PathReport } from '@tiemchung/x509'
import { type OpenX509Corpus, type Situation, x509Corpus } from '../corpus-x509.js'
import { attemptNow } from '../judge.js'
import { checkPathReport, x509Code } from './x509-code.js'

/** A source of a situation, and what stands in its place. */
export interface Swap {
  readonly from: 'crls' | 'ocsp'
  readonly index: number
  /** Undefined: nothing does. */
  readonly der: Uint8Array | undefined
}

/** The corpus, and the code that is tried on it. */
export interface StatusGround extends OpenX509Corpus {
  readonly code: typeof x509Code
  readonly all: readonly Uint8Array[]
  readonly lists: readonly Uint8Array[]
  readonly answers: readonly Uint8Array[]
  readonly certificates: readonly Uint8Array[]
  /** The same, as hex. */
  readonly issued: ReadonlySet<string>
  /** Documents by what is signed in them, as hex. */
  readonly bySigned: ReadonlyMap<string, readonly string[]>
  /** Verdicts over whole documents, found once. */
  readonly known: Map<string, Promise<PathReport['verdict']>>
}

export const basicOf = (response: OcspResponse) =>
  response.status === 'successful' ? response.basic : undefined

/** What is signed in a list or in an answer; undefined when it cannot be read, or nothing is. */
function signedIn(der: Uint8Array, from: Swap['from']): Uint8Array | undefined {
  const read = () =>
    from === 'crls' ? x509Code.readCrl(der).tbs : basicOf(x509Code.readOcspResponse(der))?.tbs
  const tried = attemptNow(read)
  return 'answer' in tried ? tried.answer : undefined
}

function certificatesIn({ situations, bytes }: OpenX509Corpus): readonly Uint8Array[] {
  const names = situations.flatMap(({ leaf, intermediates, anchor }) => [
    leaf,
    ...intermediates,
    anchor,
  ])
  return [...new Set(names)].map(bytes)
}

export function statusGround(code: typeof x509Code): StatusGround {
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
  const certificates = certificatesIn(corpus)
  return {
    ...corpus,
    code,
    certificates,
    issued: new Set(certificates.map(toHex)),
    all: [...lists, ...answers],
    lists,
    answers,
    bySigned,
    known: new Map(),
  }
}

/** The question of a situation, with one of its sources in another's place. */
export function queryOf(on: StatusGround, situation: Situation, swap?: Swap): PathQuery {
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

export async function reportOn(on: StatusGround, query: PathQuery): Promise<PathReport> {
  const report = await on.code.verifyPath(query)
  checkPathReport(report)
  return report
}

/** The verdict with a whole document in the place of a source, or with none. */
export function verdictWith(on: StatusGround, situation: Situation, swap: Swap, name = '') {
  const key = [situation.name, swap.from, swap.index, name].join('|')
  const der = name === '' ? undefined : on.bytes(name)
  const known =
    on.known.get(key) ??
    reportOn(on, queryOf(on, situation, { ...swap, der })).then(({ verdict }) => verdict)
  on.known.set(key, known)
  return known
}

/** The documents in which the very same bytes are signed. */
export function sameSigned(
  on: StatusGround,
  der: Uint8Array,
  from: Swap['from'],
): readonly string[] {
  const signed = signedIn(der, from)
  return (signed === undefined ? undefined : on.bySigned.get(toHex(signed))) ?? []
}
