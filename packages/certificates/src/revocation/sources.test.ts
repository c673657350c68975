import { fromBase64, toBase64, toHex } from '@tiemchung/core'
import { type CryptoProvider, systemCrypto } from '@tiemchung/core/crypto'
import { describe, expect, it } from 'vitest'
import { ecSigner, textOf } from '../test-kit.js'
import type { RevocationSource, RevocationStatus } from '../verify/index.js'
import { checkRevocation } from './check-revocation.js'
import { bloomFilterOf } from './filter/bloom-filter-of.js'
import { readPartialHashFilter } from './filter/partial-hash-filter.js'
import { filterRevocation, type RevocationSlice } from './filter-revocation.js'
import { confirmedRevocation, joinRevocation } from './join-revocation.js'
import {
  loadRevocationBatches,
  parseRevocationBatch,
  revocationBatchesOf,
} from './revocation-batch.js'
import { revocationEntryFor, revocationSubjectOf } from './revocation-entry.js'

const signer = ecSigner()
const text = textOf({ signer })
const subject = revocationSubjectOf(text)
const keyId = toBase64(signer.keyId)
const hashOf = async (hashType: 'SIGNATURE' | 'UCI' | 'COUNTRYCODEUCI') =>
  fromBase64((await revocationEntryFor(text, { hashType })).hashes[0] as string)
const signature = await hashOf('SIGNATURE')
const before = new Date('2022-12-01T11:59:59Z')
const due = new Date('2022-12-01T12:00:00Z')

const bloom = (...hashes: readonly Uint8Array[]) =>
  bloomFilterOf(hashes, { falsePositiveRate: 1e-6, capacity: 4 })
const partial = (...hashes: readonly Uint8Array[]) =>
  readPartialHashFilter(
    Uint8Array.from([
      0,
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      9,
      4,
      ...hashes.flatMap((one) => [...one.subarray(0, 4)]),
    ]),
  )
const [full, empty] = [await bloom(signature), await bloom()]

function slices(changes: Partial<RevocationSlice> = {}): readonly RevocationSlice[] {
  return [{ keyId, hashTypes: ['SIGNATURE'], filter: full, ...changes }]
}

const answer = (source: RevocationSource, at = before) => checkRevocation(source, subject, { at })

describe('filterRevocation (P35, P36)', () => {
  const digits = toHex(signature)
  const [other] = digits.startsWith('0') ? ['1'] : ['0']
  const from = (changes?: Partial<RevocationSlice>) =>
    answer(filterRevocation(slices(changes), { nextUpdate: due }))

  it.each<[string, Partial<RevocationSlice>, RevocationStatus]>([
    ['a hit is maybe, never listed', {}, 'maybe'],
    ['no hit is not-listed', { filter: empty }, 'not-listed'],
    ['another key is not listed', { keyId: toBase64(new Uint8Array(8)) }, 'not-listed'],
    ['the unknown key is every key', { keyId: 'UNKNOWN_KID' }, 'maybe'],
    ['a hash of another type is another', { hashTypes: ['UCI', 'COUNTRYCODEUCI'] }, 'not-listed'],
    ['one type of several', { hashTypes: ['UCI', 'SIGNATURE'] }, 'maybe'],
    ['the partition of the hash', { prefix: digits.slice(0, 3) }, 'maybe'],
    ['a partition of other hashes', { prefix: other }, 'not-listed'],
    ['a hit in an unproven filter', { filter: partial(signature) }, 'maybe'],
    ['no hit in an unproven filter', { filter: partial() }, 'unproven'],
  ])('%s', async (_, changes, status) => {
    expect(await from(changes)).toBe(status)
  })

  it.each(['UCI', 'COUNTRYCODEUCI', 'SIGNATURE'] as const)('finds a %s', async (hashType) => {
    const filter = await bloom(await hashOf(hashType))
    expect(await from({ hashTypes: [hashType], filter })).toBe('maybe')
  })

  it.each<[string, Partial<RevocationSlice>, boolean, RevocationStatus]>([
    ['no hit', { filter: empty }, false, 'stale'],
    ['no hit in an unproven filter', { filter: partial() }, false, 'stale'],
    ['no hit in one that is accepted', { filter: partial() }, true, 'stale'],
    ['a hit', {}, false, 'maybe'],
  ])('once it should have been replaced, %s is %s', async (_, changes, acceptUnproven, status) => {
    const source = filterRevocation(slices(changes), { nextUpdate: due, acceptUnproven })
    expect(await answer(source, due)).toBe(status)
    expect(await answer(source, new Date(Number.NaN))).toBe(status)
  })

  it('takes the word of an unproven filter only when told to', async () => {
    const options = { nextUpdate: due, acceptUnproven: true, version: 'etag-1' }
    const source = filterRevocation(slices({ filter: partial() }), options)
    expect(source.version).toBe('etag-1')
    expect(await answer(source)).toBe('not-listed')
    expect(await answer(filterRevocation(slices({ filter: partial(signature) }), options))).toBe(
      'maybe',
    )
  })

  it('computes one hash for each type, however many filters there are', async () => {
    const asked: number[] = []
    const crypto: CryptoProvider = {
      ...systemCrypto,
      digest: (hash, data) => {
        asked.push(data.length)
        return systemCrypto.digest(hash, data)
      },
    }
    const same = Array.from({ length: 20 }, () => slices({ filter: partial() })).flat()
    const source = filterRevocation(same, { nextUpdate: due, acceptUnproven: true })
    expect(await checkRevocation(source, subject, { at: before, crypto })).toBe('not-listed')
    expect(asked).toEqual([32])
  })

  it.each<[string, Partial<RevocationSlice>]>([
    ['a key id that is no base64', { keyId: '?' }],
    ['no hash type', { hashTypes: [] }],
    ['an unknown hash type', { hashTypes: ['MD5' as never] }],
    ['digits in capitals', { prefix: 'A' }],
    ['more digits than a hash has', { prefix: '0'.repeat(33) }],
  ])('refuses %s', (_, changes) => {
    const refused = () => filterRevocation([...slices(), ...slices(changes)], { nextUpdate: due })
    expect(refused).toThrow(
      expect.objectContaining({ code: 'certificate-revocation.slice', path: [1] }),
    )
  })

  it('refuses an end that is no date', () => {
    expect(() => filterRevocation([], { nextUpdate: new Date(Number.NaN) })).toThrow(
      expect.objectContaining({ code: 'certificate-revocation.next-update' }),
    )
  })
})

