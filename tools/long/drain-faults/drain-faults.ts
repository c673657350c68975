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
import { type Random, randomOf } from '../random.js'
import { recordDate, recordFacility } from '../record.js'
import { morning, signerOf } from '../soak/clients.js'
import { clientOf, openPlatform, type Platform, scriptFaults } from './platform.js'
import { operationsFrom } from './records.js'

/** Records of a case under faults, and in one case of so many as many beside them that are not; before both some to get warm. */
const [each, warmEach, racedIn] = [1000, 20, 5]
/** One request in so many meets a fault. */
const oneIn = 20
const concurrency = 8

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

/** Queues so many records. */
async function queue(site: Site, first: number, count: number): Promise<void> {
  const { day, signer, enteredBy } = site
  await day.outbox.add(await operationsFrom({ first, count, enteredBy }, signer, morning))
}

/** Drains all of it, and tells of each that is acknowledged. */
async function drain({ day }: Site, onAcknowledged: (count: number) => void): Promise<void> {
  const { waiting, rejected, conflicts } = await day.send({
    concurrency,
    untilSettled: true,
    onProgress: ({ acknowledged }) => onAcknowledged(acknowledged),
  })
  must(waiting + rejected + conflicts === 0, `${waiting + rejected + conflicts} are left open`)
}

/**
 * Drains both at once, so that whatever else the machine does slows both alike; answers how many the disturbed one had
 * had acknowledged when the calm one was done. What it leaves idle the other may use, so that it is no better than that.
 */
async function race(disturbed: Site, calm: Site): Promise<number> {
  let [count, atEnd] = [0, 0]
  await Promise.all([
    drain(disturbed, (acknowledged) => {
      count = acknowledged - warmEach
    }),
    drain(calm, () => undefined).then(() => {
      atEnd = count
    }),
  ])
  return atEnd
}

/** A platform, and who talks to it. */
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

/** A day of one platform, with some records sent and the rest queued. */
async function dayOf({ http, signer }: Ready, folder: string, index: number) {
  const { store, day } = await openDayAt(folder, http)
  const site: Site = { day, signer, enteredBy: `case-${index}` }
  const first = index * (warmEach + each)
  await queue(site, first, warmEach)
  await drain(site, () => undefined)
  await queue(site, first + warmEach, each)
  return { site, store, journal: join(folder, 'journal.log') }
}

/** Sends a day under faults, alone or beside a calm one; answers the acknowledged when the calm one was done. */
async function sendUnderFaults(
  { sandbox }: Platform,
  disturbed: Site,
  calm: Site | undefined,
  random: Random,
) {
  const { faults } = sandbox
  const metBefore = faults.met
  scriptFaults(sandbox, each, oneIn, random)
  const inTime = calm === undefined ? 0 : await race(disturbed, calm)
  if (calm === undefined) await drain(disturbed, () => undefined)
  faults.clear()
  return { inTime, faults: faults.met - metBefore }
}

async function oneDay(
  platforms: readonly [Ready, Ready],
  folder: string,
  seed: number,
  index: number,
): Promise<Outcome> {
  const isRaced = index % racedIn === 0
  const disturbed = await dayOf(platforms[0], join(folder, 'disturbed'), index)
  const calm = isRaced ? await dayOf(platforms[1], join(folder, 'calm'), index) : undefined
  const random = randomOf(seed, 'drain-faults', index)
  const { platform } = platforms[0]
  const met = await sendUnderFaults(platform, disturbed.site, calm?.site, random)
  const days = calm === undefined ? [disturbed] : [disturbed, calm]
  for (const [at, { journal, site, store }] of days.entries()) {
    await store.close()
    const url = platforms[at]?.platform.url ?? ''
    checkRecount(await recount(journal, url, site.enteredBy), warmEach + each)
  }
  const recounted = days.length * (warmEach + each)
  return {
    end: 'value',
    counts: { recounted, faulty: each, raced: isRaced ? each : 0, ...met },
  }
}

function account(counts: Readonly<Record<string, number>>): Account {
  // The rate is told and not asserted: how busy a machine is must not decide a run. Nine tenths are the aim.
  const { recounted = 0, faulty = 0, raced = 0, inTime = 0, faults = 0 } = counts
  const percent = `${((100 * inTime) / Math.max(1, raced)).toFixed(1)} %`
  return {
    short: `${faulty} under faults, ${percent} of the rate`,
    lines: [
      `  ${recounted} records recounted in the stores and the databases: none lost, none doubled, none open`,
      `  ${faults} faults met by ${faulty} records: 429 with Retry-After, 503, cut bodies, drops after commit, slow answers, expired tokens`,
      `  ${inTime} acknowledged under faults while as many clients beside them had ${raced} acknowledged without: ${percent}`,
    ],
    faults: [],
  }
}

async function openReady(): Promise<Ready> {
  const platform = await openPlatform()
  const http = await clientOf(platform.sandbox)
  return { platform, http, signer: await signerOf(platform.sandbox, recordFacility) }
}

/** 100,000 records drained under faults to the real platform, in days of 1,000, one in five beside one that is not disturbed. */
export const drainFaults: LongRun = {
  id: 'drain-faults',
  title: 'a day drained under faults: nothing lost, nothing doubled; and the rate that remains',
  cases: 100,
  processes: 1,
  cpuMs: Number.POSITIVE_INFINITY,
  patienceMs: 1_800_000,
  heapMb: 400,
  open: async (seed) => {
    const root = await mkdtemp(join(tmpdir(), 'tiemchung-drain-'))
    const platforms = [await openReady(), await openReady()] as const
    return {
      one: async (index) => {
        const folder = await mkdtemp(join(root, 'day-'))
        try {
          return await oneDay(platforms, folder, seed, index)
        } finally {
          await rm(folder, { recursive: true, force: true })
        }
      },
      close: async () => {
        for (const { platform } of platforms) await platform.close()
        await rm(root, { recursive: true, force: true })
      },
    }
  },
  account,
}
