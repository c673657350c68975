import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOutbox, type Operation } from '@tiemchung/clinic'
import { fileStore } from '@tiemchung/clinic/store/file'
import { build } from 'esbuild'
import { type LongRun, must, type Outcome } from '../long-run.js'
import { type Random, randomOf } from '../random.js'
import { type Platform, startPlatform } from './platform.js'

const killsEach = 5
/** Lives of a clinic: some end before they can be killed. */
const mostLives = 20
const moreEach = 8

interface Site {
  readonly folder: string
  readonly program: string
  readonly platform: Platform
  readonly weight: 'heavy' | 'light'
}

interface Life {
  readonly code: number | null
  readonly complaint: string
}

const ended = (child: ChildProcess): Promise<Life> => {
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8').slice(0, 2000)
  })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, complaint }))
  })
}

/** When to kill: some time after opening, or at one of the next requests, before or after it counts. */
function arm(child: ChildProcess, random: Random, platform: Platform): void {
  const kill = () => child.kill('SIGKILL')
  const pause = random.chance(0.5) ? random.below(12) : random.below(120)
  if (random.chance(0.5)) {
    child.stdout?.once('data', () => setTimeout(kill, pause))
    return
  }
  const target = platform.requests + 1 + random.below(10)
  const when = random.pick(['before', 'after'] as const)
  const delay = random.chance(0.6) ? 0 : random.below(4)
  platform.onRequest = (number, at) => {
    if (number === target && at === when) setTimeout(kill, delay)
  }
}

/** One life of the clinic, killed in it or not. */
async function live(site: Site, wanted: number, random: Random | undefined): Promise<Life> {
  const { folder, program, platform, weight } = site
  const args = [program, folder, platform.address, String(wanted), weight]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const end = ended(child)
  if (random !== undefined) arm(child, random, platform)
  const life = await end
  delete platform.onRequest
  return life
}

const never = () => Promise.reject(new Error('nothing is sent here'))

/** Opens the store as it was left: everything that reached the platform must be known in it. */
async function inspect({ folder, platform }: Site): Promise<readonly Operation[]> {
  const store = await fileStore(folder)
  const operations = await createOutbox({ store, send: never }).all()
  const entered = await store.all('record')
  await store.close()
  const bySubject = new Map<string, Operation[]>()
  for (const one of operations) {
    bySubject.set(one.subject, [...(bySubject.get(one.subject) ?? []), one])
  }
  must(entered.length === bySubject.size, 'a record without its operation, or the other way')
  must(
    entered.every(({ id }, index) => id === `r-${index}`),
    'a record is missing in the middle',
  )
  must(platform.reused === 0, `${platform.reused} keys came with two bodies`)
  for (const [subject, bodies] of platform.taken) {
    const known = new Map<string, Operation['payload']>(
      bySubject.get(subject)?.map(({ id, payload }) => [id, payload]),
    )
    for (const [key, body] of bodies) {
      must(known.has(key), `${subject} is unknown to the clinic that sent it`)
      must(JSON.stringify(known.get(key)) === body, `${subject} was sent, and then changed`)
    }
  }
  for (const { id, subject, state } of operations) {
    const there = platform.taken.get(subject)?.has(id) === true
    must(state !== 'acknowledged' || there, `${subject} is gone, and acknowledged`)
    must(state !== 'rejected' && state !== 'conflict', `${subject} is ${state}`)
  }
  return operations
}

async function day(site: Site, random: Random): Promise<Outcome> {
  let [kills, wanted, lives] = [0, 0, 0]
  while (kills < killsEach && lives < mostLives) {
    lives += 1
    wanted += moreEach
    const { code, complaint } = await live(site, wanted, random)
    must(code === null || code === 0, `the clinic ended with ${code}: ${complaint}`)
    if (code === null) kills += 1
    await inspect(site)
  }
  const { code, complaint } = await live(site, wanted, undefined)
  must(code === 0, `the last clinic ended with ${code}: ${complaint}`)
  const operations = await inspect(site)
  const subjects = new Set(operations.map(({ subject }) => subject))
  must(subjects.size === wanted, `${subjects.size} records of ${wanted}`)
  must(site.platform.taken.size === wanted, `${site.platform.taken.size} records of ${wanted}`)
  must(
    operations.every(({ state }) => state === 'acknowledged'),
    'an operation is left open',
  )
  for (const { id, subject } of operations) {
    const last = operations.findLast((one) => one.subject === subject)
    const there = [...(site.platform.taken.get(subject) ?? [])].at(-1)?.[0]
    must(id !== last?.id || there === id, `${subject} is not there as it was edited last`)
  }
  const revised = operations.length - wanted
  const { requests } = site.platform
  return { end: 'value', counts: { kills, records: wanted, revised, requests } }
}

/** The clinic's program in one file, so that a life begins in no time. */
async function bundle(folder: string): Promise<string> {
  const outfile = join(folder, 'clinic.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'clinic.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@tiemchung/source', 'node'],
    logLevel: 'error',
  })
  return outfile
}

/** Clinics killed at any moment, while they enter, edit and send, over the durable outbox, the file store and HTTP. */
export const kill: LongRun = {
  id: 'kill',
  title: 'clinics killed at any moment: nothing lost, nothing doubled, every store readable',
  cases: 200,
  open: async (seed) => {
    const root = await mkdtemp(join(tmpdir(), 'tiemchung-kill-'))
    const program = await bundle(root)
    return {
      one: async (index) => {
        const random = randomOf(seed, 'kill', index)
        const folder = await mkdtemp(join(root, 'day-'))
        const platform = await startPlatform(randomOf(seed, 'kill-platform', index))
        try {
          return await day(
            { folder, program, platform, weight: index % 4 === 0 ? 'heavy' : 'light' },
            random,
          )
        } finally {
          await platform.close()
          await rm(folder, { recursive: true, force: true })
        }
      },
      close: () => rm(root, { recursive: true, force: true }),
    }
  },
}
