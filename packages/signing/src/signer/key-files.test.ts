/** Key files as OpenSSL makes them. Every key is a test key, made for the test. */
import { toPem } from '@tiemchung/core'
import type { SignatureAlgorithm } from '@tiemchung/core/crypto'
import { describe, expect, test } from 'vitest'
import { codeOf, testChain } from '../test-chain.fixture.js'
import { converted, titled, withoutOpenssl } from './openssl.fixture.js'
import { type SoftwareSignerOptions, softwareSigner } from './software-signer.js'

const password = 'Tiêm chủng Mẫu 1815'
const data = new Uint8Array([1, 8, 1, 5])

/** PKCS#8 PEM locked by OpenSSL. */
function locked(pkcs8: Uint8Array, secret: string, ...how: readonly string[]): string {
  const pass = ['-passout', `pass:${secret}`]
  return converted(toPem(pkcs8, 'PRIVATE KEY'), 'pkcs8', '-topk8', ...pass, ...how).toString()
}

const modern = ['-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA256', '-iter', '20000']

function opened(
  privateKey: SoftwareSignerOptions['privateKey'],
  chain: SoftwareSignerOptions['chain'],
  algorithm: SignatureAlgorithm = 'ES256',
) {
  return softwareSigner({ privateKey, algorithm, chain })
}

describe.skipIf(withoutOpenssl)(titled('softwareSigner with a key file'), () => {
  test.each<[SignatureAlgorithm, string, readonly string[]]>([
    ['ES256', 'AES-256, SHA-256', modern],
    ['ES384', 'AES-128, SHA-512', ['-v2', 'aes-128-cbc', '-v2prf', 'hmacWithSHA512']],
    ['PS256', 'AES-192, SHA-384', ['-v2', 'aes-192-cbc', '-v2prf', 'hmacWithSHA384']],
    ['RS256', 'AES-256, SHA-1 by default', ['-v2', 'aes-256-cbc', '-v2prf', 'hmacWithSHA1']],
    ['ES256', '600,000 rounds', [...modern, '-iter', '600000']],
  ])('%s locked with %s and a password of Vietnamese letters', async (algorithm, _, how) => {
    const { pkcs8, chain } = await testChain(undefined, algorithm)
    const pkcs8Pem = locked(pkcs8, password, ...how)
    const signer = await opened({ pkcs8Pem, password: () => password }, chain, algorithm)
    expect((await signer.sign(data)).length).toBeGreaterThan(63)
  })

  test.each([
    ['composed', 'NFC', 'NFD'],
    ['decomposed', 'NFD', 'NFC'],
  ] as const)('a password that was %s opens however it is typed', async (_, made, typed) => {
    const { pkcs8, chain } = await testChain()
    const pkcs8Pem = locked(pkcs8, password.normalize(made), ...modern)
    const asked = { pkcs8Pem, password: () => Promise.resolve(password.normalize(typed)) }
    expect((await opened(asked, chain)).chain).toHaveLength(2)
  })

  test('a wrong password is told by code, and so is none; the error holds neither', async () => {
    const { pkcs8, chain } = await testChain()
    const pkcs8Pem = locked(pkcs8, password, ...modern)
    const wrong = opened({ pkcs8Pem, password: () => 'Sai-Mật-Khẩu' }, chain)
    const caught = await wrong.catch((error: unknown) => error as Error & { code: string })
    expect(caught).toMatchObject({ code: 'signing.password' })
    expect(`${JSON.stringify(caught)}${String((caught as Error).stack)}`).not.toContain('Sai-Mật')
    expect(await codeOf(opened({ pkcs8Pem }, chain))).toBe('signing.password')
  })

  test('no wrong password of 600 opens a file, though padding alone would let two or three pass', async () => {
    const { pkcs8 } = await testChain()
    const pkcs8Pem = locked(pkcs8, password, '-v2', 'aes-256-cbc', '-iter', '1')
    const codes = new Set<string | undefined>()
    for (let index = 0; index < 600; index += 1) {
      codes.add(await codeOf(opened({ pkcs8Pem, password: () => `sai-${index}` }, [])))
    }
    expect([...codes]).toEqual(['signing.password'])
  })

  test('who asks for the password and gives up has refused', async () => {
    const { pkcs8, chain } = await testChain()
    const pkcs8Pem = locked(pkcs8, password, ...modern)
    const given = [
      () => Promise.reject(new Error(`closed after ${password}`)),
      () => undefined as never,
    ]
    for (const ask of given) {
      expect(await codeOf(opened({ pkcs8Pem, password: ask }, chain))).toBe('signing.rejected')
    }
  })

  test.each<[string, readonly string[]]>([
    ['scrypt', ['-scrypt', '-scrypt_N', '1024']],
    ['PKCS#12 keys and 3DES', ['-v1', 'PBE-SHA1-3DES']],
    ['PBES2 with 3DES', ['-v2', 'des3']],
  ])('a file locked with %s is refused before the password is asked', async (_, how) => {
    const { pkcs8, chain } = await testChain()
    const pkcs8Pem = locked(pkcs8, password, ...how)
    const ask = () => Promise.reject(new Error('asked'))
    expect(await codeOf(opened({ pkcs8Pem, password: ask }, chain))).toBe('signing.key-file')
  })

  test('the old form of OpenSSL and garbage are no PKCS#8', async () => {
    const { pkcs8, chain } = await testChain()
    const old = converted(
      toPem(pkcs8, 'PRIVATE KEY'),
      'ec',
      '-aes256',
      '-passout',
      `pass:${password}`,
    )
    const whole = locked(pkcs8, password, ...modern)
    const lines = whole.trim().split('\n')
    const files = [
      old.toString(),
      '',
      'không phải khoá',
      [...lines.slice(0, 2), ...lines.slice(-1)].join('\n'),
      toPem(new Uint8Array(40), 'ENCRYPTED PRIVATE KEY'),
    ]
    for (const pkcs8Pem of files) {
      const code = await codeOf(opened({ pkcs8Pem, password: () => password }, chain))
      expect(code).toBe('signing.key-file')
    }
  })

  test('an open file asks for no password, and the chain may be PEM', async () => {
    const { pkcs8, chain } = await testChain()
    const pkcs8Pem = toPem(pkcs8, 'PRIVATE KEY')
    const pem = chain.map((der) => toPem(der, 'CERTIFICATE')).join('')
    const signer = await opened({ pkcs8Pem }, `Issuer: TEST issuer\n${pem}`)
    expect(signer.chain).toEqual(chain)
    expect(await codeOf(opened({ pkcs8Pem }, 'không phải chuỗi'))).toBe('parse.pem')
  })

  test("a file with another certificate's key is found before anything is signed", async () => {
    const { pkcs8 } = await testChain()
    const { chain } = await testChain()
    const pkcs8Pem = locked(pkcs8, password, ...modern)
    const code = await codeOf(opened({ pkcs8Pem, password: () => password }, chain))
    expect(code).toBe('signing.key-mismatch')
  })
})
