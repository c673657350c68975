/** What OpenSSL answers and stamps under a chain of RSA keys: another encoder, at the time of making. */
import { toBase64, toPem } from '@tiemchung/core'
import {
  ocspRequest,
  readCertificate,
  readOcspResponse,
  readTimestampResponse,
  readTimestampToken,
  timestampRequest,
} from '@tiemchung/x509'
import { createAuthority, exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'
import { bytes } from '../../../packages/x509/src/certificate/forge.fixture.js'
import { atBench, type Bench } from '../../../packages/x509/src/openssl.fixture.js'
import { digest, message } from '../../../packages/x509/src/timestamp/forge-token.fixture.js'
import type { Question, Situation, Stamp } from '../corpus-x509.js'
import type { Documents } from './documents.js'

const validity = { notBefore: new Date('2022-01-01'), notAfter: new Date('2049-01-01') }
const nonce = bytes(...Array.from({ length: 16 }, (_, index) => index + 0x21))

async function made() {
  const rsa = () => generateSigningKey('PS256', { extractable: true, modulusLength: 2048 })
  const [keys, own] = await Promise.all([rsa(), rsa()])
  const root = await createAuthority({
    subject: { commonName: 'TEST RSA root', country: 'VN' },
    keys,
    validity,
  })
  const issue = async (commonName: string, profile: 'signer' | 'ocsp-signing' | 'time-stamping') =>
    (
      await root.issue({
        subject: { commonName, country: 'VN' },
        publicKey: own.publicKey,
        validity,
        profile,
      })
    ).certificate
  return {
    root: root.certificate,
    good: await issue('TEST good', 'signer'),
    revoked: await issue('TEST revoked', 'signer'),
    responder: await issue('TEST responder', 'ocsp-signing'),
    time: await issue('TEST time', 'time-stamping'),
    key: await exportPrivateKey(own),
  }
}
type Pki = Awaited<ReturnType<typeof made>>

function ran(bench: Bench, ...args: readonly string[]): void {
  const { said, succeeded } = bench.run(...args)
  if (!succeeded) throw new Error(said)
}

async function answer(bench: Bench, pki: Pki, certificate: Uint8Array): Promise<Uint8Array> {
  const line = (der: Uint8Array, state: string) =>
    `${state}\t${readCertificate(der).serialNumber.toUpperCase()}\tunknown\t/CN=TEST\n`
  const index = `${line(pki.good, 'V\t490101000000Z\t')}${line(pki.revoked, 'R\t490101000000Z\t220601000000Z,keyCompromise')}`
  bench.write('index.txt', index)
  const question = { certificate, issuer: pki.root, nonce, hash: 'SHA-256' } as const
  bench.write('request.der', await ocspRequest(question))
  const signer = ['-index', 'index.txt', '-CA', 'root.pem', '-rsigner', 'responder.pem']
  const files = ['-rkey', 'own.key', '-reqin', 'request.der', '-respout', 'response.der']
  ran(bench, 'ocsp', ...signer, ...files, '-nmin', '60', '-resp_key_id')
  return bench.read('response.der')
}

const configuration = `[tsa]
default_tsa = it
[it]
serial = serial
signer_cert = time.pem
signer_key = own.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ordering = yes
accuracy = secs:1, millisecs:500, microsecs:100
tsa_name = yes
clock_precision_digits = 3
ess_cert_id_alg = sha256
ess_cert_id_chain = yes
certs = root.pem
`

function stamp(bench: Bench): Uint8Array {
  const imprint = { hash: 'SHA-384', digest: digest('SHA-384', message) } as const
  bench.write('ts.cnf', configuration)
  bench.write('request.tsq', timestampRequest({ imprint, nonce }))
  const files = ['-queryfile', 'request.tsq', '-config', 'ts.cnf', '-out', 'response.tsr']
  ran(bench, 'ts', '-reply', ...files)
  return bench.read('response.tsr')
}

async function work(bench: Bench, pki: Pki) {
  bench.certificate('root.pem', pki.root)
  bench.certificate('responder.pem', pki.responder)
  bench.certificate('time.pem', pki.time)
  bench.write('own.key', toPem(pki.key, 'PRIVATE KEY'))
  const good = await answer(bench, pki, pki.good)
  const revoked = await answer(bench, pki, pki.revoked)
  return { good, revoked, reply: stamp(bench) }
}

function statuses(at: string) {
  const rows = [
    ['openssl-good', 'openssl-says-good', 'good', 'valid'],
    ['openssl-revoked', 'openssl-says-revoked', 'revoked', 'invalid'],
  ] as const
  const situations = rows.map(
    ([leaf, response, , expected]): Situation => ({
      name: `openssl: ${response}`,
      at,
      leaf,
      intermediates: [],
      anchor: 'openssl-root',
      crls: [],
      ocsp: [response],
      expected,
      withheld: [],
    }),
  )
  const questions = rows.map(
    ([certificate, response, expected]): Question => ({
      name: `openssl: ${response}`,
      at,
      certificate,
      issuer: 'openssl-root',
      response,
      nonce: toBase64(nonce),
      expected,
    }),
  )
  return { situations, questions }
}

/** Makes the chain, has OpenSSL answer and stamp under it, and says what that comes to. */
export async function makeOpensslSeeds(documents: Documents): Promise<{
  readonly situations: readonly Situation[]
  readonly questions: readonly Question[]
  readonly stamps: readonly Stamp[]
}> {
  const pki = await made()
  const { good, revoked, reply } = await atBench((bench) => work(bench, pki))
  const token = readTimestampResponse(reply).token ?? bytes()
  documents.addAll({
    'openssl-root': pki.root,
    'openssl-good': pki.good,
    'openssl-revoked': pki.revoked,
    'openssl-says-good': good,
    'openssl-says-revoked': revoked,
    'openssl-reply': reply,
    'openssl-token': token,
  })
  // The later of the two: both hold by then.
  const later = readOcspResponse(revoked)
  if (later.status !== 'successful') throw new Error(later.status)
  const stamps: readonly Stamp[] = [
    {
      name: 'openssl',
      token: 'openssl-token',
      response: 'openssl-reply',
      message: 'message',
      intermediates: [],
      anchor: 'openssl-root',
      nonce: toBase64(nonce),
      expected: 'valid',
      time: readTimestampToken(token).info.time.toISOString(),
    },
  ]
  return { ...statuses(later.basic.producedAt.toISOString()), stamps }
}
