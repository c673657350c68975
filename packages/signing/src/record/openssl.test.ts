/** The same signatures, judged by OpenSSL's command line. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toPem } from '@tiemchung/core'
import type { SignatureAlgorithm } from '@tiemchung/core/crypto'
import { readCertificate } from '@tiemchung/x509'
import { describe, expect, test } from 'vitest'
import { signedAt, testChain, testRecord } from '../test-chain.fixture.js'
import { signRecord } from './sign-records.js'

const installed = spawnSync('openssl', ['version']).status === 0
const title = installed ? 'openssl' : 'openssl (skipped: the command is not installed)'

function integer(bytes: Buffer): Buffer {
  const bare = bytes.subarray(bytes.findIndex((byte) => byte !== 0))
  const content = (bare[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bare]) : bare
  return Buffer.concat([Buffer.of(2, content.length), content])
}

/** ECDSA-Sig-Value of a raw P-256 signature. */
function derSignature(raw: Buffer): Buffer {
  const body = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))])
  return Buffer.concat([Buffer.of(0x30, body.length), body])
}

async function judge(
  algorithm: SignatureAlgorithm,
  options: readonly string[],
  change: (input: string) => string = (input) => input,
) {
  const { signer, chain } = await testChain(undefined, algorithm)
  const { jws } = await signRecord(testRecord(), signer, { at: signedAt })
  const end = jws.lastIndexOf('.')
  const raw = Buffer.from(jws.slice(end + 1), 'base64url')
  const folder = mkdtempSync(join(tmpdir(), 'jws-'))
  try {
    const { spki } = readCertificate(chain[0] ?? new Uint8Array())
    writeFileSync(join(folder, 'key.pem'), toPem(spki, 'PUBLIC KEY'))
    writeFileSync(join(folder, 'input'), change(jws.slice(0, end)))
    writeFileSync(join(folder, 'sig'), algorithm === 'ES256' ? derSignature(raw) : raw)
    const args = ['dgst', '-sha256', ...options, '-verify', 'key.pem', '-signature', 'sig', 'input']
    return spawnSync('openssl', args, { cwd: folder }).stdout.toString().trim()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const pss = ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32']

describe.skipIf(!installed)(title, () => {
  test.each<[SignatureAlgorithm, readonly string[]]>([
    ['ES256', []],
    ['PS256', pss],
    ['RS256', []],
  ])('finds the %s signature of a record good', async (algorithm, options) => {
    expect(await judge(algorithm, options)).toBe('Verified OK')
  })

  test('finds it bad when the text is another', async () => {
    expect(await judge('ES256', [], (input) => `${input}A`)).toBe('Verification failure')
  })
})
