/** A store in a folder: an append-only journal, flushed to the disk before `write` returns. Node only. */
import { type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { ParseError } from '@tiemchung/core'
import { lockFile } from '@tiemchung/core/file-lock'
import { errorCatalogue } from '../errors.js'
import { copyOf, Documents } from './documents.js'
import { holds } from './holds.js'
import { readJournal, writeLine } from './journal.js'
import type { Change, Store } from './store.js'

export type { Change, Expected, Store, StoredDocument } from './store.js'

/** Journals shorter than this are not worth rewriting. */
const worthRewriting = 1 << 20

async function readIfThere(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (caught) {
    if ((caught as { code?: string }).code === 'ENOENT') return new Uint8Array()
    throw caught
  }
}

/** Flushes a folder's own entries; some systems do not allow it and do not need it. */
async function flushFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined
  try {
    handle = await open(folder, 'r')
    await handle.sync()
  } catch {
    // Windows refuses to open folders; a renamed file is durable there without.
  } finally {
    await handle?.close()
  }
}

/** Rewrites the journal as one batch: the new file is complete and flushed before it takes the name. */
async function rewrite(folder: string, path: string, documents: Documents): Promise<void> {
  const fresh = `${path}.new`
  const handle = await open(fresh, 'w')
  try {
    const changes = documents.snapshot()
    for (let start = 0; start < changes.length; start += 500) {
      await handle.write(writeLine(changes.slice(start, start + 500)))
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(fresh, path)
  await flushFolder(folder)
}

/**
 * Opens a store in a folder, which is made when it is not there.
 *
 * A last line that a power cut tore is cut off: its `write` had not returned. Damage before the end is
 * refused, because what follows it cannot be trusted to be complete. One process at a time
 * has it, by the lock file `open.lock`; a lock whose process has ended is taken over.
 *
 * @throws ParseError `clinic.store.damaged`
 * @throws ParseError `clinic.store.in-use` when another process has it open
 */
export async function fileStore(folder: string): Promise<Store> {
  await mkdir(folder, { recursive: true })
  const letGo = await lockFile(join(folder, 'open'))
  if (letGo === undefined) throw new ParseError(errorCatalogue, 'clinic.store.in-use')
  const path = join(folder, 'journal.log')
  try {
    return await openJournal(folder, path, letGo)
  } catch (caught) {
    await letGo()
    throw caught
  }
}

async function openJournal(
  folder: string,
  path: string,
  letGo: () => Promise<void>,
): Promise<Store> {
  const bytes = await readIfThere(path)
  const reading = readJournal(bytes)
  if (reading.state === 'damaged') {
    throw new ParseError(errorCatalogue, 'clinic.store.damaged', {
      params: { line: reading.batches.length + 1 },
    })
  }
  const documents = new Documents()
  for (const batch of reading.batches) documents.apply(batch)
  const changes = reading.batches.reduce((sum, batch) => sum + batch.length, 0)
  const grown = bytes.length > worthRewriting && changes > documents.size * 4
  if (grown) await rewrite(folder, path, documents)
  const journal = await open(path, 'a')
  if (!grown && reading.state === 'torn') await journal.truncate(reading.soundBytes)
  await journal.sync()
  await flushFolder(folder)
  return storeOver(journal, documents, letGo)
}

/** Appends a batch; one that could not be written whole is cut off, so that the next can follow. */
async function append(journal: FileHandle, changes: readonly Change[]): Promise<void> {
  const { size } = await journal.stat()
  try {
    await journal.appendFile(writeLine(changes))
    await journal.datasync()
  } catch (caught) {
    await journal.truncate(size)
    throw caught
  }
}

function storeOver(journal: FileHandle, documents: Documents, letGo: () => Promise<void>): Store {
  let last: Promise<void> = Promise.resolve()
  return {
    all: (collection) => Promise.resolve(documents.all(collection)),
    get: (collection, id) => Promise.resolve(documents.get(collection, id)),
    write: (changes, expected = []) => {
      const copy = copyOf(changes)
      const mine = last.then(async () => {
        documents.check(expected)
        await append(journal, copy)
        documents.apply(copy)
      })
      last = mine.catch(() => undefined)
      return mine
    },
    hold: holds(),
    close: async () => {
      await last
      await journal.close()
      await letGo()
    },
  }
}
