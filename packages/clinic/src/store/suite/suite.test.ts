import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileStore } from '../file.js'
import { memoryStore } from '../memory.js'
import { freshFolder, removeFolders, runSuite } from '../run-suite.fixture.js'
import { drivers } from '../sqlite/drivers.fixture.js'
import { sqliteStore } from '../sqlite.js'
import type { Store } from '../store.js'
import { storeSuite } from './index.js'

removeFolders()

runSuite('memoryStore', { isKept: false, isShared: true }, () => {
  const store = memoryStore()
  return Promise.resolve({ open: () => Promise.resolve(store) })
})

runSuite('fileStore', { isKept: true, isShared: false }, async () => {
  const folder = await freshFolder()
  return { open: () => fileStore(folder) }
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
    return { open: () => Promise.resolve(sqliteStore(open(path))) }
  })
}

describe('storeSuite', () => {
  const kind = { isKept: false, isShared: true }
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
