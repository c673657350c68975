/** One facility: its day on a store of its own, its account, its clock, and the papers of its children. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCivilDate, parseInstant } from '@tiemchung/core'
import { type Day, defaultBackoff, openDay } from '@tiemchung/clinic'
import { fileStore, type Store } from '@tiemchung/clinic/store/file'
import { createHttp, type Http } from '@tiemchung/http'
import { covid2022SameDay } from '@tiemchung/schemas'
import type { TrueChild } from '../generate/truth.js'
import { logIn } from '../platform/log-in.js'
import type { FacilityStart } from './calls.js'
import { clockFrom, type MovableClock } from './clock.js'
import { policies, volumes } from './policies.js'

/** Everything that a facility's verbs work with. */
export interface Facility {
  readonly start: FacilityStart
  readonly day: Day
  readonly store: Store
  readonly clock: MovableClock
  /** A client in the name of the facility's staff. */
  readonly http: Http
  /** A client without an account. */
  readonly open: Http
  /** What the staff see on a child's papers. */
  readonly papers: ReadonlyMap<string, TrueChild>
  readonly progress: (label: string, done: number, total: number) => void
}

/** The child behind a key, as its papers have it. */
export function paperOf({ papers }: Facility, key: string): TrueChild {
  const found = papers.get(key)
  if (found === undefined) throw new Error(`no papers of ${key}`)
  return found
}

async function readPapers({ out, code }: FacilityStart): Promise<ReadonlyMap<string, TrueChild>> {
  const text = await readFile(join(out, 'papers', `${code}.json`), 'utf8')
  return new Map((JSON.parse(text) as TrueChild[]).map((child) => [child.key, child]))
}

/** Opens a facility's day; the same folder is the same day, also after its process was killed. */
export async function openFacility(
  start: FacilityStart,
  progress: Facility['progress'],
): Promise<Facility> {
  const { address: baseUrl, account, code, canSign, district } = start
  const clock = clockFrom(parseInstant(start.at))
  const open = createHttp({ baseUrl })
  const tokens = logIn(open, account)
  const store = await fileStore(join(start.out, 'stores', code))
  const day = openDay({
    store,
    facility: { code, canSign, district },
    date: parseCivilDate(start.date),
    eligibility: policies,
    completeness: covid2022SameDay.completeness,
    volumes,
    // The outbox itself tries again, and remembers over restarts that it did.
    http: createHttp({
      baseUrl,
      tokens,
      retry: { attempts: 1 },
      timeouts: { attemptMs: 5000, totalMs: 10_000 },
    }),
    clock,
    backoff: { ...defaultBackoff, firstMs: 50, longestMs: 800 },
  })
  const papers = await readPapers(start)
  return { start, day, store, clock, http: createHttp({ baseUrl, tokens }), open, papers, progress }
}