const says = (status: RevocationStatus, version?: string): RevocationSource => ({
  ...(version === undefined ? {} : { version }),
  statusOf: () => status,
})
const offline: RevocationSource = {
  statusOf: () => Promise.reject(new TypeError('fetch failed')),
}

describe('confirmedRevocation (P36)', () => {
  it.each<[RevocationStatus, RevocationStatus, RevocationStatus]>([
    ['maybe', 'listed', 'listed'],
    ['maybe', 'not-listed', 'not-listed'],
    ['maybe', 'stale', 'maybe'],
    ['maybe', 'unreachable', 'maybe'],
    ['maybe', 'maybe', 'maybe'],
    ['unproven', 'not-listed', 'not-listed'],
    ['unproven', 'listed', 'listed'],
    ['unproven', 'stale', 'unproven'],
    ['stale', 'not-listed', 'not-listed'],
    ['stale', 'unreachable', 'stale'],
    ['unreachable', 'listed', 'listed'],
    ['unreachable', 'stale', 'unreachable'],
  ])('%s by the filter and %s by the list is %s', async (filter, list, status) => {
    expect(await answer(confirmedRevocation(says(filter), says(list)))).toBe(status)
  })

  it.each(['listed', 'not-listed'] as const)('does not ask the list after %s', async (status) => {
    const list: RevocationSource = {
      statusOf: () => {
        throw new Error('asked')
      },
    }
    expect(await answer(confirmedRevocation(says(status), list))).toBe(status)
  })

  it('stays maybe when the list cannot be reached', async () => {
    expect(await answer(confirmedRevocation(says('maybe'), offline))).toBe('maybe')
    expect(await answer(confirmedRevocation(offline, says('not-listed')))).toBe('not-listed')
    expect(await answer(confirmedRevocation(offline, offline))).toBe('unreachable')
  })

  it('names both', () => {
    expect(confirmedRevocation(says('maybe', 'f1'), says('stale', 'l1')).version).toBe('f1 l1')
    expect(confirmedRevocation(says('maybe'), says('stale')).version).toBeUndefined()
  })
})

describe('joinRevocation', () => {
  it.each<[readonly RevocationStatus[], RevocationStatus]>([
    [['not-listed'], 'not-listed'],
    [['not-listed', 'listed'], 'listed'],
    [['maybe', 'stale', 'listed'], 'listed'],
    [['not-listed', 'stale'], 'stale'],
    [['stale', 'unreachable', 'not-listed'], 'unreachable'],
    [['unreachable', 'unproven'], 'unproven'],
    [['unproven', 'maybe', 'not-listed'], 'maybe'],
  ])('%s is %s', async (all, status) => {
    const source = joinRevocation(...all.map((one) => says(one, one)))
    expect(await answer(source)).toBe(status)
    expect(source.version).toBe(all.join(' '))
  })

  it('of a source without network is unreachable, unless another lists it', async () => {
    expect(await answer(joinRevocation(offline, says('not-listed')))).toBe('unreachable')
    expect(await answer(joinRevocation(offline, says('listed')))).toBe('listed')
  })

  it('of nothing is an error, and never not-listed', () => {
    expect(() => joinRevocation()).toThrow(
      expect.objectContaining({ code: 'certificate-revocation.no-source' }),
    )
  })
})

