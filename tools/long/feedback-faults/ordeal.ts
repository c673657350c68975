/** One platform through all faults, killed at the end as well, and what an independent script finds in its database. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { must } from '../long-run.js'
import type { Random } from '../random.js'
import type { ClaimedItem, Claims, Recount } from './claims.js'
import {
  cutUpload,
  decided,
  decisionOf,
  inReview,
  manyCodes,
  sameReport,
  twoOfficers,
} from './faults.js'
import { killedDecisions } from './killed-decisions.js'
import { newId, People } from './people.js'
import { Server, type Where } from './server.js'

/** How much of everything. */
export interface Measure {
  readonly cuts: number
  readonly codes: number
  readonly same: number
  readonly atOnce: number
  readonly decisions: number
  readonly kills: number
}

/** What the issue asks for. */
export const whole: Measure = {
  cuts: 20,
  codes: 100,
  same: 50,
  atOnce: 10,
  decisions: 100,
  kills: 3,
}

const hour = 3_600_000
const morning = Date.parse('2022-05-20T01:00:00Z')
const officers = ['head.01234', 'staff.01234'] as const

type Counts = Readonly<Record<string, number>>

/** What came of one fault. */
interface Part {
  readonly items: readonly ClaimedItem[]
  readonly codes?: Counts
  readonly counts: Counts
}

async function reportOf(people: People): Promise<Claims['report']> {
  const headers = people.as('ministry')
  const report = await people.must(200, 'GET', '/v1/feedback/report', { headers })
  const { recorded, overdue } = report['total'] as { recorded: number; overdue: number }
  return { at: String(report['at']), recorded, overdue }
}

/** The clock jumps over the deadline of all that is open; what is decided then was missed. */
async function overDeadline(people: People, before: readonly ClaimedItem[]) {
  const late = await inReview(people, officers[0])
  const early = await reportOf(people)
  must(early.overdue === 0, `${early.overdue} are overdue before the clock jumps`)
  await people.moveClock(new Date(morning + 49.5 * hour))
  const report = await reportOf(people)
  const open = before.filter(({ actions, state }) => {
    return actions.includes('confirm') && ['received', 'in-review', 'later'].includes(state)
  })
  must(report.overdue === open.length + 1, `${report.overdue} overdue of ${open.length + 1} open`)
  const decision = decisionOf(0)
  const by = { officer: officers[0], revision: late.revision, key: newId() }
  const { status } = await people.decide(late.reported, decision.body, by)
  must(status === 200, `a late decision is answered with ${status}`)
  return { report, items: [decided(late.reported, decision, officers[0])] }
}

/** Everything that goes wrong, one after the other, and what is to be found afterwards. */
async function suffer(people: People, random: Random, measure: Measure) {
  const clock = () => new Date(morning + hour / 2)
  await people.moveClock(new Date(morning))
  const parts: Part[] = [
    await cutUpload(people, random, measure.cuts),
    await manyCodes(people, measure.codes, 'cdc.01'),
    await sameReport(people, measure.same),
    await twoOfficers(people, measure.atOnce, officers),
    await killedDecisions(people, random, {
      items: measure.decisions,
      kills: measure.kills,
      officer: officers[0],
      clock,
    }),
  ]
  const before = parts.flatMap(({ items }) => items)
  const { report, items } = await overDeadline(people, before)
  const codes = Object.assign({}, ...parts.map((part) => part.codes ?? {})) as Counts
  const claims: Claims = { items: [...before, ...items], codes, report }
  const counts = Object.assign({}, ...parts.map((part) => part.counts)) as Counts
  return { claims, counts }
}

/** Has the database recounted by a process that knows none of our packages. */
async function recounted(file: string, where: Where): Promise<Recount> {
  const script = join(import.meta.dirname, 'recount.ts')
  const args = ['--import', 'tsx', script, file, JSON.stringify(where)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8')
  })
  const [code] = (await once(child, 'close')) as [number | null]
  must(code === 0, `the recount ended with ${String(code)}`)
  return JSON.parse(text) as Recount
}

/** Runs an ordeal on a place that nobody has used, and counts; throws when something is lost or doubled. */
export async function ordeal(
  where: Where,
  folder: string,
  random: Random,
  measure: Measure,
): Promise<Counts> {
  const server = new Server(where)
  const people = new People(server)
  try {
    // Sessions are opened ten days ahead: they are good wherever the clock is moved to.
    await server.start(new Date(morning + 240 * hour))
    for (const account of [...officers, 'ministry']) await people.logIn(account)
    const { claims, counts } = await suffer(people, random, measure)
    await server.kill()
    const file = join(folder, 'claims.json')
    await writeFile(file, JSON.stringify(claims))
    const recount = await recounted(file, where)
    must(recount.faults.length === 0, recount.faults.slice(0, 5).join('; '))
    return { ...counts, kills: server.kills, ...recount.counts }
  } finally {
    await server.kill()
  }
}
