import { concatBytes } from '@tiemchung/core'
import type { OpenFile } from '@tiemchung/core/durable-file'
import { onDisk } from '../disk-errors.js'
import { writeLine } from './line.js'

/** A line without changes: everything before it is on the disk. */
export const sealText = '[]'

/** Where a journal is opened. */
export interface JournalEnd {
  readonly id: string
  /** Octets that stand. */
  readonly size: number
  readonly isSealed: boolean
  /** Octets of room to make ahead. */
  readonly ahead: number
}

/**
 * A journal that is open at its end. Everything before is on the disk.
 *
 * Behind the end there may be room: zeroes, which the next lines are written over. So a flush brings the line to the
 * disk and no new size of the file beside it. To a reader the room is a torn end, and closing cuts it off.
 */
export class JournalFile {
  readonly #file: OpenFile
  readonly #id: string
  #size: number
  /** Octets of the file, with the room. */
  #length: number
  #ahead: number
  /** Part of a failed write may stand behind the end. */
  #mustCut = false
  #isSealed: boolean

  constructor(file: OpenFile, { id, size, isSealed, ahead }: JournalEnd) {
    this.#file = file
    this.#id = id
    this.#size = size
    this.#length = size
    this.#isSealed = isSealed
    this.#ahead = ahead
  }

  /**
   * Appends batches as lines, and flushes them once. When it rejects none of them stands.
   *
   * @throws InputError `clinic.store.full`, `clinic.store.read-only`, `clinic.store.disk`
   */
  async append(texts: readonly string[]): Promise<void> {
    const flushed = this.#size
    let at = flushed
    const lines = texts.map((text) => {
      const line = writeLine(text, { id: this.#id, at, flushed })
      at += line.length
      return line
    })
    const bytes = lines.length === 1 && lines[0] !== undefined ? lines[0] : concatBytes(...lines)
    await onDisk(() => this.#write(bytes))
    this.#size = at
    this.#isSealed = false
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (this.#mustCut) await this.#cut()
    this.#mustCut = true
    try {
      await this.#put(bytes)
      await this.#file.flush()
      this.#mustCut = false
    } catch (caught) {
      // Some disks say only at the flush that they are full.
      this.#ahead = 0
      // Where even that fails, the next write begins with it.
      await this.#cut().catch(() => undefined)
      throw caught
    }
  }

  async #put(bytes: Uint8Array): Promise<void> {
    const end = this.#size + bytes.length
    if (end > this.#length && this.#ahead > 0 && (await this.#putWithRoom(bytes))) return
    await this.#file.write(bytes, this.#size)
    this.#length = Math.max(end, this.#length)
  }

  /** Writes with new room behind; false where the disk has not as much. */
  async #putWithRoom(bytes: Uint8Array): Promise<boolean> {
    const room = new Uint8Array(bytes.length + this.#ahead)
    room.set(bytes)
    try {
      await this.#file.write(room, this.#size)
      this.#length = this.#size + room.length
      return true
    } catch {
      this.#ahead = 0
      await this.#file.truncate(this.#size)
      return false
    }
  }

  async #cut(): Promise<void> {
    await this.#file.truncate(this.#size)
    this.#length = this.#size
    await this.#file.flush()
    this.#mustCut = false
  }

  /** Says that everything is on the disk, so that later damage is not taken for a torn end. As well as it can. */
  async seal(): Promise<void> {
    if (this.#isSealed) return
    const sealed = await this.append([sealText]).then(
      () => true,
      () => false,
    )
    this.#isSealed = sealed
  }

  async close(): Promise<void> {
    // Not cut, it is cut when it is opened again.
    if (this.#length > this.#size) await this.#file.truncate(this.#size).catch(() => undefined)
    await this.#file.close()
  }
}
