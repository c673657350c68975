/** The office of the model: one store, the lives of its programs, a clock that may go back, and the platform. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOutbox, type Day, type Outbox } from '@tiemchung/clinic'
import { fileStore } from '@tiemchung/clinic/store/file'
import { memoryStore, type Store } from '@tiemchung/clinic/store/memory'
import { fixedClock } from '@tiemchung/core'
import type { Signer } from '@tiemchung/signing'
import { beginLife, type Crash, Gone, type Life } from './crashing-store.js'
import { children, dayOn } from './day.js'
import { Server } from './server.js'

/** Kinds of stores. */
export const storeKinds = ['memory', 'file'] as const

/** One of them. */
export type StoreKind = (typeof storeKinds)[number]

/** The office. */
export class Office {
  readonly clock = fixedClock(new Date('2022-05-20T01:00:00Z'))
  readonly server = new Server()
  readonly #folder: string | undefined
  #store: Store
  #life: Life
  readonly signer: Signer
  outbox: Outbox
  day: Day
  crashes = 0

  private constructor(signer: Signer, store: Store, folder: string | undefined) {
    this.signer = signer
    this.#folder = folder
    this.#store = store
    this.#life = beginLife(store)
    this.outbox = this.#open()
    this.day = dayOn(this.#life.store, this.clock)
  }

  /** An office with its list of children, before anything is entered. */
  static async open(kind: StoreKind, signer: Signer): Promise<Office> {
    const folder = kind === 'memory' ? undefined : await mkdtemp(join(tmpdir(), 'outbox-model-'))
    const store = folder === undefined ? memoryStore() : await fileStore(folder)
    const office = new Office(signer, store, folder)
    await office.day.list(children)
    return office
  }

  /** What is on the disk, past any program. */
  get store(): Store {
    return this.#store
  }

  #open(): Outbox {
    return createOutbox({
      store: this.#life.store,
      clock: this.clock,
      sleep: (milliseconds) => Promise.resolve(this.clock.advance(milliseconds)),
      backoff: { firstMs: 1000, longestMs: 8000 },
      send: this.server.send,
    })
  }

  /** Runs something in a program that may be gone in the middle; then another program begins. */
  async live<Value>(
    crash: Crash | undefined,
    work: (outbox: Outbox, day: Day) => Promise<Value>,
  ): Promise<Value | 'gone'> {
    this.#life.arm(crash)
    try {
      return await work(this.outbox, this.day)
    } catch (caught) {
      if (!this.#life.isGone && !(caught instanceof Gone)) throw caught
      return 'gone'
    } finally {
      if (this.#life.isGone) await this.#restart()
      this.#life.arm(undefined)
    }
  }

  async #restart(): Promise<void> {
    this.crashes += 1
    if (this.#folder !== undefined) {
      await this.#store.close()
      this.#store = await fileStore(this.#folder)
    }
    this.#life = beginLife(this.#store)
    this.outbox = this.#open()
    this.day = dayOn(this.#life.store, this.clock)
  }

  async close(): Promise<void> {
    await this.#store.close()
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true })
  }
}
