/** OpenSSL as timestamp authority to our requests, and as another judge of the same tokens. */
import { toPem } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { createAuthority, exportPrivateKey, generateSigningKey } from '../ca/index.js'
import {
  bytes,
  extension,
  integer,
  nameOf,
  oid,
  sequence,
  testKey,
  timeOf,
  tlv,
} from '../certificate/forge.fixture.js'
import { extendedKeyUsageOids, extensionOids } from '../certificate/oids.js'
import { atBench, type Bench, titled, withoutOpenssl } from '../openssl.fixture.js'
import { issuing, leaf, root } from '../path/chain.fixture.js'
import {
  authority,
  authorityCertificate,
  contentTypeAttribute,
  digest,
  digestAttribute,
  forgeInfo,
  forgeReply,
  forgeToken,
  imprintOf,
  meant,
  meantBySha1,
  message,
  stampsUncritically,
} from './forge-token.fixture.js'
import { type TimestampRequestOptions, timestampRequest } from './timestamp-request.js'
import { verifyTimestamp } from './verify-timestamp.js'

const validity = { notBefore: new Date('2022-01-01'), notAfter: new Date('2049-01-01') }
const nonce = bytes(0x99, 2, 3, 4, 5, 6, 7, 8)

async function made() {
  const keys = await generateSigningKey('ES256')
  const own = await generateSigningKey('ES256', { extractable: true })
  const ca = await createAuthority({ subject: { commonName: 'TEST CA' }, keys, validity })
  const { certificate } = await ca.issue({
    subject: { commonName: 'TEST time', country: 'VN' },
    publicKey: own.publicKey,
    validity,
    profile: 'time-stamping',
  })
  return { root: ca.certificate, certificate, key: await exportPrivateKey(own) }
}
const pki = await made()

const configuration = (lines: readonly string[]) =>
  [
    '[tsa]',
    'default_tsa = it',
    '[it]',
    'serial = serial',
    'signer_cert = tsa.pem',
    'signer_key = tsa.key',
    'signer_digest = sha256',
    'default_policy = 1.2.3.4.1',
    'other_policies = 1.2.3.4.5',
    'digests = sha256, sha384, sha512',
    ...lines,
    '',
  ].join('\n')

function stamp(bench: Bench, request: Uint8Array, lines: readonly string[]): Uint8Array {
  bench.write('ts.cnf', configuration(lines))
  bench.certificate('tsa.pem', pki.certificate)
  bench.certificate('root.pem', pki.root)
  bench.write('tsa.key', toPem(pki.key, 'PRIVATE KEY'))
  bench.write('request.tsq', request)
  const ran = bench.run(
    'ts',
    '-reply',
    '-queryfile',
    'request.tsq',
    '-config',
    'ts.cnf',
    '-out',
    'response.tsr',
  )
  if (!ran.succeeded) throw new Error(ran.said)
  return bench.read('response.tsr')
}

describe.skipIf(withoutOpenssl)(titled('a response of openssl to our request'), () => {
  test.each<[string, Pick<TimestampRequestOptions, 'policy' | 'certReq'>, readonly string[]]>([
    ['as it comes', {}, []],
    [
      'with ordering, accuracy and name',
      {},
      ['ordering = yes', 'accuracy = secs:1, millisecs:500, microsecs:100', 'tsa_name = yes'],
    ],
    ['with parts of a second', {}, ['clock_precision_digits = 3']],
    ['that means its signer by SHA-256', {}, ['ess_cert_id_alg = sha256']],
    ['that means its signer by SHA-512', {}, ['ess_cert_id_alg = sha512']],
    ['that means its whole chain', {}, ['ess_cert_id_chain = yes', 'certs = root.pem']],
    ['without its certificate', { certReq: false }, []],
    ['under a policy that we asked for', { policy: '1.2.3.4.5' }, []],
  ])('%s', async (_, asked, lines) => {
    const imprint = { hash: 'SHA-384', digest: digest('SHA-384', message) } as const
    const { response, verified } = await atBench((bench) => {
      const made = stamp(bench, timestampRequest({ imprint, nonce, ...asked }), lines)
      const given = ['-queryfile', 'request.tsq', '-in', 'response.tsr']
      const trust = ['-CAfile', 'root.pem', '-untrusted', 'tsa.pem']
      return { response: made, verified: bench.run('ts', '-verify', ...given, ...trust).said }
    })
    expect(verified).toContain('Verification: OK')
    const report = await verifyTimestamp({
      response,
      message,
      nonce,
      anchors: [{ certificate: pki.root }],
      intermediates: [pki.certificate],
      ...(asked.policy === undefined ? {} : { policy: asked.policy }),
    })
    expect(
      report.checks.filter(({ status }) => status === 'failed' || status === 'unknown'),
    ).toEqual([])
    expect(report).toMatchObject({ verdict: 'valid', policy: asked.policy ?? '1.2.3.4.1' })
  })

  test('that refuses a policy', async () => {
    const imprint = { hash: 'SHA-256', digest: digest('SHA-256', message) } as const
    const response = await atBench((bench) =>
      stamp(bench, timestampRequest({ imprint, policy: '1.2.3.4.9' }), []),
    )
    const report = await verifyTimestamp({
      response,
      message,
      anchors: [{ certificate: pki.root }],
    })
    expect(report.checks.find(({ id }) => id === 'timestamp.status')).toMatchObject({
      status: 'failed',
      reason: 'rejection',
      params: { failure: 'unaccepted-policy' },
    })
  })
})

