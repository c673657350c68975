import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { type Account, type LongRun, must } from '../long-run.js'
import { randomOf } from '../random.js'
import { ordeal, whole } from './ordeal.js'
import type { Where } from './server.js'

const account = (counts: Readonly<Record<string, number>>): Account => ({
  short: `${counts['decisions'] ?? 0} decisions, ${counts['kills'] ?? 0} kills, ${counts['lost'] ?? 0} lost, ${counts['doubled'] ?? 0} doubled`,
  lines: Object.entries(counts).map(([name, count]) => `  ${String(count).padStart(8)} ${name}`),
  faults: [],
})

/** A place that nobody has used, and how to throw it away. */
interface Site {
  readonly where: Where
  readonly drop: () => Promise<void>
}

const runOn = (id: string, on: string, site: (folder: string) => Promise<Site>): LongRun => ({
  id,
  title: `the platform through faults and kills, ${on}: nothing lost, nothing doubled, recounted`,
  cases: 20,
  processes: 1,
  cpuMs: Number.POSITIVE_INFINITY,
  // A case alone takes minutes on a machine that is shared.
  patienceMs: 1_800_000,
  heapMb: 200,
  open: async (seed) => {
    const root = await mkdtemp(join(tmpdir(), 'tiemchung-feedback-faults-'))
    return {
      one: async (index) => {
        const folder = join(root, `case-${index}`)
        await mkdir(folder)
        const { where, drop } = await site(folder)
        try {
          const random = randomOf(seed, 'feedback-faults', index)
          return { end: 'value', counts: await ordeal(where, folder, random, whole) }
        } finally {
          await drop()
          await rm(folder, { recursive: true, force: true })
        }
      },
      close: () => rm(root, { recursive: true, force: true }),
    }
  },
  account,
})

/** In a folder, in the process of the platform. */
export const feedbackFaults = runOn('feedback-faults', 'in a folder', (folder) =>
  Promise.resolve({ where: { folder: join(folder, 'data') }, drop: () => Promise.resolve() }),
)

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

const serverUrl = (): string => process.env['DATABASE_URL'] ?? ''
const noServer = 'DATABASE_URL names no PostgreSQL server'

/** On the server that DATABASE_URL names, each case in a database of its own. */
export const feedbackFaultsServer: LongRun = {
  ...runOn('feedback-faults-server', 'on PostgreSQL', async () => {
    const server = serverUrl()
    must(server !== '', noServer)
    const name = `feedback_faults_${randomUUID().replaceAll('-', '')}`
    await administer(server, `create database ${name} template template0`)
    const url = new URL(server)
    url.pathname = `/${name}`
    const drop = () => administer(server, `drop database if exists ${name} with (force)`)
    return { where: { url: url.href }, drop }
  }),
  absent: () => (serverUrl() === '' ? noServer : undefined),
}
