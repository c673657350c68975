/** A store in a folder: an append-only journal, flushed to the disk before `write` returns. Node only. */
import { join } from 'node:path'
import { type Issue, issue, ParseError, type RandomSource, toHex } from '@tiemchung/core'
import {
  type FileOperations,
  openSound,
  replaceFile,
  systemFiles,
} from '@tiemchung/core/durable-file'
import { storeErrors } from '../errors/store-errors.js'
import { worldOf } from '../world.js'
import { onDisk } from './disk-errors.js'
import { Documents } from './documents.js'
import { holds } from './holds.js'
import { linesAside } from './lines-aside.js'
import { GroupCommit } from './journal/group-commit.js'
import { JournalFile, sealText } from './journal/journal-file.js'
import { journalFormat, textOf, writeHead, writeLine } from './journal/line.js'
import { type JournalReading, readJournal } from './journal/read-journal.js'
import type { Store } from './store.js'

export type { Change, Expected, Store, StoredDocument } from './store.js'

/** How a store in a folder is opened. */
export interface FileStoreOptions {
  /**
   * Reads what is sound of a damaged journal, and keeps the damaged lines aside in `journal.log.damaged`. What they
   * held is lost, and a document may stand as it was before: `unreadable` counts the lines that lie aside, until somebody
   * has compared and taken that file away. Default: a damaged journal is refused.
   */
  readonly salvage?: boolean
  /**
   * Octets of room that are made ahead behind the journal's end, so that a flush need not bring a new size to the disk.
   * Closing cuts them off. Default: 65,536; 0: none.
   */
  readonly ahead?: number
  /** The disk. Default: the host's. */
  readonly files?: FileOperations
  readonly random?: RandomSource
}

/** A store in a folder. */
export interface FileStore extends Store {
  /** What was found damaged when it was opened with `salvage`, by lines of the journal: `clinic.store.damaged-line`. */
  readonly issues: readonly Issue[]
}

/** Journals shorter than this are not worth rewriting. */
const worthRewriting = 1 << 20
const changesOfLine = 500

interface Place {
  readonly path: string
  readonly files: FileOperations
  readonly random: RandomSource
}

function* linesOf(documents: Documents, id: string): Generator<Uint8Array> {
  const head = writeHead(id)
  yield head
  let at = head.length
  const changes = documents.snapshot()
  for (let start = 0; start < changes.length; start += changesOfLine) {
    const text = textOf(changes.slice(start, start + changesOfLine))
    const line = writeLine(text, { id, at, flushed: head.length })
    yield line
    at += line.length
  }
  // It takes the name of the journal when all of it is on the disk.
  yield writeLine(sealText, { id, at, flushed: at })
}

/** Writes the journal anew as one state: the new file is complete and flushed before it takes the name. */
async function rewrite({ path, files, random }: Place, documents: Documents): Promise<void> {
  await replaceFile(path, linesOf(documents, toHex(random.bytes(4))), files)
}

/** Keeps damaged lines beside the journal, before anything is written over them. */
async function keepAside(place: Place, bytes: Uint8Array, reading: JournalReading): Promise<void> {
  const file = await place.files.open(`${place.path}.damaged`, 'kept')
  try {
    let at = await file.size()
    for (const { start, end } of reading.damage) {
      await file.write(bytes.subarray(start, end), at)
      at += end - start
    }
    await file.flush()
  } finally {
    await file.close()
  }
}

/** @throws ParseError `clinic.store.newer`, `clinic.store.damaged` */
function refuseUnread({ state, format, damage }: JournalReading, salvage: boolean): void {
  if (state === 'newer') {
    throw new ParseError(storeErrors, 'clinic.store.newer', { params: { version: format } })
  }
  if (state === 'damaged' && !salvage) {
    const params = { line: damage[0]?.line ?? 0 }
    throw new ParseError(storeErrors, 'clinic.store.damaged', { params })
  }
}

/** Whether the journal has to be written anew: of an older format, damaged, or long with little in it. */
function isWorn(reading: JournalReading, bytes: Uint8Array, documents: Documents): boolean {
  if (reading.format !== journalFormat || reading.state === 'damaged') return true
  const changes = reading.batches.reduce((sum, batch) => sum + batch.length, 0)
  return bytes.length > worthRewriting && changes > documents.size * 4
}

interface Opened {
  readonly journal: JournalFile
  readonly documents: Documents
  readonly issues: readonly Issue[]
}

async function openJournal(
  place: Place,
  { salvage, ahead }: { readonly salvage: boolean; readonly ahead: number },
): Promise<Opened> {
  const { path, files } = place
  let bytes = await files.read(path)
  let reading = readJournal(bytes)
  refuseUnread(reading, salvage)
  const documents = new Documents()
  for (const batch of reading.batches) documents.apply(batch)
  const issues = reading.damage.map(({ line }) =>
    issue(storeErrors, 'clinic.store.damaged-line', { params: { line } }),
  )
  if (issues.length > 0) await keepAside(place, bytes, reading)
  if (isWorn(reading, bytes, documents)) {
    await rewrite(place, documents)
    bytes = await files.read(path)
    reading = readJournal(bytes)
  }
  const { soundBytes: size, id = '', isSealed } = reading
  const { file } = await openSound(path, () => size, files)
  const journal = new JournalFile(file, { id, size, isSealed, ahead })
  await journal.seal()
  return { journal, documents, issues }
}

function storeOver(
  { journal, documents, issues }: Opened,
  aside: number,
  letGo: () => Promise<void>,
): FileStore {
  const commit = new GroupCommit(documents, journal)
  let closing: Promise<void> | undefined
  return {
    issues,
    all: (collection) => Promise.resolve(documents.all(collection)),
    unreadable: () => Promise.resolve(aside),
    get: (collection, id) => Promise.resolve(documents.get(collection, id)),
    write: (changes, expected = []) => commit.write(changes, expected),
    hold: holds(),
    close: () => {
      closing ??= commit.close().then(async () => {
        await journal.seal()
        await journal.close()
        await letGo()
      })
      return closing
    },
  }
}

/**
 * Opens a store in a folder, which is made when it is not there.
 *
 * What a power cut left of a write that had not returned is cut off. Other damage is refused, or with `salvage` kept
 * aside. One process at a time has it, by the lock file `open.lock`; a lock whose process has ended is taken over.
 *
 * Its checksums find torn writes and worn disks, and no forgery: whoever can write to the folder can change it. What it
 * holds is plain text; `encryptedStore` of `@tiemchung/clinic/store/encrypted` is not.
 *
 * @throws ParseError `clinic.store.damaged`, `clinic.store.newer`
 * @throws ParseError `clinic.store.in-use` when another process has it open
 * @throws InputError `clinic.store.full`, `clinic.store.read-only`, `clinic.store.disk`; nothing was lost
 */
export async function fileStore(
  folder: string,
  options: FileStoreOptions = {},
): Promise<FileStore> {
  const { salvage = false, ahead = 65_536, files = systemFiles } = options
  const { random } = worldOf(options.random === undefined ? {} : { random: options.random })
  return onDisk(async () => {
    await files.makeFolder(folder)
    const letGo = await files.lock(join(folder, 'open'))
    if (letGo === undefined) throw new ParseError(storeErrors, 'clinic.store.in-use')
    try {
      const place = { path: join(folder, 'journal.log'), files, random }
      const opened = await openJournal(place, { salvage, ahead })
      return storeOver(opened, await linesAside(place.path, files), letGo)
    } catch (caught) {
      await letGo()
      throw caught
    }
  })
}
