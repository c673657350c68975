/** A test authority, and OpenSSL as the judge of what a token made. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isSdkError, toPem } from '@tiemchung/core'
import type { SignatureAlgorithm } from '@tiemchung/core/crypto'
import { readCertificate } from '@tiemchung/x509'
import { createAuthority, generateSigningKey, readRequest } from '@tiemchung/x509/ca'

const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2032-01-01T00:00:00Z'),
}

/** The subject of the certificate of a unit's head, in the form that Vietnamese authorities write. */
export const subject = {
  commonName: 'TRẠM Y TẾ PHƯỜNG MẪU',
  organization: 'TRUNG TÂM Y TẾ MẪU',
  locality: 'Quận Mẫu',
  stateOrProvince: 'Hà Nội',
  country: 'VN',
  userId: ['MST:0100109106', 'CCCD:001085000017'],
}

/** A test authority below a test root: from a request to a certificate. */
export async function testAuthority() {
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
  const issue = async (request: Uint8Array) => {
    const { spki } = await readRequest(request)
    const usage = { keyUsage: ['digitalSignature', 'nonRepudiation'] } as const
    const issued = await middle.issue({ subject, publicKey: spki, validity, ...usage })
    return issued.certificate
  }
  return { root: root.certificate, middle: middle.certificate, issue }
}

/** What `openssl` says in a folder with these files. */
export function openssl(files: Readonly<Record<string, string | Uint8Array>>, ...args: string[]) {
  const cwd = mkdtempSync(join(tmpdir(), 'token-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
    const { stdout, stderr, status } = spawnSync('openssl', args, { cwd })
    return { said: `${stdout.toString()}${stderr.toString()}`.trim(), succeeded: status === 0 }
  } finally {
    rmSync(cwd, { recursive: true })
  }
}

function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  const bare = Buffer.from(bytes.subarray(first))
  const content = (bare[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bare]) : bare
  return Buffer.concat([Buffer.of(2, content.length), content])
}

/** ECDSA-Sig-Value in DER of a raw signature. */
export function derSignature(raw: Uint8Array): Buffer {
  const half = raw.length / 2
  const body = Buffer.concat([integer(raw.subarray(0, half)), integer(raw.subarray(half))])
  return Buffer.concat([Buffer.of(0x30, body.length), body])
}

const pss = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32']

/** What OpenSSL says of a signature under a certificate's key. */
export function judged(
  algorithm: SignatureAlgorithm,
  certificate: Uint8Array,
  data: Uint8Array,
  signature: Uint8Array,
): string {
  const files = {
    key: toPem(readCertificate(certificate).spki, 'PUBLIC KEY'),
    data,
    sig: algorithm.startsWith('ES') ? derSignature(signature) : signature,
  }
  const hash = `-sha${algorithm.slice(2)}`
  const how = algorithm.startsWith('PS') ? pss : []
  return openssl(files, 'dgst', hash, ...how, '-verify', 'key', '-signature', 'sig', 'data').said
}

/** The code of the SDK error that a promise ends in. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  const caught: unknown = await promise.then(
    () => 'nothing went wrong',
    (error: unknown) => error,
  )
  return isSdkError(caught) ? caught.code : String(caught)
}
