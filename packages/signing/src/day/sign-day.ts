import type { AbortSignalLike, RandomSource, Uuid } from '@tiemchung/core'
import type { CryptoProvider, Signer } from '@tiemchung/core/crypto'
import type { DoseRecord } from '@tiemchung/schemas'
import { readSealContent, type SealPlace } from '../seal/seal-content.js'
import { publicKeyOf } from '../signer/sign-batch.js'
import { hostCrypto, hostRandom } from '../world.js'
import { ask, newRequest } from './ask.js'
import {
  type DayDesk,
  type DaySigningEvent,
  idsOf,
  keep,
  sealedOf,
  sealOf,
  signedOf,
} from './day-desk.js'
import type { DayEvidence, DaySigningMode, SigningJournal } from './journal.js'
import { canGoOn, openRound, prepare, type WrittenRecord } from './prepare.js'
import { hasSigned, readRounds, type Round } from './rounds.js'
import {
  type RecordJudge,
  type Sorted,
  sortRecords,
  type UnsignedDayRecord,
} from './sort-records.js'

/** A facility's day that is to be signed. */
export interface SignDayInput extends SealPlace {
  /** `records`: a signature for each. `seal`: one over all of them. */
  readonly mode: DaySigningMode
  readonly records: readonly DoseRecord[]
}

/** How a day is signed. */
export interface SignDayOptions {
  /** The signing time that the signatures claim, cut to the second. */
  readonly at: Date
  /** Where progress is kept. */
  readonly journal: SigningJournal
  /** What stands in the way of signing a record: `judgeCompleteness` of `@tiemchung/schemas` knows. */
  readonly judge: RecordJudge
  /** Records a request, default 200 and never more than the signer takes. */
  readonly batch?: number
  readonly crypto?: CryptoProvider
  /** For the ids of requests. Default: the host's. */
  readonly random?: RandomSource
  readonly signal?: AbortSignalLike
  readonly onEvent?: (event: DaySigningEvent) => void
}

/** What signing a day came to. */
export interface DaySigningOutcome extends DayEvidence {
  /** In the order of the records. */
  readonly unsigned: readonly UnsignedDayRecord[]
}

const usualBatch = 200

async function openDesk(
  { mode, facility, date, after, replaces }: SignDayInput,
  signer: Signer,
  options: SignDayOptions,
): Promise<DayDesk> {
  const { at, journal, crypto = hostCrypto, random = hostRandom, signal } = options
  const { batch = usualBatch, onEvent } = options
  // Signers that take one at a time get a request for each: an id names what it asks for.
  const isSingle = signer.signMany === undefined && signer.signHashes === undefined
  const most = isSingle ? 1 : (signer.limit ?? batch)
  return {
    mode,
    place: {
      facility,
      date,
      ...(after === undefined ? {} : { after }),
      ...(replaces === undefined ? {} : { replaces }),
    },
    signer,
    key: await publicKeyOf(signer, crypto),
    at,
    crypto,
    journal,
    batch: Math.max(1, Math.trunc(Math.min(batch, most))),
    newId: idsOf(at, random),
    signal,
    onEvent: onEvent ?? (() => undefined),
  }
}

/** How far a call has come. */
interface Run {
  readonly desk: DayDesk
  readonly rounds: Round[]
  /** Why a record is not signed, by its id. */
  readonly failed: Map<string, string>
  /** Records that may be published as they were made ready. */
  readonly current: ReadonlySet<string>
}

type Of<State extends Sorted['state']> = Extract<Sorted, { state: State }>

function only<State extends Sorted['state']>(
  sorted: readonly Sorted[],
  state: State,
): readonly Of<State>[] {
  return sorted.filter((one): one is Of<State> => one.state === state)
}

function sayProgress({ desk, rounds, current }: Run, request: string): void {
  const done = [...current].filter((id) => rounds.some((round) => hasSigned(round, id))).length
  desk.onEvent({ kind: 'signed', request, done, total: current.size })
}

