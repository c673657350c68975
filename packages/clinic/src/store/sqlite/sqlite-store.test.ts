import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issue } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { freshFolder, removeFolders } from '../run-suite.fixture.js'
import { sqliteStore } from '../sqlite.js'
import type { Store } from '../store.js'
import { drivers } from './drivers.fixture.js'

removeFolders()

const child = (id: string, size = 10) => ({ collection: 'child', id, value: 'x'.repeat(size) })
const idsOf = async (store: Store) => (await store.all('child')).map(({ id }) => id)
const available = drivers.flatMap(({ name, open }) =>
  typeof open === 'string' ? [] : [{ name, open }],
)

describe.each(available)('sqliteStore over $name', ({ open }) => {
  const fresh = async () => join(await freshFolder(), 'day.db')

  test('flushes every commit, beside a log', async () => {
    const handle = open(await fresh())
    sqliteStore(handle)
    expect(Object.values(handle.prepare('pragma journal_mode').get() as object)).toEqual(['wal'])
    expect(Object.values(handle.prepare('pragma synchronous').get() as object)).toEqual([2])
    handle.close()
  })

  test('a database of a newer version is refused, and untouched', async () => {
    const path = await fresh()
    await sqliteStore(open(path)).close()
    const handle = open(path)
    handle.exec('pragma journal_mode = delete; pragma user_version = 2')
    const before = await readFile(path)
    const expected = { code: 'clinic.store.newer', params: { version: 2 } }
    expect(() => sqliteStore(handle)).toThrow(expect.objectContaining(expected))
    handle.close()
    expect(await readFile(path)).toEqual(before)
  })

  test.each([
    ['with tables of others', 'create table other (a)'],
    ['with a version of others', 'pragma user_version = 1'],
  ])('a database %s is refused, and untouched', async (_, sql) => {
    const path = await fresh()
    const handle = open(path)
    handle.exec(sql)
    const before = await readFile(path)
    expect(() => sqliteStore(handle)).toThrow(
      expect.objectContaining({ code: 'clinic.store.foreign' }),
    )
    handle.close()
    expect(await readFile(path)).toEqual(before)
  })

  test('what is no database is refused', async () => {
    const path = await fresh()
    await writeFile(path, 'this is a text and no database at all'.repeat(50))
    const opening = () => sqliteStore(open(path))
    expect(opening).toThrow(expect.objectContaining({ code: 'clinic.store.unreadable' }))
  })

  test('a full disk is told, nothing is lost, and it goes on when there is room', async () => {
    const path = await fresh()
    const handle = open(path)
    const store = sqliteStore(handle)
    await store.write([child('a')])
    handle.exec('pragma max_page_count = 12')
    const tooMuch = store.write([child('b'), child('c', 200_000)])
    await expect(tooMuch).rejects.toMatchObject({ code: 'clinic.store.full' })
    expect(await idsOf(store)).toEqual(['a'])
    handle.exec('pragma max_page_count = 100000')
    await store.write([child('c', 200_000)])
    expect(await idsOf(store)).toEqual(['a', 'c'])
    await store.close()
  })

  test('a database that may only be read is read, and not written to', async () => {
    const path = await fresh()
    const first = sqliteStore(open(path))
    await first.write([child('a')])
    const handle = open(path)
    const store = sqliteStore(handle)
    handle.exec('pragma query_only = 1')
    const writing = store.write([child('b')])
    await expect(writing).rejects.toMatchObject({ code: 'clinic.store.read-only' })
    expect(await idsOf(store)).toEqual(['a'])
    await store.close()
    await first.close()
  })

  test('somebody who keeps the database locked is told of', async () => {
    const path = await fresh()
    const handle = open(path)
    const store = sqliteStore(handle)
    const other = open(path)
    other.exec('begin immediate')
    handle.exec('pragma busy_timeout = 20')
    await expect(store.write([child('a')])).rejects.toMatchObject({ code: 'clinic.store.busy' })
    other.exec('rollback')
    await store.write([child('a')])
    await store.close()
    other.close()
  })

  test.each([
    ['that is no JSON', `value = '{'`],
    ['that is no text', `value = x'7b7d'`],
  ])('with a row %s the rest goes on where somebody is told', async (_, spoilt) => {
    const handle = open(await fresh())
    const issues: Issue[] = []
    const store = sqliteStore(handle, { onIssue: (issue) => issues.push(issue) })
    await store.write([child('a'), child('b'), child('c')])
    handle.exec(`update document set ${spoilt} where id = 'b'`)
    expect(await idsOf(store)).toEqual(['a', 'c'])
    const told = { code: 'clinic.store.document', severity: 'error', path: ['child'] }
    expect(issues).toEqual([expect.objectContaining(told)])
    await expect(store.get('child', 'b')).rejects.toMatchObject({ code: 'clinic.store.document' })
    const rests = { collection: 'child', id: 'b', value: undefined }
    const again = store.write([child('d'), child('b')], [rests])
    await expect(again).rejects.toMatchObject({ code: 'clinic.store.document' })
    expect(await idsOf(store)).toEqual(['a', 'c'])
    await store.write([child('d')])
    expect(await idsOf(store)).toEqual(['a', 'c', 'd'])
    await store.close()
  })

  test('a row that somebody spoilt is told of, and the others can be had', async () => {
    const handle = open(await fresh())
    const store = sqliteStore(handle)
    await store.write([child('a'), child('b')])
    handle.exec(`update document set value = '{' where id = 'a'`)
    await expect(store.all('child')).rejects.toMatchObject({ code: 'clinic.store.document' })
    await expect(store.get('child', 'a')).rejects.toMatchObject({ code: 'clinic.store.document' })
    expect(await store.get('child', 'b')).toBe('x'.repeat(10))
    await store.close()
  })

  test('a store that was closed says so, and can be closed again', async () => {
    const store = sqliteStore(open(await fresh()))
    await store.close()
    await store.close()
    await expect(store.get('child', 'a')).rejects.toMatchObject({ code: 'clinic.store.closed' })
  })

  test('one in memory works too', async () => {
    const store = sqliteStore(open(':memory:'))
    await store.write([child('a')])
    expect(await idsOf(store)).toEqual(['a'])
    expect(await store.hold('outbox')).toBeDefined()
    expect(await store.hold('outbox')).toBeUndefined()
    await store.close()
  })
})
