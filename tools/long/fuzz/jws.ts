import {
  canonicalJson,
  equalBytes,
  fromBase64Url,
  fromUtf8,
  toBase64Url,
  utf8,
} from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import {
  consistencyProof,
  daySealCheckIds,
  inclusionProof,
  leafHash,
  merkleRoot,
  type MerkleTree,
  merkleTree,
  parseSignerRegister,
  parseSigningPolicy,
  sealedRecordCheckIds,
  signedRecordCheckIds,
  signingPolicy1815,
  verifyConsistency,
  verifyDaySeal,
  verifyInclusion,
  verifySealedRecord,
  verifyRecord,
} from '@tiemchung/signing'
import { bytesOf, corpus, corpusInstant, marks } from '../corpus.js'
import { attemptNow, endOf, mustKeepSilent } from '../judge.js'
import { must, type Outcome, refused, value } from '../long-run.js'
import { flipBit, mutateBytes } from '../mutate-bytes.js'
import { mutateJson } from '../mutate-json.js'
import { bytesOfText, mutateText } from '../mutate-text.js'
import type { Random } from '../random.js'
import { family, type Kind, type Kinds } from './family.js'

const { signing, certificates } = corpus()
const anchors = [{ certificate: bytesOf(signing.root) }]
const options = { anchors, at: corpusInstant }

/** Parts of a compact JWS changed before they are written as Base64url again. */
function mutateJws(random: Random, jws: string): string {
  const parts = jws.split('.')
  const at = random.below(parts.length)
  const part = fromBase64Url(parts[at] ?? '')
  const changed = () => {
    if (at === 2) return mutateBytes(random, [part])
    if (random.chance(0.3)) return flipBit(part, random)
    if (random.chance(0.4)) return bytesOfText(mutateText(random, [fromUtf8(part)]))
    const json = mutateJson(random, JSON.parse(fromUtf8(part)))
    return bytesOfText(random.chance(0.5) ? (JSON.stringify(json) ?? '') : canonicalOr(json))
  }
  return parts.map((one, index) => (index === at ? toBase64Url(changed()) : one)).join('.')
}

function canonicalOr(json: unknown): string {
  const tried = attemptNow(() => canonicalJson(json))
  return 'answer' in tried ? tried.answer : (JSON.stringify(json) ?? '')
}

const everyJws = [...signing.records.map(({ jws }) => jws), signing.seal.jws]

const anotherJws = (random: Random, jws: string): string =>
  random.chance(0.6) ? mutateJws(random, jws) : mutateText(random, everyJws, jws)

interface Judged {
  readonly verdict: string
  readonly checks: readonly { readonly id: string }[]
}

/** What holds of every report, whatever was judged. */
function sound(report: Judged, ids: readonly string[]): Outcome {
  must(
    ids.every((id, at) => report.checks[at]?.id === id),
    'the report does not list every check',
  )
  mustKeepSilent(report.checks, marks)
  return report.verdict === 'valid' ? value : refused
}

const signedRecord: Kind = async (random) => {
  const seed = random.pick(signing.records)
  const signed = random.chance(0.75)
    ? { ...seed, jws: anotherJws(random, seed.jws) }
    : (mutateJson(random, seed) as SignedRecord)
  if (typeof signed !== 'object' || signed === null) return refused
  const report = await verifyRecord(signed, options)
  const outcome = sound(report, signedRecordCheckIds)
  if (report.verdict !== 'valid') return outcome
  const original = signing.records.find(({ jws }) => jws === signed.jws)
  must(original !== undefined, 'valid, and nobody signed it')
  must(
    signed.recordId === original.recordId && signed.facility === original.facility,
    'valid under another name than was signed',
  )
  return outcome
}

const daySeal: Kind = async (random) => {
  const seal = random.chance(0.75)
    ? { ...signing.seal, jws: anotherJws(random, signing.seal.jws) }
    : (mutateJson(random, signing.seal) as typeof signing.seal)
  if (typeof seal !== 'object' || seal === null) return refused
  const report = await verifyDaySeal(seal, options)
  const outcome = sound(report, daySealCheckIds)
  must(report.verdict !== 'valid' || seal.jws === signing.seal.jws, 'a seal that nobody made')
  return outcome
}

const sealedTexts = new Set(signing.sealed.map(({ record }) => canonicalJson(record)))

