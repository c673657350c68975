/** OpenSSL as a timestamp authority, for tests. Its keys are test keys; it stamps by the clock of the machine. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { toPem } from '@tiemchung/core'
import type { TimestampExchange } from '@tiemchung/signing'
import { createAuthority, exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'

const installed = spawnSync('openssl', ['version']).status === 0
const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'

/** Whether tests against OpenSSL are passed over; where it is required they run, and fail. */
export const withoutOpenssl = !installed && !required

/** A title that says why its tests are passed over, when they are. */
export const titled = (title: string): string =>
  withoutOpenssl ? `${title} (skipped: the command openssl is not installed)` : title

const configuration = `[it]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
accuracy = secs:1
`
const validity = { notBefore: new Date('2022-01-01'), notAfter: new Date('2049-01-01') }
const args = ['ts', '-reply', '-queryfile', 'request.tsq', '-config', 'ts.cnf', '-section', 'it']

/** Makes an authority; `close` takes its folder away. */
export async function openssl() {
  const ca = await createAuthority({
    subject: { commonName: 'TEST time root', country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const keys = await generateSigningKey('ES256', { extractable: true })
  const { certificate } = await ca.issue({
    subject: { commonName: 'TEST time', country: 'VN' },
    publicKey: keys.publicKey,
    validity,
    profile: 'time-stamping',
  })
  const folder = mkdtempSync(join(tmpdir(), 'tsa-'))
  writeFileSync(join(folder, 'ts.cnf'), configuration)
  writeFileSync(join(folder, 'tsa.pem'), toPem(certificate, 'CERTIFICATE'))
  writeFileSync(join(folder, 'tsa.key'), toPem(await exportPrivateKey(keys), 'PRIVATE KEY'))
  const exchange: TimestampExchange = (request) => {
    writeFileSync(join(folder, 'request.tsq'), request)
    return Promise.resolve(new Uint8Array(spawnSync('openssl', args, { cwd: folder }).stdout))
  }
  const close = () => {
    rmSync(folder, { recursive: true })
  }
  return { exchange, close, trust: { anchors: [{ certificate: ca.certificate }] } }
}
