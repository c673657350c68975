import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Day, openDay } from '@tiemchung/clinic'
import { fileStore } from '@tiemchung/clinic/store/file'
import type { Http } from '@tiemchung/http'
import { definePolicySet } from '@tiemchung/eligibility'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import { covid2022SameDay } from '@tiemchung/schemas'
import type { Signer } from '@tiemchung/signing'
import { type Account, type LongRun, must, type Outcome } from '../long-run.js'
import { randomOf } from '../random.js'
import { recordDate, recordFacility } from '../record.js'
import { morning, signerOf } from '../soak/clients.js'
import { clientOf, openPlatform, type Platform, scriptFaults } from './platform.js'
import { operationsFrom } from './records.js'

/** Records of a case that are drained under faults, and those before and after that are not. */
const [faultyEach, calmEach, warmEach] = [1000, 150, 50]
/** One request in so many meets a fault. */
const oneIn = 20
const concurrency = 8
const leastShare = 0.9

interface Site {
  readonly day: Day
  readonly signer: Signer
  readonly enteredBy: string
}

async function openDayAt(folder: string, http: Http) {
  const store = await fileStore(folder)
  const day = openDay({
    store,
    facility: { code: recordFacility, canSign: true, district: '001' },
    date: recordDate,
    eligibility: definePolicySet([...covid19Children5To11]),
    completeness: covid2022SameDay.completeness,
    volumes: {},
    http,
    backoff: { firstMs: 100, longestMs: 2000 },
  })
  return { store, day }
}

/** Queues so many records and drains them; milliseconds that the draining took. */
async function drained(site: Site, first: number, count: number): Promise<number> {
  const { day, signer, enteredBy } = site
  await day.outbox.add(await operationsFrom({ first, count, enteredBy }, signer, morning))
  const began = performance.now()
  const { waiting, rejected, conflicts } = await day.send({ concurrency, untilSettled: true })
  must(waiting + rejected + conflicts === 0, `${waiting + rejected + conflicts} are left open`)
  return performance.now() - began
}

/** What all cases share. */
interface Ready {
  readonly platform: Platform
  readonly http: Http
  readonly signer: Signer
}

interface Recount {
  readonly [what: string]: number
}

/** What a script that shares no code with the clinic counts in its journal and in the platform's database. */
async function recount(journal: string, url: string, enteredBy: string): Promise<Recount> {
  const script = join(import.meta.dirname, 'recount.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [script, journal, url, enteredBy])
  return JSON.parse(stdout) as Recount
}

function checkRecount(found: Recount, wanted: number): void {
  const { operations, records, ...wrong } = found
  must(operations === wanted && records === wanted, `${operations} and ${records} of ${wanted}`)
  for (const [what, count] of Object.entries(wrong)) must(count === 0, `${count} are ${what}`)
}

async function oneDay(
  opened: Ready,
  folder: string,
  seed: number,
  index: number,
): Promise<Outcome> {
  const { platform, http, signer } = opened
  const { store, day } = await openDayAt(folder, http)
  const enteredBy = `case-${index}`
  const site = { day, signer, enteredBy }
  const { faults } = platform.sandbox
  const all = warmEach + faultyEach + 2 * calmEach
  const first = index * all
  await drained(site, first, warmEach)
  const before = await drained(site, first + warmEach, calmEach)
  const metBefore = faults.met
  scriptFaults(platform.sandbox, faultyEach, oneIn, randomOf(seed, 'drain-faults', index))
  const faulty = await drained(site, first + warmEach + calmEach, faultyEach)
  faults.clear()
  const after = await drained(site, first + warmEach + calmEach + faultyEach, calmEach)
  await store.close()
  checkRecount(await recount(join(folder, 'journal.log'), platform.url, enteredBy), all)
  return {
    end: 'value',
    counts: {
      recounted: all,
      faulty: faultyEach,
      calm: 2 * calmEach,
      faults: faults.met - metBefore,
      faultyMs: Math.round(faulty),
      calmMs: Math.round(before + after),
    },
  }
}

function account(counts: Readonly<Record<string, number>>): Account {
  const { recounted = 0, faulty = 0, calm = 0, faults = 0, faultyMs = 1, calmMs = 1 } = counts
  const [rate, calmRate] = [(1000 * faulty) / faultyMs, (1000 * calm) / calmMs]
  const share = rate / calmRate
  const percent = `${(100 * share).toFixed(1)} %`
  return {
    short: `${faulty} under faults, ${percent} of the rate`,
    lines: [
      `  ${recounted} records recounted in the store and the database: none lost, none doubled, none open`,
      `  ${faults} faults met by ${faulty} records: 429 with Retry-After, 503, cut bodies, drops after commit, slow answers, expired tokens`,
      `  ${rate.toFixed(1)} records a second under faults, ${calmRate.toFixed(1)} without, in turns in one process: ${percent}`,
    ],
    faults: share < leastShare ? [`under faults the rate is ${percent} of the undisturbed`] : [],
  }
}

/** 100,000 records drained under faults to the real platform, in days of 1,000. */
export const drainFaults: LongRun = {
  id: 'drain-faults',
  title: 'a day drained under faults: nothing lost, nothing doubled, nine tenths of the rate',
  cases: 100,
  processes: 1,
  cpuMs: Number.POSITIVE_INFINITY,
  patienceMs: 1_800_000,
  heapMb: 400,
  open: async (seed) => {
    const root = await mkdtemp(join(tmpdir(), 'tiemchung-drain-'))
    const platform = await openPlatform()
    const { sandbox } = platform
    const ready = {
      platform,
      http: await clientOf(sandbox),
      signer: await signerOf(sandbox, recordFacility),
    }
    return {
      one: async (index) => {
        const folder = await mkdtemp(join(root, 'day-'))
        try {
          return await oneDay(ready, folder, seed, index)
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      },
      close: async () => {
        await platform.close()
        await rm(root, { recursive: true, force: true })
      },
    }
  },
  account,
}
