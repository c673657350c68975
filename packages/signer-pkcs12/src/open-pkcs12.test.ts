import { isSdkError, type SdkError } from '@tiemchung/core'
import { type SignatureAlgorithm, schemeOf, systemCrypto } from '@tiemchung/core/crypto'
import { readCertificate } from '@tiemchung/x509'
import { certificateSummary } from '@tiemchung/x509'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPkcs12, type Pkcs12Options } from './open-pkcs12.js'
import {
  openssl,
  pkcs12,
  type TestPair,
  testPair,
  titled,
  withoutOpenssl,
} from './openssl.fixture.js'
import { manyKeys } from './two-keys.fixture.js'

const password = 'Tiêm chủng Mẫu 1815'
const data = new Uint8Array([1, 8, 1, 5])

async function failureOf(options: Pkcs12Options): Promise<SdkError> {
  const caught: unknown = await openPkcs12(options).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (isSdkError(caught)) return caught
  throw new Error('it did not end in an error of the SDK')
}

const codeOf = async (options: Pkcs12Options) => (await failureOf(options)).code
const never = () => Promise.reject(new Error('the password was asked for'))

async function verifies(file: Uint8Array, algorithm: SignatureAlgorithm, own: Uint8Array) {
  const signer = await openPkcs12({ file, password: () => password, algorithm })
  expect(signer.algorithm).toBe(algorithm)
  const key = await systemCrypto.importPublicKey(readCertificate(own).spki)
  return systemCrypto.verify(schemeOf[algorithm], key, await signer.sign(data), data)
}

