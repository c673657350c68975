import { expect, describe, test } from 'vitest'
import { type DriveWorld, drive } from './drive.js'
import { mustKeepSilent } from './judge.js'
import { Broken, type LongRun, must, type Opened, refused, value } from './long-run.js'
import { mutateBytes } from './mutate-bytes.js'
import { mutateJson } from './mutate-json.js'
import { mutateText } from './mutate-text.js'
import { casesAt, parseOptions, parseShare, runnable, UsageError } from './options.js'
import { randomOf } from './random.js'
import { hasPassed, summaryOf } from './report.js'
import { longRuns } from './runs.js'

/** A process in which nothing takes time and nothing grows, unless a test says so. */
const calm = (changes: Partial<DriveWorld> = {}): DriveWorld => ({
  cpuMs: () => 0,
  heapMb: () => 20,
  strays: () => [],
  ...changes,
})

const runOf = (one: Opened['one'], changes: Partial<LongRun> = {}): LongRun => ({
  id: 'toy',
  title: 'a toy',
  cases: 100,
  open: () => Promise.resolve({ one }),
  ...changes,
})

const all = { seed: 1, first: 0, step: 1, end: 100 }
const passes = async (run: LongRun, world = calm()) =>
  hasPassed({ run, parts: [await drive(run, all, world)], seconds: 0 })

describe('parseShare', () => {
  test.each([
    ['2%', 0.02],
    ['2 %', 0.02],
    ['0.5%', 0.005],
    ['100%', 1],
    ['0.02', 0.02],
    ['1', 1],
  ])('%s', (text, share) => {
    expect(parseShare(text)).toBeCloseTo(share, 10)
  })

  test.each(['', '0', '0%', '101%', '2', '-1%', 'all', '2%%', '1e-2'])('refuses %j', (text) => {
    expect(() => parseShare(text)).toThrow(UsageError)
  })
})

describe('parseOptions', () => {
  const runs = [runOf(() => value), runOf(() => value, { id: 'other', cases: 7 })]

  test('runs everything unless told otherwise', () => {
    expect(parseOptions([], runs)).toEqual({ share: 1, seed: 1815, runs, list: false })
  })

  test('chooses share, seed, runs and one case', () => {
    const args = ['--share', '2%', '--seed', '7', '--only', 'other', '--case', '3']
    expect(parseOptions(args, runs)).toMatchObject({
      share: 0.02,
      seed: 7,
      runs: [{ id: 'other' }],
      only: 3,
    })
  })

  test('keeps the papers of one case', () => {
    const args = ['--only', 'toy', '--case', '3', '--keep', 'folder']
    expect(parseOptions(args, runs)).toMatchObject({ only: 3, keep: 'folder' })
  })

  test.each([
    [['--only', 'nobody']],
    [['--only', 'toy,nobody']],
    [['--seed', 'x']],
    [['--seed', '-1']],
    [['--case', '3']],
    [['--only', 'toy', '--keep', 'folder']],
  ])('refuses %j', (args) => {
    expect(() => parseOptions(args, runs)).toThrow(UsageError)
  })

  test.each([
    [1, 7],
    [0.5, 4],
    [0.001, 1],
  ])('a share of %d of seven cases is %d', (share, cases) => {
    expect(
      casesAt(
        runOf(() => value, { cases: 7 }),
        share,
      ),
    ).toBe(cases)
  })
})

describe('chance', () => {
  const seeds = ['Nguyễn Thị Mẫu', '{"a":[1,2]}']
  const bytes = [new Uint8Array(40).fill(7), new TextEncoder().encode('another')]
  const drawn = (seed: number, index: number) => {
    const random = randomOf(seed, 'toy', index)
    return JSON.stringify([
      random.below(1_000_000),
      [...mutateBytes(random, bytes)],
      mutateText(random, seeds),
      mutateJson(random, { a: [1, { b: 'c' }], d: '2022-05-20' }),
    ])
  }

  test('draws the same for the same seed, run and case, and else another', () => {
    expect(drawn(1, 5)).toBe(drawn(1, 5))
    const others = [drawn(1, 5), drawn(2, 5), drawn(1, 6)]
    expect(new Set(others).size).toBe(3)
    expect(randomOf(1, 'a', 5).next()).not.toBe(randomOf(1, 'b', 5).next())
  })

  test('draws evenly enough', () => {
    const counts = new Array<number>(8).fill(0)
    for (let index = 0; index < 8000; index += 1) {
      const at = randomOf(1815, 'toy', index).below(8)
      counts[at] = (counts[at] ?? 0) + 1
    }
    expect(Math.min(...counts)).toBeGreaterThan(850)
    expect(Math.max(...counts)).toBeLessThan(1150)
  })

  test('leaves the document as it was', () => {
    const document = { a: [1, { b: 'c' }] }
    for (let index = 0; index < 200; index += 1) mutateJson(randomOf(1, 'toy', index), document)
    expect(document).toEqual({ a: [1, { b: 'c' }] })
  })
})

