import { createHash } from 'node:crypto'
import { equalBytes, fromBase64, fromUtf8, toHex } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { TrustStore } from '@tiemchung/certificates'
import { qrPng } from '@tiemchung/certificates/qr'
import { readQrCodes } from '@tiemchung/certificates/qr/read'
import {
  bloomFilterOf,
  openRevocationList,
  parseRevocationBatch,
  parseRevocationDelta,
  readBloomFilter,
  readPartialHashFilter,
} from '@tiemchung/certificates/revocation'
import { type BusinessRule, evaluateRules, parseRules } from '@tiemchung/certificates/rules'
import { openDocument } from '@tiemchung/certificates/signed'
import {
  keysOfJwks,
  loadDidList,
  loadGatewayList,
  loadVerifierList,
  openSnapshot,
} from '@tiemchung/certificates/trust'
import { verifyCertificate } from '@tiemchung/certificates/verify'
import { bytesOf, corpus, corpusInstant, marks } from '../corpus.js'
import { listCorpus } from '../corpus-lists.js'
import { attempt, attemptNow, endOf, mustKeepSilent } from '../judge.js'
import { must, type Outcome, refused, value } from '../long-run.js'
import { mutateBytes } from '../mutate-bytes.js'
import { mutateJson } from '../mutate-json.js'
import type { Random } from '../random.js'
import { family, type Kind, type Kinds } from './family.js'

const { certificates, country } = corpus()
const { publisher, trustList, list, delta } = listCorpus()
const at = corpusInstant
const pins = [publisher]
const files = [trustList, list, delta]
const anchors = [{ certificate: bytesOf(country), country: 'VN' }]

/** The payload of a file as it was signed. */
const signedIn = (file: Uint8Array): Uint8Array => {
  const { payload } = JSON.parse(fromUtf8(file)) as { readonly payload: string }
  return new Uint8Array(Buffer.from(payload, 'base64url'))
}
const signed = files.map(signedIn)

/** A file with changes to its bytes, or to the members of its JSON. */
function changed(random: Random): Uint8Array {
  if (random.chance(0.6)) return mutateBytes(random, files)
  const json = mutateJson(random, JSON.parse(fromUtf8(random.pick(files))))
  return new TextEncoder().encode(JSON.stringify(json) ?? '')
}

/** Whatever the file: what passes is, to the byte, one of those that the publisher signed. */
const documents: Kind = async (random) => {
  const type = random.pick([
    'tiemchung.trust-list+jws',
    'tiemchung.revocation-list+jws',
    'tiemchung.revocation-delta+jws',
  ] as const)
  const opened = await openDocument(changed(random), { type, pins })
  if (opened.status !== 'passed') return refused
  must(
    signed.some((bytes) => equalBytes(bytes, opened.bytes)),
    'passed, and nobody signed it',
  )
  return value
}

const snapshots: Kind = async (random) => {
  const { verdict, ...rest } = await openSnapshot(changed(random), { pins, at })
  mustKeepSilent(rest.checks, marks)
  must(verdict === 'valid' || !('list' in rest), 'a list that is not believed can be reached')
  return verdict === 'valid' ? value : refused
}

const revocations: Kind = async (random) => {
  const given = [random.chance(0.5) ? list : changed(random)] as [Uint8Array, ...Uint8Array[]]
  if (random.chance(0.5)) given.push(random.chance(0.3) ? delta : changed(random))
  const tried = await attempt(() => openRevocationList(given, { pins, at }))
  if ('answer' in tried) {
    must([1, 2].includes(tried.answer.sequence), 'a list of a number that nobody signed')
  }
  return endOf(tried)
}

/** The hashes of the public keys that may be believed. */
const known = new Set(certificates.map(({ keyId }) => toHex(bytesOf(keyId))))
const stranger = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)

/** What was loaded believes no key of its own, and what it believes signs for nobody else. */
async function sound(trust: TrustStore): Promise<Outcome> {
  must(trust.keysFor(stranger).length === 0, 'a key that is on no list')
  for (const { text, keyId } of certificates) {
    const { verdict } = await verifyCertificate(text, { trust, at })
    const isKnown = trust.keysFor(bytesOf(keyId)).length > 0 && known.has(toHex(bytesOf(keyId)))
    must(verdict !== 'valid' || isKnown, 'valid by a key that is not trusted')
  }
  return trust.isEmpty ? refused : value
}

const sha256 = (base64: string) => createHash('sha256').update(fromBase64(base64)).digest()
const didDocument = {
  id: 'did:web:lists.example:v2:trustlist',
  verificationMethod: certificates.map(({ certificate, keyId }) => ({
    id: `did:web:lists.example:v2:trustlist:DCC:VNM:DSC#${encodeURIComponent(keyId)}`,
    publicKeyJwk: { kty: 'EC', crv: 'P-256', kid: keyId, x5c: [certificate] },
  })),
}
const gateway = certificates.map(({ certificate, keyId }, index) => ({
  kid: keyId,
  timestamp: '2022-06-01T00:00:00Z',
  country: 'VN',
  certificateType: ['DSC', 'CSCA', 'UPLOAD', 'AUTHENTICATION'][index % 4],
  thumbprint: sha256(certificate).toString('hex'),
  signature: certificate,
  rawData: certificate,
}))
const verifierList = {
  certificates: certificates.map(({ certificate, keyId }) => ({
    kid: keyId,
    rawData: certificate,
  })),
  status: certificates.map(({ keyId }) => keyId),
}

