import { describe, expect, test } from 'vitest'
import {
  bytes,
  extendedKeyUsage,
  extension,
  type Fields,
  forgeCrl,
  crlEntry,
  integer,
  keyUsage,
  nameOf,
  oid,
  sequence,
  testKey,
  testRsaKey,
  timeOf,
  tlv,
} from '../certificate/forge.fixture.js'
import { extendedKeyUsageOids, extensionOids } from '../certificate/oids.js'
import { at, issuing, issuingKey, leaf, leafKey, rootKey } from '../path/chain.fixture.js'
import { peculiarCrypto } from '../peculiar/index.js'
import { hardFail } from '../revocation/revocation-policy.js'
import { legacyAlgorithms } from '../signature/algorithm-policy.js'
import {
  answer,
  byKey,
  byName,
  certificateId,
  forgeResponse,
  generalized,
  noCheck,
  ocspSigning,
  type ResponseFields,
  responder,
  responderKey,
  revokedFor,
  unknownStatus,
} from './forge-ocsp.fixture.js'
import { ocspOids } from './oids.js'
import { type OcspQuery, ocspStatus } from './ocsp-status.js'

const ask = (responses: readonly Uint8Array[], query: Partial<OcspQuery> = {}) =>
  ocspStatus({ certificate: leaf(), issuer: issuing(), responses, at, ...query })

/** The word of a status: `good`, `revoked`, or the reason why it is unknown. */
const wordOf = async (responses: readonly Uint8Array[], query: Partial<OcspQuery> = {}) => {
  const found = await ask(responses, query)
  return found.status === 'unknown' ? found.reason : found.status
}
const one = (fields: Parameters<typeof answer>[0]) => forgeResponse({ answers: [answer(fields)] })
const instant = (text: string) => ({ at: new Date(text) })
const strange = extension('1.2.3.4', bytes(1), true)
const plain = extension('1.2.3.4', bytes(1))

