/** Shares build jobs among as many child processes as there are cores. */
import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Done, Job } from './worker.js'

export interface Finished {
  readonly job: Job
  readonly seconds: number
  readonly errors: readonly string[]
}

/** One job in one child; what the child printed meanwhile explains its errors. */
function give(child: ChildProcess, job: Job): Promise<Finished> {
  const started = performance.now()
  const printed: string[] = []
  const listen = (text: Buffer) => printed.push(text.toString('utf8'))
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  return new Promise((resolve) => {
    const finish = (errors: readonly string[]) => {
      child.removeAllListeners()
      child.stdout?.off('data', listen)
      child.stderr?.off('data', listen)
      const seconds = (performance.now() - started) / 1000
      const said = errors.length === 0 ? [] : printed.join('').trim().split('\n')
      resolve({ job, seconds, errors: [...errors, ...said.filter((line) => line !== '')] })
    }
    child.once('message', (done: Done) => finish(done.errors))
    child.once('exit', (status) => finish([`the build process ended with status ${status}`]))
    child.once('error', (error) => finish([error.message]))
    child.send(job)
  })
}

async function workOff(queue: Job[], tell: (finished: Finished) => void): Promise<Finished[]> {
  const finished: Finished[] = []
  let child: ChildProcess | undefined
  for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
    if (child === undefined || !child.connected) {
      child = fork(join(import.meta.dirname, 'worker.ts'), { silent: true })
    }
    const one = await give(child, job)
    tell(one)
    finished.push(one)
  }
  child?.disconnect()
  return finished
}

/** Runs all jobs; every job ends, with or without errors. */
export async function runJobs(
  jobs: readonly Job[],
  tell: (finished: Finished) => void,
): Promise<Finished[]> {
  const queue = [...jobs]
  const children = Math.min(availableParallelism(), 4, jobs.length)
  const lanes = Array.from({ length: children }, () => workOff(queue, tell))
  return (await Promise.all(lanes)).flat()
}
