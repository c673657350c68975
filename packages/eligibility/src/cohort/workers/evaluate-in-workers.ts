import { type CivilDate, InputError, type Items, mapInOrder } from '@tiemchung/core'
import { cohortErrors } from '../../errors/cohort-errors.js'
import type { CohortColumns } from '../columns.js'
import type { CohortChunk } from '../evaluate-cohort.js'
import { buffersOf, isAnswer } from './message.js'
import { type CohortPort, onEnd, onMessage } from './port.js'

const failure = (code: string) =>
  new InputError(cohortErrors, 'eligibility.cohort.worker', { params: { code } })

interface Running {
  readonly resolve: (chunk: CohortChunk) => void
  readonly reject: (error: InputError) => void
}

interface Hand {
  readonly port: CohortPort
  readonly running: Map<number, Running>
  gone: boolean
}

/** Workers, and what each is at. A chunk goes to the one that is at the fewest. */
class Crew {
  readonly #hands: readonly Hand[]
  #tasks = 0

  constructor(ports: readonly CohortPort[]) {
    if (ports.length === 0) throw failure('none')
    this.#hands = ports.map((port): Hand => ({ port, running: new Map(), gone: false }))
    for (const hand of this.#hands) {
      onMessage(hand.port, (message) => {
        this.#hear(hand, message)
      })
      onEnd(hand.port, () => {
        this.#lose(hand)
      })
    }
  }

  evaluate(columns: CohortColumns, on: CivilDate): Promise<CohortChunk> {
    return new Promise((resolve, reject) => {
      const [hand] = this.#hands
        .filter(({ gone }) => !gone)
        .sort((left, right) => left.running.size - right.running.size)
      if (hand === undefined) {
        reject(failure('gone'))
        return
      }
      const task = this.#tasks
      this.#tasks += 1
      hand.running.set(task, { resolve, reject })
      hand.port.postMessage({ tiemchung: 'cohort', task, on, columns }, buffersOf(columns))
    })
  }

  #hear({ running }: Hand, message: unknown): void {
    if (!isAnswer(message)) return
    const waiting = running.get(message.task)
    running.delete(message.task)
    if ('answers' in message) {
      const { columns, answers } = message
      waiting?.resolve({ columns, answers })
    } else waiting?.reject(failure(message.code))
  }

  #lose(hand: Hand): void {
    hand.gone = true
    for (const { reject } of hand.running.values()) reject(failure('gone'))
    hand.running.clear()
  }
}

/**
 * The answers about a cohort of any length, chunk by chunk and in order, made by worker threads that you
 * started and that run `serveCohort`. They are the same whatever the number of workers.
 *
 * The columns of a chunk travel to the worker and come back with the answers: what you gave is empty once
 * it is sent. You start the workers, because a bundler has to know of their file, and you end them.
 *
 * @throws InputError `eligibility.cohort.worker` when a worker fails or is gone, or there is none
 * @example
 * ```ts
 * import { Worker } from 'node:worker_threads'
 * import { parseCivilDate } from '@tiemchung/core'
 * import { type CohortColumns, type CohortPlan, CohortTally } from '@tiemchung/eligibility/cohort'
 * import { evaluateInWorkers } from '@tiemchung/eligibility/cohort/workers'
 * async function blocked(plan: CohortPlan, chunks: AsyncIterable<CohortColumns>, file: URL) {
 *   const on = parseCivilDate('2022-07-15')
 *   const workers = [new Worker(file), new Worker(file)]
 *   const tally = new CohortTally(plan, { from: on, days: 365 })
 *   for await (const { answers } of evaluateInWorkers(chunks, on, workers)) tally.add(answers)
 *   await Promise.all(workers.map((worker) => worker.terminate()))
 *   return tally.blockedBy()
 * }
 * ```
 */
export function evaluateInWorkers(
  chunks: Items<CohortColumns>,
  on: CivilDate,
  workers: readonly CohortPort[],
): AsyncGenerator<CohortChunk, void, undefined> {
  const crew = new Crew(workers)
  return mapInOrder(chunks, 2 * workers.length, (columns) => crew.evaluate(columns, on))
}