const trustFormats: Kind = async (random) => {
  const which = random.below(3)
  const tried = await attempt(async () => {
    if (which === 0) return loadDidList([mutateJson(random, didDocument)], { anchors, at })
    if (which === 1) return loadGatewayList(mutateJson(random, gateway), { anchors, at })
    const changes = random.chance(0.5)
      ? { status: mutateJson(random, verifierList.status) }
      : { certificates: mutateJson(random, verifierList.certificates) }
    return loadVerifierList({ ...verifierList, ...changes }, { anchors, at })
  })
  if ('error' in tried) return refused
  mustKeepSilent(tried.answer.report.checks, marks)
  return sound(tried.answer.trust)
}

const jwks: Kind = (random) => {
  const point = certificates.map(({ spki, keyId }) => {
    const [x, y] = [bytesOf(spki).slice(-64, -32), bytesOf(spki).slice(-32)].map((one) =>
      Buffer.from(one).toString('base64url'),
    )
    return { kty: 'EC', crv: 'P-256', kid: keyId, x, y, use: 'sig', alg: 'ES256' }
  })
  const set = mutateJson(random, { keys: point })
  return endOf(attemptNow(() => keysOfJwks(set, { country: 'VN' })))
}

const batch = {
  country: 'VN',
  expires: '2023-06-01T00:00:00Z',
  kid: certificates[0]?.keyId,
  hashType: 'UCI',
  entries: [{ hash: 'AAECAwQFBgcICQoLDA0ODw==' }, { hash: '_wECAwQFBgcICQoLDA0ODw==' }],
}
const deltaDocument: unknown = JSON.parse(fromUtf8(signedIn(delta)))
const batches: Kind = (random) =>
  random.chance(0.5)
    ? endOf(attemptNow(() => parseRevocationBatch(mutateJson(random, batch))))
    : endOf(attemptNow(() => parseRevocationDelta(mutateJson(random, deltaDocument))))

const hash = new Uint8Array(16).fill(7)
const partial = Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 2, 7, 7, 9, 9)

async function filters(): Promise<Kind> {
  const bloom = await bloomFilterOf([hash], { falsePositiveRate: 1e-4, capacity: 10 })
  const published = bloom.toBytes()
  return async (random) => {
    const isBloom = random.chance(0.5)
    const bytes = mutateBytes(random, [isBloom ? published : partial])
    const tried = await attempt(async () => {
      const filter = isBloom ? readBloomFilter(bytes) : readPartialHashFilter(bytes)
      return filter.mightContain(random.bytes(16), systemCrypto)
    })
    if ('answer' in tried) must(typeof tried.answer === 'boolean', 'neither perhaps nor no')
    return endOf(tried)
  }
}

const rule: BusinessRule = {
  Identifier: 'VR-FR-0001',
  Type: 'Acceptance',
  Country: 'FR',
  Version: '1.0.0',
  SchemaVersion: '1.0.0',
  Engine: 'CERTLOGIC',
  EngineVersion: '0.7.5',
  CertificateType: 'Vaccination',
  Description: [{ lang: 'en', desc: 'The course must be complete, and not too long ago.' }],
  ValidFrom: '2022-01-01T00:00:00Z',
  ValidTo: '2030-01-01T00:00:00Z',
  AffectedFields: ['v.0', 'v.0.dn', 'v.0.sd'],
  Logic: {
    and: [
      { '>=': [{ var: 'payload.v.0.dn' }, { var: 'payload.v.0.sd' }] },
      { before: [{ plusTime: [{ var: 'payload.v.0.dt' }, 14, 'day'] }, { var: 'external.iat' }] },
      { reduce: [{ var: 'payload.v' }, { '+': [{ var: 'accumulator' }, 1] }, 0] },
    ],
  },
}

async function rules(): Promise<Kind> {
  const { trust } = await loadVerifierList(verifierList, { anchors, at })
  const report = await verifyCertificate(certificates[0]?.text ?? '', { trust, at })
  must(report.verdict === 'valid', 'the corpus does not verify')
  return (random) => {
    const tried = attemptNow(() => parseRules([mutateJson(random, rule)]))
    if ('error' in tried) {
      mustKeepSilent(tried.error, marks)
      return refused
    }
    const { checks } = evaluateRules(report.claims, tried.answer, { at, country: 'FR' })
    mustKeepSilent(checks, marks)
    return value
  }
}

/** A picture of a certificate: what is read of it is what was drawn, or nothing. */
function pictures(): Kind {
  const text = 'HC1:ABC'
  const png = qrPng(text, { scale: 1 })
  const jpeg = Uint8Array.of(
    0xff,
    0xd8,
    0xff,
    0xc0,
    0,
    11,
    8,
    0,
    40,
    0,
    40,
    1,
    1,
    0x11,
    0,
    0xff,
    0xda,
  )
  return async (random) => {
    const tried = await attempt(() => readQrCodes(mutateBytes(random, [png, jpeg])))
    if ('answer' in tried) must(tried.answer.length <= 1, 'codes that nobody drew')
    return endOf(tried)
  }
}

async function kinds(): Promise<Kinds> {
  return [
    [20, documents],
    [15, snapshots],
    [15, revocations],
    [10, trustFormats],
    [5, jwks],
    [10, batches],
    [10, await filters()],
    [10, await rules()],
    [2, pictures()],
  ]
}

/** What others hand to a verifier: signed files, lists of every format, filters, rules and pictures. */
export const signedLists = family(
  'signed-lists',
  'lists, filters, rules, pictures: only what was signed passes, all else is refused',
  kinds,
)