describe('ocspStatus', () => {
  test.each<[string, Uint8Array, Partial<OcspQuery>]>([
    ['the issuer, by its name', forgeResponse(), {}],
    ['the issuer, by its key', forgeResponse({ responder: byKey(issuingKey) }), {}],
    ['SHA-256 to name the certificate', one({ id: certificateId({ hash: 'SHA-256' }) }), {}],
    ['SHA-384 to name the certificate', one({ id: certificateId({ hash: 'SHA-384' }) }), {}],
    ['SHA-512 to name the certificate', one({ id: certificateId({ hash: 'SHA-512' }) }), {}],
    [
      'extensions that are not critical',
      forgeResponse({ extensions: [plain], answers: [answer({ extensions: [plain] })] }),
      {},
    ],
    [
      'critical extensions that change no status',
      one({
        extensions: [
          extension(ocspOids.archiveCutoff, bytes(1), true),
          extension(ocspOids.certificateTimestamps, bytes(1), true),
        ],
      }),
      {},
    ],
    [
      'answers about others beside',
      forgeResponse({
        answers: [
          answer({ id: certificateId({ serial: integer(9) }), status: revokedFor() }),
          answer(),
        ],
      }),
      {},
    ],
    [
      'certificates that nobody needs',
      forgeResponse({ certificates: [leaf(), bytes(0x30, 0), responder()] }),
      {},
    ],
    [
      'the first instant',
      forgeResponse({ producedAt: generalized('2022-06-14') }),
      instant('2022-06-14'),
    ],
    ['the last instant', forgeResponse(), instant('2022-06-16')],
    [
      'an age within the policy',
      one({ nextUpdate: bytes() }),
      { policy: { ...hardFail, longestAge: 86_400 } },
    ],
  ])('is good by %s', async (_, response, query) => {
    expect(await wordOf([response], query)).toBe('good')
  })

  test.each([
    ['without a reason', undefined, 'unspecified'],
    ['for a lost key', 1, 'keyCompromise'],
    ['on hold', 6, 'certificateHold'],
  ])('is revoked %s', async (_, number, reason) => {
    expect(await ask([one({ status: revokedFor(number) })])).toEqual({
      status: 'revoked',
      reason,
      since: new Date('2022-03-01T00:00:00Z'),
    })
  })

  const emptied: Partial<ResponseFields> = { answers: [] }
  test.each<[string, Uint8Array, Partial<OcspQuery>, string]>([
    ['a response that cannot be read', bytes(1), {}, 'ocsp-malformed'],
    ['a busy responder', sequence(tlv(0x0a, bytes(3))), {}, 'ocsp-try-later'],
    [
      'an answer that does not know it',
      one({ status: unknownStatus }),
      {},
      'ocsp-unknown-certificate',
    ],
    ['no answer at all', forgeResponse(emptied), {}, 'ocsp-other-certificate'],
    [
      'another number',
      one({ id: certificateId({ serial: integer(4) }) }),
      {},
      'ocsp-other-certificate',
    ],
    [
      'another name of the issuer',
      one({ id: certificateId({ name: nameOf('test issuing') }) }),
      {},
      'ocsp-other-certificate',
    ],
    [
      'another key of the issuer',
      one({ id: certificateId({ key: rootKey }) }),
      {},
      'ocsp-other-certificate',
    ],
    [
      'a hash that we do not have',
      one({ id: certificateId({ hash: 'SHA-224' }) }),
      {},
      'ocsp-other-certificate',
    ],
    [
      'an unknown critical extension',
      forgeResponse({ extensions: [strange] }),
      {},
      'ocsp-critical-extension',
    ],
    [
      'an unknown critical extension of the answer',
      one({ extensions: [strange] }),
      {},
      'ocsp-critical-extension',
    ],
    [
      'a response of the future',
      forgeResponse({ producedAt: generalized('2022-06-15T00:00:01Z') }),
      {},
      'ocsp-not-yet-produced',
    ],
    [
      'an answer that was signed before it was true',
      forgeResponse({ producedAt: generalized('2022-06-13T23:59:59Z') }),
      {},
      'ocsp-ahead-of-itself',
    ],
    [
      'a response older than the certificate',
      forgeResponse({
        producedAt: generalized('2021-12-31'),
        answers: [answer({ thisUpdate: generalized('2021-12-30') })],
      }),
      {},
      'ocsp-older-than-certificate',
    ],
    [
      'an answer of the future',
      one({ thisUpdate: generalized('2022-06-15T00:00:01Z') }),
      {},
      'ocsp-not-yet-issued',
    ],
    [
      'an answer past its next update',
      forgeResponse(),
      instant('2022-06-16T00:00:01Z'),
      'ocsp-stale',
    ],
    ['no next update and no age to go by', one({ nextUpdate: bytes() }), {}, 'ocsp-no-next-update'],
    [
      'an age beyond the policy',
      forgeResponse(),
      { policy: { ...hardFail, longestAge: 86_399 } },
      'ocsp-too-old',
    ],
    ['a signature of another key', forgeResponse({}, leafKey), {}, 'ocsp-signature-mismatch'],
    [
      'a responder that is not there',
      forgeResponse({ responder: byName('TEST responder') }, responderKey),
      {},
      'ocsp-no-responder',
    ],
    [
      'a key that is not there',
      forgeResponse({ responder: byKey(responderKey) }, responderKey),
      {},
      'ocsp-no-responder',
    ],
    [
      'an algorithm that is not allowed',
      forgeResponse({ algorithm: sequence(oid('1.2.840.10045.4.1')), hash: 'sha1' }),
      {},
      'ocsp-algorithm-not-allowed',
    ],
  ])('is unknown by %s', async (_, response, query, reason) => {
    expect(await wordOf([response], query)).toBe(reason)
  })

  test('is unknown without any response', async () => {
    expect(await wordOf([])).toBe('no-ocsp')
  })

  const states = { good: {}, revoked: { status: revokedFor() }, unknown: { status: unknownStatus } }
  test.each<[readonly (keyof typeof states)[], string]>([
    [['good', 'good'], 'good'],
    [['good', 'unknown'], 'ocsp-unknown-certificate'],
    [['good', 'revoked'], 'revoked'],
    [['unknown', 'revoked'], 'revoked'],
    [['revoked', 'good'], 'revoked'],
  ])('takes the most severe of %j in one response', async (said, word) => {
    const answers = said.map((state) => answer(states[state]))
    expect(await wordOf([forgeResponse({ answers })])).toBe(word)
  })

  test.each<[string, readonly Uint8Array[], string]>([
    ['good beside a refusal', [sequence(tlv(0x0a, bytes(6))), forgeResponse()], 'good'],
    ['revoked beside good', [forgeResponse(), one({ status: revokedFor() })], 'revoked'],
    [
      'good beside a forged revocation',
      [forgeResponse({ answers: [answer({ status: revokedFor() })] }, leafKey), forgeResponse()],
      'good',
    ],
    [
      'the reason of the one that speaks of it',
      [one({ id: certificateId({ serial: integer(9) }) }), one({ nextUpdate: bytes() })],
      'ocsp-no-next-update',
    ],
    ['unreadable beside good', [bytes(7), forgeResponse()], 'good'],
  ])('of several responses takes %s', async (_, responses, word) => {
    expect(await wordOf(responses)).toBe(word)
  })

  test('reads no more of a badly written certificate than its status hangs on', async () => {
    const padded = leaf({ serial: integer(0, 3), extensions: [bytes(0xff)] })
    expect(await wordOf([forgeResponse()], { certificate: padded })).toBe('good')
    expect(await wordOf([one({ status: revokedFor() })], { certificate: padded })).toBe('revoked')
  })

  test('refuses an instant that is none', async () => {
    await expect(ask([], { at: new Date(Number.NaN) })).rejects.toMatchObject({
      code: 'x509.path.instant',
    })
  })

  test('says the same through @peculiar/webcrypto', async () => {
    const crypto = await peculiarCrypto()
    expect(await wordOf([forgeResponse()], { crypto })).toBe('good')
    expect(await wordOf([forgeResponse({}, leafKey)], { crypto })).toBe('ocsp-signature-mismatch')
  })
})

