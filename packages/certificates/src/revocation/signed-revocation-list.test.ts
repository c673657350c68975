import { canonicalBytes, toBase64 } from '@tiemchung/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { signDocument, type SnapshotState } from '../signed/index.js'
import { ecSigner, textOf, trustIn, within } from '../test-kit.js'
import { trustedKeys, verifyCertificate } from '../verify/index.js'
import { checkRevocation } from './check-revocation.js'
import { revocationEntryFor, revocationSubjectOf } from './revocation-entry.js'
import type { RevocationGroup } from './revocation-group.js'
import { revocationDeltaOf, revocationListOf } from './revocation-list-of.js'
import { signRevocation } from './sign-revocation.js'
import {
  applyRevocationDelta,
  openRevocationList,
  type OpenRevocationOptions,
  revocationDeltaType,
  revocationListType,
  type SignedRevocationList,
} from './signed-revocation-list.js'

const publisher = ecSigner()
const stranger = ecSigner()
const by = { signer: publisher, publicKey: publisher.spki }
const at = new Date('2022-12-01T00:06:00Z')
const options = { pins: [publisher.spki], at }

/** The issue of the n-th hour of a day, due an hour later. */
const hour = (number: number) => ({
  issuedAt: new Date(Date.UTC(2022, 11, 1, number)),
  nextUpdate: new Date(Date.UTC(2022, 11, 1, number + 1)),
})

const hashOf = (number: number) => toBase64(new Uint8Array(16).fill(number))
const group = (...numbers: readonly number[]): RevocationGroup => ({
  keyId: toBase64(publisher.keyId),
  hashType: 'UCI',
  hashes: numbers.map(hashOf),
})
const hashesOf = ({ groups }: SignedRevocationList) =>
  groups.flatMap(({ hashes }) => [...hashes.octets].filter((_, index) => index % 16 === 0)).sort()

let baseFile: Uint8Array
let base: SignedRevocationList
/** The deltas 2, 3 and 4, each with one hash more. */
let deltas: readonly Uint8Array[]
let newest: SignedRevocationList

beforeAll(async () => {
  baseFile = await signRevocation(revocationListOf(undefined, [group(1)], hour(0)), by)
  base = await openRevocationList([baseFile], options)
  const files: Uint8Array[] = []
  newest = base
  for (const number of [2, 3, 4]) {
    const delta = revocationDeltaOf(newest, [group(number)], hour(number - 1))
    files.push(await signRevocation(delta, by))
    newest = await applyRevocationDelta(newest, files[files.length - 1] as Uint8Array, options)
  }
  deltas = files
})

const file = (number: 2 | 3 | 4) => deltas[number - 2] as Uint8Array
const refusal = async (attempt: Promise<unknown>) => {
  const caught = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  )
  const { code, params } = (caught ?? {}) as { readonly code?: string; readonly params?: object }
  return { code: code?.replace('certificate-revocation.', ''), ...params }
}

describe('a clock that was set back', () => {
  const subject = revocationSubjectOf(textOf({ signer: publisher }))
  const asked = (list: SignedRevocationList) =>
    checkRevocation(list, subject, { at: new Date('2022-12-01T00:30:00Z') })

  const overdue = new Date('2022-12-01T01:00:00Z')

  it('makes no list fresh that was opened overdue', async () => {
    expect(await asked(await openRevocationList([baseFile], { ...options, at: overdue }))).toBe(
      'stale',
    )
  })

  it('is told by the state that was kept', async () => {
    const open = (changes: Partial<OpenRevocationOptions>) =>
      openRevocationList([baseFile], { ...options, ...changes })
    expect(await asked(base)).toBe('not-listed')
    const { state } = await open({ at: overdue, previous: base.state })
    expect(await asked(await open({ previous: state }))).toBe('stale')
  })
})