describe.skipIf(withoutOpenssl)(titled('openPkcs12'), () => {
  let pair: TestPair
  beforeAll(async () => {
    pair = await testPair()
  })

  test.each<[string, SignatureAlgorithm, readonly string[]]>([
    ['what OpenSSL writes today, P-256', 'ES256', []],
    ['P-384', 'ES384', []],
    ['RSA for PSS', 'PS256', []],
    ['RSA for PKCS#1', 'RS256', []],
    ['a SHA-512 check of 100,000 rounds', 'ES256', ['-macalg', 'sha512', '-iter', '100000']],
    ['a SHA-1 check', 'ES256', ['-macalg', 'sha1']],
    ['AES-128', 'ES256', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC']],
    ['certificates that are not locked', 'ES256', ['-certpbe', 'NONE']],
  ])('opens %s, under a password of Vietnamese letters', async (_, algorithm, how) => {
    const of = await testPair(algorithm)
    expect(await verifies(pkcs12(of, password, ...how), algorithm, of.own)).toBe(true)
  })

  test('gives the chain in order and leaves the root out, without warnings', async () => {
    const file = pkcs12(pair, password)
    const signer = await openPkcs12({ file, password: () => Promise.resolve(password) })
    expect(signer.chain).toEqual([pair.own, pair.middle])
    expect(signer.algorithm).toBe('ES256')
    expect(signer.warnings).toEqual([])
  })

  test('an RSA key signs with PS256 unless something else is asked for', async () => {
    const file = pkcs12(await testPair('PS256'), password)
    expect((await openPkcs12({ file, password: () => password })).algorithm).toBe('PS256')
  })

  test.each([
    ['NFC', 'NFD'],
    ['NFD', 'NFC'],
  ] as const)('a password made in %s opens when typed in %s', async (made, typed) => {
    const file = pkcs12(pair, password.normalize(made))
    const signer = await openPkcs12({ file, password: () => password.normalize(typed) })
    expect(signer.chain).toHaveLength(2)
  })

  test.each<[string, string, readonly string[]]>([
    ['no check', 'signing.pkcs12.no-mac', ['-nomac']],
    ['a check of one round', 'signing.pkcs12.mac-rounds', ['-nomaciter']],
    ['a check of 2,047 rounds', 'signing.pkcs12.mac-rounds', ['-iter', '2047']],
    ['a key that is not locked', 'signing.pkcs12.open-key', ['-keypbe', 'NONE']],
  ])('a file with %s is opened with a warning, or refused', async (_, code, how) => {
    const file = pkcs12(pair, password, ...how)
    const { warnings } = await openPkcs12({ file, password: () => password })
    expect(warnings.map((one) => `${one.severity} ${one.code}`)).toEqual([`warning ${code}`])
    const refused = await failureOf({ file, password: () => password, weak: 'refuse' })
    expect(refused.code).toBe('signing.pkcs12.integrity')
    expect(refused.issues.map((one) => one.code)).toEqual([code])
  })

  test('2,048 rounds are enough', async () => {
    const file = pkcs12(pair, password, '-iter', '2048')
    expect((await openPkcs12({ file, password: () => password, weak: 'refuse' })).warnings).toEqual(
      [],
    )
  })

  test.each<[string, readonly string[]]>([
    ['RC2 and 3DES', ['-legacy']],
    ['3DES', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES']],
    ['3DES for the key alone', ['-keypbe', 'PBE-SHA1-3DES']],
    ['3DES under PBES2', ['-keypbe', 'DES-EDE3-CBC', '-certpbe', 'DES-EDE3-CBC']],
  ])(
    '%s is refused with the command that converts it, before the password is asked',
    async (_, how) => {
      const failure = await failureOf({ file: pkcs12(pair, password, ...how), password: never })
      expect(failure.code).toBe('signing.pkcs12.legacy')
      expect(failure.todo.en).toContain('openssl pkcs12 -legacy -in OLD.p12')
      expect(failure.todo.vi).toContain('openssl pkcs12 -legacy -in CU.p12')
    },
  )

  test('what the sentence about old files says to do, helps', async () => {
    const pass = ['-passin', `pass:${password}`]
    const old = { 'CU.p12': pkcs12(pair, password, '-legacy') }
    const open = ['pkcs12', '-legacy', '-in', 'CU.p12', '-nodes', ...pass, '-out', 'out']
    const made = ['pkcs12', '-export', '-in', 'pem', '-passout', `pass:${password}`, '-out', 'out']
    const file = openssl({ pem: openssl(old, open) }, made)
    expect((await openPkcs12({ file, password: () => password })).chain).toEqual([
      pair.own,
      pair.middle,
    ])
  })

  test.each<[string, readonly string[]]>([
    ['with a check', []],
    ['without one', ['-nomac']],
  ])('a wrong password is told by code, %s, and is in no error', async (_, how) => {
    const wrong = 'Sai-Mật-Khẩu'
    const failure = await failureOf({ file: pkcs12(pair, password, ...how), password: () => wrong })
    expect(failure.code).toBe('signing.password')
    expect(`${JSON.stringify(failure)}${String(failure.stack)}`).not.toContain('Sai-M')
  })

  test('who gives up when asked has refused', async () => {
    expect(await codeOf({ file: pkcs12(pair, password), password: never })).toBe('signing.rejected')
  })

  test('every file that is cut off is refused by code', async () => {
    const file = pkcs12(pair, password)
    const lengths = Array.from({ length: 40 }, (_, index) => Math.floor((index * file.length) / 40))
    for (const length of lengths) {
      const code = await codeOf({ file: file.subarray(0, length), password: () => password })
      expect(code).toMatch(/^signing\.pkcs12\.(?:malformed|unsupported)$/)
    }
  })

  test('garbage, a PEM and a file beyond every size are no PKCS#12', async () => {
    const random = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) & 255)
    const files = [
      new Uint8Array(),
      random,
      Buffer.from('-----BEGIN'),
      pair.own,
      new Uint8Array(2 ** 21),
    ]
    for (const file of files) {
      expect(await codeOf({ file, password: never })).toBe('signing.pkcs12.malformed')
    }
  })

  test('one changed octet anywhere is refused, or opens the same key', async () => {
    const file = pkcs12(pair, password, '-iter', '2048')
    for (let at = 0; at < file.length; at += 37) {
      const changed = file.slice()
      changed[at] = (changed[at] ?? 0) ^ 0x10
      const outcome = await openPkcs12({ file: changed, password: () => password }).catch(
        (caught: unknown) => caught,
      )
      if (isSdkError(outcome)) expect(outcome.code).toMatch(/^signing\./)
      else expect((outcome as { chain: unknown[] }).chain[0]).toEqual(pair.own)
    }
  })

  test('certificates alone, and a key alone, are not a signer', async () => {
    const { own, pkcs8 } = pair
    const both = pkcs12({ ...pair, own }, password)
    const pass = ['-passin', `pass:${password}`, '-passout', `pass:${password}`]
    const bare = openssl({ both }, ['pkcs12', '-in', 'both', '-nokeys', ...pass, '-out', 'out'])
    const noKey = openssl({ bare }, [
      'pkcs12',
      '-export',
      '-nokeys',
      '-in',
      'bare',
      ...pass,
      '-out',
      'out',
    ])
    expect(await codeOf({ file: noKey, password: () => password })).toBe('signing.pkcs12.no-key')
    const other = await manyKeys([{ ...pair, own: (await testPair()).own, pkcs8 }], password)
    expect(await codeOf({ file: other, password: () => password })).toBe(
      'signing.pkcs12.no-certificate',
    )
  })

  test('a key that does not fit the algorithm asked for has no certificate', async () => {
    const file = pkcs12(pair, password)
    const asked = { file, password: () => password, algorithm: 'RS256' } as const
    expect(await codeOf(asked)).toBe('signing.pkcs12.no-certificate')
  })

  test('of two keys the certificate decides; without one both are named', async () => {
    const other = await testPair('PS256', 'TRUNG TÂM Y TẾ MẪU')
    const file = await manyKeys([pair, other], password)
    const failure = await failureOf({ file, password: () => password })
    expect(failure.code).toBe('signing.pkcs12.several')
    const prints = await Promise.all(
      [pair.own, other.own].map(async (der) => (await certificateSummary(der)).fingerprint),
    )
    expect(failure.issues.map((one) => one.params?.['fingerprint'])).toEqual(prints)
    for (const [index, own] of [pair.own, other.own].entries()) {
      const certificate = prints[index]?.toUpperCase() ?? ''
      const signer = await openPkcs12({ file, password: () => password, certificate })
      expect(signer.chain[0]).toEqual(own)
    }
    const unknown = await failureOf({ file, password: () => password, certificate: '00' })
    expect(unknown.code).toBe('signing.pkcs12.several')
  })
})
