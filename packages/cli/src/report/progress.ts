/** How far a batch has come, on one line of a person's terminal. */
import type { Io } from '../io.js'

const width = 24
/** Often enough to be seen to move, and not to be felt. */
const pauseMs = 100

/** Draws itself again and again on one line; without a terminal it does nothing. */
export interface Progress {
  /** One more answer, in the file of this number. */
  step(file: number): void
  /** Gives the line free for others. */
  hide(): void
}

function bar(done: number, total: number): string {
  const filled = Math.floor((width * done) / total)
  return `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}] ${done}/${total}`
}

/** A progress bar over so many files. */
export function progressOver({ terminal, clock }: Io, files: number): Progress {
  const { progress } = terminal
  if (progress === undefined) return { step: () => undefined, hide: () => undefined }
  let [drawn, answers, shown] = [Number.NEGATIVE_INFINITY, 0, false]
  return {
    step: (file) => {
      answers += 1
      const now = clock.now().getTime()
      // A single text needs no bar.
      if (answers < 2 || now < drawn + pauseMs) return
      drawn = now
      shown = true
      progress(files > 1 ? `${bar(file, files)} · ${answers}` : `… ${answers}`)
    },
    hide: () => {
      if (shown) progress('')
      shown = false
    },
  }
}
