/** OpenSSL as responder to our questions, and as another judge of the same responses. */
import { toPem } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { createAuthority, exportPrivateKey, generateSigningKey, type KeyPair } from '../ca/index.js'
import { bytes, forgeCrl, nameOf, sequence, timeOf, tlv } from '../certificate/forge.fixture.js'
import { readCertificate } from '../certificate/read-certificate.js'
import { atBench, type Bench, titled, withoutOpenssl } from '../openssl.fixture.js'
import { at, issuing, issuingKey, leaf, leafKey, root } from '../path/chain.fixture.js'
import {
  answer,
  byName,
  forgeResponse,
  responder,
  responderKey,
  revokedFor,
  unknownStatus,
} from './forge-ocsp.fixture.js'
import { ocspRequest } from './ocsp-request.js'
import { ocspStatus } from './ocsp-status.js'
import { readOcspResponse } from './read-response.js'

const validity = { notBefore: new Date('2022-01-01'), notAfter: new Date('2049-01-01') }
const nonce = bytes(...Array.from({ length: 32 }, (_, index) => index + 1))

/** An authority, a certificate of it, and a responder that it named; all made by our own `/ca`. */
async function made() {
  const keys = await generateSigningKey('ES256', { extractable: true })
  const authority = await createAuthority({ subject: { commonName: 'TEST CA' }, keys, validity })
  const own = await generateSigningKey('ES256', { extractable: true })
  const subject = (commonName: string) => ({
    subject: { commonName },
    publicKey: own.publicKey,
    validity,
  })
  const certificate = (await authority.issue(subject('TEST leaf'))).certificate
  const named = await authority.issue({ ...subject('TEST responder'), profile: 'ocsp-signing' })
  return { authority, keys, own, certificate, responder: named.certificate }
}
const pki = await made()

async function writeKey(bench: Bench, name: string, pair: KeyPair) {
  bench.write(name, toPem(await exportPrivateKey(pair), 'PRIVATE KEY'))
}

/** OpenSSL's index of what was issued. */
function index(state: string): string {
  const { serialNumber } = readCertificate(pki.certificate)
  return `${state}\t${serialNumber.toUpperCase()}\tunknown\t/CN=TEST leaf\n`
}
const valid = 'V\t490101000000Z\t'
const revoked = 'R\t490101000000Z\t220601000000Z,keyCompromise'

interface Setting {
  readonly state: string
  readonly signer: 'authority' | 'responder'
  readonly hash?: 'SHA-1' | 'SHA-256'
  readonly options?: readonly string[]
}

async function answered(bench: Bench, { state, signer, hash = 'SHA-1', options = [] }: Setting) {
  const issuer = pki.authority.certificate
  bench.certificate('ca.pem', issuer)
  bench.certificate('cert.pem', pki.certificate)
  bench.certificate('signer.pem', signer === 'authority' ? issuer : pki.responder)
  await writeKey(bench, 'signer.key', signer === 'authority' ? pki.keys : pki.own)
  bench.write('index.txt', index(state))
  bench.write(
    'request.der',
    await ocspRequest({ certificate: pki.certificate, issuer, nonce, hash }),
  )
  const files = [
    '-index',
    'index.txt',
    '-CA',
    'ca.pem',
    '-rsigner',
    'signer.pem',
    '-rkey',
    'signer.key',
  ]
  const ran = bench.run(
    'ocsp',
    ...files,
    '-reqin',
    'request.der',
    '-respout',
    'response.der',
    ...options,
  )
  if (!ran.succeeded) throw new Error(ran.said)
  return bench.read('response.der')
}