describe('a response over SHA-1', () => {
  const rsa = testRsaKey(2048)
  const rsaIssuer = issuing({ key: rsa })
  const id = certificateId({ key: rsa })
  const pkcs1 = (parameters: Uint8Array) => sequence(oid('1.2.840.113549.1.1.5'), parameters)
  const rsaResponse = forgeResponse(
    { answers: [answer({ id })], algorithm: pkcs1(tlv(0x05)), hash: 'sha1' },
    rsa,
  )
  const ecdsa = (parameters = bytes()) =>
    forgeResponse({ algorithm: sequence(oid('1.2.840.10045.4.1'), parameters), hash: 'sha1' })
  const algorithms = legacyAlgorithms

  test.each<[string, Uint8Array, Partial<OcspQuery>, string]>([
    ['not believed', rsaResponse, { issuer: rsaIssuer }, 'ocsp-algorithm-not-allowed'],
    ['believed where they are asked for', rsaResponse, { issuer: rsaIssuer, algorithms }, 'good'],
    ['believed of ECDSA likewise', ecdsa(), { algorithms }, 'good'],
    [
      'not believed with parameters where there are none',
      ecdsa(tlv(0x05)),
      { algorithms },
      'ocsp-algorithm-not-allowed',
    ],
    [
      'no door for MD5',
      forgeResponse({ algorithm: sequence(oid('1.2.840.113549.1.1.4')) }),
      { algorithms },
      'ocsp-algorithm-not-allowed',
    ],
  ])('is %s', async (_, response, query, word) => {
    expect(await wordOf([response], query)).toBe(word)
  })
})

