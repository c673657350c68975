import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { type MaybePromise, systemCrypto } from '@tiemchung/core/crypto'
import {
  trustedKeys,
  verifyCertificate,
  verifyMany,
  type VerifyOptions,
} from '@tiemchung/certificates'
import { serveVerification, verifyInWorkers } from '@tiemchung/certificates/workers'
import { encodeCertificate, prepareCertificate } from '@tiemchung/certificates/envelope'
import {
  applyRevocationDelta,
  checkRevocation,
  filterRevocation,
  loadRevocationBatches,
  openRevocationList,
  revocationBatchesOf,
  revocationHash,
  type SignedRevocationList,
} from '@tiemchung/certificates/revocation'
import {
  issueCertificate,
  issueMany,
  reissueCertificate,
  renewCertificate,
} from '@tiemchung/certificates/issue'
import { renewableClaims } from '@tiemchung/certificates/verify'
import { type BusinessRule, evaluateRules } from '@tiemchung/certificates/rules'
import { readSnapshot } from '@tiemchung/certificates/signed'
import { fetchDocument, openSnapshot } from '@tiemchung/certificates/trust'
import { markedText, person } from '../person.js'
import { badSigner } from '../signer.js'
import type { Decisions } from './decision.js'

const at = new Date('2022-04-14T02:00:00Z')
const keyId = new Uint8Array(8).fill(1)
const trust = trustedKeys([{ keyId, key: new Uint8Array([1, 2, 3]), country: 'VN' }])

/** Certificates around the marked person: unsigned in truth, and wrong in their payload. */
const payloads = [
  { ver: '1.3.0', nam: { fn: person.name, fnt: person.name }, dob: person.number, v: [] },
  { ver: person.name, nam: person.name, [person.name]: [markedText] },
]
const texts = payloads.map((payload) => {
  const dates = { issuedAt: 1649900000, expiresAt: 1681436000 }
  const content = { algorithm: -7, keyId, issuer: person.name, ...dates, payload }
  return encodeCertificate(prepareCertificate(content), new Uint8Array(64)).text
})
const subject = {
  keyId,
  certificateId: `URN:UVCI:01:VN:${person.number}`,
  country: person.name,
  signature: new Uint8Array(64),
  algorithm: 'ES256',
} as const
/** Rules that stumble over the name, the number and the whole. */
const stumbling = [
  { plusTime: [{ var: 'payload.nam.fn' }, 0, 'day'] },
  { dccDateOfBirth: [{ var: 'payload.dob' }] },
  { in: [1, { var: 'payload' }] },
].map(
  (Logic, index): BusinessRule => ({
    Identifier: `GR-FR-000${index}`,
    Type: 'Acceptance',
    Country: 'FR',
    Version: '1.0.0',
    SchemaVersion: '1.0.0',
    Engine: 'CERTLOGIC',
    EngineVersion: '1.0.0',
    CertificateType: 'General',
    Description: [{ lang: 'en', desc: 'stumbles' }],
    ValidFrom: '2022-01-01T00:00:00Z',
    ValidTo: '2023-01-01T00:00:00Z',
    AffectedFields: [],
    Logic,
  }),
)
const claims = { type: 'vaccination', issuer: 'VN', issuedAt: at, expiresAt: at } as const
/** Groups, batches and slices that name the person where they should name a key. */
const group = { keyId: person.name, hashType: person.name, hashes: [person.number] } as never
const batch = { country: person.name, kid: person.number, entries: [{ hash: markedText }] }
const slice = { keyId: person.name, hashTypes: [person.name], prefix: person.number } as never
const nextUpdate = new Date('2022-04-15T02:00:00Z')
const files = [markedText, JSON.stringify({ payload: markedText, protected: person.name })].map(
  (text) => new TextEncoder().encode(text),
)
const list: SignedRevocationList = {
  version: person.name,
  issuedAt: at,
  nextUpdate,
  sequence: 1,
  digest: 'sha256:',
  state: { sequence: 1, digest: 'sha256:', seenAt: person.name },
  groups: [],
  statusOf: () => 'not-listed',
}
/** Everything that a generator gives. */
async function everyOne<Item>(source: AsyncIterable<Item>): Promise<readonly Item[]> {
  const items: Item[] = []
  for await (const item of source) items.push(item)
  return items
}
/** Certificates whose text and claims are, or are not, of one another. */
const previous = texts.flatMap((text) =>
  payloads.map((payload) => ({
    text,
    claims: { ...claims, payload: payload as never, certificateId: person.number },
  })),
)
/** One end of a line, at whose other end a worker would be. */
function workerWith(optionsOf: () => MaybePromise<VerifyOptions>): MessagePort {
  const { port1, port2 } = new MessageChannel()
  for (const port of [port1, port2]) port.unref()
  serveVerification(port2, optionsOf)
  return port1
}
const failingList = { statusOf: () => Promise.reject(new Error(markedText)) }

