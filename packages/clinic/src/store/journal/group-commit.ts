import { InputError } from '@tiemchung/core'
import { storeErrors } from '../../errors/store-errors.js'
import { addTo, type Documents, type Pending } from '../documents.js'
import type { Change, Expected } from '../store.js'
import type { JournalFile } from './journal-file.js'
import { batchOf, textOf } from './line.js'

/** A batch that waits for the disk. */
interface Waiting {
  readonly text: string
  /** What is kept: read from the text, so that no later change by the caller can reach it, and read once. */
  readonly kept: () => readonly Change[]
  readonly expected: readonly Expected[]
  readonly resolve: () => void
  readonly reject: (reason: unknown) => void
}

function keptOf(text: string): Waiting['kept'] {
  let changes: readonly Change[] | undefined
  return () => {
    changes ??= batchOf(text)
    return changes
  }
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
    const [text, before] = [textOf(changes), [...expected]]
    return new Promise((resolve, reject) => {
      this.#queue.push({ text, kept: keptOf(text), expected: before, resolve, reject })
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
    return group.filter((one) => {
      try {
        this.#documents.check(one.expected, pending)
        if (group.length > 1) addTo(pending, one.kept())
        return true
      } catch (caught) {
        one.reject(caught)
        return false
      }
    })
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    const sound = this.#sound(group)
    if (sound.length === 0) return
    const written = this.#journal.append(sound.map(({ text }) => text))
    // While the disk is at work.
    const kept = sound.map((one) => one.kept())
    try {
      await written
    } catch (caught) {
      for (const { reject } of sound) reject(caught)
      return
    }
    for (const changes of kept) this.#documents.apply(changes)
    for (const { resolve } of sound) resolve()
  }
}
