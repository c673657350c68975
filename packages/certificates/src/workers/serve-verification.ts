import { isSdkError } from '@tiemchung/core'
import type { MaybePromise } from '@tiemchung/core/crypto'
import { verifyCertificate, type VerifyOptions } from '../verify/index.js'
import { isTask, type Task, type TaskAnswer } from './message.js'
import { onMessage, type PortLike } from './port.js'

async function answerTo(
  { task, texts }: Task,
  optionsOf: () => MaybePromise<VerifyOptions>,
): Promise<TaskAnswer> {
  const head = { tiemchung: 'verified', task } as const
  try {
    const options = await optionsOf()
    const reports = []
    for (const text of texts) reports.push(await verifyCertificate(text, options))
    return { ...head, reports }
  } catch (caught) {
    return { ...head, code: isSdkError(caught) ? caught.code : 'certificate-verify.worker' }
  }
}

/**
 * Verifies what `verifyInWorkers` sends, in a worker thread that you start and to which you give what a
 * verification goes by: keys are functions and do not travel.
 *
 * @param port `parentPort` in Node, `self` on the web
 * @param optionsOf Asked for each batch, so that the instant may move on.
 * @example
 * ```ts
 * // verify-worker.ts
 * import { parentPort } from 'node:worker_threads'
 * import { type TrustStore } from '@tiemchung/certificates'
 * import { serveVerification } from '@tiemchung/certificates/workers'
 * declare const trust: TrustStore
 * if (parentPort !== null) serveVerification(parentPort, () => ({ trust, at: new Date() }))
 * ```
 */
export function serveVerification(
  port: PortLike,
  optionsOf: () => MaybePromise<VerifyOptions>,
): void {
  onMessage(port, (message) => {
    if (!isTask(message)) return
    const send = (told: TaskAnswer) => {
      port.postMessage(told)
    }
    answerTo(message, optionsOf).then(send, () => undefined)
  })
}