describe('openRevocationList', () => {
  it('opens a list, and a list with its deltas', async () => {
    expect(base).toMatchObject({ sequence: 1, version: '1', state: { sequence: 1 } })
    const all = await openRevocationList([baseFile, ...deltas], options)
    expect(all).toMatchObject({ sequence: 4, version: '4', digest: newest.digest })
    expect(all.nextUpdate).toEqual(hour(3).nextUpdate)
    expect(hashesOf(all)).toEqual([1, 2, 3, 4])
    expect(all.state).toEqual({
      sequence: 4,
      digest: all.digest,
      seenAt: '2022-12-01T00:06:00.000Z',
    })
  })

  it.each<[string, () => Promise<unknown>, object]>([
    [
      'deltas in another order',
      () => openRevocationList([baseFile, file(3), file(2)], options),
      { code: 'delta-gap', sequence: 3, seen: 1 },
    ],
    [
      'a delta that is left out',
      () => openRevocationList([baseFile, file(2), file(4)], options),
      { code: 'delta-gap', sequence: 4, seen: 2 },
    ],
    [
      'a delta twice',
      () => openRevocationList([baseFile, file(2), file(2)], options),
      { code: 'rolled-back', sequence: 2, seen: 2 },
    ],
    [
      'a delta in place of a list',
      () => openRevocationList([file(2)], options),
      { code: 'not-believed', reason: 'type-differs' },
    ],
    [
      'a list in place of a delta',
      () => openRevocationList([baseFile, baseFile], options),
      { code: 'not-believed', reason: 'type-differs' },
    ],
    [
      'another key',
      () => openRevocationList([baseFile], { ...options, pins: [stranger.spki] }),
      { code: 'not-believed', reason: 'key-not-pinned' },
    ],
    [
      'no pinned key',
      () => openRevocationList([baseFile], { ...options, pins: [] }),
      { code: 'not-believed', reason: 'no-pins' },
    ],
    [
      'a file larger than is wanted',
      () => openRevocationList([baseFile], { ...options, maxBytes: 100 }),
      { code: 'not-believed', reason: 'too-large' },
    ],
    [
      'an instant that is none',
      () => openRevocationList([baseFile], { ...options, at: new Date(Number.NaN) }),
      { code: 'certificate-signed.instant' },
    ],
    [
      'a state that is none',
      () => openRevocationList([baseFile], { ...options, previous: {} as SnapshotState }),
      { code: 'certificate-signed.state' },
    ],
  ])('refuses %s', async (_, attempt, expected) => {
    expect(await refusal(attempt())).toMatchObject(expected)
  })

  it('refuses one flipped bit, wherever it is', async () => {
    for (let place = 0; place < baseFile.length; place += 7) {
      const changed = baseFile.slice()
      changed[place] = (changed[place] as number) ^ 1
      const { code } = await refusal(openRevocationList([changed], options))
      expect(code).toBe('not-believed')
    }
  })

  it('refuses a list that is older than what was seen, deltas counted', async () => {
    const kept = { ...options, previous: newest.state }
    expect(await refusal(openRevocationList([baseFile], kept))).toMatchObject({
      code: 'rolled-back',
      sequence: 1,
      seen: 4,
    })
    expect(await refusal(openRevocationList([baseFile, file(2), file(3)], kept))).toMatchObject({
      code: 'rolled-back',
    })
    expect((await openRevocationList([baseFile, ...deltas], kept)).sequence).toBe(4)
  })

  it('refuses another list of the same number', async () => {
    const twin = await signRevocation(revocationListOf(undefined, [], hour(0)), by)
    const kept = { ...options, previous: base.state }
    expect(await refusal(openRevocationList([twin], kept))).toMatchObject({ code: 'replaced' })
    expect((await openRevocationList([baseFile], kept)).sequence).toBe(1)
  })

  it('takes a newer list in place of all deltas', async () => {
    const next = await signRevocation(revocationListOf(newest, [group(5)], hour(4)), by)
    const list = await openRevocationList([next], { ...options, previous: newest.state })
    expect(hashesOf(list)).toEqual([1, 2, 3, 4, 5])
    expect(list.sequence).toBe(5)
  })

  it('remembers the latest instant', async () => {
    const previous = { ...base.state, seenAt: '2023-01-01T00:00:00Z' }
    const { state } = await openRevocationList([baseFile], { ...options, previous })
    expect(state.seenAt).toBe('2023-01-01T00:00:00.000Z')
  })

  it.each<[string, object, string]>([
    ['a list without a number', { format: 'revocation-list/1' }, 'list'],
    ['a number that is none', { format: 'revocation-list/1', sequence: 0 }, 'list'],
    ['an expiry that is none', { sequence: 1, groups: [{ ...group(1), expires: '2023' }] }, 'list'],
  ])('refuses %s, though it is signed', async (_, changes, code) => {
    const { sequence, ...bare } = revocationListOf(undefined, [group(1)], hour(0))
    expect(sequence).toBe(1)
    const document = canonicalBytes({ ...bare, ...changes })
    const signed = await signDocument(document, { ...by, type: revocationListType })
    expect(await refusal(openRevocationList([signed], options))).toMatchObject({ code })
  })
})