/** Sends one request; whether the next may follow. */
async function send(
  run: Run,
  round: Round,
  request: Awaited<ReturnType<typeof newRequest>>,
): Promise<boolean> {
  const code = await ask(run.desk, round, request, (id) => run.current.has(id))
  const ids = round.seal === undefined ? request.ids : [...round.prepared.keys()]
  if (code === undefined || code === 'signing.answer') sayProgress(run, request.id)
  if (code === undefined) return true
  for (const id of ids) if (!hasSigned(round, id)) run.failed.set(id, code)
  return code === 'signing.answer'
}

/** Asks for everything of a round that is not signed: first what was asked before, under its id. */
async function finish(run: Run, round: Round, ids: readonly Uuid[]): Promise<boolean> {
  for (const request of [...round.requests.values()].filter(({ isOpen }) => isOpen)) {
    if (!(await send(run, round, request))) return false
  }
  if (round.seal !== undefined) {
    if (round.signatures.has(round.opened.round)) return true
    if (ids.some((id) => run.failed.has(id))) return false
    return send(run, round, await newRequest(run.desk, round, []))
  }
  const left = ids.filter((id) => !round.signatures.has(id) && !run.failed.has(id))
  for (let start = 0; start < left.length; start += run.desk.batch) {
    const some = left.slice(start, start + run.desk.batch)
    if (!(await send(run, round, await newRequest(run.desk, round, some)))) return false
  }
  return true
}

/** The number of the seal that a content, or the last seal, has. */
const sequenceOf = (seal: SealPlace['after']): number =>
  seal === undefined ? 0 : (readSealContent(seal)?.sequence ?? 0)

/** Where the next seal stands: behind the last that the journal or the caller knows. */
function placeNow({ desk: { place }, rounds }: Run): SealPlace {
  const seals = [...rounds.flatMap((round) => sealOf(round) ?? []), place.after]
  const last = seals.reduce(
    (one, other) => (sequenceOf(other) > sequenceOf(one) ? other : one),
    undefined,
  )
  return last === undefined ? place : { ...place, after: last }
}

/** Whether the last round can be taken up as it is. Of a seal, every record must be as it was. */
function isToGoOn(run: Run, round: Round, ready: readonly Of<'ready'>[]): boolean {
  if (!canGoOn(round, run.desk)) return false
  if (round.seal === undefined) return true
  const own = ready.filter((one) => one.round === round)
  const { sequence } = JSON.parse(round.seal.content) as { readonly sequence?: number }
  const next = sequenceOf(placeNow(run).after) + 1
  return sequence === next && own.length === round.prepared.size
}

/** Takes up the round that was left behind. Gives what has to be made ready anew, undefined after a failure. */
async function goOn(
  run: Run,
  ready: readonly Of<'ready'>[],
): Promise<readonly WrittenRecord[] | undefined> {
  const last = run.rounds.at(-1)
  if (last === undefined || !isToGoOn(run, last, ready)) return ready.map(({ written }) => written)
  const [own, others] = [true, false].map((isOwn) =>
    ready.filter(({ round }) => (round === last) === isOwn),
  ) as [Of<'ready'>[], Of<'ready'>[]]
  const went = await finish(
    run,
    last,
    own.map(({ written }) => written.record.id),
  )
  return went ? others.map(({ written }) => written) : undefined
}

async function begin(run: Run, written: readonly WrittenRecord[]): Promise<void> {
  const desk = { ...run.desk, place: placeNow(run) }
  const round = await openRound(desk)
  run.rounds.push(round)
  await prepare(desk, round, written)
  await finish(
    run,
    round,
    written.map(({ record }) => record.id),
  )
}

