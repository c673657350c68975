/** Record signatures, across the border: what we sign and others verify, what others sign and we verify. */
import { decodeCoseSign1 } from '@tiemchung/certificates/envelope'
import { canonicalBytes, canonicalJson, parseUuid } from '@tiemchung/core'
import { decodeCbor } from '@tiemchung/core/cbor'
import type { SignatureAlgorithm } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import { signRecord, softwareSigner, verifyRecord } from '@tiemchung/signing'
import { signRecordCose, verifyRecordCose } from '@tiemchung/signing/cose'
import { createAuthority, exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { auth0Cose, coseKit, type HeaderPairs } from '../../bench/cose-peers.js'
import { auth0Jws, flattenedHolds, jose as joseLibrary } from '../../bench/jose-peers.js'
import { markedRecord } from '../privacy/record.js'
import { cose as coseLibraries, jose } from './installed.fixture.js'

const at = new Date('2022-05-20T09:30:00Z')
const validity = {
  notBefore: new Date('2022-01-01T00:00:00Z'),
  notAfter: new Date('2024-01-01T00:00:00Z'),
}
const record: DoseRecord = {
  ...markedRecord,
  id: parseUuid('0180235c-1e80-7000-8000-00000000000a'),
}

/** A facility's TEST key and the root above it, made for this run. */
async function made(algorithm: SignatureAlgorithm) {
  const root = await createAuthority({
    subject: { commonName: 'TEST root', country: 'VN' },
    keys: await generateSigningKey('ES256'),
    validity,
  })
  const keys = await generateSigningKey(algorithm, { extractable: true, modulusLength: 2048 })
  const { certificate } = await root.issue({
    subject: { commonName: 'TEST facility', country: 'VN', userId: 'MST:0100109106' },
    publicKey: keys.publicKey,
    validity,
    extendedKeyUsage: ['1.3.6.1.5.5.7.3.36'],
  })
  const pkcs8 = await exportPrivateKey(keys)
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
  return {
    signer: await softwareSigner({ privateKey: { pkcs8 }, algorithm, chain: [certificate] }),
    anchors: [{ certificate: root.certificate }],
    privateKey,
    publicKey: createPublicKey(privateKey),
  }
}

type Made = Awaited<ReturnType<typeof made>>
const algorithms = ['ES256', 'ES384', 'ES512', 'PS256', 'RS256', 'EdDSA'] as const
type Name = (typeof algorithms)[number]

describe.skipIf(jose.skip)(jose.title, () => {
  const known = new Map<Name, Made>()
  const of = (name: Name) => known.get(name) as Made
  beforeAll(async () => {
    for (const name of algorithms) known.set(name, await made(name))
  })

  const libraries = [
    ['jose', joseLibrary, algorithms],
    // It has no EdDSA.
    ['jws', auth0Jws, algorithms.filter((name) => name !== 'EdDSA')],
  ] as const
  const cases = libraries.flatMap(([name, load, all]) =>
    all.map((algorithm) => [name, algorithm, load] as const),
  )

  test.each(cases)('%s finds our %s signature good', async (_, algorithm, load) => {
    const { signer, publicKey } = of(algorithm)
    const { jws } = await signRecord(record, signer, { at })
    const { verify } = load()
    expect(await verify(jws, algorithm, publicKey)).toBe(true)
    const changed = `${jws.slice(0, -12)}AAAAAAAA${jws.slice(-4)}`
    expect(await verify(changed, algorithm, publicKey)).toBe(false)
  })

  test.each(cases)('what %s signs with %s is valid to us', async (_, algorithm, load) => {
    const { signer, anchors, privateKey } = of(algorithm)
    const signed = await signRecord(record, signer, { at })
    const [head = ''] = signed.jws.split('.')
    const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as object
    const jws = await load().sign(header, canonicalJson(record), privateKey)
    expect((await verifyRecord({ ...signed, jws }, { anchors })).verdict).toBe('valid')
    const payload = canonicalJson({ ...record, enteredBy: 'other' })
    const [, body = ''] = (await load().sign(header, payload, privateKey)).split('.')
    const mixed = jws.split('.').map((part, index) => (index === 1 ? body : part))
    const report = await verifyRecord({ ...signed, jws: mixed.join('.') }, { anchors })
    expect(report.verdict).toBe('invalid')
  })

  test('jose finds the flattened form good, with something in its unprotected header', async () => {
    const { signer, publicKey } = of('ES256')
    const { jws } = await signRecord(record, signer, { at })
    const [head = '', payload = '', signature = ''] = jws.split('.')
    const flattened = { protected: head, payload, signature, header: { etsiU: ['AA'] } }
    expect(await flattenedHolds(flattened, 'ES256', publicKey)).toBe(true)
    expect(await flattenedHolds({ ...flattened, payload: 'e30' }, 'ES256', publicKey)).toBe(false)
  })
})

describe.skipIf(coseLibraries.skip)(coseLibraries.title, () => {
  const known = new Map<Name, Made>()
  const of = (name: Name) => known.get(name) as Made
  beforeAll(async () => {
    for (const name of algorithms) known.set(name, await made(name))
  })

  const shared = ['ES256', 'ES384', 'ES512', 'PS256'] as const
  const libraries = [
    ['cose-kit', coseKit],
    ['@auth0/cose', auth0Cose],
  ] as const
  const cases = libraries.flatMap(([name, load]) =>
    shared.map((algorithm) => [name, algorithm, load] as const),
  )

  test.each(cases)('%s finds our %s signature in COSE good', async (_, algorithm, load) => {
    const { signer, publicKey } = of(algorithm)
    const signed = await signRecordCose(record, signer, { at })
    const { verify } = load()
    expect(await verify(signed, publicKey)).toBe(true)
    const changed = Uint8Array.from(signed, (octet, index) =>
      index === signed.length - 9 ? octet ^ 1 : octet,
    )
    expect(await verify(changed, publicKey)).toBe(false)
  })

  /** The header of ours as a library of CBOR would have it. */
  async function headerFor(algorithm: (typeof shared)[number]): Promise<HeaderPairs> {
    const signed = await signRecordCose(record, of(algorithm).signer, { at })
    return [...(decodeCbor(decodeCoseSign1(signed).bytes.protectedHeader) as Map<number, unknown>)]
  }

  test.each(shared)('what @auth0/cose signs with %s is valid to us', async (algorithm) => {
    const { anchors, privateKey } = of(algorithm)
    const header = await headerFor(algorithm)
    const signed = await auth0Cose().signWith(header, canonicalBytes(record), privateKey)
    const report = await verifyRecordCose(signed, { anchors, untagged: true })
    expect(report.checks.filter(({ status }) => status === 'failed')).toEqual([])
    expect(report.verdict).toBe('valid')
    const other = canonicalBytes({ ...record, enteredBy: 'other' })
    const beside = { anchors, untagged: true, record }
    const changed = await auth0Cose().signWith(header, other, privateKey)
    expect((await verifyRecordCose(changed, beside)).verdict).toBe('invalid')
  })
})
