/** OpenSSL's `cms -sign` as the maker of detached signatures. */
import { toPem, utf8 } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { createAuthority, exportPrivateKey, generateSigningKey } from '../ca/index.js'
import { atBench, type Bench, titled, withoutOpenssl } from '../openssl.fixture.js'
import { verifyDetachedSignature } from './verify-detached.js'

const validity = { notBefore: new Date('2022-01-01'), notAfter: new Date('2049-01-01') }
const content = utf8('chứng thư số của một nước')

async function made(algorithm: 'ES256' | 'RS256') {
  const authorityKeys = await generateSigningKey('ES256')
  const keys = await generateSigningKey(algorithm, { extractable: true })
  const ca = await createAuthority({
    subject: { commonName: 'TEST CA' },
    keys: authorityKeys,
    validity,
  })
  const { certificate } = await ca.issue({
    subject: { commonName: 'TEST upload', country: 'VN' },
    publicKey: keys.publicKey,
    validity,
    keyUsage: ['digitalSignature'],
  })
  return { certificate, key: await exportPrivateKey(keys) }
}
const elliptic = await made('ES256')
const rsa = await made('RS256')

function sign(bench: Bench, by: typeof elliptic, options: readonly string[]): Uint8Array {
  bench.certificate('signer.pem', by.certificate)
  bench.write('signer.key', toPem(by.key, 'PRIVATE KEY'))
  bench.write('content', content)
  const files = ['-signer', 'signer.pem', '-inkey', 'signer.key', '-in', 'content']
  const out = ['-binary', '-outform', 'DER', '-out', 'signature.p7s']
  const ran = bench.run('cms', '-sign', ...files, ...out, ...options)
  if (!ran.succeeded) throw new Error(ran.said)
  return bench.read('signature.p7s')
}

describe.skipIf(withoutOpenssl)(titled('a detached signature of openssl'), () => {
  const both = [
    ['ES256', elliptic],
    ['RS256', rsa],
  ] as const
  test.each<[string, readonly string[]]>([
    ['as it comes', []],
    ['with SHA-384', ['-md', 'sha384']],
    ['without certificates', ['-nocerts']],
    ['without attributes', ['-noattr']],
    ['without attributes and with SHA-512', ['-noattr', '-md', 'sha512']],
    ['without S/MIME capabilities', ['-nosmimecap']],
  ])('%s', async (_, options) => {
    for (const [, by] of both) {
      const signature = await atBench((bench) => sign(bench, by, options))
      const query = { signature, content, signers: [elliptic.certificate, rsa.certificate] }
      expect(await verifyDetachedSignature(query)).toMatchObject({
        verdict: 'valid',
        signer: by.certificate,
      })
      const other = await verifyDetachedSignature({ ...query, content: utf8('khác') })
      expect(other.verdict).toBe('invalid')
    }
  })

  test.each<[string, readonly string[], string]>([
    ['with the content inside', ['-nodetach'], 'x509.cms.content'],
    ['by SHA-1', ['-md', 'sha1'], 'algorithm-not-allowed'],
  ])('%s is refused', async (_, options, reason) => {
    const signature = await atBench((bench) => sign(bench, elliptic, options))
    const query = { signature, content, signers: [elliptic.certificate] }
    const { verdict, checks } = await verifyDetachedSignature(query)
    expect(verdict).toBe('invalid')
    expect(checks.find(({ status }) => status === 'failed')?.reason).toBe(reason)
  })

  test('with the signer named by its key needs that certificate', async () => {
    const signature = await atBench((bench) => sign(bench, rsa, ['-keyid']))
    const verdictFor = async (signers: readonly Uint8Array[]) =>
      (await verifyDetachedSignature({ signature, content, signers })).verdict
    expect(await verdictFor([rsa.certificate])).toBe('valid')
    expect(await verdictFor([elliptic.certificate])).toBe('invalid')
  })
})
