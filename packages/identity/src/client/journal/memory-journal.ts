import type { JournalEntry, VerificationJournal } from './journal.js'

/** A journal that lives as long as its process. */
export function memoryJournal(): VerificationJournal {
  let entries: JournalEntry[] = []
  return {
    read: () => Promise.resolve([...entries]),
    append: (entry) => {
      entries.push(entry)
      return Promise.resolve()
    },
    discard: () => {
      entries = []
      return Promise.resolve()
    },
  }
}
