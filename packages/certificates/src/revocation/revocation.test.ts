import { toBase64 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import { describe, expect, it } from 'vitest'
import { ecSigner, rsaSigner, samplePayload, textOf, trustIn, within } from '../test-kit.js'
import { type RevocationSubject, trustedKeys, verifyCertificate } from '../verify/index.js'
import { checkRevocation } from './check-revocation.js'
import { revocationEntryFor, revocationSubjectOf } from './revocation-entry.js'
import { type RevocationHashType, revocationHash } from './revocation-hash.js'
import { loadRevocationList } from './revocation-list-source.js'
import type { RevocationGroup } from './revocation-group.js'

const signer = ecSigner()
const text = textOf({ signer })
const before = new Date('2022-12-01T11:59:59Z')
const due = new Date('2022-12-01T12:00:00Z')

function listOf(...groups: readonly RevocationGroup[]) {
  return {
    format: 'revocation-list/1',
    version: '2022-12-01.1',
    issuedAt: '2022-12-01T00:00:00Z',
    nextUpdate: '2022-12-01T12:00:00Z',
    groups,
  }
}

function subjectWith(changes: Partial<RevocationSubject> = {}): RevocationSubject {
  return { ...revocationSubjectOf(text), ...changes }
}

describe('revocationHash (P34)', () => {
  const hash = (type: RevocationHashType, changes: Partial<RevocationSubject> = {}) =>
    revocationHash(type, subjectWith(changes), systemCrypto)

  it('is sixteen bytes in base64', async () => {
    expect(await hash('UCI')).toMatch(/^[A-Za-z0-9+/]{22}==$/)
  })

  it('of the certificate id depends on every character of it, case and check character included', async () => {
    const hashes = await Promise.all(
      ['URN:UVCI:01:VN:A', 'urn:uvci:01:vn:a', 'URN:UVCI:01:VN:A#B', 'URN:UVCI:01:VN:A '].map(
        (certificateId) => hash('UCI', { certificateId }),
      ),
    )
    expect(new Set(hashes).size).toBe(4)
  })

  it('of country and id is the hash of both behind each other', async () => {
    expect(await hash('COUNTRYCODEUCI', { country: 'VN', certificateId: 'A' })).toBe(
      await hash('UCI', { certificateId: 'VNA' }),
    )
  })

  it('of an ECDSA signature does not change when s is turned around', async () => {
    const signature = revocationSubjectOf(text).signature
    const turned = signature.slice()
    turned[63] = (turned[63] ?? 0) ^ 0xff
    expect(await hash('SIGNATURE', { signature: turned })).toBe(await hash('SIGNATURE'))
    turned[0] = (turned[0] ?? 0) ^ 0xff
    expect(await hash('SIGNATURE', { signature: turned })).not.toBe(await hash('SIGNATURE'))
  })

  it('of an RSA signature covers the whole of it', async () => {
    const signature = new Uint8Array(256)
    const turned = new Uint8Array(256).fill(1, 255)
    const rsa = { algorithm: 'PS256' } as const
    expect(await hash('SIGNATURE', { ...rsa, signature })).not.toBe(
      await hash('SIGNATURE', { ...rsa, signature: turned }),
    )
  })
})

describe('checkRevocation', () => {
  it.each(['SIGNATURE', 'UCI', 'COUNTRYCODEUCI'] as const)(
    'finds a certificate by %s',
    async (hashType) => {
      const list = loadRevocationList(listOf(await revocationEntryFor(text, { hashType })))
      expect(await checkRevocation(list, subjectWith(), { at: before })).toBe('listed')
      expect(await checkRevocation(list, subjectWith(), { at: due })).toBe('listed')
    },
  )

  it('an unlisted one is not-listed until the next update is due, then stale', async () => {
    const list = loadRevocationList(listOf())
    expect(await checkRevocation(list, subjectWith(), { at: before })).toBe('not-listed')
    expect(await checkRevocation(list, subjectWith(), { at: due })).toBe('stale')
    expect(await checkRevocation(list, subjectWith(), { at: new Date(Number.NaN) })).toBe('stale')
  })

  it('a hash counts under its own key only', async () => {
    const list = loadRevocationList(listOf(await revocationEntryFor(text)))
    const other = subjectWith({ keyId: new Uint8Array(8) })
    expect(await checkRevocation(list, other, { at: before })).toBe('not-listed')
  })

  it('but under every key where the key is not known', async () => {
    const entry = await revocationEntryFor(subjectWith({ keyId: new Uint8Array(0) }))
    expect(entry.keyId).toBe('UNKNOWN_KID')
    const list = loadRevocationList(listOf(entry))
    expect(await checkRevocation(list, subjectWith(), { at: before })).toBe('listed')
  })

  it('a hash of one type is not one of another', async () => {
    const { hashes, keyId } = await revocationEntryFor(text, { hashType: 'UCI' })
    const list = loadRevocationList(listOf({ hashes, keyId, hashType: 'COUNTRYCODEUCI' }))
    expect(await checkRevocation(list, subjectWith(), { at: before })).toBe('not-listed')
  })

  it('a re-issued certificate with the same id is not revoked by the signature of the old one', async () => {
    const list = loadRevocationList(listOf(await revocationEntryFor(text)))
    const reissued = revocationSubjectOf(textOf({ signer }))
    expect(reissued.certificateId).toBe(subjectWith().certificateId)
    expect(await checkRevocation(list, reissued, { at: before })).toBe('not-listed')
  })

  it('verifyCertificate refuses what is on the list and names the list', async () => {
    const revocation = loadRevocationList(listOf(await revocationEntryFor(text)))
    const trust = trustedKeys([trustIn(signer)])
    expect(await verifyCertificate(text, { trust, at: within, revocation })).toMatchObject({
      verdict: 'invalid',
      basis: { revocationList: '2022-12-01.1' },
    })
  })

  it('knows a PS256 certificate by its whole signature', async () => {
    const rsa = rsaSigner()
    const signed = textOf({ signer: rsa })
    expect(revocationSubjectOf(signed)).toMatchObject({
      algorithm: 'PS256',
      country: 'VN',
      certificateId: samplePayload().v?.[0].ci,
    })
    const list = loadRevocationList(listOf(await revocationEntryFor(signed)))
    const subject = revocationSubjectOf(signed)
    expect(await checkRevocation(list, subject, { at: before })).toBe('listed')
  })
})

describe('loadRevocationList refuses', () => {
  const group = {
    keyId: toBase64(signer.keyId),
    hashType: 'UCI',
    hashes: [toBase64(new Uint8Array(16))],
  }
  it.each<[string, unknown]>([
    ['what is no object', 7],
    ['another format', { ...listOf(), format: 'revocation-list/2' }],
    ['no version', { ...listOf(), version: '' }],
    ['a day in place of an instant', { ...listOf(), issuedAt: '2022-12-01' }],
    ['a next update before the issue', { ...listOf(), nextUpdate: '2022-11-30T00:00:00Z' }],
    ['groups that are no list', { ...listOf(), groups: {} }],
    ['a group that is null', { ...listOf(), groups: [null] }],
    ['an unknown hash type', { ...listOf(), groups: [{ ...group, hashType: 'MD5' }] }],
    ['a hash of another length', { ...listOf(), groups: [{ ...group, hashes: ['AAAA'] }] }],
    ['a hash that is no base64', { ...listOf(), groups: [{ ...group, hashes: ['?'] }] }],
    ['a key id that is no base64', { ...listOf(), groups: [{ ...group, keyId: 'UNKNOWN' }] }],
  ])('%s', (_, document) => {
    expect(() => loadRevocationList(document)).toThrow(
      expect.objectContaining({ code: 'certificate-revocation.list' }),
    )
  })

  it('a certificate without id, when an entry is asked for', async () => {
    await expect(revocationEntryFor(textOf({ signer, payload: new Map() }))).rejects.toThrow(
      expect.objectContaining({ code: 'envelope.cwt.malformed' }),
    )
  })
})
