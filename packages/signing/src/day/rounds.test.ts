import { describe, expect, test } from 'vitest'
import { codeOf } from '../test-chain.fixture.js'
import type { SigningEntry } from './journal.js'
import { readRounds } from './rounds.js'

const opened = {
  kind: 'opened',
  round: 'r',
  mode: 'seal',
  facility: '01234',
  date: '2022-05-20',
  at: '2022-05-20T01:00:00Z',
  head: 'e30',
}
const read = (...entries: readonly unknown[]) =>
  readRounds({
    read: () => Promise.resolve(entries as readonly SigningEntry[]),
    append: () => Promise.resolve(),
  })
const of = (kind: string, rest: object = {}) => ({ kind, round: 'r', ...rest })
const record = { id: 'i', hash: 'h', text: 't' }
const seal = { content: '{}', input: 'i', tree: [['h']] }

describe('readRounds', () => {
  test('takes entries of every kind', async () => {
    const rounds = await read(
      opened,
      of('prepared', { records: [record], seal }),
      of('asked', { request: 'q', ids: ['i'] }),
      of('failed', { request: 'q', code: 'signing.unavailable' }),
      of('signed', { request: 'q', signatures: ['s'] }),
      of('dropped', { ids: ['i'] }),
    )
    expect(rounds).toHaveLength(1)
    expect(rounds[0]?.signatures.get('r')).toBe('s')
  })

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a number', 5],
    ['a list', []],
    ['an object', {}],
    ['an entry of no round', { kind: 'dropped', ids: [] }],
    ['an entry of a round that was not opened', { ...of('dropped', { ids: [] }), round: 'other' }],
    ['an entry of another time', of('of-another-time')],
    ['the name of a method', of('toString')],
    ['a round without its day', of('opened')],
    ['no records', of('prepared')],
    ['an empty record', of('prepared', { records: [null] })],
    ['a record without its text', of('prepared', { records: [{ id: 'i', hash: 'h' }] })],
    ['an empty seal', of('prepared', { records: [record], seal: null })],
    ['a seal without its tree', of('prepared', { records: [record], seal: { ...seal, tree: 1 } })],
    ['a request for nobody', of('asked', { request: 'q' })],
    ['signatures that are none', of('signed', { request: 'q', signatures: [5] })],
    ['a failure without a code', of('failed', { request: 'q' })],
    ['records that are not named', of('dropped')],
  ])('refuses a journal with %s in it', async (_, entry) => {
    expect(await codeOf(read(opened, entry))).toBe('signing.journal')
  })
})
