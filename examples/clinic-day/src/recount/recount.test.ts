/** The recount must be able to fail: a small day is run, and then somebody lies about it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compare, ledgerOfFaults, type RecountedDay } from './compare.js'
import { readPlatform } from './database.js'
import { compareSignatures } from './evidence.js'

const out = mkdtempSync(join(tmpdir(), 'clinic-day-'))
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const onSources = ['--conditions=@tiemchung/source', '--import', 'tsx']

type Child = { key: string; eligibility: string; attendance?: string; facility: string }
type Fate = { key: string; at: string }
type Row = { id: string; count: number; parts: { id: string; count: number }[] }
type Kept = {
  jws: string | null
  hash: string
  superseded_by: string | null
  amends: string | null
}

let day: RecountedDay

/** A copy of the day, with one lie in it. */
function lied(lie: (copy: RecountedDay) => void): RecountedDay {
  const copy = structuredClone(day)
  lie(copy)
  return copy
}

const childrenOf = ({ truth }: RecountedDay) => truth['children'] as Child[]
const fatesOf = ({ claims }: RecountedDay) => claims['fates'] as Fate[]
const rowsOf = ({ claims }: RecountedDay) => claims['rows'] as Row[]
const table = <Kind>({ platform }: RecountedDay, name: string) => platform[name] as Kind[]
const signedOf = (one: RecountedDay) =>
  table<Kept>(one, 'records').filter(({ jws }) => jws !== null)

/** One character of the signature part of a JWS, another one. */
const bent = (jws: string): string => {
  const place = jws.lastIndexOf('.') + 5
  return jws.slice(0, place) + (jws[place] === 'A' ? 'B' : 'A') + jws.slice(place + 1)
}

async function signatureFaults({ platform }: RecountedDay): Promise<readonly string[]> {
  const { faults, expect: note } = ledgerOfFaults()
  await compareSignatures(note, platform, new Date('2022-05-20T12:00:00Z'))
  return faults
}

beforeAll(async () => {
  const main = here('../main.ts')
  const args = [...onSources, main, '--children', '24', '--seed', '3', '--out', out]
  const env = { ...process.env, DATABASE_URL: '' }
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8', env })
  if (ran.status !== 0) throw new Error(`${ran.stdout}\n${ran.stderr}`)
  const read = (name: string) => JSON.parse(readFileSync(join(out, name), 'utf8')) as never
  day = {
    truth: read('truth.json'),
    claims: read('claims.json'),
    platform: await readPlatform(out, ''),
  }
}, 600_000)

afterAll(() => {
  rmSync(out, { recursive: true, force: true })
})

