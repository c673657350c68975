import type { Uuid } from '@tiemchung/core'
import type { DraftFile, DraftState } from './draft.js'
import type { DraftPlace, Kept } from './kept-draft.js'

/** A draft in hand, and its place: what is changed is written down, one change behind the other. */
export class DraftBook {
  readonly place: DraftPlace
  #kept: Kept
  #turn: Promise<void> = Promise.resolve()

  constructor(place: DraftPlace, kept: Kept) {
    this.place = place
    this.#kept = kept
  }

  get kept(): Kept {
    return this.#kept
  }

  /** Changes it, and writes it down; nothing, when it is not the draft of this id any more. */
  async update(id: Uuid, change: (kept: Kept) => Kept): Promise<void> {
    if (this.#kept.id !== id) return
    this.#kept = change(this.#kept)
    return this.#inTurn(() => this.place.save(this.#kept))
  }

  /** How far a file has come; written down with the next change, as the platform knows it too. */
  note(id: Uuid, sent: number): void {
    this.#kept = withFile(this.#kept, id, { sent })
  }

  /** Forgets everything, and begins anew. */
  async clear(next: Kept): Promise<void> {
    const { files } = this.#kept
    this.#kept = next
    return this.#inTurn(() => this.place.clear(files))
  }

  state(): DraftState {
    const { id, form, files, sealed, reference, confirmed = false } = this.#kept
    const phone = sealed?.reporter.phone
    if (reference === undefined || phone === undefined) {
      return { id, form, files, stage: sealed === undefined ? 'open' : 'sealed' }
    }
    const stage = confirmed ? 'confirmed' : 'handed-over'
    return { id, form, files, stage, follow: { id, reference, phone } }
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    const mine = this.#turn.then(work)
    this.#turn = mine.catch(() => undefined)
    return mine
  }
}

/** The draft with something else said of one file. */
export function withFile(kept: Kept, id: Uuid, change: Partial<DraftFile>): Kept {
  const files = kept.files.map((one) => (one.id === id ? { ...one, ...change } : one))
  return { ...kept, files }
}

/** Files that are still to be sent. */
export const leftOf = ({ files }: Pick<Kept, 'files'>): readonly DraftFile[] =>
  files.filter(({ state }) => state === 'kept')
