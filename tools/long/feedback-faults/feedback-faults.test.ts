/** A small ordeal, and that the recount finds what was done to its database on purpose. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomOf } from '../random.js'
import type { Claims } from './claims.js'
import { compare } from './compare.js'
import { readRows, type Rows } from './database.js'
import { type Measure, ordeal } from './ordeal.js'

const small: Measure = { cuts: 5, codes: 35, same: 10, atOnce: 2, decisions: 12, kills: 2 }

let folder: string
let counts: Readonly<Record<string, number>>
let claims: Claims
let rows: Rows
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiemchung-feedback-faults-test-'))
  const where = { folder: join(folder, 'data') }
  counts = await ordeal(where, folder, randomOf(1815, 'feedback-faults-test', 1), small)
  claims = JSON.parse(await readFile(join(folder, 'claims.json'), 'utf8')) as Claims
  rows = await readRows(where)
}, 300_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('an ordeal', () => {
  test('loses nothing and doubles nothing', () => {
    expect(counts).toMatchObject({
      lost: 0,
      doubled: 0,
      kills: 3,
      items: 18,
      decisions: 15,
      files: 1,
      'uploads cut': 5,
      'audit rows of decisions': 15,
      'messages of decisions': 15,
      'octets of evidence': 1_375_013,
    })
  })
})

describe('the recount', () => {
  /** The rows, with something changed. */
  const bent = (change: (copy: Record<keyof Rows, unknown[]>) => void) => {
    const copy = structuredClone(rows) as unknown as Record<keyof Rows, unknown[]>
    change(copy)
    return compare(claims, copy as unknown as Rows).faults.join('; ')
  }
  const decisionIn = (list: unknown[]) =>
    list.findIndex((row) => (row as Rows['audit'][number]).operation === 'decideFeedback')
  const newsIn = (list: unknown[]) =>
    list.findIndex((row) => (row as Rows['messages'][number]).about !== null)

  test('has nothing to say of the database as it is', () => {
    expect(bent(() => undefined)).toBe('')
  })

  test.each<[string, (copy: Record<keyof Rows, unknown[]>) => void, string]>([
    ['an item that is lost', ({ items }) => items.pop(), 'rows of'],
    ['an item that is doubled', ({ items }) => items.push(items[0]), 'rows of'],
    [
      'a decision without its audit row',
      ({ audit }) => audit.splice(decisionIn(audit), 1),
      'audit',
    ],
    ['an audit row twice', ({ audit }) => audit.push(audit[decisionIn(audit)]), 'audit'],
    [
      'a message that was not sent',
      (copy) => copy.messages.splice(newsIn(copy.messages), 1),
      'messages',
    ],
    ['a message twice', ({ messages }) => messages.push(messages[newsIn(messages)]), 'messages'],
    ['a change that a desk was not told', ({ changes }) => changes.pop(), 'changes'],
    ['a file that is not there', ({ files }) => files.pop(), 'files'],
    [
      'an octet that is another',
      ({ files }) => Object.assign(files[0] ?? {}, { sha256: '' }),
      'files',
    ],
  ])('finds %s', (_, change, says) => {
    expect(bent(change)).toContain(says)
  })
})
