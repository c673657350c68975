/** Runs the parts of all runs in processes of their own, as many at once as there are cores. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { type Part, type PartTally, withoutCases } from './drive.js'
import type { LongRun } from './long-run.js'

/** A part of a run, to be run. */
export interface Job {
  readonly run: LongRun
  readonly part: Part
}

/** Longer than any breath of most runs: what makes no progress for so long is stuck. */
const patience = 300_000

/** Runs one job in a process of its own. */
function runJob({ run, part }: Job): Promise<PartTally> {
  return new Promise((resolve) => {
    const flags = ['--conditions=@tiemchung/source', '--import', 'tsx', '--expose-gc']
    const child = fork(join(import.meta.dirname, 'shard.ts'), [run.id, JSON.stringify(part)], {
      execArgv: flags,
    })
    let tally: PartTally | undefined
    let reached = part.first
    const wait = () =>
      setTimeout(() => {
        tally = withoutCases(part, `stuck: no progress after case ${reached}`)
        child.kill('SIGKILL')
      }, run.patienceMs ?? patience)
    let timer = wait()
    child.on('message', (message: { tally?: PartTally; progress?: number }) => {
      clearTimeout(timer)
      timer = wait()
      tally = message.tally ?? tally
      reached = message.progress ?? reached
    })
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      const end = signal ?? `code ${code ?? '?'}`
      resolve(tally ?? withoutCases(part, `its process ended with ${end} after case ${reached}`))
    })
  })
}

/** Who wants to know of a job. */
export interface JobListener {
  readonly begins: (job: Job) => void
  readonly ends: (job: Job, tally: PartTally) => void
}

/** Runs all jobs, `most` at once, in their order. */
export async function runJobs(
  jobs: readonly Job[],
  most: number,
  listener: JobListener,
): Promise<void> {
  const queue = [...jobs]
  const worker = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      listener.begins(job)
      listener.ends(job, await runJob(job))
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, most) }, worker))
}
