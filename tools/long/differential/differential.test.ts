import { spawnSync } from 'node:child_process'
import { constants, createPublicKey, verify } from 'node:crypto'
import { utf8 } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { type DriveWorld, drive } from '../drive.js'
import { Broken } from '../long-run.js'
import { hasPassed, summaryOf } from '../report.js'
import { accountOf, countsOf } from './account.js'
import { askOurs } from './ask-ours.js'
import { type Answer, openOpenssl } from './ask-openssl.js'
import { differential, differentialOf } from './differential.js'
import { drawNumber } from './draw-case.js'
import { type Explanation, explanations } from './explained.js'
import { faults, none } from './faults/all.js'
import { harmless, wrong } from './faults/fault.js'
import { judge } from './judge.js'
import { keyOf, soundKeys } from './keys.js'
import { algorithmsOf, signatureOf } from './sign.js'
import { filesOf, writeCase } from './write-case.js'

const nothing = () => undefined
const accepts: Answer = { accepts: true, reasons: [] }
const refuses = (...reasons: readonly string[]): Answer => ({ accepts: false, reasons })

const calm: DriveWorld = { cpuMs: () => 0, heapMb: () => 20, strays: () => [] }
const part = (end: number) => ({ seed: 1815, first: 0, step: 1, end })

const installed = spawnSync('openssl', ['version']).status === 0
const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'
const withoutOpenssl = !installed && !required
const titled = (title: string) =>
  withoutOpenssl ? `${title} (skipped: the command openssl is not installed)` : title

describe('a signature', () => {
  const content = utf8('TEST content')
  const each = soundKeys.flatMap((name) =>
    algorithmsOf(name).map((algorithm) => [name, algorithm] as const),
  )

  test.each(each)('of %s by %s holds, and comes again', (name, algorithm) => {
    const signature = signatureOf(name, algorithm, content)
    expect(signatureOf(name, algorithm, content)).toEqual(signature)
    const [scheme, hash] = algorithm.split('-')
    const padding = scheme === 'pss' ? constants.RSA_PKCS1_PSS_PADDING : undefined
    const key = createPublicKey(keyOf(name).privateKey)
    const options = { key, ...(padding === undefined ? {} : { padding }) }
    expect(verify(hash, content, options, signature)).toBe(true)
    expect(verify(hash, utf8('TEST other'), options, signature)).toBe(false)
  })
})

describe('a case', () => {
  const written = (seed: number, index: number) => filesOf(writeCase(drawNumber(seed, index).plan))

  test('comes again octet for octet, and is another for another seed or number', () => {
    const indexes = Array.from({ length: 40 }, (_, index) => index)
    const once = indexes.map((index) => written(1, index))
    expect(indexes.map((index) => written(1, index))).toEqual(once)
    expect(written(2, 0)).not.toEqual(once[0])
    expect(new Set(once.map((files) => files['leaf.pem'])).size).toBe(indexes.length)
  })

  test('every fifth has no fault, and every change has its turn', () => {
    const whole = Array.from({ length: differential.cases }, (_, index) => index)
    const some = whole.slice(0, Math.ceil((faults.length + 1) * 1.25))
    const drawn = some.map((index) => drawNumber(1815, index).fault.id)
    expect(drawn.filter((id) => id === none.id)).toHaveLength(Math.ceil(some.length / 5))
    expect(new Set(drawn)).toEqual(new Set([none, ...faults].map(({ id }) => id)))
  })

  test.each([0, 5, 10, 15, 20, 25])('without a fault is accepted: number %d', async (index) => {
    const { fault, plan } = drawNumber(1815, index)
    expect(fault).toBe(none)
    expect(await askOurs(plan, writeCase(plan))).toEqual(accepts)
  })
})

describe('the tables', () => {
  test('changes have names of their own, and more than forty are faults', () => {
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length)
    expect(faults.filter(({ stands }) => stands === 'refused').length).toBeGreaterThan(40)
  })

  test('explanations name changes that there are, and differences that are such', () => {
    for (const { faults: ids, difference } of explanations) {
      for (const id of ids) {
        const stands = faults.find((fault) => fault.id === id)?.stands
        expect([id, stands]).not.toEqual([id, undefined])
        expect(difference).not.toBe(stands === 'accepted' ? 'both-accept' : 'both-refuse')
      }
    }
  })

  test('no sound chain is explained away', () => {
    expect(explanations.filter(({ faults: ids }) => ids.includes(none.id))).toEqual([])
  })
})

