/** Two worker threads that do nothing but one operation of node:crypto: what two cores can give at most. */
import { Worker } from 'node:worker_threads'

/** What a worker repeats, as the body of a function of `crypto` and the data given. */
interface Chore {
  readonly body: string
  readonly data: object
}

function begin({ body, data }: Chore): Worker {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads')
    const once = new Function('crypto', 'data', ${JSON.stringify(body)})
    const run = once(require('node:crypto'), workerData)
    parentPort.on('message', (times) => {
      for (let count = 0; count < times; count += 1) run()
      parentPort.postMessage(times)
    })`
  const worker = new Worker(code, { eval: true, workerData: data })
  // The workers live as long as the bench.
  worker.unref()
  return worker
}

/** Runs a chore so many times, half on each of two workers. */
export function twoWorkers(chore: Chore): (times: number) => Promise<void> {
  const workers = [begin(chore), begin(chore)]
  return async (times) => {
    const runs = workers.map(
      (worker) =>
        new Promise((resolve) => {
          // An error of a worker ends the bench.
          worker.once('message', resolve)
          worker.postMessage(times / 2)
        }),
    )
    await Promise.all(runs)
  }
}
