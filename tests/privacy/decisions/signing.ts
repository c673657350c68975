import { parseCivilDate, parseUuid, toBase64Url, utf8 } from '@tiemchung/core'
import { CborTag, encodeCbor } from '@tiemchung/core/cbor'
import { type Signer, systemCrypto } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import {
  auditDay,
  checkAnsweredCertificate,
  checkMinutes,
  checkReplacement,
  consistencyProof,
  detachRecord,
  drawUpMinutes,
  entitlementOf,
  facilityRenewalPolicy,
  inclusionProof,
  isSignedInTime,
  leafHash,
  lintRenewalPolicy,
  lintSignerRegister,
  maySign,
  type MinutesInput,
  merkleTree,
  parseRenewalPolicy,
  parseSignerRegister,
  readSealContent,
  replaceMinutes,
  renewalOf,
  type SealProof,
  sealDay,
  sealHash,
  sealVerifier,
  signDay,
  signingPolicy1815,
  signRecord,
  signRecords,
  softwareSigner,
  subjectIdentifiersOf,
  timestampRecord,
  verifyDaySeal,
  verifyJws,
  verifySealedRecord,
  verifySealedRecords,
  verifySeals,
  verifyRecord,
} from '@tiemchung/signing'
import { detachRecordCose, signRecordCose, verifyRecordCose } from '@tiemchung/signing/cose'
import { markedText, person } from '../person.js'
import { markedRecord } from '../record.js'
import { badSigner } from '../signer.js'
import type { Decisions } from './decision.js'

const at = new Date('2022-04-14T10:00:00Z')
const hollowSigner: Signer = { ...badSigner, sign: () => Promise.resolve(new Uint8Array(64)) }
const unwritable = { ...markedRecord, enteredBy: `${person.name}\ud800` }
const input: MinutesInput = {
  id: parseUuid('0180235c-1e80-7000-8000-000000000004'),
  facility: markedRecord.dose.facility,
  date: markedRecord.dose.date,
  ledBy: { role: 'facility-head', fullName: person.name },
  parties: [{ role: 'police', fullName: person.name }],
  records: [markedRecord],
  concludedAt: at,
}
const register = {
  format: 'signer-register/1' as const,
  id: 'x',
  version: '1',
  effective: { from: parseCivilDate('2022-01-01'), to: null },
  published: parseCivilDate('2022-01-01'),
  sources: [],
  assumptions: [],
  issuers: [],
  entries: [],
}
const signer = {
  fingerprint: person.name,
  identifiers: [`CCCD:${person.number}`],
  anchor: person.name,
}

const day = parseCivilDate('2022-04-14')
const proof: SealProof = {
  format: 'seal-proof/1',
  seal: person.name,
  recordId: markedRecord.id,
  index: 0,
  hashes: [person.name],
}

/** A JWS whose header and payload carry the person and whose signature is nothing. */
function jws(header: object, payload: string): string {
  const part = (text: string) => toBase64Url(utf8(text))
  return `${part(JSON.stringify(header))}.${part(payload)}.${part('nothing')}`
}
const tokens = [
  jws({ alg: 'ES256', kid: person.name, x5c: [person.number] }, JSON.stringify(markedRecord)),
  jws({ alg: person.name, crit: [person.name] }, markedText),
  `${person.number}.${person.number}.${person.number}`,
]
/** COSE whose header and payload carry the person and whose signature is nothing. */
const messages = [
  new Map<number, string | number>([
    [1, -7],
    [16, person.name],
    [33, person.number],
  ]),
  new Map([[2, person.name]]),
  new Map<number, unknown>(),
].map((header) => {
  const head = encodeCbor(header as ReadonlyMap<number, string>)
  const payload = utf8(JSON.stringify(markedRecord))
  return encodeCbor(new CborTag(18, [head, new Map(), payload, utf8(markedText)]))
})
const signedWith = (text: string) => {
  const { id: recordId, dose } = markedRecord
  return { format: 'signed-record/1' as const, recordId, facility: dose.facility, jws: text }
}
const seal = { format: 'day-seal/1', facility: '22001', date: day, jws: tokens[0] ?? '' } as const