const sealedRecord: Kind = async (random) => {
  const seed = random.pick(signing.sealed)
  const other = random.pick(signing.sealed)
  const [record, proof] = random.pick([
    [mutateJson(random, seed.record), seed.proof],
    [seed.record, mutateJson(random, seed.proof)],
    [seed.record, other.proof],
    [mutateJson(random, seed.record), mutateJson(random, other.proof)],
  ]) as [typeof seed.record, typeof seed.proof]
  const report = await verifySealedRecord(record, proof, signing.seal, options)
  const outcome = sound(report, sealedRecordCheckIds)
  if (report.verdict === 'valid') {
    must(sealedTexts.has(canonicalJson(record)), 'a record that was never sealed is valid')
  }
  return outcome
}

interface Grown {
  readonly leaves: readonly Uint8Array[]
  readonly tree: MerkleTree
  readonly root: Uint8Array
}

const grown = new Map<number, Grown>()

/** The tree of a size: its leaves are the same for every size. */
async function treeOf(size: number): Promise<Grown> {
  const known = grown.get(size)
  if (known !== undefined) return known
  const leaves = await Promise.all(
    Array.from({ length: size }, (_, index) => leafHash(utf8(`${index}`), systemCrypto)),
  )
  const tree = await merkleTree(leaves, systemCrypto)
  const made = { leaves, tree, root: await merkleRoot(tree, systemCrypto) }
  grown.set(size, made)
  return made
}

const changedHashes = (random: Random, hashes: readonly Uint8Array[]): readonly Uint8Array[] => {
  const copy = [...hashes]
  const at = random.below(copy.length + 1)
  const one = copy[at] ?? random.bytes(32)
  const kind = random.below(5)
  if (kind === 0) copy.splice(at, 1)
  else if (kind === 1) copy.splice(at, 0, one)
  else if (kind === 2) copy.splice(at, 1, flipBit(one, random))
  else if (kind === 3) copy.reverse()
  return copy
}

const inclusion: Kind = async (random) => {
  const size = 1 + random.below(40)
  const { leaves, tree, root } = await treeOf(size)
  const index = random.below(size)
  const proof = changedHashes(random, inclusionProof(tree, index))
  const place = random.chance(0.6) ? index : random.pick([index + 1, index - 1, size, -1, 0.5])
  const leaf = random.chance(0.7) ? (leaves[index] as Uint8Array) : random.bytes(32)
  const holds = await verifyInclusion({ leaf, index: place, size, proof, root }, systemCrypto)
  if (!holds) return refused
  must(equalBytes(leaf, leaves[place] ?? new Uint8Array()), 'a leaf is proven where it is not')
  return value
}

const consistency: Kind = async (random) => {
  const size2 = 1 + random.below(40)
  const size1 = 1 + random.below(size2)
  const [first, second] = [await treeOf(size1), await treeOf(size2)]
  const proof = changedHashes(random, consistencyProof(second.tree, size1))
  const forged = random.chance(0.4)
  const root1 = forged ? flipBit(first.root, random) : first.root
  const given = { size1, root1, size2, root2: second.root, proof }
  const holds = await verifyConsistency(given, systemCrypto)
  must(!holds || !forged, 'a tree that never was is the beginning of another')
  return holds ? value : refused
}

const register = {
  ...signingPolicy1815,
  format: 'signer-register/1',
  issuers: [{ kind: 'public', anchors: ['b'.repeat(64)] }],
  entries: [
    {
      signer: { fingerprint: 'a'.repeat(64) },
      role: 'facility',
      facilities: ['01234', '01235'],
      signs: ['records'],
      from: '2022-01-01',
      to: null,
    },
    {
      signer: { issuerKind: 'public', identifiers: ['MST:0100109106'] },
      role: 'facility-head',
      facilities: ['01234'],
      signs: ['records', 'seals'],
      from: '2022-01-01',
      to: null,
    },
  ],
}

const documents: Kind = (random) =>
  endOf(
    random.chance(0.5)
      ? attemptNow(() => parseSignerRegister(mutateJson(random, register)))
      : attemptNow(() => parseSigningPolicy(mutateJson(random, signingPolicy1815))),
  )

function kinds(): Kinds {
  must(certificates.length > 0, 'the corpus is empty')
  return [
    [35, signedRecord],
    [15, daySeal],
    [20, sealedRecord],
    [10, inclusion],
    [8, consistency],
    [12, documents],
  ]
}

/** Signed records, day seals, proofs and the documents that say who may sign. */
export const jws = family(
  'jws',
  'signed records, day seals, Merkle proofs: only what was signed is valid',
  kinds,
)
