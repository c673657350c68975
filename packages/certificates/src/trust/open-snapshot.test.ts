import { canonicalBytes } from '@tiemchung/core'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  parseSnapshotPolicy,
  parseSnapshotState,
  pinOf,
  signDocument,
  type SnapshotPolicy,
  type SnapshotOptions,
  type SnapshotState,
  signedReasons,
  snapshotReasons,
  weeklySnapshot,
} from '../signed/index.js'
import { ecSigner, type TestSigner } from '../test-kit.js'
import { openSnapshot, trustListType } from './open-snapshot.js'

const at = new Date('2022-06-01T00:00:00Z')
const list = {
  format: 'trust-list/1',
  version: '42',
  sequence: 42,
  issuedAt: '2022-05-31T00:00:00Z',
  nextUpdate: '2022-06-02T00:00:00Z',
  items: [],
}

let publisher: TestSigner

beforeAll(() => {
  publisher = ecSigner()
})

const signed = (
  document: object,
  type: typeof trustListType | 'tiemchung.other+jws' = trustListType,
) => signDocument(canonicalBytes(document), { type, signer: publisher, publicKey: publisher.spki })

async function open(document: object, options: Partial<SnapshotOptions> = {}) {
  return openSnapshot(await signed(document), { pins: [publisher.spki], at, ...options })
}

type Opened = Awaited<ReturnType<typeof openSnapshot>>

const outcomes = ({ checks }: Opened) =>
  checks.map(({ id, status, reason = '' }) => `${id.slice(9)} ${status} ${reason}`.trim())

const checkOf = (opened: Opened, id: string) =>
  outcomes(opened).find((line) => line.startsWith(`${id} `))

/** The state after this list was opened at this instant. */
async function stateAfter(document: object, instant = at): Promise<SnapshotState> {
  const { state } = await open(document, { at: instant })
  return state as SnapshotState
}

const later = (sequence: number, changes: object = {}) => ({ ...list, sequence, ...changes })

