import { toBase64 } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimsWith, ecSigner, expiresAt, textOf } from '../test-kit.js'
import { hasHash, hashesIn, mergeHashes, packHashes } from './packed-hashes.js'
import { revocationEntryFor, revocationSubjectOf } from './revocation-entry.js'
import type { RevocationGroup } from './revocation-group.js'
import { loadRevocationList } from './revocation-list-source.js'
import { revocationDeltaOf, revocationListOf } from './revocation-list-of.js'
import { readRevocationList } from './revocation-list.js'
import { signRevocation } from './sign-revocation.js'
import { checkRevocation } from './check-revocation.js'

const issue = {
  issuedAt: new Date('2022-12-01T00:00:00Z'),
  nextUpdate: new Date('2022-12-02T00:00:00Z'),
}
const signer = ecSigner()
const keyId = toBase64(signer.keyId)
const hashOf = (number: number) => toBase64(new Uint8Array(16).fill(number))
const group = (changes: Partial<RevocationGroup> = {}): RevocationGroup => ({
  keyId,
  hashType: 'SIGNATURE',
  hashes: [hashOf(1)],
  ...changes,
})
/** A publisher's list, as `openRevocationList` gives it. */
function held(...groups: readonly RevocationGroup[]) {
  const list = readRevocationList(revocationListOf(undefined, groups, issue))
  return { sequence: 7, digest: `sha256:${'0'.repeat(64)}` as const, groups: list.groups }
}
const past = '2022-12-01T00:00:00Z'
const soon = '2022-12-01T00:00:00.001Z'
const later = '2023-12-01T00:00:00.000Z'

describe('revocationListOf', () => {
  it('begins with number 1 and names itself by it', () => {
    expect(revocationListOf(undefined, [], issue)).toEqual({
      format: 'revocation-list/1',
      version: '1',
      issuedAt: '2022-12-01T00:00:00.000Z',
      nextUpdate: '2022-12-02T00:00:00.000Z',
      sequence: 1,
      groups: [],
    })
    expect(revocationListOf(held(), [], { ...issue, version: 'spring' })).toMatchObject({
      version: 'spring',
      sequence: 8,
    })
  })

  it('puts together what has one key, type and expiry, each hash once and in order', () => {
    const list = revocationListOf(
      held(group({ hashes: [hashOf(2), hashOf(1)] })),
      [group({ hashes: [hashOf(3), hashOf(2)] }), group({ expires: later })],
      issue,
    )
    expect(list.groups).toEqual([
      group({ hashes: [hashOf(1), hashOf(2), hashOf(3)] }),
      group({ expires: later }),
    ])
  })

  it.each<[string, RevocationGroup, boolean]>([
    ['without an expiry stays', group(), true],
    ['that ends after the issue stays', group({ expires: soon }), true],
    ['that has ended is left out', group({ expires: past }), false],
    ['of an unknown key stays one', group({ keyId: 'UNKNOWN_KID' }), true],
    ['of nothing is left out', group({ hashes: [] }), false],
  ])('a group %s', (_, one, stays) => {
    const { groups } = revocationListOf(held(one), [], issue)
    expect(groups.map((found) => found.keyId)).toEqual(stays ? [one.keyId] : [])
  })

  it('refuses groups that are none', () => {
    expect(() => revocationListOf(undefined, [group({ keyId: '' })], issue)).toThrow(
      expect.objectContaining({ code: 'certificate-revocation.list' }),
    )
  })
})

describe('revocationDeltaOf', () => {
  const added = (known: RevocationGroup, given: RevocationGroup) =>
    revocationDeltaOf(held(known), [given], issue).groups.flatMap(({ hashes }) => hashes)

  it('follows the document before by number and digest', () => {
    expect(revocationDeltaOf(held(), [], issue)).toEqual({
      format: 'revocation-delta/1',
      version: '8',
      issuedAt: '2022-12-01T00:00:00.000Z',
      nextUpdate: '2022-12-02T00:00:00.000Z',
      sequence: 8,
      since: 7,
      previous: `sha256:${'0'.repeat(64)}`,
      groups: [],
    })
  })

  it.each<[string, RevocationGroup, RevocationGroup, number]>([
    ['leaves out what is there', group(), group(), 0],
    ['has what is new', group(), group({ hashes: [hashOf(1), hashOf(2)] }), 1],
    ['tells keys apart', group(), group({ keyId: 'UNKNOWN_KID' }), 1],
    ['tells types apart', group(), group({ hashType: 'UCI' }), 1],
    ['leaves out what is there for ever', group(), group({ expires: later }), 0],
    ['has what must stay longer', group({ expires: later }), group(), 1],
    ['has what must stay longer than that', group({ expires: soon }), group({ expires: later }), 1],
    [
      'leaves out what stays longer already',
      group({ expires: later }),
      group({ expires: soon }),
      0,
    ],
    ['leaves out what has expired', group({ hashes: [] }), group({ expires: past }), 0],
  ])('%s', (_, known, given, count) => {
    expect(added(known, given)).toHaveLength(count)
  })
})

