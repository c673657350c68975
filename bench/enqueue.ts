/** Recording one operation durably: a file and an SQLite database, each against the bare writing of the same octets. */
import { mkdtempSync, rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOutbox, type NewOperation, type Store } from '@tiemchung/clinic'
import { fileStore } from '@tiemchung/clinic/store/file'
import { type SqliteHandle, sqliteStore } from '@tiemchung/clinic/store/sqlite'
import { fullRecord } from 'tiemchung-fixtures/dose-record'
import type { Bench } from './bench.js'

/** Operations of one round. */
const operations = 50
const rounds = 31

const wanted: readonly NewOperation[] = Array.from({ length: operations }, (_, index) => {
  const payload = JSON.parse(JSON.stringify(fullRecord(index))) as NewOperation['payload']
  return { kind: 'record', subject: fullRecord(index).id, payload }
})

const never = () => Promise.reject(new Error('nothing is sent'))

/** What one operation comes to in the file. */
async function lineOf(folder: string): Promise<Uint8Array> {
  const store = await fileStore(folder, { ahead: 0 })
  const handle = await open(join(folder, 'journal.log'), 'r')
  const before = (await handle.stat()).size
  await createOutbox({ store, send: never }).add(wanted.slice(0, 1))
  const line = new Uint8Array((await handle.stat()).size - before)
  await handle.read(line, 0, line.length, before)
  await handle.close()
  await store.close()
  return line
}

async function appendAll(
  handle: FileHandle,
  line: Uint8Array,
  flush: 'sync' | 'datasync',
): Promise<void> {
  for (let count = 0; count < operations; count += 1) {
    await handle.appendFile(line)
    await handle[flush]()
  }
}

/** Work between two flushes, in milliseconds: about what `add` does. A disk that was idle meanwhile answers later. */
const pause = 0.1

async function appendWithPauses(handle: FileHandle, line: Uint8Array): Promise<void> {
  for (let count = 0; count < operations; count += 1) {
    const end = performance.now() + pause
    while (performance.now() < end);
    await handle.appendFile(line)
    await handle.sync()
  }
}

async function addAll(store: Store): Promise<void> {
  const outbox = createOutbox({ store, send: never })
  for (const one of wanted) await outbox.add([one])
}

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-enqueue-'))
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** `clinic-enqueue`: 50 operations of a full record, one after another, each on the disk before the next. */
export async function enqueueInFile(): Promise<Bench> {
  const folder = freshFolder()
  const line = await lineOf(join(folder, 'line'))
  const [bare, other, slow] = await Promise.all(
    ['bare', 'other', 'slow'].map((name) => open(join(folder, name), 'a')),
  )
  if (bare === undefined || other === undefined || slow === undefined) throw new Error('no file')
  const store = await fileStore(join(folder, 'day'))
  return {
    rounds,
    ours: [
      { name: `append, fsync, × ${operations}`, run: () => appendAll(bare, line, 'sync') },
      { name: `append, fdatasync, × ${operations}`, run: () => appendAll(other, line, 'datasync') },
      {
        name: `${pause} ms, append, fsync, × ${operations}`,
        run: () => appendWithPauses(slow, line),
      },
      { name: `outbox.add on fileStore, × ${operations}`, run: () => addAll(store) },
    ],
    peers: [],
  }
}

/** The driver that is there on every Node. */
async function ready(path: string): Promise<SqliteHandle> {
  const driver: string = '@photostructure/sqlite'
  const { DatabaseSync } = (await import(driver)) as {
    readonly DatabaseSync: new (path: string) => SqliteHandle
  }
  const handle = new DatabaseSync(path)
  handle.exec('pragma journal_mode = wal; pragma synchronous = full')
  return handle
}

/** `clinic-enqueue-sqlite`: the same on SQLite, against an insert and its commit with the same driver. */
export async function enqueueInSqlite(): Promise<Bench> {
  const folder = freshFolder()
  const value = Buffer.from(await lineOf(join(folder, 'line'))).toString()
  const bare = await ready(join(folder, 'bare.db'))
  bare.exec('create table line (value text not null)')
  const insert = bare.prepare('insert into line values (?)')
  const store = sqliteStore(await ready(join(folder, 'day.db')))
  return {
    rounds,
    ours: [
      {
        name: `insert, commit, × ${operations}`,
        run: () => {
          for (let count = 0; count < operations; count += 1) insert.run(value)
        },
      },
      { name: `outbox.add on sqliteStore, × ${operations}`, run: () => addAll(store) },
    ],
    peers: [],
  }
}
