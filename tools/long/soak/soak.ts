import type { Http } from '@tiemchung/http'
import { createSandbox, type FaultInput, type Sandbox } from '@tiemchung/sandbox'
import type { Facility } from '@tiemchung/schemas'
import { manyCodes } from '../code-limits.js'
import { type LongRun, must, type Outcome } from '../long-run.js'
import { type Random, randomOf } from '../random.js'
import { recordDate } from '../record.js'
import { childNumber } from './children.js'
import { clientOf, type Desk, handIn, idsOf, logIn, morning, signerOf } from './clients.js'

const recordsEach = 100
const clients = 6
const megabyte = 1024 * 1024

const facilities: readonly Facility[] = Array.from({ length: 20 }, (_, index) => ({
  code: String(1300 + index).padStart(5, '0'),
  name: `Trạm Y tế phường Mẫu ${index + 1}`,
  province: '01',
  district: '001',
  commune: '00001',
  canSign: true,
}))

const paths = ['/v1/identity/verifications', '/v1/records', '/v1/']
const kinds = ['delay', 'status', 'drop-after-commit', 'slow-body'] as const

/** A fault that meets some of the requests to come. */
function faultOf(random: Random): FaultInput {
  return {
    match: { path: random.pick(paths) },
    kind: random.pick(kinds),
    times: 1 + random.below(4),
    after: random.below(40),
    ms: 1 + random.below(20),
    status: random.pick([500, 502, 503, 504, 429]),
    ...(random.chance(0.2) ? { retryAfterSeconds: 1 } : {}),
  }
}

/** Ids that the platform lists for the facility. */
async function listed(http: Http, facility: string): Promise<readonly string[]> {
  const query = { facility, date: recordDate, limit: 500 }
  const rows = await http.pages('/v1/records', { query }).toArray({ limit: 100_000 })
  return rows.map((row) => (row as { recordId: string }).recordId)
}

/** Every record handed in is there, once. */
function checkListed(sent: readonly string[], there: readonly string[]): void {
  const counts = new Map<string, number>()
  for (const id of there) counts.set(id, (counts.get(id) ?? 0) + 1)
  const lost = sent.filter((id) => !counts.has(id))
  must(lost.length === 0, `${lost.length} of ${sent.length} records are lost`)
  must(new Set(sent).size === recordsEach, 'two children have one record')
  must(counts.size === there.length, `${there.length - counts.size} records are doubled`)
}

async function rush(desk: Desk, first: number, random: Random): Promise<readonly string[]> {
  const queue = Array.from({ length: recordsEach }, (_, index) => childNumber(first + index))
  const sent: string[] = []
  const client = async () => {
    for (let child = queue.shift(); child !== undefined; child = queue.shift()) {
      sent.push(await handIn(desk, child, random.chance(0.1)))
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return sent
}

async function batch(sandbox: Sandbox, seed: number, index: number): Promise<Outcome> {
  const random = randomOf(seed, 'soak', index)
  const facility = facilities[index % facilities.length]?.code ?? ''
  const first = index * recordsEach
  const children = Array.from({ length: recordsEach }, (_, at) => childNumber(first + at))
  await sandbox.addPeople(children)
  const counted = { requests: 0 }
  const token = await logIn(sandbox, clientOf(sandbox, counted), `staff.${facility}`)
  const http = clientOf(sandbox, counted, token)
  const signer = await signerOf(sandbox, facility)
  const before = sandbox.faults.met
  for (let count = 10 + random.below(15); count > 0; count -= 1) sandbox.faults.add(faultOf(random))
  const sent = await rush({ http, facility, signer, newId: idsOf(random) }, first, random)
  sandbox.faults.clear()
  checkListed(sent, await listed(http, facility))
  const faults = sandbox.faults.met - before
  return { end: 'value', counts: { records: sent.length, requests: counted.requests, faults } }
}

/** A sandbox under faults, with several clients at once, for thousands of records. */
export const soak: LongRun = {
  id: 'soak',
  title:
    'the sandbox under delays, refusals, drops and slow bodies: every record once, memory flat',
  cases: 200,
  processes: 1,
  // A hundred records a case, in one process with the server.
  cpuMs: 60_000,
  open: async (seed) => {
    const sandbox = await createSandbox({ at: morning, facilities, codeLimits: manyCodes })
    const rss = process.memoryUsage.rss() / megabyte
    return {
      one: (index) => batch(sandbox, seed, index),
      note: () => `rss ${rss.toFixed(0)} > ${(process.memoryUsage.rss() / megabyte).toFixed(0)} MB`,
      close: () => sandbox.close(),
    }
  },
}