describe('signRevocation', () => {
  const by = { signer, publicKey: signer.spki }

  it('signs no list without a number, and nothing that is malformed', async () => {
    const { sequence, ...bare } = revocationListOf(undefined, [], issue)
    expect(sequence).toBe(1)
    await expect(signRevocation(bare, by)).rejects.toMatchObject({
      code: 'certificate-revocation.list',
    })
    const delta = { ...revocationDeltaOf(held(), [], issue), since: 3 }
    await expect(signRevocation(delta, by)).rejects.toMatchObject({
      code: 'certificate-revocation.delta',
    })
  })
})

describe('the expiry of an entry', () => {
  const claimsOf = (seconds: number) => {
    const payload = new Map([
      [
        'v',
        [
          new Map([
            ['ci', 'A'],
            ['co', 'VN'],
          ]),
        ],
      ],
    ])
    return textOf({ signer, claims: claimsWith(payload).set(4, seconds) })
  }

  it.each<[string, number, string | undefined]>([
    ['the first second of June', expiresAt, '2023-07-01T00:00:00.000Z'],
    ['a second before', expiresAt - 1, '2023-06-01T00:00:00.000Z'],
    ['half a second before', expiresAt - 0.5, '2023-07-01T00:00:00.000Z'],
    ['in December', expiresAt + 200 * 86_400, '2024-01-01T00:00:00.000Z'],
    ['before time', -1, undefined],
    ['no number', Number.NaN, undefined],
    ['the last month that has another behind it', 19_909_756_799, '2600-12-01T00:00:00.000Z'],
    ['behind all months', 19_909_756_800, undefined],
  ])('is the end of the month of the certificate: %s', async (_, seconds, expires) => {
    expect((await revocationEntryFor(claimsOf(seconds))).expires).toBe(expires)
  })

  it.each(['UCI', 'COUNTRYCODEUCI'] as const)(
    'is none for %s, as a later certificate may have the same id',
    async (hashType) => {
      const entry = await revocationEntryFor(claimsOf(expiresAt), { hashType })
      expect(entry).not.toHaveProperty('expires')
    },
  )

  it('is none for a subject, whose expiry is not known', async () => {
    const subject = revocationSubjectOf(claimsOf(expiresAt))
    expect(await revocationEntryFor(subject)).not.toHaveProperty('expires')
  })
})

describe('packed hashes', () => {
  const sets = fc.array(fc.uint8Array({ minLength: 3, maxLength: 3, max: 3 }), { maxLength: 40 })
  const pack = (hashes: readonly Uint8Array[]) =>
    packHashes(Uint8Array.from(hashes.flatMap((one) => [...one])), 3)
  const names = (hashes: Iterable<Uint8Array>) => [...new Set(Array.from(hashes, String))].sort()

  it('are a set, however they come and are put together', () => {
    fc.assert(
      fc.property(sets, sets, (left, right) => {
        const merged = mergeHashes(pack(left), pack(right))
        expect(Array.from(hashesIn(merged), String)).toEqual(names([...left, ...right]))
        for (const one of [...left, ...right]) expect(hasHash(merged, one)).toBe(true)
        for (const one of right) {
          expect(hasHash(pack(left), one)).toBe(left.some((other) => String(other) === String(one)))
        }
      }),
    )
  })
})

describe('a list with a group for each hash', () => {
  it('is read, however many there are', async () => {
    const many = 200_000
    const groups = Array.from({ length: many }, (_, index) => {
      const hash = new Uint8Array(16)
      new DataView(hash.buffer).setUint32(0, (index * 2_654_435_761) % 4_294_967_296)
      return group({ hashes: [toBase64(hash)] })
    })
    const text = textOf({ signer })
    const entry = await revocationEntryFor(text)
    const list = loadRevocationList(revocationListOf(undefined, [...groups, entry], issue))
    const at = issue.issuedAt
    expect(await checkRevocation(list, revocationSubjectOf(text), { at })).toBe('listed')
  })
})