describe('drive', () => {
  test('counts answers, refusals and what a case counts', async () => {
    const run = runOf((index) => (index % 4 === 0 ? refused : { ...value, counts: { doses: 2 } }))
    expect(await drive(run, all, calm())).toMatchObject({
      cases: 100,
      values: 75,
      refused: 25,
      failed: 0,
      counts: { doses: 150 },
    })
  })

  test('two parts hold every case once', async () => {
    const seen: number[] = []
    const run = runOf((index) => {
      seen.push(index)
      return value
    })
    await drive(run, { ...all, first: 0, step: 2, end: 7 }, calm())
    await drive(run, { ...all, first: 1, step: 2, end: 7 }, calm())
    expect(seen.sort()).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  test('says how far it is after each case: a few long ones are not taken for being stuck', async () => {
    const reached: number[] = []
    await drive(
      runOf(() => value),
      { ...all, end: 5 },
      { ...calm(), progress: (index) => reached.push(index) },
    )
    expect(reached).toEqual([0, 1, 2, 3, 4])
  })

  test('tells a failed case with what brings it again, and the run has failed', async () => {
    const run = runOf((index) => {
      must(index !== 42, 'six times nine')
      return value
    })
    const tally = { run, parts: [await drive(run, all, calm())], seconds: 0 }
    expect(hasPassed(tally)).toBe(false)
    const { lines, exitCode } = summaryOf([tally], 1815)
    expect(lines[2]).toMatch(/^toy +100 +99 +0 +1 /)
    expect(lines.slice(4, -1)).toEqual([
      'What failed:',
      '  toy',
      '    toy case 42: Broken: six times nine',
      '        npm run check:long -- --only toy --seed 1815 --case 42',
      '',
    ])
    expect(lines.at(-1)).toBe('0 passed, 1 failed, 0 skipped')
    expect(exitCode).toBe(1)
  })

  test('one run that failed among others turns the exit code red', async () => {
    const [good, bad] = [runOf(() => value), runOf(() => Promise.reject(new Error('no')))]
    const tallies = await Promise.all(
      [good, bad].map(async (run) => ({ run, parts: [await drive(run, all, calm())], seconds: 1 })),
    )
    expect(summaryOf(tallies.slice(0, 1), 1)).toMatchObject({ exitCode: 0 })
    expect(summaryOf(tallies, 1)).toMatchObject({ exitCode: 1 })
    expect(summaryOf(tallies, 1).lines.at(-1)).toBe('1 passed, 1 failed, 0 skipped')
    expect(summaryOf([], 1)).toMatchObject({ exitCode: 1 })
  })

  test('a run that lacks something here is skipped with its reason, or fails where all are required', () => {
    const lacking = runOf(() => value, { id: 'lacking', absent: () => 'there is no server' })
    const runs = [runOf(() => value), lacking]
    const { here, absent } = runnable(runs, false)
    expect([here.map(({ id }) => id), absent]).toEqual([
      ['toy'],
      [{ id: 'lacking', why: 'there is no server' }],
    ])
    expect(runnable(runs, true)).toEqual({ here: runs, absent: [] })
    expect(summaryOf([], 1, 1).lines.at(-1)).toBe('0 passed, 0 failed, 1 skipped')
    expect(summaryOf([], 1, 1)).toMatchObject({ exitCode: 0 })
  })

  test('an error that is not ours is a failure', async () => {
    expect(await passes(runOf(() => Promise.reject(new TypeError('x is undefined'))))).toBe(false)
  })

  test('a case that takes too long is a failure only when it does so twice', async () => {
    let used = 0
    const slowOnce = runOf(() => {
      used += used === 0 ? 5000 : 1
      return value
    })
    expect(await passes(slowOnce, calm({ cpuMs: () => used }))).toBe(true)
    const slow = runOf((index) => {
      used += index === 3 ? 1001 : 1
      return value
    })
    expect(await passes(slow, calm({ cpuMs: () => used }))).toBe(false)
  })

  test.each([
    ['stays', [20, 30], true],
    ['grows by more than the run may', [20, 37], false],
  ])('a heap that %s', async (_, heaps, passed) => {
    const left = [...heaps]
    const world = calm({ heapMb: () => left.shift() ?? 0 })
    expect(
      await passes(
        runOf(() => value),
        world,
      ),
    ).toBe(passed)
  })

  test('a rejection that nobody waited for is a failure', async () => {
    const left = [['TypeError: late']]
    expect(
      await passes(
        runOf(() => value),
        calm({ strays: () => left.shift() ?? [] }),
      ),
    ).toBe(false)
  })

  test('a run without a case has not passed', () => {
    expect(hasPassed({ run: runOf(() => value), parts: [], seconds: 0 })).toBe(false)
  })

  test('a run that cannot be opened has failed and says why', async () => {
    const run = runOf(() => value, { open: () => Promise.reject(new Broken('no such command')) })
    const tally = { run, parts: [await drive(run, all, calm())], seconds: 0 }
    expect(hasPassed(tally)).toBe(false)
    expect(summaryOf([tally], 1).lines).toContain('    toy case 0: no such command')
    const other = runOf(() => value, { open: () => Promise.reject(new TypeError('no')) })
    await expect(drive(other, all, calm())).rejects.toThrow(TypeError)
  })

  test('a run may give an account of its counts, and find fault with the whole', async () => {
    const one = () => ({ ...value, counts: { doses: 2 } })
    const run = runOf(one, {
      account: ({ doses = 0 }, isWhole) => ({
        short: `${doses} doses in short`,
        lines: ['at length'],
        faults: isWhole ? ['too few'] : [],
      }),
    })
    const whole = { run, parts: [await drive(run, all, calm())], seconds: 0 }
    const half = { run, parts: [await drive(run, { ...all, end: 50 }, calm())], seconds: 0 }
    expect([hasPassed(whole), hasPassed(half)]).toEqual([false, true])
    const { lines } = summaryOf([whole], 1)
    expect(lines.slice(1, 3)).toEqual(['toy:', 'at length'])
    expect(lines.slice(-4, -1)).toEqual(['  toy', '    toy: too few', ''])
    expect(summaryOf([half], 1).lines.join('\n')).toMatch(
      /^toy:\nat length\n\n[^]*100 doses in short/m,
    )
  })

  test('closes the run also after a failure of its own', async () => {
    let closed = 0
    const run = runOf(() => value, {
      open: () =>
        Promise.resolve({
          one: () => value,
          note: () => {
            throw new Error('no note')
          },
          close: () => {
            closed += 1
            return Promise.resolve()
          },
        }),
    })
    await expect(drive(run, all, calm())).rejects.toThrow('no note')
    expect(closed).toBe(1)
  })
})

test('a mark in whatever a log shows of an error is found', () => {
  expect(() => mustKeepSilent(new Error('no Mẫu Thử'), ['Mẫu Thử'])).toThrow('a person')
  expect(() => mustKeepSilent([{ path: ['Mẫu Thử'] }], ['Mẫu Thử'])).toThrow('a person')
  expect(() => mustKeepSilent(new Error('no such row'), ['Mẫu Thử'])).not.toThrow()
})

describe('every run of a million cases', () => {
  const fuzzing = longRuns.filter((run) => run.cases === 1_000_000)

  test('is one of twelve', () => {
    expect(fuzzing.map(({ id }) => id)).toEqual([
      'certificates',
      'signed-lists',
      'x509',
      'revocation',
      'timestamps',
      'jws',
      'tables',
      'fhir',
      'core',
      'http',
      'eligibility',
      'cohort-equal',
    ])
  })

  test.each(fuzzing)('$id holds for its first cases, and ends each alike twice', async (run) => {
    const part = { seed: 1815, first: 0, step: 1, end: 40 }
    const [first, second] = [await drive(run, part, calm()), await drive(run, part, calm())]
    expect(first.failures).toEqual([])
    expect(second).toEqual(first)
  })
})
