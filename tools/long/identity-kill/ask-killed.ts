/** A long list of questions, asked by a program that is killed again and again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { VerificationResult } from '@tiemchung/identity'
import { createSandbox, type Sandbox } from '@tiemchung/sandbox'
import { build } from 'esbuild'
import { manyCodes } from '../code-limits.js'
import { must } from '../long-run.js'
import type { Random } from '../random.js'
import { type Front, openFront } from './front.js'
import { findingsOf, mustBeClean } from './inspect.js'
import { questionAt, registerOf } from './people.js'

/** How much is asked, and how often the asker is killed. */
export interface Ordeal {
  readonly people: number
  readonly kills: number
}

/** What an ordeal came to, in counts. */
export type OrdealTally = Readonly<Record<string, number>>

const inBatch = 500
/** Requests of a batch when nothing goes wrong: it is sent, polled, and polled again. */
const requestsOfBatch = 3

type Fault = Parameters<Sandbox['faults']['add']>[0]

const faultKinds: readonly Omit<Fault, 'match' | 'after'>[] = [
  { kind: 'status' },
  { kind: 'status-after-commit' },
  { kind: 'drop-after-commit' },
  { kind: 'slow-body', ms: 50 },
  { kind: 'token-expired-in-body' },
]

/** Longer than the asker waits for an answer. */
const timeout: Omit<Fault, 'match' | 'after'> = { kind: 'delay', ms: 7000 }

/** A fault now and then, of every kind; timeouts are few, as each is waited for. Met in this order. */
function scriptFaults({ faults }: Sandbox, people: number, random: Random): readonly string[] {
  const requests = Math.ceil(people / inBatch) * requestsOfBatch
  const gap = 8
  const count = Math.max(6, Math.floor(requests / gap))
  return Array.from({ length: count }, (_, index) => {
    const kind = index % 40 === 0 ? timeout : (faultKinds[index % faultKinds.length] ?? timeout)
    faults.add({ match: { path: '/v1/identity' }, after: random.below(2 * gap - 3), ...kind })
    return kind.kind === 'delay' ? 'timeout' : kind.kind
  })
}

/** How many of each kind were met: they are met in the order of the script. */
function metOf(script: readonly string[], met: number): OrdealTally {
  const tally: Record<string, number> = {}
  for (const kind of script.slice(0, met)) {
    const name = `faults met: ${kind}`
    tally[name] = (tally[name] ?? 0) + 1
  }
  return tally
}

interface Site {
  readonly front: Front
  readonly args: readonly string[]
}

interface Life {
  readonly code: number | null
  readonly complaint: string
}

function ended(child: ChildProcess): Promise<Life> {
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = `${complaint}${chunk.toString('utf8')}`.slice(0, 2000)
  })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, complaint }))
  })
}

/** When to kill: right after it is up, or a moment before or after one of its next requests counts. */
function arm(child: ChildProcess, { front }: Site, random: Random, within: number): void {
  const kill = () => child.kill('SIGKILL')
  if (random.chance(0.1)) {
    const pause = random.below(400)
    child.stdout?.once('data', () => setTimeout(kill, pause))
    return
  }
  const target = front.seen.requests + 1 + random.below(within)
  const when = random.pick(['before', 'after'] as const)
  const delay = random.chance(0.5) ? 0 : random.below(40)
  front.onRequest = (number, at) => {
    // A request that a fault cuts has no end to be killed behind: the next one is.
    if (number >= target && at === when) setTimeout(kill, delay)
  }
}

async function live(site: Site, random?: Random, within = 1): Promise<Life> {
  const child = spawn(process.execPath, site.args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const end = ended(child)
  if (random !== undefined) arm(child, site, random, within)
  const life = await end
  delete site.front.onRequest
  return life
}

/** Requests within which the next kill falls, so that what is left to ask lasts for the kills that are left. */
function withinOf({ front }: Site, people: number, killsLeft: number): number {
  const left = Math.ceil(people / inBatch) - front.seen.bodies.size
  return Math.max(1, Math.floor((left * requestsOfBatch) / killsLeft))
}

/** Kills it so often, then lets it come to its end. */
async function lives(site: Site, { people, kills }: Ordeal, random: Random): Promise<number> {
  for (let killed = 0; killed < kills; killed += 1) {
    const within = withinOf(site, people, kills - killed)
    const { code, complaint } = await live(site, random, within)
    must(code === null, `it ended with ${code} after ${killed} kills: ${complaint}`)
  }
  const { code, complaint } = await live(site)
  must(code === 0, `the last one ended with ${code}: ${complaint}`)
  return kills + 1
}

async function bundle(folder: string): Promise<string> {
  const outfile = join(folder, 'asker.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'asker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@tiemchung/source', 'node'],
    logLevel: 'error',
  })
  return outfile
}

async function ordealIn(folder: string, ordeal: Ordeal, random: Random): Promise<OrdealTally> {
  const { people } = ordeal
  const paths = ['questions.json', 'journal.jsonl', 'answers.json'].map((one) => join(folder, one))
  const [questions = '', journal = '', answers = ''] = paths
  const list = Array.from({ length: people }, (_, index) => questionAt(index))
  await writeFile(questions, JSON.stringify(list))
  const sandbox = await createSandbox({ people: registerOf(people), codeLimits: manyCodes })
  const front = await openFront(sandbox)
  try {
    const script = scriptFaults(sandbox, people, random)
    const args = [await bundle(folder), questions, journal, front.address, answers]
    const lived = await lives({ front, args }, ordeal, random)
    const given = JSON.parse(await readFile(answers, 'utf8')) as VerificationResult[]
    const findings = findingsOf(front.seen, given, people)
    mustBeClean(findings)
    const { bodies, requests, posts, tokens } = front.seen
    return {
      people,
      'questions that came': front.seen.keys.size,
      kills: ordeal.kills,
      lives: lived,
      batches: bodies.size,
      requests,
      'batches sent again under their key': posts - bodies.size,
      'tokens asked for': tokens,
      'faults met': sandbox.faults.met,
      ...metOf(script, sandbox.faults.met),
      ...findings,
    }
  } finally {
    await front.close()
    await sandbox.close()
  }
}

/** Runs an ordeal and counts; throws when an answer is lost or a question is asked twice. */
export async function askKilled(ordeal: Ordeal, random: Random): Promise<OrdealTally> {
  const folder = await mkdtemp(join(tmpdir(), 'tiemchung-identity-'))
  try {
    return await ordealIn(folder, ordeal, random)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