describe('openSnapshot', () => {
  it('gives the list, its signer and the state to keep', async () => {
    const opened = await open(list)
    expect(outcomes(opened)).toEqual([
      'type passed',
      'signature passed',
      'document passed',
      'sequence skipped first-seen',
      'age passed',
    ])
    expect(opened).toMatchObject({
      verdict: 'valid',
      list,
      signedBy: await pinOf(publisher.spki),
      state: {
        sequence: 42,
        digest: await pinOf(canonicalBytes(list)),
        seenAt: '2022-06-01T00:00:00.000Z',
      },
    })
  })

  it('keeps the state as plain JSON that reads back', async () => {
    const state = await stateAfter(list)
    expect(parseSnapshotState(JSON.parse(JSON.stringify(state)))).toEqual(state)
  })

  it.each<[string, object, object, string, string]>([
    ['another type', list, {}, 'type failed type-differs', 'invalid'],
    ['no pins', list, { pins: [] }, 'signature unknown no-pins', 'indeterminate'],
    [
      'another key',
      list,
      { pins: [`sha256:${'0'.repeat(64)}`] },
      'signature failed key-not-pinned',
      'invalid',
    ],
    ['another shape', { ...list, items: {} }, {}, 'document failed malformed', 'invalid'],
    [
      'no sequence',
      { ...list, sequence: undefined },
      {},
      'sequence failed sequence-missing',
      'invalid',
    ],
    ['sequence nought', later(0), {}, 'document failed malformed', 'invalid'],
    ['a broken sequence', later(1.5), {}, 'document failed malformed', 'invalid'],
  ])('does not show a list of %s', async (name, document, options, outcome, verdict) => {
    const type = name === 'another type' ? 'tiemchung.other+jws' : trustListType
    const file = await signed(document, type)
    const opened = await openSnapshot(file, { pins: [publisher.spki], at, ...options })
    expect(outcomes(opened)).toContain(outcome)
    expect(opened.verdict).toBe(verdict)
    expect(opened).not.toHaveProperty('list')
    expect(opened.state).toBeUndefined()
  })

  it('says what it did not check after the first that stood in the way', async () => {
    expect(outcomes(await open(list, { pins: [] }))).toEqual([
      'type skipped earlier-check',
      'signature unknown no-pins',
      'document skipped earlier-check',
      'sequence skipped earlier-check',
      'age skipped earlier-check',
    ])
  })

  it.each<[string, object, string, string]>([
    ['the same list again', list, 'sequence passed', 'valid'],
    ['the next list', later(43), 'sequence passed', 'valid'],
    ['a list far ahead', later(2 ** 52), 'sequence passed', 'valid'],
    ['an older list', later(41), 'sequence failed rolled-back', 'invalid'],
    [
      'another list of the same number',
      later(42, { version: '42b' }),
      'sequence failed replaced',
      'invalid',
    ],
  ])('after list 42: %s', async (_, document, outcome, verdict) => {
    const previous = await stateAfter(list)
    const opened = await open(document, { previous })
    expect(checkOf(opened, 'sequence')).toBe(outcome)
    expect(opened.verdict).toBe(verdict)
  })

  it('remembers the newest list also when it is too early, too late or rolled back', async () => {
    const previous = await stateAfter(list)
    const stale = await open(later(43), { previous, at: new Date('2022-06-03T00:00:00Z') })
    expect(stale).toMatchObject({ verdict: 'indeterminate', state: { sequence: 43 } })
    const back = await open(list, { previous: stale.state as SnapshotState })
    expect(back).toMatchObject({ verdict: 'invalid', state: { sequence: 43 } })
    const future = later(50, {
      issuedAt: '2022-07-01T00:00:00Z',
      nextUpdate: '2022-07-02T00:00:00Z',
    })
    expect(await open(future, { previous })).toMatchObject({
      verdict: 'indeterminate',
      state: { sequence: 50 },
    })
  })

  it('keeps the old state when the file is forged, and the time of it', async () => {
    const previous = await stateAfter(list)
    const next = new Date('2022-06-01T12:00:00Z')
    const opened = await open(later(99), { previous, pins: [ecSigner().spki], at: next })
    expect(opened).toMatchObject({
      verdict: 'invalid',
      state: { sequence: 42, digest: previous.digest, seenAt: '2022-06-01T12:00:00.000Z' },
    })
    const malformed = await open(later(99, { items: 0 }), { previous, at: next })
    expect(malformed.state).toEqual(opened.state)
  })

  it.each<[string, string, object, string]>([
    ['the last instant before the next update', '2022-06-01T23:59:59.999Z', {}, 'age passed'],
    ['the instant of the next update', '2022-06-02T00:00:00Z', {}, 'age unknown stale'],
    ['within the grace', '2022-06-02T01:59:59Z', { graceHours: 2 }, 'age passed'],
    ['the end of the grace', '2022-06-02T02:00:00Z', { graceHours: 2 }, 'age unknown stale'],
    ['before the greatest age', '2022-05-31T11:59:59Z', { maxAgeHours: 12 }, 'age passed'],
    ['the greatest age', '2022-05-31T12:00:00Z', { maxAgeHours: 12 }, 'age unknown too-old'],
    ['no greatest age', '2022-06-01T23:00:00Z', { maxAgeHours: null }, 'age passed'],
    ['a clock a little behind the issue', '2022-05-30T23:55:00Z', {}, 'age passed'],
    ['a clock far behind the issue', '2022-05-30T23:54:59Z', {}, 'age unknown issued-later'],
  ])('at %s', async (_, instant, changes, outcome) => {
    const policy = { ...weeklySnapshot, ...changes }
    const opened = await open(list, { at: new Date(instant), policy })
    expect(checkOf(opened, 'age')).toBe(outcome)
    expect(opened.verdict).toBe(outcome === 'age passed' ? 'valid' : 'indeterminate')
  })

  it('does not use a list for longer than the policy, whatever it says of its next update', async () => {
    const endless = { ...list, nextUpdate: '2099-01-01T00:00:00Z' }
    const week = (instant: string) => open(endless, { at: new Date(instant) })
    expect((await week('2022-06-06T23:59:59Z')).verdict).toBe('valid')
    expect(checkOf(await week('2022-06-07T00:00:00Z'), 'age')).toBe('age unknown too-old')
  })

  it('says in the report that a list is used within its grace', async () => {
    const policy = { ...weeklySnapshot, graceHours: 24 }
    const { checks } = await open(list, { at: new Date('2022-06-02T01:00:00Z'), policy })
    expect(checks.at(-1)).toMatchObject({ status: 'passed', params: { stale: true } })
  })

  it('does not make an old list fresh when the clock is set back', async () => {
    const stale = await open(list, { at: new Date('2022-06-03T00:00:00Z') })
    expect(checkOf(stale, 'age')).toBe('age unknown stale')
    const previous = stale.state as SnapshotState
    const back = await open(list, { at, previous })
    expect(checkOf(back, 'age')).toBe('age unknown clock-set-back')
    expect(back.state?.seenAt).toBe('2022-06-03T00:00:00.000Z')
    const little = await open(list, { at: new Date('2022-06-02T23:58:00Z'), previous })
    expect(checkOf(little, 'age')).toBe('age unknown stale')
  })

  it('judges by the latest instant seen when the clock is back by less than the skew', async () => {
    const previous = await stateAfter(list, new Date('2022-06-02T00:01:00Z'))
    const opened = await open(list, { previous, at: new Date('2022-06-01T23:59:00Z') })
    expect(checkOf(opened, 'age')).toBe('age unknown stale')
  })

  it.each(['maxAgeHours', 'graceHours', 'clockSkewSeconds'] as const)(
    'uses no list by a policy without %s',
    async (field) => {
      const { [field]: _, ...rest } = weeklySnapshot
      const { verdict, checks } = await open(list, { policy: rest as SnapshotPolicy })
      expect([verdict, checks.at(-1)?.status]).toEqual(['indeterminate', 'unknown'])
    },
  )

  it('refuses an instant that is none', async () => {
    await expect(open(list, { at: new Date(Number.NaN) })).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-signed.instant' }),
    )
  })

  it.each<[string, object]>([
    ['nothing', {}],
    ['a sequence in text', { sequence: '42' }],
    ['a digest in another form', { digest: '0'.repeat(64) }],
    ['a day', { seenAt: '2022-06-01' }],
  ])('refuses a state that was changed: %s', async (name, changes) => {
    const state = await stateAfter(list)
    const previous = (name === 'nothing' ? {} : { ...state, ...changes }) as SnapshotState
    await expect(open(list, { previous })).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-signed.state' }),
    )
  })

  it('throws what is no error of ours', async () => {
    const crypto = {
      digest: () => {
        throw new RangeError('out of memory')
      },
    } as unknown as NonNullable<SnapshotOptions['crypto']>
    const file = await signed(list)
    await expect(openSnapshot(file, { pins: [publisher.spki], at, crypto })).rejects.toThrow(
      RangeError,
    )
  })

  it('has sentences for every reason', () => {
    const reasons = { ...signedReasons, ...snapshotReasons }
    for (const { says, todo } of Object.values(reasons)) {
      expect(says.vi).not.toBe(says.en)
      expect(todo.vi).not.toBe(todo.en)
    }
    expect(Object.keys(reasons)).toContain('rolled-back')
  })
})

describe('parseSnapshotPolicy', () => {
  it('reads the policy that ships', () => {
    expect(parseSnapshotPolicy(JSON.parse(JSON.stringify(weeklySnapshot)))).toEqual(weeklySnapshot)
    expect(parseSnapshotPolicy({ ...weeklySnapshot, maxAgeHours: null }).maxAgeHours).toBeNull()
  })

  it.each([
    ['maxAgeHours', -1],
    ['maxAgeHours', undefined],
    ['graceHours', 0.5],
    ['clockSkewSeconds', '300'],
  ])('refuses %s of %s', (field, value) => {
    expect(() => parseSnapshotPolicy({ ...weeklySnapshot, [field]: value })).toThrow(
      expect.objectContaining({
        code: 'certificate-signed.policy',
        issues: [expect.objectContaining({ path: [field] })],
      }),
    )
  })
})