describe('judge', () => {
  const fault = wrong('toy', nothing)
  const rest = { because: 'a reason', source: 'a clause' }
  const strict: Explanation = {
    faults: ['toy'],
    difference: 'only-we-refuse',
    ours: 'toy.broken',
    ...rest,
  }
  const lax: Explanation = {
    faults: ['toy'],
    difference: 'only-openssl-refuses',
    openssl: ['error 7', 'error 8'],
    ...rest,
  }

  test('two answers that are as they should be need no explanation', () => {
    expect(judge(fault, refuses('x'), refuses('error 1'), [])).toEqual({
      relation: 'both-refuse',
      explanation: undefined,
    })
    expect(judge(harmless('toy', nothing), accepts, accepts, []).relation).toBe('both-accept')
  })

  test.each([
    ['ours accepts what is wrong', fault, accepts, refuses('error 7'), 'only-openssl-refuses'],
    ['openssl accepts what is wrong', fault, refuses('x'), accepts, 'only-we-refuse'],
    ['both accept what is wrong', fault, accepts, accepts, 'both-accept'],
    ['both refuse what is sound', none, refuses('x'), refuses('error 7'), 'both-refuse'],
    ['ours refuses what is sound', none, refuses('x'), accepts, 'only-we-refuse'],
    ['openssl refuses what is sound', none, accepts, refuses('error 7'), 'only-openssl-refuses'],
  ] as const)('%s: unexplained', (_, changed, ours, openssl, difference) => {
    const judging = () => judge(changed, ours, openssl, [])
    expect(judging).toThrow(Broken)
    expect(judging).toThrow(`unexplained, ${difference}, ${changed.id}`)
  })

  test('a row explains its change by its evidence', () => {
    expect(judge(fault, refuses('path toy.broken'), accepts, [strict]).explanation).toBe(strict)
    expect(judge(fault, accepts, refuses('error 7'), [strict, lax]).explanation).toBe(lax)
  })

  test.each([
    ['another reason of ours', strict, refuses('toy.other'), accepts],
    ['another direction', strict, accepts, refuses('error 7')],
    ['another error beside', lax, accepts, refuses('error 7', 'error 99')],
    ['another change', { ...lax, faults: ['other'] }, accepts, refuses('error 7')],
  ])('a row does not explain %s', (_, row, ours, openssl) => {
    expect(() => judge(fault, ours, openssl, [row])).toThrow('unexplained')
  })

  test('a row without evidence of ours explains no refusal of ours', () => {
    const row: Explanation = { faults: ['toy'], difference: 'only-we-refuse', ...rest }
    expect(() => judge(fault, refuses('x'), accepts, [row])).toThrow('unexplained')
  })
})

describe('the account', () => {
  const toy = wrong('toy', nothing)
  const row: Explanation = {
    faults: ['toy'],
    difference: 'both-accept',
    because: 'a reason',
    source: 'a clause',
  }
  const account = accountOf([none, toy], [row])

  test('counts how the two stand, change by change', () => {
    const counts = countsOf(toy, { relation: 'both-accept', explanation: row })
    const { short, lines, faults: found } = account({ ...counts, 'none/both-accept': 3 }, true)
    expect(short).toBe(
      '4 both accept, 0 both refuse, 0 only we refuse, 0 only openssl refuses, 1 explained',
    )
    expect(lines.slice(1, 3).map((line) => line.split(/ +/))).toEqual([
      ['none', 'accepted', '3', '3', '0', '0', '0', '0'],
      ['toy', 'refused', '1', '1', '0', '0', '0', '1'],
    ])
    expect(lines.slice(-3)).toEqual(['both-accept: toy', '    a reason', '    a clause'])
    expect(found).toEqual([])
  })

  test('an explanation that explained nothing is a fault of a whole run alone', () => {
    const says = 'nothing to explain any more: both-accept, toy: a reason'
    expect(account({ 'toy/both-refuse': 1 }, true).faults).toEqual([says])
    expect(account({ 'toy/both-refuse': 1 }, false).faults).toEqual([])
  })
})

describe('the run', () => {
  test.skipIf(withoutOpenssl)(titled('holds for its first cases'), async () => {
    const tally = await drive(differential, part(40), calm)
    expect(tally.failures).toEqual([])
    expect(tally).toMatchObject({ cases: 40, failed: 0 })
    expect(hasPassed({ run: differential, parts: [tally], seconds: 0 })).toBe(true)
  })

  test.skipIf(withoutOpenssl)(titled('fails when ours believes everything'), async () => {
    const gullible = differentialOf({
      ours: () => Promise.resolve(accepts),
      openssl: () => openOpenssl(),
    })
    const tally = await drive(gullible, part(12), calm)
    expect(tally.failed).toBeGreaterThan(0)
    expect(tally.failures[0]).toEqual({
      index: 3,
      says: expect.stringMatching(/^Broken: unexplained, only-openssl-refuses, expired /),
    })
    const { lines, exitCode } = summaryOf([{ run: gullible, parts: [tally], seconds: 0 }], 1815)
    expect(lines).toContain(
      '        npm run check:long -- --only differential --seed 1815 --case 3',
    )
    expect(exitCode).toBe(1)
  })

  test.skipIf(withoutOpenssl)(titled('fails when ours believes nothing'), async () => {
    const wary = differentialOf({
      ours: () => Promise.resolve(refuses('toy')),
      openssl: () => openOpenssl(),
    })
    const tally = await drive(wary, part(6), calm)
    expect(tally.failures[0]).toEqual({
      index: 0,
      says: expect.stringMatching(/^Broken: unexplained, only-we-refuse, none /),
    })
  })

  test('has failed, with a sentence, where there is no openssl', async () => {
    const alone = differentialOf({ ours: askOurs, openssl: () => openOpenssl('openssl-not-there') })
    const tally = await drive(alone, part(6), calm)
    expect(tally).toMatchObject({ cases: 0, failed: 1 })
    expect(tally.failures[0]?.says).toContain('openssl-not-there is not on the PATH')
  })
})
