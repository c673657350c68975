/** PKCS#12 files as OpenSSL makes them, of test keys made for the test. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toPem } from '@tiemchung/core'
import type { SignatureAlgorithm } from '@tiemchung/core/crypto'
import { createAuthority, exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'

const installed = spawnSync('openssl', ['version']).status === 0
const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'

/** Whether tests that need OpenSSL are passed over; where it is required they run, and fail. */
export const withoutOpenssl = !installed && !required

/** A title that says why its tests are passed over, when they are. */
export const titled = (title: string): string =>
  withoutOpenssl ? `${title} (skipped: the command openssl is not installed)` : title

const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2032-01-01T00:00:00Z'),
}

/** A facility's test key under a test authority, in the form of a Vietnamese organisation's certificate. */
export async function testPair(algorithm: SignatureAlgorithm = 'ES256', name = 'TRẠM Y TẾ MẪU') {
  const root = await createAuthority({
    subject: { commonName: 'TEST root', country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const middle = await root.issueAuthority({
    subject: { commonName: 'TEST issuer', country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const keys = await generateSigningKey(algorithm, { extractable: true, modulusLength: 2048 })
  const { certificate } = await middle.issue({
    subject: {
      commonName: name,
      stateOrProvince: 'Hà Nội',
      country: 'VN',
      userId: 'MST:0100109106',
    },
    publicKey: keys.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
  })
  const pkcs8 = await exportPrivateKey(keys)
  return { pkcs8, own: certificate, middle: middle.certificate, root: root.certificate, keys }
}

/** One key with its chain. */
export type TestPair = Awaited<ReturnType<typeof testPair>>

/** Runs OpenSSL in a folder of its own with these files, and gives back the file `out`. */
export function openssl(
  files: Readonly<Record<string, string | Uint8Array>>,
  args: readonly string[],
): Uint8Array {
  const cwd = mkdtempSync(join(tmpdir(), 'pkcs12-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
    const { status, stderr } = spawnSync('openssl', [...args], { cwd })
    if (status !== 0) throw new Error(stderr.toString())
    return new Uint8Array(readFileSync(join(cwd, 'out')))
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

function certificates(...ders: readonly Uint8Array[]): string {
  return ders.map((der) => toPem(der, 'CERTIFICATE')).join('')
}

/** A `.p12` of a pair and the certificates above it, in the order that is the least useful. */
export function pkcs12(pair: TestPair, password: string, ...how: readonly string[]): Uint8Array {
  const { pkcs8, own, middle, root } = pair
  const files = {
    key: toPem(pkcs8, 'PRIVATE KEY'),
    own: certificates(own),
    more: certificates(root, middle),
  }
  const input = ['-inkey', 'key', '-in', 'own', '-certfile', 'more', '-out', 'out']
  return openssl(files, ['pkcs12', '-export', ...input, '-passout', `pass:${password}`, ...how])
}
