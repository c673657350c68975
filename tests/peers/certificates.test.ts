/** Health certificates, across the border: what we issue and others verify, what others issue and we verify. */
import { decodeCertificate } from '@tiemchung/certificates/envelope'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Algorithm, auth0Cose, coseKit } from '../../bench/cose-peers.js'
import {
  type DccPeer,
  dccUtils,
  dccUtilsWithPem,
  pathCheck,
  pathCheckSigner,
} from '../../bench/dcc-peers.js'
import { at, payload } from '../../bench/dose.js'
import { askPython, cose, dcc, inPython } from './installed.fixture.js'
import { type Issuer, issuerOf, judge, textOf } from './issuer.fixture.js'

const algorithms = ['ES256', 'PS256'] as const
const issuers: Partial<Record<Algorithm, Issuer>> = {}
const others: Partial<Record<Algorithm, Issuer>> = {}
const made = (which: typeof issuers, algorithm: Algorithm) => which[algorithm] as Issuer

beforeAll(async () => {
  for (const algorithm of algorithms) {
    issuers[algorithm] = await issuerOf(algorithm)
    others[algorithm] = await issuerOf(algorithm)
  }
})

/** It is valid to us under its key, and not under another key of the same id. */
async function expectOurs(text: string, algorithm: Algorithm): Promise<void> {
  const { known } = made(issuers, algorithm)
  const wrong = { keyId: known.keyId, spki: made(others, algorithm).known.spki }
  expect(await judge(text, known)).toMatchObject({ verdict: 'valid', claims: { payload } })
  expect((await judge(text, wrong)).verdict).toBe('invalid')
}

describe.skipIf(cose.skip)(cose.title, () => {
  const libraries = [
    ['cose-kit', coseKit],
    ['@auth0/cose', auth0Cose],
  ] as const
  const cases = libraries.flatMap(([name, load]) =>
    algorithms.map((algorithm) => [name, algorithm, load] as const),
  )

  test.each(cases)('%s finds our %s signature good', async (_, algorithm, load) => {
    const issuer = made(issuers, algorithm)
    const issued = await issuer.issue()
    expect(await load().verify(issued.cose, issuer.publicKey)).toBe(true)
  })

  test.each(cases)('%s finds it is not of another %s key', async (_, algorithm, load) => {
    const issued = await made(issuers, algorithm).issue()
    expect(await load().verify(issued.cose, made(others, algorithm).publicKey)).toBe(false)
  })

  test.each(cases)('what %s signs with %s is valid to us', async (_, algorithm, load) => {
    const issuer = made(issuers, algorithm)
    const { privateKey, known } = issuer
    const claims = decodeCertificate((await issuer.issue()).text).bytes.payload
    const asked = { payload: claims, algorithm, keyId: known.keyId, privateKey }
    const text = textOf(await load().sign(asked))
    await expectOurs(text, algorithm)
  })
})

describe.skipIf(dcc.skip)(dcc.title, () => {
  const libraries: readonly (readonly [string, Algorithm, (issuer: Issuer) => DccPeer])[] = [
    ['@pathcheck/dcc-sdk', 'ES256', ({ known }) => pathCheck(known)],
    ['@pathcheck/dcc-sdk', 'PS256', ({ known }) => pathCheck(known)],
    ['dcc-utils, key list', 'ES256', ({ known }) => dccUtils(known)],
    ['dcc-utils, key in PEM', 'ES256', ({ pems }) => dccUtilsWithPem(pems.publicKey)],
    ['dcc-utils, key in PEM', 'PS256', ({ pems }) => dccUtilsWithPem(pems.publicKey)],
  ]

  test.each(libraries)('%s finds our %s certificate good', async (_, algorithm, load) => {
    const issuer = made(issuers, algorithm)
    const { text } = await issuer.issue()
    expect(await load(issuer).verify(text)).toBe(true)
  })

  test.each(algorithms)(
    'what @pathcheck/dcc-sdk issues with %s is valid to us',
    async (algorithm) => {
      const issuer = made(issuers, algorithm)
      const text = await pathCheckSigner(issuer.pems)(payload, 6, 'VN')
      await expectOurs(text, algorithm)
    },
  )
})

describe.skipIf(inPython.skip)(inPython.title, () => {
  const seconds = (instant: Date) => instant.getTime() / 1000

  test.each(algorithms)('reads what we issue with %s, and finds it good', async (algorithm) => {
    const { issue, known, pems } = made(issuers, algorithm)
    const { text } = await issue()
    const { expiresAt } = decodeCertificate(text).unverified
    expect(askPython('verify', { text, key: pems.publicKey })).toEqual({
      holds: true,
      algorithm: algorithm === 'ES256' ? -7 : -37,
      keyId: Buffer.from(known.keyId).toString('hex'),
      issuer: 'VN',
      issuedAt: seconds(at),
      expiresAt,
      payload,
    })
    const key = made(others, algorithm).pems.publicKey
    expect(askPython('verify', { text, key })).toMatchObject({ holds: false })
  })

  test.each(algorithms)('what it signs with %s is valid to us', async (algorithm) => {
    const issuer = made(issuers, algorithm)
    const text = askPython('sign', {
      payload,
      key: issuer.pems.privateKey,
      keyId: Buffer.from(issuer.known.keyId).toString('hex'),
      issuer: 'VN',
      issuedAt: seconds(at),
      expiresAt: seconds(at) + 86_400 * 180,
    }) as string
    await expectOurs(text, algorithm)
  })
})
