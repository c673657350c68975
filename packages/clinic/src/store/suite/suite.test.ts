import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileStore } from '../file.js'
import { memoryStore } from '../memory.js'
import { freshFolder, removeFolders, runSuite, wearLine } from '../run-suite.fixture.js'
import { drivers } from '../sqlite/drivers.fixture.js'
import { sqliteStore } from '../sqlite.js'
import type { Store } from '../store.js'
import { StoreFault, type StoreKind, storeSuite } from './index.js'

removeFolders()

runSuite('memoryStore', { isKept: false, isShared: true }, () => {
  const store = memoryStore()
  return Promise.resolve({ open: () => Promise.resolve(store) })
})

runSuite('fileStore', { isKept: true, isShared: false }, async () => {
  const folder = await freshFolder()
  return {
    open: () => fileStore(folder, { salvage: true }),
    spoil: (_, id) => wearLine(folder, id),
  }
})

for (const { name, open } of drivers) {
  if (typeof open === 'string') {
    // skipped: the reason is in the name
    describe.skip(`the suite of stores, on sqliteStore over ${name}: ${open}`, () => {
      test('is not run', () => undefined)
    })
    continue
  }
  runSuite(`sqliteStore over ${name}`, { isKept: true, isShared: true }, async () => {
    const path = join(await freshFolder(), 'day.db')
    return {
      open: () => Promise.resolve(sqliteStore(open(path), { onIssue: () => undefined })),
      spoil: async (_, id) => {
        const handle = open(path)
        handle.prepare(`update document set value = '{' where id = ?`).run(id)
        handle.close()
        return Promise.resolve()
      },
    }
  })
}

describe('storeSuite', () => {
  const kind = { isKept: false, isShared: true }
  test('asks places that can be spoilt only what becomes of that', () => {
    const count = (one: StoreKind) => storeSuite.filter((each) => each.fits(one)).length
    expect(count({ ...kind, spoil: () => Promise.resolve() })).toBe(count(kind) + 1)
  })

  test.each<[string, (store: Store) => Partial<Store>]>([
    ['without a word', () => ({})],
    ['and counts none', () => ({ unreadable: () => Promise.resolve(0) })],
  ])('finds a store that leaves something out %s', async (_, wrong) => {
    const store = memoryStore()
    const key = { collection: 'child', id: 'b', value: null }
    const place = {
      ...{ isKept: true, isShared: true, spoil: () => store.write([key]) },
      open: () => Promise.resolve({ ...store, ...wrong(store) }),
    }
    const one = storeSuite.find(({ name }) => name.includes('cannot be read'))
    await expect(one?.run(place)).rejects.toThrow(StoreFault)
  })

  const failed = async (wrong: (store: Store) => Partial<Store>): Promise<readonly string[]> => {
    const names: string[] = []
    for (const one of storeSuite.filter((each) => each.fits(kind))) {
      const store = memoryStore()
      const changed = { ...store, ...wrong(store) }
      const ended = one.run({ ...kind, open: () => Promise.resolve(changed) })
      await ended.catch(() => names.push(one.name))
    }
    return names
  }

  test('has names of its own for every case', () => {
    expect(new Set(storeSuite.map(({ name }) => name)).size).toBe(storeSuite.length)
  })

  test.each([
    ['forgets what was expected', (s: Store) => ({ write: (changes) => s.write(changes) })],
    ['holds a name twice', () => ({ hold: () => Promise.resolve(() => Promise.resolve()) })],
    ['loses the order', (s: Store) => ({ all: async (c) => [...(await s.all(c))].reverse() })],
    ['loses values', () => ({ get: () => Promise.resolve(undefined) })],
    [
      'never deletes',
      (s: Store) => ({
        write: (c, e) =>
          s.write(
            c.filter((x) => x.value !== null),
            e,
          ),
      }),
    ],
    [
      'splits a batch',
      (s: Store) => ({
        write: async (c, e) => {
          for (const x of c) await s.write([x])
          await s.write([], e)
        },
      }),
    ],
  ] satisfies [string, (store: Store) => Partial<Store>][])(
    'finds a store that %s',
    async (_, wrong) => {
      expect((await failed(wrong)).length).toBeGreaterThan(0)
    },
  )
})
