import { type Items, mapInOrder } from '@tiemchung/core'
import { Gatherer } from '../gatherer.js'
import type { VerificationReport } from '../verify/index.js'
import { Crew } from './crew.js'
import type { PortLike } from './port.js'

/** How texts are spread over workers. */
export interface VerifyInWorkersOptions {
  /** How many texts travel in one message. Default 64. */
  readonly batch?: number
}

/**
 * A report of each of many texts, in their order, as `verifyMany` gives it, made by worker threads that you
 * started and that run `serveVerification`.
 *
 * It pays where there are many cores: texts and reports have to travel, so that on two cores `verifyMany`
 * is as fast. You start the workers, because a bundler has to know of their file, and you end them.
 *
 * @throws InputError `certificate-verify.worker` when a worker fails or is gone, or there is none
 * @example
 * ```ts
 * import { Worker } from 'node:worker_threads'
 * import { verifyInWorkers } from '@tiemchung/certificates/workers'
 * async function countValid(texts: AsyncIterable<string>, file: URL) {
 *   const workers = [new Worker(file), new Worker(file)]
 *   let valid = 0
 *   for await (const { verdict } of verifyInWorkers(texts, workers)) if (verdict === 'valid') valid += 1
 *   await Promise.all(workers.map((worker) => worker.terminate()))
 *   return valid
 * }
 * ```
 */
export function verifyInWorkers(
  texts: Items<string>,
  workers: readonly PortLike[],
  { batch = 64 }: VerifyInWorkersOptions = {},
): AsyncGenerator<VerificationReport, void, undefined> {
  const crew = new Crew(workers)
  const gatherer = new Gatherer<string, VerificationReport>(batch, (some) => crew.verify(some))
  return mapInOrder(texts, 2 * batch * workers.length, (text) => gatherer.add(text))
}
