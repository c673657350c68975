import { hasCode } from '@tiemchung/core'
import type { Change, Expected, Store } from '../store/store.js'

interface Entry {
  readonly changes: readonly Change[]
  readonly expected: readonly Expected[]
  readonly done: () => void
  readonly failed: (reason: unknown) => void
}

/** Writes what several have to write at once as one batch: one flush to the disk for all of them. */
export type GroupWriter = (
  changes: readonly Change[],
  expected: readonly Expected[],
) => Promise<void>

async function writeAlone(store: Store, { changes, expected, done, failed }: Entry): Promise<void> {
  try {
    await store.write(changes, expected)
    done()
  } catch (caught) {
    failed(caught)
  }
}

/** One batch; when something in it stands otherwise than it was read, each is written alone. */
async function writeGroup(store: Store, group: readonly Entry[]): Promise<void> {
  const changes = group.flatMap((one) => one.changes)
  const expected = group.flatMap((one) => one.expected)
  try {
    await store.write(changes, expected)
  } catch (caught) {
    if (group.length > 1 && hasCode(caught, 'clinic.store.changed')) {
      for (const one of group) await writeAlone(store, one)
      return
    }
    for (const { failed } of group) failed(caught)
    return
  }
  for (const { done } of group) done()
}

/**
 * A writer over a store that gathers what comes while a batch is being written into the next one. Each promise settles
 * when its own changes are durable, or when they were not made.
 */
export function groupWriter(store: Store): GroupWriter {
  let waiting: Entry[] = []
  let writing = false
  const run = async () => {
    writing = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      await writeGroup(store, group)
    }
    writing = false
  }
  return (changes, expected) =>
    new Promise((done, failed) => {
      waiting.push({ changes, expected, done, failed })
      if (!writing) run().catch(() => undefined)
    })
}