describe('a delegated responder', () => {
  const delegated = (certificate: Uint8Array, named = byName('TEST responder')) =>
    forgeResponse({ responder: named, certificates: [certificate] }, responderKey)
  const access = (method: string) =>
    extension(extensionOids.authorityInfoAccess, sequence(sequence(oid(method), tlv(0x86))))
  const points = extension(extensionOids.crlDistributionPoints, sequence())
  const certificate = (...extensions: readonly Uint8Array[]) => responder({ extensions })
  const list = (...entries: readonly Uint8Array[]) =>
    forgeCrl({ issuer: nameOf('TEST issuing'), entries }, issuingKey)
  const lenient = { policy: { ...hardFail, acceptsUncheckedResponders: true } }
  const fields = (replaced: Partial<Fields>) => delegated(responder(replaced))

  test.each<[string, Uint8Array, Partial<OcspQuery>]>([
    ['by its name', delegated(responder()), {}],
    ['by its key', delegated(responder(), byKey(responderKey)), {}],
    [
      'that is marked critically not to be checked',
      delegated(certificate(ocspSigning, extension(extensionOids.ocspNoCheck, tlv(0x05), true))),
      {},
    ],
    [
      'that may sign',
      delegated(certificate(ocspSigning, noCheck, keyUsage('digitalSignature'))),
      {},
    ],
    [
      'that may sign beyond repudiation',
      delegated(certificate(ocspSigning, noCheck, keyUsage('nonRepudiation'))),
      {},
    ],
    ['that a list shows to be good', delegated(certificate(ocspSigning)), { crls: [list()] }],
    [
      'that says nowhere to ask, under a policy that lets it',
      delegated(certificate(ocspSigning)),
      lenient,
    ],
    [
      'that says where its issuer is to be had, under such a policy',
      delegated(certificate(ocspSigning, access('1.3.6.1.5.5.7.48.2'))),
      lenient,
    ],
    [
      'with the key of the issuer in another certificate',
      forgeResponse({
        responder: byName('TEST other'),
        certificates: [issuing({ subject: nameOf('TEST other') })],
      }),
      {},
    ],
  ])('is believed %s', async (_, response, query) => {
    expect(await wordOf([response], query)).toBe('good')
  })

  test.each<[string, Uint8Array, Partial<OcspQuery>, string]>([
    ['without the usage', delegated(certificate(noCheck)), {}, 'ocsp-responder-not-authorized'],
    [
      'with any usage instead',
      delegated(certificate(extendedKeyUsage(extendedKeyUsageOids.any), noCheck)),
      {},
      'ocsp-responder-not-authorized',
    ],
    [
      'whose key may not sign',
      delegated(certificate(ocspSigning, noCheck, keyUsage('keyEncipherment'))),
      {},
      'ocsp-responder-not-authorized',
    ],
    [
      'of another issuer',
      fields({ issuer: nameOf('TEST root') }),
      {},
      'ocsp-responder-of-another-issuer',
    ],
    [
      'that the key of the issuer did not sign',
      delegated(responder({}, testKey())),
      {},
      'ocsp-responder-signature-mismatch',
    ],
    [
      'that has expired',
      fields({ notAfter: timeOf(new Date('2022-06-14')) }),
      {},
      'ocsp-responder-expired',
    ],
    [
      'that is not valid yet',
      fields({ notBefore: timeOf(new Date('2022-06-16')) }),
      {},
      'ocsp-responder-not-yet-valid',
    ],
    [
      'with an unknown critical extension',
      delegated(certificate(ocspSigning, noCheck, strange)),
      {},
      'ocsp-responder-unknown-critical-extension',
    ],
    [
      'with one beside a critical mark',
      delegated(
        certificate(ocspSigning, extension(extensionOids.ocspNoCheck, tlv(0x05), true), strange),
      ),
      {},
      'ocsp-responder-unknown-critical-extension',
    ],
    [
      'without anything on its own revocation',
      delegated(certificate(ocspSigning)),
      {},
      'ocsp-responder-unchecked',
    ],
    [
      'that says where its list is',
      delegated(certificate(ocspSigning, points)),
      lenient,
      'ocsp-responder-unchecked',
    ],
    [
      'that says whom to ask',
      delegated(certificate(ocspSigning, access(ocspOids.accessMethod))),
      lenient,
      'ocsp-responder-unchecked',
    ],
    [
      'that says it unreadably',
      delegated(certificate(ocspSigning, extension(extensionOids.authorityInfoAccess, bytes(0)))),
      lenient,
      'ocsp-responder-unchecked',
    ],
    [
      'that a list names',
      delegated(certificate(ocspSigning)),
      { ...lenient, crls: [bytes(0), list(crlEntry(integer(8)))] },
      'ocsp-responder-revoked',
    ],
    [
      'whose certificate is another key’s',
      forgeResponse(
        { responder: byName('TEST responder'), certificates: [responder({ key: leafKey })] },
        responderKey,
      ),
      {},
      'ocsp-signature-mismatch',
    ],
  ])('is not believed %s', async (_, response, query, reason) => {
    expect(await wordOf([response], query)).toBe(reason)
  })
})

describe('a nonce', () => {
  const nonce = bytes(1, 2, 3, 4)
  const withNonce = (value: Uint8Array) =>
    forgeResponse({ extensions: [extension(ocspOids.nonce, value)] })
  test.each<[string, Uint8Array, string]>([
    ['that comes back', withNonce(tlv(0x04, nonce)), 'good'],
    ['that does not', forgeResponse(), 'ocsp-no-nonce'],
    ['that is another', withNonce(tlv(0x04, bytes(1, 2, 3, 5))), 'ocsp-nonce-mismatch'],
    ['that comes bare', withNonce(nonce), 'ocsp-nonce-mismatch'],
  ])('%s', async (_, response, word) => {
    expect(await wordOf([response], { nonce })).toBe(word)
  })
})
