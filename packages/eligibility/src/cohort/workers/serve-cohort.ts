import { isSdkError, parseCivilDate } from '@tiemchung/core'
import type { CohortPlan } from '../compile.js'
import { evaluateColumns } from '../evaluate-columns.js'
import { buffersOf, isTask, type TaskAnswer } from './message.js'
import { type CohortPort, onMessage } from './port.js'

/**
 * Evaluates what `evaluateInWorkers` sends, in a worker thread that you start and that makes the plan
 * itself.
 *
 * @param port `parentPort` in Node, `self` on the web
 * @example
 * ```ts
 * // cohort-worker.ts
 * import { parentPort } from 'node:worker_threads'
 * import { definePolicySet } from '@tiemchung/eligibility'
 * import { compileCohort } from '@tiemchung/eligibility/cohort'
 * import { serveCohort } from '@tiemchung/eligibility/cohort/workers'
 * import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
 * const plan = compileCohort(definePolicySet(covid19Children5To11))
 * if (parentPort !== null) serveCohort(parentPort, plan)
 * ```
 */
export function serveCohort(port: CohortPort, plan: CohortPlan): void {
  onMessage(port, (message) => {
    if (!isTask(message)) return
    const { task, columns, on } = message
    const head = { tiemchung: 'cohort-told', task } as const
    const send = (told: TaskAnswer, buffers: ArrayBuffer[]) => {
      port.postMessage(told, buffers)
    }
    try {
      const answers = evaluateColumns(plan, columns, parseCivilDate(on))
      send({ ...head, columns, answers }, buffersOf(columns, answers))
    } catch (caught) {
      send({ ...head, code: isSdkError(caught) ? caught.code : 'eligibility.cohort.worker' }, [])
    }
  })
}