export const signingDecisions: Decisions = {
  reasons: {},
  recipes: {
    '@tiemchung/signing#lintRenewalPolicy': () => [
      () => lintRenewalPolicy({ ...facilityRenewalPolicy, keyAtRenewal: person.name }),
    ],
    '@tiemchung/signing#parseRenewalPolicy': () => [
      () => parseRenewalPolicy({ ...facilityRenewalPolicy, keyAtRenewal: person.name }),
    ],
    '@tiemchung/signing#renewalOf': () => [
      () => renewalOf(utf8(markedText), facilityRenewalPolicy, at),
    ],
    '@tiemchung/signing#checkAnsweredCertificate': () => [
      () =>
        checkAnsweredCertificate(
          {
            spki: utf8(person.name),
            subject: { attributes: [{ type: '2.5.4.3', text: person.name }] },
          },
          [badSigner.chain[0] ?? new Uint8Array(), utf8(markedText)],
          { anchors: [], at, replaces: utf8(person.number) },
        ),
      () =>
        checkAnsweredCertificate({ spki: utf8(person.name), subject: { attributes: [] } }, [], {
          anchors: [],
          at,
        }),
    ],
    '@tiemchung/signing#drawUpMinutes': () => [
      () => drawUpMinutes(input),
      () => drawUpMinutes({ ...input, records: [unwritable] }),
    ],
    '@tiemchung/signing#checkMinutes': () => [
      async () =>
        checkMinutes(
          { ...(await drawUpMinutes(input)), parties: [], facility: person.oldNumber },
          [{ ...markedRecord, enteredBy: person.name }],
          signingPolicy1815,
        ),
    ],
    '@tiemchung/signing#signRecords': () => [
      () => signRecords([markedRecord], badSigner, { at }),
      () => signRecords([markedRecord], hollowSigner, { at }),
      () => signRecords([unwritable], hollowSigner, { at }),
    ],
    '@tiemchung/signing#verifyRecord': () =>
      tokens.flatMap((token) => [
        () => verifyRecord(signedWith(token), { anchors: [], at }),
        () => verifyRecord(signedWith(token), { anchors: [], record: markedRecord, register }),
        () => verifyRecord(signedWith(token), { anchors: [], record: unwritable }),
      ]),
    '@tiemchung/signing#signRecord': () => [
      () => signRecord(markedRecord, badSigner, { at }),
      () => signRecord(unwritable, hollowSigner, { at }),
    ],
    '@tiemchung/signing/cose#verifyRecordCose': () =>
      [...messages, utf8(markedText)].flatMap((cose) => [
        () => verifyRecordCose(cose, { anchors: [], at }),
        () => verifyRecordCose(cose, { anchors: [], record: markedRecord, register }),
        () => verifyRecordCose(cose, { anchors: [], record: unwritable }),
      ]),
    '@tiemchung/signing/cose#signRecordCose': () => [
      () => signRecordCose(markedRecord, badSigner, { at }),
      () => signRecordCose(unwritable, hollowSigner, { at }),
    ],
    '@tiemchung/signing/cose#detachRecordCose': () => [() => detachRecordCose(utf8(markedText))],
    '@tiemchung/signing#sealDay': () =>
      [markedRecord, unwritable].map((record) => () => {
        const { facility, date } = record.dose
        return sealDay({ facility, date, records: [record, record] }, badSigner, { at })
      }),
    '@tiemchung/signing#verifyDaySeal': () =>
      tokens.map((token) => () => verifyDaySeal({ ...seal, jws: token }, { anchors: [], at })),
    '@tiemchung/signing#verifySealedRecord': () =>
      tokens.map((token) => () => {
        const given = { ...seal, jws: token }
        return verifySealedRecord(markedRecord, proof, given, { anchors: [], at })
      }),
    '@tiemchung/signing#verifySealedRecords': () => [
      () => verifySealedRecords([{ record: unwritable, proof }], seal, { anchors: [], at }),
    ],
    '@tiemchung/signing#verifySeals': () =>
      tokens.map((token) => () => verifySeals([{ ...seal, jws: token }], { anchors: [], at })),
    '@tiemchung/signing#auditDay': () =>
      [markedRecord, unwritable, { ...markedRecord, id: person.name }].map((record) => () => {
        const day = { records: [record as DoseRecord], proofs: [proof], seals: [seal] }
        return auditDay(day, { anchors: [], at })
      }),
    '@tiemchung/signing#sealVerifier': () => [
      () => sealVerifier({ anchors: [], at }).record(markedRecord, proof, seal),
      () => sealVerifier({ anchors: [], at }).seal(seal),
    ],
    '@tiemchung/signing#sealHash': () => [() => sealHash(seal, systemCrypto)],
    '@tiemchung/signing#readSealContent': () =>
      tokens.map((token) => () => readSealContent({ ...seal, jws: token })),
    '@tiemchung/signing#replaceMinutes': () => [
      async () => {
        const minutes = await drawUpMinutes(input)
        return replaceMinutes({ minutes, records: [unwritable] }, badSigner, { at })
      },
    ],
    '@tiemchung/signing#checkReplacement': () => [
      async () => {
        const minutes = await drawUpMinutes(input)
        const sealed = [{ record: markedRecord, proof }]
        return checkReplacement(minutes, sealed, seal, signingPolicy1815, { anchors: [], at })
      },
    ],
    '@tiemchung/signing#signDay': () =>
      [markedRecord, unwritable, { ...markedRecord, id: person.name }].flatMap((record) =>
        (['records', 'seal'] as const).map((mode) => () => {
          const { facility, date } = record.dose
          const journal = { read: () => Promise.resolve([]), append: () => Promise.resolve() }
          const records = [record as DoseRecord]
          const how = { at, journal, judge: () => [] }
          return signDay({ mode, facility, date, records }, badSigner, how)
        }),
      ),
    '@tiemchung/signing#leafHash': () => [() => leafHash(utf8(markedText), systemCrypto)],
    '@tiemchung/signing#inclusionProof': () => [
      async () => inclusionProof(await merkleTree([utf8(markedText)], systemCrypto), 7),
    ],
    '@tiemchung/signing#consistencyProof': () => [
      async () => consistencyProof(await merkleTree([utf8(markedText)], systemCrypto), 7),
    ],
    '@tiemchung/signing#isSignedInTime': () => [
      () => isSignedInTime(markedRecord, at, signingPolicy1815),
    ],
    '@tiemchung/signing#entitlementOf': () => [
      () => entitlementOf(register, signer, { facility: '22001', day, what: 'records' }),
    ],
    '@tiemchung/signing#maySign': () => [
      () => maySign(register, signer, { facility: person.name, day, what: 'records' }),
    ],
    '@tiemchung/signing#subjectIdentifiersOf': () => [() => subjectIdentifiersOf(utf8(markedText))],
    '@tiemchung/signing#verifyJws': () =>
      tokens.flatMap((token) => [
        () => verifyJws(token, { key: 'x5c' }),
        () => verifyJws(token, { key: { jwk: { kty: person.name, d: person.number } } }),
        () => verifyJws(token, { key: { spki: utf8(markedText) }, payload: utf8(markedText) }),
      ]),
    '@tiemchung/signing#detachRecord': () =>
      [...tokens, markedText].map((token) => () => detachRecord(signedWith(token))),
    '@tiemchung/signing#timestampRecord': () => [
      () =>
        timestampRecord(signedWith(tokens[0] ?? ''), () => Promise.reject(new Error(markedText))),
      () => timestampRecord(signedWith(tokens[0] ?? ''), () => Promise.resolve(utf8(markedText))),
      () => timestampRecord(signedWith(markedText), () => Promise.resolve(utf8(markedText))),
    ],
    '@tiemchung/signing#lintSignerRegister': () => [
      () =>
        lintSignerRegister({ ...register, entries: [{ signer: { identifiers: [person.name] } }] }),
    ],
    '@tiemchung/signing#parseSignerRegister': () => [
      () => parseSignerRegister({ ...register, entries: [{ fingerprint: person.name }] }),
    ],
    '@tiemchung/signing#softwareSigner': () => [
      () =>
        softwareSigner({ privateKey: { pkcs8: utf8(markedText) }, algorithm: 'ES256', chain: [] }),
    ],
  },
}