// openssl is started for every signature, on machines that may be busy.
describe('the recount', { timeout: 120_000 }, () => {
  test('agrees with an honest day', async () => {
    expect(compare(day).faults).toEqual([])
    expect(await signatureFaults(day)).toEqual([])
  })

  test.each<[string, (copy: RecountedDay) => void]>([
    [
      'a child that was absent in truth',
      (copy) => {
        const given = childrenOf(copy).find(({ attendance }) => attendance === 'given')
        if (given !== undefined) given.attendance = 'absent'
      },
    ],
    [
      'a child that was never on the list',
      (copy) => {
        const [first] = childrenOf(copy)
        if (first !== undefined) childrenOf(copy).push({ ...first, key: 'C9999' })
      },
    ],
    [
      'a child that is claimed twice',
      (copy) => {
        fatesOf(copy).push(...fatesOf(copy).slice(0, 1))
      },
    ],
    [
      'a child in another class, where the sums still agree',
      (copy) => {
        const [one, other] = ['acknowledged.issued', 'acknowledged.course-incomplete'].map((at) =>
          fatesOf(copy).find((fate) => fate.at === at),
        )
        if (one === undefined || other === undefined) return
        ;[one.at, other.at] = [other.at, one.at]
      },
    ],
    [
      'a class of the table that is one too many',
      (copy) => {
        const part = rowsOf(copy)[0]?.parts[1]
        if (part !== undefined) part.count += 1
      },
    ],
    [
      'a record that is lost',
      (copy) => {
        table<Kept>(copy, 'records').pop()
      },
    ],
    [
      'a record that is doubled',
      (copy) => {
        table<Kept>(copy, 'records').push(...table<Kept>(copy, 'records').slice(0, 1))
      },
    ],
    [
      'a record changed after it was signed',
      (copy) => {
        const [record] = copy.platform['records'] as { document: { dose: { lot: string } } }[]
        if (record !== undefined) record.document.dose.lot = 'FT0521'
      },
    ],
    [
      'a certificate that is revoked for no reason',
      (copy) => {
        const good = table<{ revoked_at: Date | null }>(copy, 'certificates').find(
          ({ revoked_at }) => revoked_at === null,
        )
        if (good !== undefined) good.revoked_at = new Date()
      },
    ],
    [
      'an amendment that hangs in the air',
      (copy) => {
        const next = table<Kept>(copy, 'records').find(({ amends }) => amends !== null)
        if (next !== undefined) next.amends = '00000000-0000-7000-8000-000000000000'
      },
    ],
    [
      'minutes that leave a record out',
      (copy) => {
        const [minutes] = table<{ body: { records: unknown[] } }>(copy, 'minutes')
        minutes?.body.records.pop()
      },
    ],
    [
      'a facility that reports more than it gave',
      (copy) => {
        const [report] = table<{ body: { given: number } }>(copy, 'reports')
        if (report !== undefined) report.body.given += 1
      },
    ],
    [
      'a silent facility whose report was made up',
      (copy) => {
        const [report] = copy.platform['reports'] ?? []
        copy.platform['reports']?.push({ ...report, facility: '01237' })
      },
    ],
  ])('sees %s', (_, lie) => {
    const copy = lied(lie)
    expect(copy).not.toEqual(day)
    expect(compare(copy).faults).not.toEqual([])
  })

  test('sees a bent signature, and the chain of another facility', async () => {
    const forged = lied((copy) => {
      const [record] = signedOf(copy)
      if (record !== undefined) record.jws = bent(record.jws ?? '')
    })
    expect(await signatureFaults(forged)).toHaveLength(1)
    const borrowed = lied((copy) => {
      const [record] = signedOf(copy) as (Kept & { facility?: string })[]
      if (record !== undefined) record.facility = '01239'
    })
    expect(await signatureFaults(borrowed)).toHaveLength(1)
  })

  test('ends with 1 when something differs', () => {
    const truth = structuredClone(day.truth)
    const [child] = truth['children'] as Child[]
    if (child !== undefined) child.facility = child.facility === '01235' ? '01234' : '01235'
    writeFileSync(join(out, 'truth.json'), JSON.stringify(truth))
    const env = { ...process.env, DATABASE_URL: '' }
    const ran = spawnSync(process.execPath, [here('./recount.js'), out, 'en'], {
      encoding: 'utf8',
      env,
    })
    writeFileSync(join(out, 'truth.json'), JSON.stringify(day.truth))
    expect(ran.stdout).toMatch(/RECOUNT DISAGREES/)
    expect(ran.status).toBe(1)
  })

  test('stands alone: its files import nothing of ours', () => {
    const files = readdirSync(here('.')).filter((name) => name.endsWith('.js'))
    for (const name of files) {
      const imports = [...readFileSync(here(name), 'utf8').matchAll(/from '([^']+)'/g)]
      for (const [, from = ''] of imports) {
        expect(from).toMatch(/^(node:|\.\/|pg$|@electric-sql\/pglite$)/)
      }
    }
  })
})

describe('the facilities of a day', () => {
  test('share no state: each has a store and papers of its own, over its own children', () => {
    const journals = readdirSync(join(out, 'stores')).sort()
    expect(journals).toEqual(['01234', '01235', '01236', '01238'])
    const keys = journals.map((code) => {
      const papers = JSON.parse(
        readFileSync(join(out, 'papers', `${code}.json`), 'utf8'),
      ) as Child[]
      expect(papers.every(({ facility }) => facility === code)).toBe(true)
      const journal = readFileSync(join(out, 'stores', code, 'journal.log'), 'utf8')
      return new Set([...journal.matchAll(/"(C\d{4}|\d{5}-\d{2})"/g)].map(([, key]) => key))
    })
    const all = keys.flatMap((own) => [...own])
    expect(all).toHaveLength(new Set(all).size)
    expect(all.length).toBeGreaterThan(24)
  })
})
