import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemCrypto } from '@tiemchung/core/crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exceptions } from './exceptions.js'
import { hostWorld } from './host-world.js'
import { runSuite } from './run-suite.js'
import { type CaseOutcome, judge, type Suite } from './suite.js'
import { suites } from './suites.js'

const world = hostWorld(systemCrypto)
let vectors: string

beforeAll(() => {
  vectors = mkdtempSync(join(tmpdir(), 'vectors-'))
  mkdirSync(join(vectors, 'even', 'deep'), { recursive: true })
})
afterAll(() => rmSync(vectors, { recursive: true }))

/** Accepts even numbers, refuses odd ones, and crashes on anything else. */
const even: Suite = {
  name: 'even',
  folder: 'even',
  files: /\.jsonl?$/,
  *judge({ id, value }) {
    const { number, wanted } = value as { number: number; wanted: boolean }
    yield judge(id, wanted, () => {
      if (typeof number !== 'number') throw new TypeError('not a number')
      if (number % 2 !== 0) throw Object.assign(new Error('odd'), { code: 'even.odd' })
      return true
    })
  },
}

interface Row {
  readonly id?: string
  readonly number?: number
  readonly wanted?: boolean
}

function given(files: Readonly<Record<string, string>>): void {
  rmSync(join(vectors, 'even'), { recursive: true })
  mkdirSync(join(vectors, 'even', 'deep'), { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    writeFileSync(join(vectors, 'even', path), text)
  }
}

/** Good cases are the suite's own; the others are of another profile. */
const inGroup = (outcome: CaseOutcome): CaseOutcome =>
  outcome.id.startsWith('good')
    ? { ...outcome, group: 'main' }
    : { ...outcome, group: 'other', apart: true }

const lines = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).join('\n')
const good = (count: number): Row[] =>
  Array.from({ length: count }, (_, id) => ({ id: `good-${id}`, number: 2, wanted: true }))
const odd: Row = { id: 'odd', number: 1, wanted: true }
const exception = { suite: 'even', id: 'odd', reason: 'for the test' }

describe('runSuite', () => {
  it('counts each case once, by how it came out', async () => {
    given({
      'a.jsonl': lines([
        ...good(3),
        { id: 'refused', number: 3, wanted: false },
        { id: 'accepted', number: 4, wanted: false },
        odd,
        { id: 'crashed', wanted: true },
      ]),
    })
    const { result, faults } = await runSuite(even, vectors, [], world)
    expect(result).toEqual({
      suite: 'even',
      cases: 7,
      right: 4,
      wronglyAccepted: 1,
      wronglyRefused: 1,
      crashed: 1,
      exceptions: 0,
      slowestMs: expect.any(Number) as number,
    })
    expect(faults).toEqual([
      'even: accepted: wrongly-accepted',
      'even: odd: wrongly-refused',
      'even: crashed: crashed',
    ])
  })

  it.each([
    ['lists of rows', { 'other name.json': JSON.stringify(good(4)) }, 4],
    ['objects with cases', { 'b.json': JSON.stringify({ cases: good(2), set: 'x' }) }, 2],
    ['one case a file', { 'deep/c.json': JSON.stringify(good(1)[0]) }, 1],
    ['files without an end of line', { 'd.jsonl': lines(good(2)) }, 2],
    ['files with ends of line of Windows', { 'e.jsonl': lines(good(2)).replace('\n', '\r\n') }, 2],
    ['papers beside the cases', { 'SOURCE.json': '{}', 'f.jsonl': lines(good(1)) }, 1],
  ])('reads %s', async (_, files: Readonly<Record<string, string>>, cases) => {
    given(files)
    const { result, faults } = await runSuite(even, vectors, [], world)
    expect({ cases: result.cases, right: result.right, faults }).toEqual({
      cases,
      right: cases,
      faults: [],
    })
  })

  it.each([
    ['a line that is not JSON', { 'a.jsonl': `${lines(good(1))}\n{` }, 'a.jsonl:2'],
    ['a file that is not JSON', { 'b.json': 'no' }, 'b.json'],
    ['a row that is no object', { 'c.jsonl': 'null' }, 'c.jsonl:1'],
  ])('counts %s as crashed', async (_, files: Readonly<Record<string, string>>, id) => {
    given(files)
    const { result, faults } = await runSuite(even, vectors, [], world)
    expect(result.crashed).toBe(1)
    expect(faults).toEqual([`even: ${id}: crashed`])
  })

  it('fails when a group holds another number of cases than it should', async () => {
    given({ 'a.jsonl': lines(good(2)) })
    const counted: Suite = {
      ...even,
      counts: { main: 2, other: 1 },
      *judge(item, given) {
        for (const judged of even.judge(item, given)) yield judged.then(inGroup)
      },
    }
    const { faults } = await runSuite(counted, vectors, [], world)
    expect(faults).toEqual(['even: other holds 0 cases, not 1'])
  })

  it('counts what is apart in its group alone, unless it crashed', async () => {
    given({ 'a.jsonl': lines([...good(2), odd, { id: 'crashed' }]) })
    const apart: Suite = {
      ...even,
      *judge(item, given) {
        for (const judged of even.judge(item, given)) yield judged.then(inGroup)
      },
    }
    const { result, faults } = await runSuite(apart, vectors, [], world)
    expect(result).toMatchObject({ cases: 3, right: 2, crashed: 1 })
    expect(result.groups).toEqual({ main: { cases: 2, right: 2 }, other: { cases: 2, right: 0 } })
    expect(faults).toEqual(['even: crashed: crashed'])
  })

  it('fails when it found no case', async () => {
    given({ 'a.jsonl': '\n' })
    expect((await runSuite(even, vectors, [], world)).faults).toEqual(['even: no case was found'])
  })
})

describe('exceptions', () => {
  it('an excepted case counts as wrong and does not fail the suite', async () => {
    given({ 'a.jsonl': lines([...good(49), odd]) })
    const { result, faults } = await runSuite(even, vectors, [exception], world)
    expect(result).toMatchObject({ cases: 50, right: 49, wronglyRefused: 1, exceptions: 1 })
    expect(faults).toEqual([])
  })

  it('one whose case came out right is stale, and fails', async () => {
    given({ 'a.jsonl': lines([...good(49), { ...odd, number: 2 }]) })
    const { faults } = await runSuite(even, vectors, [exception], world)
    expect(faults).toEqual(['even: odd: stale exception'])
  })

  it('one whose case is not in the folder is neither stale nor counted', async () => {
    given({ 'a.jsonl': lines(good(49)) })
    const { result, faults } = await runSuite(even, vectors, [exception], world)
    expect(result.exceptions).toBe(0)
    expect(faults).toEqual([])
  })

  it('more than two per cent of a suite cannot be excepted', async () => {
    given({ 'a.jsonl': lines([...good(48), odd]) })
    const { faults } = await runSuite(even, vectors, [exception], world)
    expect(faults).toEqual(['even: too many exceptions: 1 of 49 cases'])
  })

  it('each names a suite, a case of its own and a reason', () => {
    const keys = exceptions.map(({ suite, id }) => `${suite} ${id}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { suite, reason } of exceptions) {
      expect(suites.map(({ name }) => name)).toContain(suite)
      expect(reason).toMatch(/^[A-Z].{20}/)
    }
  })
})
