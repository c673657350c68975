import { spawn } from 'node:child_process'
import {
  appendFile,
  copyFile,
  mkdir,
  readdir,
  readFile,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { hasCode, utf8 } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { fileStore } from './file.js'
import { checksum } from './journal/checksum.js'
import { textOf } from './journal/line.js'
import { freshFolder, removeFolders } from './run-suite.fixture.js'
import type { Change, Store } from './store.js'

removeFolders()

/** A line of the format before the head. */
const writeLine = (changes: readonly Change[]): Uint8Array => {
  const text = textOf(changes)
  return utf8(`${checksum(utf8(text))} ${text}\n`)
}

const change = (id: string, value: Change['value'], collection = 'child'): Change => ({
  collection,
  id,
  value,
})
const idsOf = async (store: Store, collection = 'child') =>
  (await store.all(collection)).map(({ id }) => id)

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

  test('room ahead is zeroes behind the last line, is written over, and is gone when it is closed', async () => {
    const folder = await freshFolder()
    const store = await fileStore(folder, { ahead: 1000 })
    const tail = async () => {
      const bytes = await readFile(journalOf(folder))
      const zeroes = bytes.subarray(bytes.lastIndexOf(10) + 1)
      expect(zeroes.every((octet) => octet === 0)).toBe(true)
      return { size: bytes.length, room: zeroes.length }
    }
    await store.write([change('a', 1)])
    const first = await tail()
    expect(first.room).toBe(1000)
    await store.write([change('b', 2)])
    expect(await tail()).toMatchObject({ size: first.size })
    await store.write([change('c', 'c'.repeat(2000))])
    expect((await tail()).room).toBe(1000)
    const whileOpen = await freshFolder()
    await mkdir(whileOpen, { recursive: true })
    await copyFile(journalOf(folder), journalOf(whileOpen))
    await store.close()
    expect((await tail()).room).toBe(0)
    const copy = await fileStore(whileOpen)
    expect(await idsOf(copy)).toEqual(['a', 'b', 'c'])
    await copy.close()
  })

  test('a torn last batch is gone as a whole at every byte, and writing goes on', async () => {
    const folder = await filled()
    const bytes = await readFile(journalOf(folder))
    // The head, the line that closes a new journal, two batches, and the line that closes it.
    const ends = [...bytes].flatMap((octet, at) => (octet === 10 ? [at + 1] : []))
    const [first = 0, last = 0] = ends.slice(2)
    for (let length = first; length < last; length += 1) {
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
