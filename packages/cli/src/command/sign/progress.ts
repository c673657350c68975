/** How far a day has come, in a file that grows beside what comes of it. */
import { InputError, SigningError } from '@tiemchung/core'
import {
  errorCatalogue as signing,
  type SigningEntry,
  type SigningJournal,
} from '@tiemchung/signing'
import { errorCatalogue } from '../../errors.js'
import type { Io } from '../../io.js'
import { hasEvidence } from './out-folder.js'

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

/** What is done to the file. @throws InputError `cli.write` */
async function written<Value>(act: () => Promise<Value>): Promise<Value> {
  try {
    return await act()
  } catch (cause) {
    throw new InputError(errorCatalogue, 'cli.write', { path: ['--out'], cause })
  }
}

/**
 * Refuses to sign anew beside what was signed.
 *
 * @throws InputError `cli.progress-missing`
 */
export async function checkProgress(io: Io, folder: string, journal: HeldJournal): Promise<void> {
  const isNew = (await journal.read()).length === 0
  if (!isNew || !(await hasEvidence(io, folder))) return
  throw new InputError(errorCatalogue, 'cli.progress-missing', { path: ['--out'] })
}

/**
 * Opens the journal in a file. It has the text of the records: keep it as you keep them.
 *
 * @throws InputError `cli.in-use` while another process signs there, `cli.write` also when an entry cannot be appended
 */
export async function openProgress(io: Io, path: string): Promise<HeldJournal> {
  const file = await written(() => io.openLines(path))
  if (file === undefined) throw new InputError(errorCatalogue, 'cli.in-use', { path: ['--out'] })
  const entries: SigningEntry[] = []
  return {
    read: () => Promise.resolve([...file.lines.map(entryIn), ...entries]),
    append: async (entry) => {
      await written(() => file.append(JSON.stringify(entry)))
      entries.push(entry)
    },
    close: () => file.close(),
  }
}
