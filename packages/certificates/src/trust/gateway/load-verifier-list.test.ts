import { createHash } from 'node:crypto'
import { toBase64, toBase64Url } from '@tiemchung/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, type Holder, type TestAuthority, testAuthority } from '../country.fixture.js'
import {
  type LoadedVerifierList,
  loadVerifierList,
  type VerifierListOptions,
} from './load-verifier-list.js'

let csca: TestAuthority
let one: Holder
let two: Holder

beforeAll(async () => {
  csca = await testAuthority('VN')
  one = await csca.issue('VN')
  two = await csca.issue('VN')
})

const keyIdOf = ({ certificate }: Holder) =>
  new Uint8Array(createHash('sha256').update(certificate).digest()).slice(0, 8)
const kidOf = (holder: Holder) => toBase64(keyIdOf(holder))
const item = (holder: Holder, changes: object = {}) => ({
  kid: kidOf(holder),
  rawData: toBase64(holder.certificate),
  ...changes,
})

const load = (certificates: unknown, status: unknown, options: Partial<VerifierListOptions> = {}) =>
  loadVerifierList({ certificates, status }, { anchors: [csca.anchor], at, ...options })

const outcomes = ({ report }: LoadedVerifierList) =>
  report.checks.map(({ subject, status, reason = '' }) => `${subject} ${status} ${reason}`.trim())

describe('loadVerifierList', () => {
  it('trusts the keys in force whose certificates chain to their country', async () => {
    const loaded = await load([item(one), item(two)], [kidOf(one), kidOf(two)])
    expect(outcomes(loaded)).toEqual(['certificates[0] passed', 'certificates[1] passed'])
    expect(loaded.trust.keysFor(keyIdOf(one))).toMatchObject([{ country: 'VN' }])
  })

  it('leaves out a key that is not in force any more', async () => {
    const loaded = await load([item(one), item(two)], [kidOf(two)])
    expect(outcomes(loaded)[0]).toBe('certificates[0] skipped withdrawn')
    expect(loaded.trust.keysFor(keyIdOf(one))).toEqual([])
    expect(loaded.trust.keysFor(keyIdOf(two))).toHaveLength(1)
  })

  it('compares key ids as bytes, in whatever spelling', async () => {
    const spelt = toBase64Url(keyIdOf(one))
    expect(outcomes(await load([item(one)], [spelt]))).toEqual(['certificates[0] passed'])
    expect(outcomes(await load([item(one, { kid: spelt })], [kidOf(one)]))).toEqual([
      'certificates[0] passed',
    ])
  })

  it('says which keys in force have no certificate', async () => {
    const loaded = await load([item(one)], [kidOf(one), kidOf(two), 'x', 7])
    expect(outcomes(loaded)).toEqual([
      'certificates[0] passed',
      'status[1] unknown no-certificate',
      'status[2] failed unreadable',
      'status[3] failed unreadable',
    ])
  })

  it.each<[string, () => object, string]>([
    ['another’s key id', () => item(one, { kid: kidOf(two) }), 'failed key-id-differs'],
    ['no key id', () => item(one, { kid: undefined }), 'failed unreadable'],
    ['a short key id', () => item(one, { kid: 'AAAA' }), 'failed unreadable'],
    ['no certificate', () => item(one, { rawData: 'MAA=' }), 'failed unreadable'],
  ])('leaves out an item with %s', async (_, wrong, outcome) => {
    const loaded = await load([wrong(), item(two)], [kidOf(one), kidOf(two)])
    expect(outcomes(loaded)[0]).toBe(`certificates[0] ${outcome}`)
    expect(loaded.trust.keysFor(keyIdOf(one))).toEqual([])
    expect(loaded.trust.keysFor(keyIdOf(two))).toHaveLength(1)
  })

  it('does not let a key in force that is unreadable stand for one that is unreadable', async () => {
    const loaded = await load([item(one, { kid: '?' })], ['?'])
    expect(loaded.trust.isEmpty).toBe(true)
  })

  it('needs an anchor, or somebody who vouches for the list', async () => {
    const list = [[item(one)], [kidOf(one)]] as const
    expect(outcomes(await load(...list, { anchors: [] }))).toEqual([
      'certificates[0] unknown no-anchors',
    ])
    const vouched = await loadVerifierList(
      { certificates: list[0], status: list[1] },
      { at, believe: 'list' },
    )
    expect(outcomes(vouched)).toEqual(['certificates[0] passed'])
    expect(outcomes(await load(...list))).toEqual(['certificates[0] passed'])
    const without = await loadVerifierList({ certificates: list[0], status: list[1] }, { at })
    expect(without.trust.isEmpty).toBe(true)
  })

  it('does not guess the country of a certificate that states none', async () => {
    const nobody = await csca.issue(undefined)
    expect(outcomes(await load([item(nobody)], [kidOf(nobody)], { believe: 'list' }))).toEqual([
      'certificates[0] unknown country-unknown',
    ])
  })

  it('holds a vouched certificate to its own word', async () => {
    const late = new Date('2027-01-01T00:00:00Z')
    const vouched = (holder: Holder, instant = at) =>
      load([item(holder)], [kidOf(holder)], { believe: 'list', at: instant })
    expect(outcomes(await vouched(one, late))).toEqual(['certificates[0] failed expired'])
    expect(outcomes(await vouched(one, new Date('2021-01-01')))).toEqual([
      'certificates[0] failed not-yet-valid',
    ])
    expect(outcomes(await vouched(csca))).toEqual(['certificates[0] failed not-a-signer'])
    const other = await csca.issue('VN', { keyUsage: ['keyEncipherment'] })
    expect(outcomes(await vouched(other))).toEqual(['certificates[0] failed usage-not-allowed'])
    expect((await vouched(one, new Date(Number.NaN))).trust.isEmpty).toBe(true)
  })

  it.each<[unknown, unknown]>([
    [null, []],
    [[], undefined],
    [[], { kids: [] }],
    [Array.from({ length: 20_001 }, () => 0), []],
  ])('refuses what are no lists (%#)', async (certificates, status) => {
    await expect(load(certificates, status)).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-trust.verifier-list' }),
    )
  })
})
