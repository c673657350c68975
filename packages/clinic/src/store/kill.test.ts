import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { fileStore } from './file.js'
import { freshFolder, removeFolders } from './run-suite.fixture.js'
import { drivers } from './sqlite/drivers.fixture.js'
import { sqliteStore } from './sqlite.js'
import type { Store } from './store.js'

removeFolders()

const here = (path: string) => new URL(path, import.meta.url).href

/** Writes batches of two, and says each number when its write has returned. */
const program = `
import { fileStore } from '${here('file.ts')}'
import { sqliteStore } from '${here('sqlite.ts')}'
import { drivers } from '${here('sqlite/drivers.fixture.ts')}'
const [kind, path, from] = process.argv.slice(1)
const open = drivers.find(({ name }) => name === kind)?.open
const store = kind === 'file' ? await fileStore(path) : sqliteStore(open(path))
if (await store.hold('outbox') === undefined) throw new Error('held by the dead')
for (let number = Number(from); ; number += 1) {
  const text = 'x'.repeat(number % 400)
  const half = (id) => ({ collection: 'half', id, value: { number, text } })
  await store.write([half(number + 'x'), half(number + 'y')])
  process.stdout.write(number + '\\n')
}
`

/** Runs it until it has written a few, and kills it; the numbers that it said. */
async function killed(kind: string, path: string, from: number, many: number): Promise<number[]> {
  const flags = ['--conditions=@tiemchung/source', '--import', 'tsx', '--input-type=module']
  const child = spawn(process.execPath, [...flags, '-e', program, kind, path, `${from}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (data) => {
    said += String(data)
    if (said.split('\n').length > many) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.on('close', resolve))
  expect(child.signalCode).toBe('SIGKILL')
  // A number that was cut in the middle was not said.
  return said.split('\n').slice(0, -1).map(Number)
}

/** Reads a journal without our code: sound lines by zlib's CRC-32, rows by their text. */
async function rowsOfJournal(folder: string): Promise<ReadonlyMap<string, string>> {
  const rows = new Map<string, string>()
  for (const line of (await readFile(join(folder, 'journal.log'), 'latin1')).split('\n')) {
    const [sum, body] = [line.slice(0, 8), line.slice(9)]
    if (crc32(Buffer.from(body, 'latin1')).toString(16).padStart(8, '0') !== sum) continue
    const json = /^[0-9a-f]{8} \d+ \d+ (\[.*)$/.exec(body)?.[1]
    for (const [, id, value] of JSON.parse(json ?? '[]') as [string, string, unknown][]) {
      rows.set(id, JSON.stringify(value))
    }
  }
  return rows
}

function compare(rows: ReadonlyMap<string, string>, said: readonly number[]): void {
  const numbers = new Set([...rows.keys()].map((id) => Number.parseInt(id, 10)))
  for (const number of said) expect(numbers.has(number), `${number} was acknowledged`).toBe(true)
  for (const number of numbers) {
    const value = JSON.stringify({ number, text: 'x'.repeat(number % 400) })
    expect([rows.get(`${number}x`), rows.get(`${number}y`)], `${number}`).toEqual([value, value])
  }
}

interface Kind {
  readonly name: string
  readonly open: (path: string) => Promise<Store>
  readonly rows: (path: string) => Promise<ReadonlyMap<string, string>>
}

const kinds: readonly Kind[] = [
  { name: 'file', open: fileStore, rows: rowsOfJournal },
  ...drivers.flatMap(({ name, open }): Kind[] => {
    if (typeof open === 'string') return []
    const rows = (path: string) => {
      const handle = open(path)
      const all = handle.prepare('select id, value from document').all()
      handle.close()
      const pairs = (all as { id: string; value: string }[]).map(
        (row) => [row.id, row.value] as const,
      )
      return Promise.resolve(new Map(pairs))
    }
    return [{ name, open: (path) => Promise.resolve(sqliteStore(open(path))), rows }]
  }),
]

describe.each(kinds)(
  'a process killed while it writes to a store: $name',
  ({ name, open, rows }) => {
    test('loses nothing that was acknowledged, leaves no half of a batch, and holds nothing', async () => {
      const path = join(await freshFolder(), 'day')
      const said: number[] = []
      for (const many of [3, 20, 47]) {
        said.push(...(await killed(name, path, said.length * 2 + 1000 * said.length, many)))
        compare(await rows(path), said)
      }
      expect(said.length).toBeGreaterThanOrEqual(70)
      const store = await open(path)
      compare(
        new Map((await store.all('half')).map(({ id, value }) => [id, JSON.stringify(value)])),
        said,
      )
      expect(await store.hold('outbox')).toBeDefined()
      await store.close()
    })
  },
)
