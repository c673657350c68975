import { equalBytes, toHex } from '@tiemchung/core'
import {
  attributeOf,
  type Certificate,
  certificateSummary,
  documentSigning,
  ecdsaSignatureToRaw,
  keyIdOf,
  namesMatch,
  pathCheckIds,
  readCertificate,
  verifyPath,
} from '@tiemchung/x509'
import { readRequest } from '@tiemchung/x509/ca'
import { bytesOf, corpus, corpusInstant } from '../corpus.js'
import { attempt, attemptNow, endOf } from '../judge.js'
import { must, type Outcome, refused, value } from '../long-run.js'
import type { Random } from '../random.js'
import { changed } from './changed.js'
import { mutateDer } from './der-tree.js'
import { family, type Kind, type Kinds } from './family.js'
import { readsList } from './lists.js'

interface Seeds {
  readonly leaf: Uint8Array
  readonly middle: Uint8Array
  readonly root: Uint8Array
  readonly revokedLeaf: Uint8Array
  readonly crls: readonly [Uint8Array, Uint8Array]
  readonly request: Uint8Array
  readonly all: readonly Uint8Array[]
}

function seeds(): Seeds {
  const { leaf, middle, root, revokedLeaf, crls, request } = corpus().x509
  const [rootList, middleList] = [bytesOf(crls[0]), bytesOf(crls[1])]
  const certificates = [leaf, middle, root, revokedLeaf].map(bytesOf)
  return {
    leaf: bytesOf(leaf),
    middle: bytesOf(middle),
    root: bytesOf(root),
    revokedLeaf: bytesOf(revokedLeaf),
    crls: [rootList, middleList],
    request: bytesOf(request),
    all: [...certificates, rootList, middleList, bytesOf(request)],
  }
}

async function readEverything(certificate: Certificate, der: Uint8Array): Promise<void> {
  must(equalBytes(certificate.der, der), 'the certificate keeps other bytes than were read')
  must(namesMatch(certificate.subject, certificate.subject), 'a name does not match itself')
  attributeOf(certificate.subject, '2.5.4.3')
  await certificateSummary(der)
  await keyIdOf(der)
}

const certificateKind: (on: Seeds) => Kind = (on) => async (random) => {
  const der = changed(random, random.pick([on.leaf, on.middle, on.root]), on)
  const tried = attemptNow(() => readCertificate(der))
  if ('answer' in tried) await attempt(() => readEverything(tried.answer, der))
  return endOf(tried)
}

const crlKind: (on: Seeds) => Kind = (on) => (random) =>
  readsList(changed(random, random.pick(on.crls), on))

const curves = [
  ['P-256', 32],
  ['P-384', 48],
  ['P-521', 66],
] as const

const signatureKind: (on: Seeds) => Kind = (on) => (random) => {
  const signature = readCertificate(on.leaf).signature
  const der = changed(random, signature, on)
  const [curve, size] = random.pick(curves)
  const tried = attemptNow(() => ecdsaSignatureToRaw(der, curve))
  if ('answer' in tried) must(tried.answer.length === size * 2, 'a raw signature of another length')
  return endOf(tried)
}

const requestKind: (on: Seeds) => Kind = (on) => async (random) => {
  const der = changed(random, on.request, on)
  const tried = await attempt(() => readRequest(der))
  if ('answer' in tried) must(equalBytes(der, on.request), 'a request nobody signed was taken')
  return endOf(tried)
}

/** What a path is made of; each part sound unless it was changed. */
interface Chain {
  readonly leaf: Uint8Array
  readonly intermediates: readonly Uint8Array[]
  readonly root?: Uint8Array
  readonly crls?: readonly Uint8Array[]
}

async function judged(on: Seeds, known: ReadonlySet<string>, chain: Chain): Promise<Outcome> {
  const { leaf, intermediates, root = on.root, crls } = chain
  const report = await verifyPath({
    leaf,
    intermediates,
    anchors: [{ certificate: root }],
    at: corpusInstant,
    purpose: documentSigning,
    ...(crls === undefined ? {} : { revocation: { crls } }),
  })
  const ids = new Set(report.checks.map((check) => check.id))
  must(
    pathCheckIds.every((id) => ids.has(id)),
    'the report does not list every check',
  )
  must(report.work.signatures <= 100 && report.work.links <= 10_000, 'more work than allowed')
  if (report.verdict !== 'valid') return refused
  const strangers = report.path.filter((der) => !known.has(toHex(der)))
  must(strangers.length === 0, 'valid over a certificate that nobody issued')
  must(!equalBytes(leaf, on.revokedLeaf) || crls === undefined, 'valid although revoked')
  return value
}

const pathKinds = (on: Seeds): Kinds => {
  const known = new Set([on.leaf, on.middle, on.root, on.revokedLeaf].map(toHex))
  const judge = (chain: Chain) => judged(on, known, chain)
  const some = (random: Random) => (random.chance(0.3) ? { crls: on.crls } : {})
  const middle = [on.middle]
  return [
    [
      12,
      (random) =>
        judge({ leaf: changed(random, on.leaf, on), intermediates: middle, ...some(random) }),
    ],
    [
      8,
      (random) =>
        judge({ leaf: on.leaf, intermediates: [changed(random, on.middle, on)], ...some(random) }),
    ],
    // An anchor is believed as it is, but for its signature: only what reads it is tried here.
    [
      3,
      async (random) => {
        const root = changed(random, on.root, on)
        const report = await verifyPath({
          leaf: on.leaf,
          intermediates: middle,
          anchors: [{ certificate: root }],
          at: corpusInstant,
        })
        return report.verdict === 'valid' ? value : refused
      },
    ],
    [
      8,
      async (random) => {
        const at = random.below(2)
        const list = changed(random, on.crls[at] as Uint8Array, on)
        const crls = on.crls.map((one, index) => (index === at ? list : one))
        const outcome = await judge({ leaf: on.leaf, intermediates: middle, crls })
        const same = equalBytes(list, on.crls[at] as Uint8Array)
        must(outcome.end === 'refused' || same, 'valid by a revocation list that nobody signed')
        return outcome
      },
    ],
    [
      5,
      (random) =>
        judge({
          leaf: on.revokedLeaf,
          intermediates: middle,
          crls: [...on.crls.slice(0, random.below(2)), changed(random, on.crls[1], on)],
        }),
    ],
    // Many candidates that look alike: the search has to stop.
    [
      1,
      (random) => {
        const many = Array.from({ length: 2 + random.below(20) }, () =>
          mutateDer(random, on.middle),
        )
        return judge({ leaf: mutateDer(random, on.leaf), intermediates: [...many, on.middle] })
      },
    ],
  ]
}

/** Certificates, revocation lists, requests and paths. */
export const x509 = family(
  'x509',
  'X.509: strict reading, bounded search, never valid over what nobody issued',
  () => {
    const on = seeds()
    return [
      [30, certificateKind(on)],
      [20, crlKind(on)],
      [4, signatureKind(on)],
      [3, requestKind(on)],
      ...pathKinds(on),
    ]
  },
)