export const certificatesDecisions: Decisions = {
  reasons: {},
  recipes: {
    '@tiemchung/certificates#trustedKeys': () => [() => trust],
    '@tiemchung/certificates#verifyCertificate': () =>
      texts.flatMap((text) => [
        () => verifyCertificate(text, { trust, at }),
        () => verifyCertificate(text, { trust: trustedKeys([]), at }),
        () => verifyCertificate(`${text}${person.name}`, { trust, at }),
        () => verifyCertificate(text, { trust, at, revocation: failingList }),
      ]),
    '@tiemchung/certificates#verifyMany': () => [
      () => everyOne(verifyMany(texts, { trust, at })),
      () => everyOne(verifyMany(texts, { trust, at: new Date(Number.NaN) })),
    ],
    '@tiemchung/certificates/workers#serveVerification': () => [
      () => everyOne(verifyInWorkers(texts, [workerWith(() => ({ trust, at }))])),
      () =>
        everyOne(verifyInWorkers(texts, [workerWith(() => Promise.reject(new Error(markedText)))])),
    ],
    '@tiemchung/certificates/workers#verifyInWorkers': () => [
      () => everyOne(verifyInWorkers(texts, [])),
      () =>
        everyOne(verifyInWorkers(texts, [workerWith(() => ({ trust, at: new Date(Number.NaN) }))])),
    ],
    '@tiemchung/certificates/envelope#encodeCertificate': () => [
      () => {
        const parts = { protectedHeader: new Uint8Array(3), payload: new Uint8Array(9) }
        return encodeCertificate(parts, new Uint8Array(64))
      },
    ],
    '@tiemchung/certificates/issue#issueMany': () => [
      () => everyOne(issueMany(payloads as never[], { signer: badSigner, issuedAt: at, keyId })),
    ],
    '@tiemchung/certificates/issue#issueCertificate': () =>
      payloads.map(
        (payload) => () =>
          issueCertificate(payload as never, { signer: badSigner, issuedAt: at, keyId }),
      ),
    '@tiemchung/certificates/revocation#applyRevocationDelta': () =>
      files.map((file) => () => applyRevocationDelta(list, file, { pins: [keyId], at })),
    '@tiemchung/certificates/revocation#filterRevocation': () => [
      () => filterRevocation([slice], { nextUpdate, version: person.name }),
    ],
    '@tiemchung/certificates/revocation#loadRevocationBatches': () => [
      () => loadRevocationBatches([batch], { version: person.name, issuedAt: at, nextUpdate }),
    ],
    '@tiemchung/certificates/revocation#openRevocationList': () =>
      files.map((file) => () => openRevocationList([file], { pins: [keyId], at })),
    '@tiemchung/certificates/revocation#revocationBatchesOf': () => [
      () => revocationBatchesOf([group], { country: person.name, expires: at }),
    ],
    '@tiemchung/certificates/issue#renewCertificate': () =>
      previous.map(
        (one) => () => renewCertificate(one, { signer: badSigner, issuedAt: at, keyId }),
      ),
    '@tiemchung/certificates/issue#reissueCertificate': () =>
      previous.map(
        (one) => () =>
          reissueCertificate(one, one.claims.payload, { signer: badSigner, issuedAt: at, keyId }),
      ),
    '@tiemchung/certificates/verify#renewableClaims': () =>
      texts.flatMap((text) => [
        () => renewableClaims(text, { trust, at }),
        () => renewableClaims(text, { trust, at, revocation: failingList }),
      ]),
    '@tiemchung/certificates/revocation#checkRevocation': () => [
      () => checkRevocation({ statusOf: () => 'listed' }, subject, { at }),
    ],
    '@tiemchung/certificates/revocation#revocationHash': () => [
      () => revocationHash('UCI', subject, systemCrypto),
      () => revocationHash('COUNTRYCODEUCI', subject, systemCrypto),
    ],
    '@tiemchung/certificates/rules#evaluateRules': () =>
      payloads.map((payload) => () => {
        const marked = { ...claims, payload: payload as never, certificateId: person.number }
        return evaluateRules(marked, stumbling, { at, country: 'FR' })
      }),
    '@tiemchung/certificates/signed#readSnapshot': () =>
      files.map((file) => () => {
        const kind = { type: 'tiemchung.test+jws', parse: (document: unknown) => document as never }
        return readSnapshot(file, kind as never, { pins: [keyId], at })
      }),
    '@tiemchung/certificates/trust#fetchDocument': () => [
      () => fetchDocument(`https://${person.number}:x@lists.example/${person.number}`),
      () => {
        const fetch = () => Promise.reject(new TypeError(markedText))
        return fetchDocument(`https://lists.example/${person.number}`, { fetch })
      },
      () => {
        const body = new Blob([markedText]).stream()
        const fetch = () => Promise.resolve({ status: 200, headers: new Headers(), body })
        return fetchDocument('https://lists.example', { fetch, maxBytes: 1, etag: person.name })
      },
    ],
    '@tiemchung/certificates/trust#openSnapshot': () =>
      files.map((file) => () => openSnapshot(file, { pins: [keyId], at })),
  },
}
