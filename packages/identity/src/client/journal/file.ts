/** A journal in a file: JSON lines, flushed to the disk before `append` returns. Node only. */
import { rm } from 'node:fs/promises'
import { ParseError } from '@tiemchung/core'
import { appendWhole, openSound, systemFiles } from '@tiemchung/core/durable-file'
import { lockFile } from '@tiemchung/core/file-lock'
import { journalErrors } from '../../errors/journal-errors.js'
import type { JournalEntry, VerificationJournal } from './journal.js'
import { type JournalReading, readLines, writeLine } from './line.js'

export type { JournalEntry, VerificationJournal } from './journal.js'

/** @throws ParseError `identity.journal.damaged` */
function soundReading(bytes: Uint8Array): JournalReading {
  const reading = readLines(bytes)
  if (reading.state !== 'damaged') return reading
  throw new ParseError(journalErrors, 'identity.journal.damaged', {
    params: { line: reading.entries.length + 1 },
  })
}

/** A journal that holds its file until it is closed, or its process has ended. */
export interface FileJournal extends VerificationJournal {
  /** Lets another process have the file. */
  close(): Promise<void>
}

/** Cuts a torn line off and flushes what is there. @throws ParseError `identity.journal.damaged` */
async function makeSound(path: string): Promise<void> {
  const { file } = await openSound(path, (bytes) => soundReading(bytes).soundBytes)
  await file.close()
}

async function appendTo(path: string, entry: JournalEntry): Promise<void> {
  const file = await systemFiles.open(path, 'kept')
  try {
    await appendWhole(file, writeLine(entry))
  } finally {
    await file.close()
  }
}

/**
 * Opens a journal in a file, which is made when it is not there.
 *
 * A last line that a power cut tore is cut off: its `append` had not returned. The file holds answers
 * about persons by the ids of their questions, and no name and no number; `discard` removes it. One
 * process at a time has it, by a lock file beside it; a lock whose process has ended is taken over.
 *
 * @throws ParseError `identity.journal.damaged`, `identity.journal.in-use`
 */
export async function fileJournal(path: string): Promise<FileJournal> {
  const letGo = await lockFile(path)
  if (letGo === undefined) throw new ParseError(journalErrors, 'identity.journal.in-use')
  try {
    await makeSound(path)
  } catch (caught) {
    await letGo()
    throw caught
  }
  return {
    read: async () => soundReading(await systemFiles.read(path)).entries,
    append: (entry) => appendTo(path, entry),
    discard: () => rm(path, { force: true }),
    close: letGo,
  }
}
