import { concatBytes } from '@tiemchung/core'
import type { OpenFile } from '@tiemchung/core/durable-file'
import { onDisk } from '../disk-errors.js'
import { writeLine } from './line.js'

/** A line without changes: everything before it is on the disk. */
export const sealText = '[]'

/** A journal that is open at its end. Everything before is on the disk. */
export class JournalFile {
  readonly #file: OpenFile
  readonly #id: string
  #size: number
  /** Part of a failed write may stand behind the end. */
  #mustCut = false
  #isSealed: boolean

  constructor(file: OpenFile, id: string, size: number, isSealed: boolean) {
    this.#file = file
    this.#id = id
    this.#size = size
    this.#isSealed = isSealed
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
      await this.#file.write(bytes)
      await this.#file.flush()
      this.#mustCut = false
    } catch (caught) {
      // Where even that fails, the next write begins with it.
      await this.#cut().catch(() => undefined)
      throw caught
    }
  }

  async #cut(): Promise<void> {
    await this.#file.truncate(this.#size)
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
    await this.#file.close()
  }
}