describe.skipIf(withoutOpenssl)(titled('a response of openssl to our request'), () => {
  const minutes = ['-nmin', '60']
  test.each<[string, Setting, string]>([
    ['by the authority', { state: valid, signer: 'authority', options: minutes }, 'good'],
    [
      'by a responder that it named',
      { state: valid, signer: 'responder', options: minutes },
      'good',
    ],
    [
      'by the key of a responder',
      { state: valid, signer: 'responder', options: [...minutes, '-resp_key_id'] },
      'good',
    ],
    [
      'about a certificate by SHA-256',
      { state: valid, signer: 'authority', hash: 'SHA-256', options: minutes },
      'good',
    ],
    [
      'over SHA-512',
      { state: valid, signer: 'authority', options: [...minutes, '-rmd', 'sha512'] },
      'good',
    ],
    ['about a revoked one', { state: revoked, signer: 'responder', options: minutes }, 'revoked'],
    [
      'over SHA-1',
      { state: valid, signer: 'authority', options: [...minutes, '-rmd', 'sha1'] },
      'ocsp-algorithm-not-allowed',
    ],
    ['without a next update', { state: valid, signer: 'authority' }, 'ocsp-no-next-update'],
    [
      'without the certificate of its responder',
      { state: valid, signer: 'responder', options: [...minutes, '-resp_no_certs'] },
      'ocsp-no-responder',
    ],
  ])('%s', async (_, setting, word) => {
    const response = await atBench((bench) => answered(bench, setting))
    const read = readOcspResponse(response)
    if (read.status !== 'successful') throw new Error(read.status)
    const found = await ocspStatus({
      certificate: pki.certificate,
      issuer: pki.authority.certificate,
      responses: [response],
      at: read.basic.producedAt,
      nonce,
    })
    expect(found.status === 'unknown' ? found.reason : found.status).toBe(word)
    if (found.status === 'revoked') {
      expect(found).toMatchObject({ reason: 'keyCompromise', since: new Date('2022-06-01') })
    }
  })
})

describe.skipIf(withoutOpenssl)(titled('what we and openssl say of the same response'), () => {
  const named = (certificate: Uint8Array, key = responderKey) =>
    forgeResponse({ responder: byName('TEST responder'), certificates: [certificate] }, key)
  const direct = forgeResponse()
  const broken = direct.slice()
  broken[broken.length - 3] = (broken[broken.length - 3] ?? 0) ^ 1

  test.each<[string, Uint8Array, 'good' | 'revoked' | 'unknown']>([
    ['by the issuer', direct, 'good'],
    ['by a responder', named(responder()), 'good'],
    [
      'that it is revoked',
      forgeResponse({ answers: [answer({ status: revokedFor(1) })] }),
      'revoked',
    ],
    [
      'that nothing is known',
      forgeResponse({ answers: [answer({ status: unknownStatus })] }),
      'unknown',
    ],
    ['with a flipped bit', broken, 'unknown'],
    ['by another key', forgeResponse({}, leafKey), 'unknown'],
    ['by a responder without the usage', named(responder({ extensions: [] })), 'unknown'],
    [
      'by a responder of another authority',
      named(responder({ issuer: nameOf('TEST root') })),
      'unknown',
    ],
    ['by a responder that nobody named', named(responder({}, leafKey)), 'unknown'],
    [
      'by an expired responder',
      named(responder({ notAfter: timeOf(new Date('2022-06-01')) })),
      'unknown',
    ],
    ['of an authority that is busy', sequence(tlv(0x0a, bytes(3))), 'unknown'],
  ])('%s', async (_, response, status) => {
    const certificate = leaf()
    const issuer = issuing()
    const crls = [forgeCrl({ issuer: nameOf('TEST issuing') }, issuingKey)]
    const ours = await ocspStatus({ certificate, issuer, responses: [response], at, crls })
    const theirs = await atBench((bench) => {
      bench.certificate('issuer.pem', issuer)
      bench.certificate('cert.pem', certificate)
      bench.certificate('root.pem', root())
      bench.write('response.der', response)
      const seconds = String(at.getTime() / 1000)
      const trust = ['-CAfile', 'root.pem', '-verify_other', 'issuer.pem', '-attime', seconds]
      const asked = ['-respin', 'response.der', '-issuer', 'issuer.pem', '-cert', 'cert.pem']
      // Its own dates are judged by the clock of the machine, which no option moves: any age will do.
      const { said } = bench.run('ocsp', ...asked, ...trust, '-validity_period', '3000000000')
      if (!said.includes('Response verify OK')) return 'unknown'
      return /cert\.pem: (good|revoked|unknown)/.exec(said)?.[1]
    })
    expect([ours.status, theirs]).toEqual([status, status])
  })
})
