/** How far a day has come, in a file that grows beside what comes of it. */
import { InputError, SigningError } from '@tiemchung/core'
import {
  errorCatalogue as signing,
  type SigningEntry,
  type SigningJournal,
} from '@tiemchung/signing'
import { errorCatalogue } from '../../errors.js'
import type { Io, LineFile } from '../../io.js'

/** The journal of a folder, held until it is closed. */
export interface HeldJournal extends SigningJournal {
  close(): Promise<void>
}

function entryIn(line: string): SigningEntry {
  try {
    return JSON.parse(line) as SigningEntry
  } catch (cause) {
    throw new SigningError(signing, 'signing.journal', { cause })
  }
}

/** @throws InputError `cli.write` */
async function opened(io: Io, path: string): Promise<LineFile | undefined> {
  try {
    return await io.openLines(path)
  } catch (cause) {
    throw new InputError(errorCatalogue, 'cli.write', { path: ['--out'], cause })
  }
}

/**
 * Opens the journal in a file. It has the text of the records: keep it as you keep them.
 *
 * @throws InputError `cli.in-use` while another process signs there, `cli.write`
 */
export async function openProgress(io: Io, path: string): Promise<HeldJournal> {
  const file = await opened(io, path)
  if (file === undefined) throw new InputError(errorCatalogue, 'cli.in-use', { path: ['--out'] })
  const entries: SigningEntry[] = []
  return {
    read: () => Promise.resolve([...file.lines.map(entryIn), ...entries]),
    append: async (entry) => {
      await file.append(JSON.stringify(entry))
      entries.push(entry)
    },
    close: () => file.close(),
  }
}
