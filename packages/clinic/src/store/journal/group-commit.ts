import { InputError } from '@tiemchung/core'
import { storeErrors } from '../../errors/store-errors.js'
import { addTo, type Documents, type Pending } from '../documents.js'
import type { Change, Expected } from '../store.js'
import type { JournalFile } from './journal-file.js'
import { batchOf, textOf } from './line.js'

interface Waiting {
  readonly text: string
  readonly changes: readonly Change[]
  readonly expected: readonly Expected[]
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

/** Characters that are flushed together at most, beside the first batch. */
const most = 8 << 20

/** Batches that wait together are flushed together: each is told when its own is on the disk. */
export class GroupCommit {
  readonly #documents: Documents
  readonly #journal: JournalFile
  readonly #queue: Waiting[] = []
  #running: Promise<void> | undefined
  #isClosed = false

  constructor(documents: Documents, journal: JournalFile) {
    this.#documents = documents
    this.#journal = journal
  }

  /** @throws InputError `clinic.store.changed`, `clinic.store.closed`, or why the disk refuses */
  async write(changes: readonly Change[], expected: readonly Expected[]): Promise<void> {
    if (this.#isClosed) throw new InputError(storeErrors, 'clinic.store.closed')
    const text = textOf(changes)
    // What is kept is read from the text, so that no later change by the caller can reach it.
    const kept = { text, changes: batchOf(text), expected: [...expected] }
    return new Promise((resolve, reject) => {
      this.#queue.push({ ...kept, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  /** Waits for what is on its way, and takes nothing more. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#running
  }

  async #run(): Promise<void> {
    // What is asked in the same turn goes together.
    await Promise.resolve()
    while (this.#queue.length > 0) await this.#commit(this.#take())
    this.#running = undefined
  }

  #take(): readonly Waiting[] {
    let size = 0
    const beyond = this.#queue.findIndex(({ text }, index) => {
      size += text.length
      return index > 0 && size > most
    })
    return this.#queue.splice(0, beyond < 0 ? this.#queue.length : beyond)
  }

  /** Those whose documents stand as they were read, each on top of those before it; the others are told. */
  #sound(group: readonly Waiting[]): readonly Waiting[] {
    const pending: Pending = new Map()
    return group.filter(({ changes, expected, reject }) => {
      try {
        this.#documents.check(expected, pending)
        addTo(pending, changes)
        return true
      } catch (caught) {
        reject(caught)
        return false
      }
    })
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    const sound = this.#sound(group)
    if (sound.length === 0) return
    try {
      await this.#journal.append(sound.map(({ text }) => text))
    } catch (caught) {
      for (const { reject } of sound) reject(caught)
      return
    }
    for (const { changes, resolve } of sound) {
      this.#documents.apply(changes)
      resolve()
    }
  }
}