describe.skipIf(withoutOpenssl)(titled('what we and openssl say of the same token'), () => {
  const info = forgeInfo()
  const attributes = (...others: readonly Uint8Array[]) => [
    contentTypeAttribute(),
    digestAttribute(digest('SHA-256', info)),
    ...others,
  ]
  const spoofed = authority({ key: testKey(), subject: nameOf('TEST spoofed') }, testKey())
  const usage = (...oids: readonly string[]) =>
    extension(extensionOids.extendedKeyUsage, sequence(...oids.map(oid)), true)
  const certified = (...extensions: readonly Uint8Array[]) =>
    forgeToken({ certificate: authority({ extensions }) })
  const { timeStamping, documentSigning, ocspSigning } = extendedKeyUsageOids

  const theirs = (token: Uint8Array) =>
    atBench((bench) => {
      bench.write('message', message)
      bench.write('response.tsr', forgeReply(0, token))
      bench.certificate('root.pem', root())
      bench.certificate('issuing.pem', issuing())
      const seconds = String(Date.parse('2022-06-15T00:00:00Z') / 1000)
      const trust = ['-CAfile', 'root.pem', '-untrusted', 'issuing.pem', '-attime', seconds]
      return bench.run('ts', '-verify', '-data', 'message', '-in', 'response.tsr', ...trust)
        .succeeded
    })
  const ours = async (token: Uint8Array) => {
    const anchors = [{ certificate: root() }]
    const report = await verifyTimestamp({ token, message, anchors, intermediates: [issuing()] })
    return report.verdict === 'valid'
  }

  test.each<[string, Uint8Array, boolean]>([
    ['sound', forgeToken(), true],
    [
      'with other certificates before the signer',
      forgeToken({ certificates: [leaf(), issuing(), authorityCertificate] }),
      true,
    ],
    [
      'meant by SHA-1',
      forgeToken({ attributes: attributes(meantBySha1(authorityCertificate)) }),
      true,
    ],
    [
      'meant by SHA-512',
      forgeToken({ attributes: attributes(meant(authorityCertificate, { hash: 'SHA-512' })) }),
      true,
    ],
    [
      'with its authority’s name',
      forgeToken({ info: forgeInfo({ authority: tlv(0xa0, tlv(0xa4, nameOf('TEST time'))) }) }),
      true,
    ],
    ['over SHA-512', forgeToken({ info: forgeInfo({ imprint: imprintOf('SHA-512') }) }), true],
    ['with the certificate of another', forgeToken({ certificates: [spoofed] }), false],
    ['without certificates', forgeToken({ certificates: [] }), false],
    ['signed by another key', forgeToken({ key: testKey() }), false],
    [
      'over another message',
      forgeToken({ info: forgeInfo({ imprint: imprintOf('SHA-256', bytes(1)) }) }),
      false,
    ],
    [
      'with a digest of another content',
      forgeToken({
        attributes: [
          contentTypeAttribute(),
          digestAttribute(new Uint8Array(32)),
          meant(authorityCertificate),
        ],
      }),
      false,
    ],
    ['meaning another certificate', forgeToken({ attributes: attributes(meant(leaf())) }), false],
    ['meaning none', forgeToken({ attributes: attributes() }), false],
    ['with two signatures', forgeToken({ signers: (one) => [one, one] }), false],
    [
      'with the name of another',
      forgeToken({ info: forgeInfo({ authority: tlv(0xa0, tlv(0xa4, nameOf('TEST clock'))) }) }),
      false,
    ],
    ['by an authority without the usage', certified(), false],
    ['by an authority whose usage is not critical', certified(stampsUncritically), false],
    [
      'by an authority with another usage beside',
      certified(usage(timeStamping, ocspSigning)),
      false,
    ],
    [
      'by an authority that has expired',
      forgeToken({ certificate: authority({ notAfter: timeOf(new Date('2022-06-01')) }) }),
      false,
    ],
    ['of another content', forgeToken({ contentType: '1.2.840.113549.1.7.1' }), false],
    ['of version 2', forgeToken({ info: forgeInfo({ version: integer(2) }) }), false],
  ])('%s', async (_, token, holds) => {
    expect([await ours(token), await theirs(token)]).toEqual([holds, holds])
  })

  test.each<[string, Uint8Array]>([
    ['an imprint over SHA-1', forgeToken({ info: forgeInfo({ imprint: imprintOf('SHA-1') }) })],
    ['a usage that it has not heard of beside', certified(usage(timeStamping, documentSigning))],
    [
      'an unknown critical extension',
      forgeToken({ info: forgeInfo({ extensions: [extension('1.2.3', bytes(1), true)] }) }),
    ],
  ])('openssl lets through, and we do not: %s', async (_, token) => {
    expect([await ours(token), await theirs(token)]).toEqual([false, true])
  })
})
