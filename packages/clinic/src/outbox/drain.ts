import type { AbortSignalLike } from '@tiemchung/core'
import type { Operation } from './operation.js'
import { type Sending, sendOne } from './send-one.js'

/** How far a drain has come. */
export interface DrainProgress {
  readonly acknowledged: number
  readonly open: number
  readonly operation: Operation
}

/** What a drain can say. */
export interface DrainOptions {
  readonly signal?: AbortSignalLike
  /** Operations under way at once, default 4. */
  readonly concurrency?: number
  /** Waits for later attempts instead of returning with them open. Default false. */
  readonly untilSettled?: boolean
  readonly onProgress?: (progress: DrainProgress) => void
}

/** Operations that can be sent when their time has come: open, with all they depend on acknowledged. */
function freeOf(operations: readonly Operation[]): readonly Operation[] {
  const done = new Set<string>(
    operations.filter((one) => one.state === 'acknowledged').map((one) => one.id),
  )
  return operations.filter((one) => isOpen(one) && one.dependsOn.every((id) => done.has(id)))
}

const isOpen = ({ state }: Operation): boolean => state === 'waiting' || state === 'sending'

const dueTime = ({ notBefore }: Operation): number =>
  notBefore === undefined ? Number.NEGATIVE_INFINITY : Date.parse(notBefore)

/** Runs rounds until nothing is due; with `untilSettled` it sleeps to the next due time. */
export async function drainAll(
  on: Sending,
  all: () => Promise<readonly Operation[]>,
  how: DrainOptions,
): Promise<void> {
  const { clock, sleep } = on.world
  for (;;) {
    const operations = await all()
    const now = clock.now().getTime()
    const free = freeOf(operations)
    const due = free.filter((one) => dueTime(one) <= now)
    if (due.length > 0) {
      await sendAll(on, due, how, {
        acknowledged: operations.filter((one) => one.state === 'acknowledged').length,
        open: operations.filter(isOpen).length,
      })
      continue
    }
    if (free.length === 0 || how.untilSettled !== true) return
    await sleep(Math.max(1, Math.min(...free.map(dueTime)) - now), how.signal)
  }
}

async function sendAll(
  on: Sending,
  due: readonly Operation[],
  how: DrainOptions,
  counts: { acknowledged: number; open: number },
): Promise<void> {
  const queue = [...due]
  const worker = async () => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
      if (how.signal?.aborted === true) throw how.signal.reason as Error
      const operation = await sendOne(on, one, how.signal)
      if (operation.state === 'acknowledged') counts.acknowledged += 1
      if (!isOpen(operation)) counts.open -= 1
      how.onProgress?.({ ...counts, operation })
    }
  }
  const most = Math.max(1, how.concurrency ?? 4)
  const workers = Array.from({ length: Math.min(most, due.length) }, worker)
  const ended = await Promise.allSettled(workers)
  const broken = ended.find((end) => end.status === 'rejected')
  if (broken !== undefined) throw broken.reason as Error
}
