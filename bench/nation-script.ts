/** One way through 11.8 million children, alone in a process: `bare`, `made`, `hand`, `one` or `two`. */
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { parseCivilDate } from '@tiemchung/core'
import { definePolicySet } from '@tiemchung/eligibility'
import {
  type CohortColumns,
  compileCohort,
  evaluateCohort,
  newAnswers,
} from '@tiemchung/eligibility/cohort'
import { evaluateInWorkers, serveCohort } from '@tiemchung/eligibility/cohort/workers'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { byHand } from './cohort/by-hand.js'
import { askedDay, askedOn, childrenFrom } from './cohort/children.js'

const plan = compileCohort(definePolicySet(covid19Children5To11))
const on = parseCivilDate(askedOn)
const codes = {
  comirnaty: plan.products.indexOf('comirnaty-10') + 1,
  spikevax: plan.products.indexOf('spikevax-50') + 1,
}

/** Children in a chunk. */
const size = 65_536

function* chunks(children: number): Generator<CohortColumns, void, undefined> {
  for (let first = 0; first < children; first += size) {
    yield childrenFrom(first, Math.min(size, children - first), codes)
  }
}

const ways: Readonly<Record<string, (children: number) => Promise<number>>> = {
  bare: () => Promise.resolve(0),
  made: (children) => {
    let doses = 0
    for (const columns of chunks(children)) doses += columns.doseStart[columns.length] ?? 0
    return Promise.resolve(doses)
  },
  hand: (children) => {
    let seen = 0
    for (const columns of chunks(children)) {
      const answers = newAnswers(columns.length, askedDay)
      byHand(columns, answers, codes)
      seen += answers.length
    }
    return Promise.resolve(seen)
  },
  one: async (children) => {
    let seen = 0
    for await (const { answers } of evaluateCohort(plan, chunks(children), on)) {
      seen += answers.length
    }
    return seen
  },
  two: async (children) => {
    const workers = [0, 1].map(() => new Worker(new URL(import.meta.url)))
    let seen = 0
    for await (const { answers } of evaluateInWorkers(chunks(children), on, workers)) {
      seen += answers.length
    }
    await Promise.all(workers.map((worker) => worker.terminate()))
    return seen
  },
}

async function main(way: string, children: number): Promise<void> {
  const started = performance.now()
  await ways[way]?.(children)
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage()
  const peakMb = process.resourceUsage().maxRSS / 1024
  process.stdout.write(JSON.stringify({ way, seconds, cpu: (user + system) / 1e6, peakMb }))
}

if (isMainThread) await main(process.argv[2] ?? '', Number(process.argv[3]))
else if (parentPort !== null) serveCohort(parentPort, plan)