describe('applyRevocationDelta', () => {
  it('leaves the list before as it was', async () => {
    await applyRevocationDelta(base, file(2), options)
    expect(hashesOf(base)).toEqual([1])
  })

  it.each([
    [1, 2, undefined],
    [1, 3, 'delta-gap'],
    [1, 4, 'delta-gap'],
    [2, 2, 'rolled-back'],
    [2, 3, undefined],
    [2, 4, 'delta-gap'],
    [3, 2, 'rolled-back'],
    [3, 4, undefined],
    [4, 2, 'rolled-back'],
    [4, 4, 'rolled-back'],
  ] as const)('on number %i, number %i: %s', async (held, number, code) => {
    const list = await openRevocationList([baseFile, ...deltas.slice(0, held - 1)], options)
    expect(list.sequence).toBe(held)
    expect((await refusal(applyRevocationDelta(list, file(number), options))).code).toBe(code)
  })

  it('refuses a delta that follows another document of the same number', async () => {
    const fork = await signRevocation(revocationDeltaOf(base, [group(9)], hour(1)), by)
    const forked = await applyRevocationDelta(base, fork, options)
    expect(forked.sequence).toBe(2)
    expect(await refusal(applyRevocationDelta(forked, file(3), options))).toMatchObject({
      code: 'replaced',
      sequence: 3,
      seen: 2,
    })
  })

  it.each<[string, object]>([
    ['another format', { format: 'revocation-delta/2' }],
    ['a number that does not follow', { sequence: 3 }],
    ['no number before', { since: undefined, sequence: 1 }],
    ['no document before', { previous: 'sha256:00' }],
    ['groups that are none', { groups: 7 }],
    ['a next update before the issue', { nextUpdate: '2022-11-30T00:00:00Z' }],
  ])('refuses %s, though it is signed', async (_, changes) => {
    const delta = JSON.parse(
      JSON.stringify({ ...revocationDeltaOf(base, [group(2)], hour(1)), ...changes }),
    ) as never
    const signed = await signDocument(canonicalBytes(delta), { ...by, type: revocationDeltaType })
    expect((await refusal(applyRevocationDelta(base, signed, options))).code).toBe('delta')
  })

  it('refuses a delta of a key that is not pinned', async () => {
    const delta = revocationDeltaOf(base, [group(2)], hour(1))
    const signed = await signRevocation(delta, { signer: stranger, publicKey: stranger.spki })
    expect(await refusal(applyRevocationDelta(base, signed, options))).toMatchObject({
      reason: 'key-not-pinned',
    })
  })
})

describe('a re-issued certificate', () => {
  const signer = ecSigner()
  const old = textOf({ signer })
  const again = textOf({ signer })

  it('is told from the old one by the next delta', async () => {
    const entry = await revocationEntryFor(old)
    const delta = revocationDeltaOf(newest, [entry], hour(4))
    const revocation = await applyRevocationDelta(newest, await signRevocation(delta, by), options)
    const trust = trustedKeys([trustIn(signer)])
    const before = { trust, at: new Date('2022-12-01T04:30:00Z'), revocation }
    expect(await verifyCertificate(old, before)).toMatchObject({
      verdict: 'invalid',
      basis: { revocationList: '5' },
    })
    expect((await verifyCertificate(again, before)).verdict).toBe('valid')
    const unaware = { trust, at: within, revocation: base }
    expect((await verifyCertificate(old, unaware)).verdict).toBe('valid')
    const late = { ...before, at: new Date('2022-12-01T05:00:00Z') }
    expect((await verifyCertificate(old, late)).verdict).toBe('invalid')
    expect((await verifyCertificate(again, late)).verdict).toBe('indeterminate')
  })

  it('an empty delta says that nothing is new, for another hour', async () => {
    const empty = await signRevocation(revocationDeltaOf(newest, [], hour(4)), by)
    const list = await applyRevocationDelta(newest, empty, options)
    const subject = revocationSubjectOf(again)
    const due = hour(3).nextUpdate
    expect(await checkRevocation(newest, subject, { at: due })).toBe('stale')
    expect(await checkRevocation(list, subject, { at: due })).toBe('not-listed')
  })
})