/** Writes down what was refused because it changed, so that it can be made ready anew the next time. */
async function dropChanged({ desk, rounds }: Run, sorted: readonly Sorted[]): Promise<void> {
  const refused = only(sorted, 'refused')
  for (const round of rounds) {
    const ids = refused.filter(({ drop }) => drop === round).map(({ refusal }) => refusal.recordId)
    if (ids.length === 0) continue
    const entry = { kind: 'dropped', round: round.opened.round, ids: ids as Uuid[] } as const
    await keep(desk, round, entry)
  }
}

async function outcomeOf(run: Run, sorted: readonly Sorted[]): Promise<DaySigningOutcome> {
  const signed: DaySigningOutcome['signed'][number][] = []
  const seals = new Set<Round>()
  const unsigned: UnsignedDayRecord[] = []
  for (const one of sorted) {
    if (one.state === 'refused') {
      unsigned.push(one.refusal)
      continue
    }
    const round = run.rounds.findLast((known) => hasSigned(known, one.id))
    if (round?.seal !== undefined) seals.add(round)
    const made = round === undefined ? undefined : signedOf(round, one.id)
    if (made !== undefined) signed.push(made)
    if (round !== undefined) continue
    unsigned.push({ recordId: one.id, code: run.failed.get(one.id) ?? 'signing.not-tried' })
  }
  const sealed: DaySigningOutcome['sealed'][number][] = []
  for (const round of seals) {
    const made = await sealedOf(round, run.desk.crypto)
    if (made !== undefined) sealed.push(made)
  }
  return { signed, sealed, unsigned }
}

/**
 * Signs a facility's day, each record or all under one seal, and keeps its progress: after a crash, a refusal or an
 * expired confirmation the same call goes on. What was signed is not signed again, what was made ready is neither
 * written nor hashed again, and what was asked is asked under the id that it had.
 *
 * Signed is what is complete by `judge`, has its identity settled, belongs to this facility and day and is as it was made
 * ready; everything else is refused and named. A failure of the signer ends the call: the records behind are
 * `signing.not-tried`. A round is taken up on the day that its signatures claim and with the certificate that they
 * name; after that what is not signed is made ready anew. It does not establish that the signer may sign for the facility.
 *
 * @throws SigningError `signing.no-certificate`, `signing.key-mismatch`, `signing.journal`
 * @throws InputError `signing.algorithm`, `signing.instant`, `signing.seal.previous`
 * @throws what the journal throws
 * @example
 * ```ts
 * import { covid2022SameDay, type DoseRecord, judgeCompleteness } from '@tiemchung/schemas'
 * import { type Signer, type SigningJournal, signDay } from '@tiemchung/signing'
 * import { parseCivilDate } from '@tiemchung/core'
 * declare const records: DoseRecord[]
 * declare const signer: Signer
 * declare const journal: SigningJournal
 * const day = { mode: 'seal', facility: '01001', date: parseCivilDate('2022-05-20'), records } as const
 * const policy = covid2022SameDay.completeness
 * const { sealed, unsigned } = await signDay(day, signer, {
 *   at: new Date('2022-05-20T10:00:00Z'),
 *   journal,
 *   judge: (record) =>
 *     judgeCompleteness(record, { policy, purpose: 'may-be-signed', volumes: { 'comirnaty-10': '0.2' } })
 *       .issues.map(({ code }) => code),
 * })
 * ```
 */
export async function signDay(
  input: SignDayInput,
  signer: Signer,
  options: SignDayOptions,
): Promise<DaySigningOutcome> {
  const desk = await openDesk(input, signer, options)
  const rounds = await readRounds(options.journal)
  const sorted = sortRecords(input.records, rounds, desk.place, options.judge)
  const ready = only(sorted, 'ready')
  const written = only(sorted, 'written')
  const current = new Set([...ready, ...written].map(({ id }) => id))
  const run: Run = { desk, rounds, failed: new Map(), current }
  await dropChanged(run, sorted)
  const anew = await goOn(run, ready)
  if (anew !== undefined) {
    const all = [...anew, ...written.map((one) => one.written)]
    if (all.length > 0) await begin(run, all)
  }
  return outcomeOf(run, sorted)
}