const batch = {
  country: 'VN',
  expires: '2023-06-01T00:00:00+07:00',
  kid: keyId,
  hashType: 'SIGNATURE',
  entries: [{ hash: toBase64(signature) }],
}
const fetched = { version: 'etag-1', issuedAt: new Date('2022-12-01T00:00:00Z'), nextUpdate: due }

describe('loadRevocationBatches', () => {
  it.each([{}, null, 'batches', 7])('refuses %j, which is no list', (batches) => {
    expect(() => loadRevocationBatches(batches as never, fetched)).toThrow(
      expect.objectContaining({ code: 'certificate-revocation.batch' }),
    )
  })

  it.each<[string, readonly object[], RevocationStatus]>([
    ['under its key', [batch], 'listed'],
    ['under the unknown key', [{ ...batch, kid: 'UNKNOWN_KID' }], 'listed'],
    ['in one of several', [{ ...batch, hashType: 'UCI' }, batch], 'listed'],
    ['not under another key', [{ ...batch, kid: toBase64(new Uint8Array(8)) }], 'not-listed'],
    ['not as another type', [{ ...batch, hashType: 'UCI' }], 'not-listed'],
    ['in none', [], 'not-listed'],
  ])('a hash %s', async (_, batches, status) => {
    expect(await answer(loadRevocationBatches(batches, fetched))).toBe(status)
  })

  it('is stale once it should have been fetched again, and never forgets', async () => {
    expect(await answer(loadRevocationBatches([], fetched), due)).toBe('stale')
    expect(await answer(loadRevocationBatches([batch], fetched), due)).toBe('listed')
    const years = new Date('2030-01-01T00:00:00Z')
    expect(await answer(loadRevocationBatches([batch], fetched), years)).toBe('listed')
  })

  it('refuses an end that is not after the issue', () => {
    expect(() => loadRevocationBatches([], { ...fetched, nextUpdate: fetched.issuedAt })).toThrow(
      expect.objectContaining({ code: 'certificate-revocation.next-update' }),
    )
  })

  const hash = toBase64(new Uint8Array(16))
  it.each<[string, unknown, string | undefined]>([
    ['what is no object', 7, 'country'],
    ['nothing', null, 'country'],
    ['a country in words', { ...batch, country: 'Viet Nam' }, 'country'],
    ['a day in place of an instant', { ...batch, expires: '2023-06-01' }, 'expires'],
    ['a key id of another length', { ...batch, kid: 'AAAA' }, 'kid'],
    ['a key id that is no base64', { ...batch, kid: 'UNKNOWN' }, 'kid'],
    ['an unknown type', { ...batch, hashType: 'MD5' }, 'hashType'],
    ['entries that are no list', { ...batch, entries: {} }, 'entries'],
    ['no entry', { ...batch, entries: [] }, 'entries'],
    ['an entry that is null', { ...batch, entries: [null] }, 'entries'],
    ['an entry that is a text', { ...batch, entries: [hash] }, 'entries'],
    ['a whole SHA-256', { ...batch, entries: [{ hash: toBase64(new Uint8Array(32)) }] }, 'entries'],
    ['one entry too many', { ...batch, entries: new Array(1001).fill({ hash }) }, 'entries'],
  ])('refuses %s', (_, document, field) => {
    const error = expect.objectContaining({
      code: 'certificate-revocation.batch',
      issues: expect.arrayContaining([expect.objectContaining({ path: [field] })]) as unknown,
    }) as unknown
    expect(() => loadRevocationBatches([document], fetched)).toThrow(error)
  })

  it('takes a thousand', () => {
    const entries = new Array(1000).fill({ hash })
    expect(parseRevocationBatch({ ...batch, entries }).entries).toHaveLength(1000)
  })
})

describe('revocationBatchesOf', () => {
  it('fills batches of a thousand that are read back', async () => {
    const filler = Array.from({ length: 1500 }, (_, index) => {
      const bytes = new Uint8Array(16)
      new DataView(bytes.buffer).setUint32(0, index)
      return toBase64(bytes)
    })
    const group = await revocationEntryFor(text)
    const batches = revocationBatchesOf([{ ...group, hashes: [...filler, ...group.hashes] }], {
      country: 'VN',
      expires: new Date('2023-06-01T00:00:00Z'),
    })
    expect(batches.map(({ entries }) => entries.length)).toEqual([1000, 501])
    expect(batches[0]).toMatchObject({ country: 'VN', kid: keyId, hashType: 'SIGNATURE' })
    expect(await answer(loadRevocationBatches(batches, fetched))).toBe('listed')
  })

  it('refuses a key id that the gateway has no room for', () => {
    const group = { keyId: 'AAAA', hashType: 'UCI', hashes: [toBase64(signature)] } as const
    const options = { country: 'VN', expires: due }
    expect(() => revocationBatchesOf([group], options)).toThrow(
      expect.objectContaining({ code: 'certificate-revocation.batch' }),
    )
  })
})
