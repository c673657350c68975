import { spawn } from 'node:child_process'
import {
  appendFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasCode } from '@tiemchung/core'
import { afterEach, describe, expect, test } from 'vitest'
import { fileStore } from './file.js'
import { writeLine } from './journal.js'
import { memoryStore } from './memory.js'
import type { Change, Store } from './store.js'

const folders: string[] = []
const freshFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clinic-store-'))
  folders.push(folder)
  return folder
}
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })))
})

const change = (id: string, value: Change['value'], collection = 'child'): Change => ({
  collection,
  id,
  value,
})
const idsOf = async (store: Store, collection = 'child') =>
  (await store.all(collection)).map(({ id }) => id)

describe.each([
  ['memoryStore', () => Promise.resolve(memoryStore())],
  ['fileStore', async () => fileStore(await freshFolder())],
])('the contract of a store, kept by %s', (_, open) => {
  test('what is written can be read, and nothing else', async () => {
    const store = await open()
    await store.write([change('a', { n: 1 }), change('a', 7, 'record')])
    expect(await store.get('child', 'a')).toEqual({ n: 1 })
    expect(await store.get('record', 'a')).toBe(7)
    expect(await store.get('child', 'b')).toBeUndefined()
    expect(await store.get('nothing', 'a')).toBeUndefined()
    expect(await store.all('nothing')).toEqual([])
    await store.close()
  })

  test('documents stay in the order in which they were first written', async () => {
    const store = await open()
    await store.write([change('b', 1), change('a', 1)])
    await store.write([change('c', 1), change('b', 2)])
    expect(await store.all('child')).toEqual([
      { id: 'b', value: 2 },
      { id: 'a', value: 1 },
      { id: 'c', value: 1 },
    ])
    await store.close()
  })

  test('null deletes, and a document written again comes last', async () => {
    const store = await open()
    await store.write([change('a', 1), change('b', 1)])
    await store.write([change('a', null), change('never', null)])
    expect(await idsOf(store)).toEqual(['b'])
    await store.write([change('a', 2)])
    expect(await idsOf(store)).toEqual(['b', 'a'])
    await store.close()
  })

  test('a batch is written if what it rests on stands as it was read', async () => {
    const store = await open()
    await store.write([change('a', { n: 1 })])
    const read = { collection: 'child', id: 'a', value: { n: 1 } }
    const absent = { collection: 'child', id: 'b', value: undefined }
    await store.write([change('a', { n: 2 })], [read, absent])
    const late = store.write([change('a', { n: 3 }), change('c', 1)], [read])
    await expect(late).rejects.toMatchObject({ code: 'clinic.store.changed' })
    await store.write([change('b', 1)])
    const doubled = store.write([change('b', 2)], [absent])
    await expect(doubled).rejects.toMatchObject({ code: 'clinic.store.changed' })
    expect(await store.all('child')).toEqual([
      { id: 'a', value: { n: 2 } },
      { id: 'b', value: 1 },
    ])
    await store.close()
  })

  test('of two that read the same, one writes', async () => {
    const store = await open()
    await store.write([change('a', 0)])
    const read = { collection: 'child', id: 'a', value: 0 }
    const ends = await Promise.allSettled(
      Array.from({ length: 5 }, (_one, index) => store.write([change('a', index + 1)], [read])),
    )
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', ...Array(4).fill('rejected')])
    expect(await store.get('child', 'a')).toBe(1)
    await store.close()
  })

  test('the changes of a batch take effect in their order', async () => {
    const store = await open()
    await store.write([change('a', 1), change('a', null), change('a', 3)])
    expect(await store.get('child', 'a')).toBe(3)
    await store.close()
  })

  test('a caller that changes its object later changes nothing here', async () => {
    const store = await open()
    const value = { names: ['one'] }
    const writing = store.write([change('a', value)])
    value.names.push('two')
    await writing
    expect(await store.get('child', 'a')).toEqual({ names: ['one'] })
    await store.close()
  })

  test('writes that overlap all arrive, the later on top', async () => {
    const store = await open()
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => store.write([change('a', n), change(`${n}`, n)])),
    )
    expect(await store.get('child', 'a')).toBe(19)
    expect(await idsOf(store)).toHaveLength(21)
    await store.close()
  })

  test('a name is held by one at a time', async () => {
    const store = await open()
    const letGo = await store.hold('outbox')
    expect(letGo).toBeDefined()
    expect(await store.hold('outbox')).toBeUndefined()
    const other = await store.hold('another/name')
    expect(other).toBeDefined()
    await letGo?.()
    expect(await store.hold('outbox')).toBeDefined()
    await store.close()
  })
})

describe('fileStore', () => {
  const journalOf = (folder: string) => join(folder, 'journal.log')
  const filled = async () => {
    const folder = await freshFolder()
    const store = await fileStore(folder)
    await store.write([change('a', 1), change('b', { name: 'Hòa' })])
    await store.write([change('a', null), change('c', 'c'.repeat(30))])
    await store.close()
    return folder
  }

  test('a store opened again is the same store', async () => {
    const store = await fileStore(await filled())
    expect(await idsOf(store)).toEqual(['b', 'c'])
    expect(await store.get('child', 'b')).toEqual({ name: 'Hòa' })
    await store.close()
  })

  test('a torn last batch is gone as a whole at every byte, and writing goes on', async () => {
    const folder = await filled()
    const bytes = await readFile(journalOf(folder))
    const first = bytes.indexOf(10) + 1
    for (let length = first; length < bytes.length; length += 1) {
      await writeFile(journalOf(folder), bytes.subarray(0, length))
      const torn = await fileStore(folder)
      expect(await idsOf(torn), `${length} bytes`).toEqual(['a', 'b'])
      await torn.write([change('d', 1)])
      await torn.close()
      const again = await fileStore(folder)
      expect(await idsOf(again), `${length} bytes`).toEqual(['a', 'b', 'd'])
      await again.close()
    }
  })

  test('damage before the end is refused by its line, and the folder is let go', async () => {
    const folder = await filled()
    const bytes = await readFile(journalOf(folder))
    bytes[12] = (bytes[12] ?? 0) ^ 1
    await writeFile(journalOf(folder), bytes)
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(fileStore(folder)).rejects.toMatchObject({
        code: 'clinic.store.damaged',
        params: { line: 1 },
      })
    }
    expect(await readFile(journalOf(folder))).toEqual(bytes)
  })

  test('a folder is open once', async () => {
    const folder = await filled()
    const store = await fileStore(folder)
    const caught = await fileStore(folder).catch((error: unknown) => error)
    expect(hasCode(caught, 'clinic.store.in-use')).toBe(true)
    await store.close()
    await (await fileStore(folder)).close()
  })

  test.each([['a process that has ended', async () => `${await endedProcess()} 1 ${hostname()}`]])(
    'a lock left by %s is taken over',
    async (_, holder) => {
      const folder = await filled()
      await writeFile(join(folder, 'open.lock'), await holder())
      const store = await fileStore(folder)
      expect(await idsOf(store)).toEqual(['b', 'c'])
      await store.close()
    },
  )

  test.each([
    ['a process that is there', `${process.ppid}  ${hostname()}`],
    ['another machine', `${process.pid} 1 not-${hostname()}`],
    ['somebody who cannot be told', ''],
    ['something else', 'not a number'],
  ])('a lock of %s is respected', async (_, holder) => {
    const folder = await filled()
    await writeFile(join(folder, 'open.lock'), holder)
    await expect(fileStore(folder)).rejects.toMatchObject({ code: 'clinic.store.in-use' })
  })

  test('a long journal of old versions is rewritten when opened, with the same documents in order', async () => {
    const folder = await grown()
    const before = (await stat(journalOf(folder))).size
    const store = await fileStore(folder)
    const documents = await store.all('child')
    expect(documents.map(({ id }) => id)).toEqual(['b', 'a'])
    await store.close()
    expect((await stat(journalOf(folder))).size).toBeLessThan(before / 10)
    const again = await fileStore(folder)
    expect(await again.all('child')).toEqual(documents)
    await again.close()
    expect((await readdir(folder)).sort()).toEqual(['journal.log'])
  })

  test('a long journal that is torn as well is rewritten and goes on', async () => {
    const folder = await grown()
    await appendFile(journalOf(folder), writeLine([change('torn', 1)]).subarray(0, 15))
    const store = await fileStore(folder)
    await store.write([change('c', 1)])
    await store.close()
    const again = await fileStore(folder)
    expect(await idsOf(again)).toEqual(['b', 'a', 'c'])
    await again.close()
  })

  test('a rewriting that was cut short leaves the journal as it was', async () => {
    const folder = await filled()
    await writeFile(`${journalOf(folder)}.new`, 'half a li')
    const store = await fileStore(folder)
    expect(await idsOf(store)).toEqual(['b', 'c'])
    await store.close()
  })

  test('an empty journal, as a crash right after making it leaves, is an empty store', async () => {
    const folder = await filled()
    await truncate(journalOf(folder), 0)
    const store = await fileStore(folder)
    expect(await store.all('child')).toEqual([])
    await store.close()
  })

  async function grown(): Promise<string> {
    const folder = await freshFolder()
    const text = 'x'.repeat(2000)
    const lines = Array.from({ length: 600 }, (_, n) => [change('a', `${n}${text}`)])
    const all = [[change('b', 'first')], ...lines].map((batch) => writeLine(batch))
    await writeFile(journalOf(folder), Buffer.concat(all))
    return folder
  }
})

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => child.on('exit', resolve))
  return child.pid ?? 0
}
