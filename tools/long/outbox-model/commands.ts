/** What people, programs and the world do to an outbox, as commands run against it and against the reference. */
import type { NewOperation, Operation, Outbox, Settling } from '@tiemchung/clinic'
import { canonicalJson, hasCode, isSdkError, type JsonValue, type Uuid } from '@tiemchung/core'
import * as fc from 'fast-check'
import { must } from '../long-run.js'
import type { Crash } from './crashing-store.js'
import type { Office } from './office.js'
import type { Entry, Reference } from './reference.js'
import { type Fate, fates, type Payload, verdicts } from './server.js'

/** The office, and what is counted. */
export interface Real {
  readonly office: Office
  readonly count: (what: string) => void
}

type Command = fc.AsyncCommand<Reference, Real>

const collection = 'outbox'

/** What the disk has, past any program. */
export async function onDisk({ store }: Office): Promise<readonly Operation[]> {
  return (await store.all(collection)).map(({ value }) => value as unknown as Operation)
}

function command(name: string, run: (model: Reference, real: Real) => Promise<void>): Command {
  return {
    check: () => true,
    toString: () => name,
    run: async (model, real) => {
      real.count(name.split(' ')[0] ?? '')
      await run(model, real)
      model.adopt(await onDisk(real.office), real.office.server)
    },
  }
}

interface Wanted {
  readonly payload: Payload
  readonly signed: boolean
  readonly need: number | undefined
}

function newOperation(model: Reference, { payload, signed, need }: Wanted): NewOperation {
  const before = need === undefined ? undefined : model.at(need)
  return {
    kind: 'note',
    subject: `s-${payload.words}`,
    payload: payload as unknown as JsonValue,
    ...(signed ? { signed } : {}),
    ...(before === undefined ? {} : { dependsOn: [before.id as Uuid] }),
  }
}

const add = (wanted: readonly Wanted[], crash: Crash | undefined) =>
  command(`add ${wanted.length} ${JSON.stringify(crash)}`, async (model, { office }) => {
    const operations = wanted.map((one) => newOperation(model, one))
    const added = await office.live(crash, (outbox) => outbox.add(operations))
    const kept = (await onDisk(office)).slice(model.entries.length)
    const fresh = added === 'gone' ? kept : added
    must([0, wanted.length].includes(fresh.length), 'a batch was kept in part')
    for (const operation of fresh) model.add(operation)
  })

/** The code by which a revision is refused; undefined when it is not. */
function refusalOf({ signed, state }: Entry): string | undefined {
  if (signed) return 'clinic.signed'
  if (state === 'conflict') return 'clinic.outbox.conflict'
  return state === 'acknowledged' || state === 'settled' ? 'clinic.outbox.closed' : undefined
}

/** Enters into the reference what a revision left on the disk, if it left anything. */
async function absorb(model: Reference, office: Office, entry: Entry, payload: Payload) {
  const disk = await onDisk(office)
  const [added] = disk.slice(model.entries.length)
  if (added !== undefined) {
    model.add(added)
    if (entry.state === 'rejected' || entry.state === 'altered') {
      model.replace(entry, added.id, true)
    } else entry.revisedBy = added.id
    return
  }
  const kept = disk.find(({ id }) => id === entry.id)
  if (canonicalJson(kept?.payload) !== canonicalJson(payload)) return
  entry.payload = payload
  entry.tampered = false
  if (entry.state === 'altered') entry.state = 'waiting'
}

async function tryRevise(outbox: Outbox, entry: Entry, payload: Payload): Promise<string> {
  try {
    await outbox.revise(entry.id as Uuid, payload as unknown as JsonValue)
    return 'revised'
  } catch (caught) {
    if (isSdkError(caught) && caught.code !== 'clinic.outbox.not-kept') return caught.code
    throw caught
  }
}

const revise = (index: number, payload: Payload, crash: Crash | undefined) =>
  command(`revise ${index} ${JSON.stringify([payload, crash])}`, async (model, { office }) => {
    const named = model.at(index)
    if (named === undefined) return
    const entry = model.newest(named)
    const said = await office.live(crash, (outbox) => tryRevise(outbox, named, payload))
    const expected = refusalOf(entry) ?? 'revised'
    must(said === 'gone' || said === expected, `a revision is ${said}, not ${expected}`)
    if (said === 'revised')
      must(
        !office.server.seen.has(entry.id) || hasGrown(model, await onDisk(office)),
        'what the platform knows was changed in place',
      )
    if (refusalOf(entry) === undefined) await absorb(model, office, entry, payload)
  })

const hasGrown = (model: Reference, disk: readonly Operation[]) =>
  disk.length > model.entries.length

type Way = Settling['as']

function settles({ state }: Entry, as: Way): boolean {
  if (as === 'amend') return ['rejected', 'conflict', 'altered'].includes(state)
  return state === 'conflict' || (as === 'send-again' && state === 'rejected')
}

/** Enters into the reference what settling left on the disk, if it left anything. */
async function absorbSettling(model: Reference, office: Office, entry: Entry, as: Way) {
  const disk = await onDisk(office)
  const now = disk.find(({ id }) => id === entry.id)
  if (now?.state === entry.state) return
  if (as === 'send-again') {
    entry.state = 'waiting'
    return
  }
  const [added] = disk.slice(model.entries.length)
  if (added !== undefined) model.add(added)
  model.replace(entry, added?.id, false)
}

const settle = (index: number, as: Way, payload: Payload, crash: Crash | undefined) =>
  command(`settle ${index} ${as} ${JSON.stringify(crash)}`, async (model, { office }) => {
    const entry = model.at(index)
    if (entry === undefined) return
    const replacement = newOperation(model, { payload, signed: false, need: undefined })
    const how: Settling = as === 'amend' ? { as, with: replacement } : { as }
    const may = settles(entry, as)
    const said = await office.live(crash, async (outbox) => {
      try {
        await outbox.settle(entry.id as Uuid, how)
        return true
      } catch (caught) {
        if (hasCode(caught, 'clinic.outbox.not-refused')) return false
        throw caught
      }
    })
    must(said === 'gone' || said === may, `settling by ${as} went otherwise`)
    if (may) await absorbSettling(model, office, entry, as)
  })

/** What happens during a drain. */
interface Drain {
  readonly fates: readonly Fate[]
  readonly concurrency: number
  readonly untilSettled: boolean
  readonly twice: boolean
  readonly abortAt: number | undefined
  readonly revise: { readonly at: number; readonly payload: Payload } | undefined
  readonly crash: Crash | undefined
}

/** Everything that an operation depends on has its end by then, on the disk. */
async function checkNeeds(office: Office, { dependsOn }: Operation): Promise<void> {
  for (const need of dependsOn) {
    const kept = (await office.store.get(collection, need)) as unknown as Operation
    must(
      ['acknowledged', 'settled'].includes(kept.state),
      `sent while what it needs is ${kept.state}`,
    )
  }
}

const drain = (how: Drain) =>
  command(`drain ${JSON.stringify(how)}`, async (model, { office, count }) => {
    const { server } = office
    const stop = new AbortController()
    let [requests, revised] = [0, undefined as Entry | undefined]
    server.script = [...how.fates]
    server.onRequest = async (operation) => {
      await checkNeeds(office, operation)
      requests += 1
      if (requests === how.abortAt) stop.abort(new Error('enough'))
      const entry = model.find(operation.id)
      if (requests !== how.revise?.at || entry === undefined) return
      const newest = model.newest(entry)
      if (newest !== entry || refusalOf(entry) !== undefined) return
      revised = entry
      const said = await tryRevise(office.outbox, entry, how.revise.payload).catch(() => 'gone')
      must(said === 'revised' || said === 'gone', `a revision while sending is ${said}`)
      count('revised while sending')
    }
    const { concurrency, untilSettled } = how
    const options = { concurrency, untilSettled, signal: stop.signal }
    await office.live(how.crash, async (outbox) => {
      const drains = [outbox.drain(options), ...(how.twice ? [outbox.drain(options)] : [])]
      for (const end of await Promise.allSettled(drains)) {
        if (end.status === 'rejected' && !stop.signal.aborted) throw end.reason
      }
    })
    if (how.crash !== undefined) count('crash armed')
    server.onRequest = () => Promise.resolve()
    server.script = []
    if (revised !== undefined && how.revise !== undefined) {
      await absorb(model, office, revised, how.revise.payload)
    }
  })

const moveClock = (minutes: number) =>
  command(`clock ${minutes}`, async (_, { office }) => {
    office.clock.advance(minutes * 60_000)
  })

const tamper = (index: number) =>
  command(`tamper ${index}`, async (model, { office }) => {
    const entry = model.at(index)
    if (entry === undefined || entry.state !== 'waiting') return
    const kept = (await onDisk(office)).find(({ id }) => id === entry.id)
    if (kept?.state !== 'waiting') return
    const payload = { verdict: 'fine', words: -1 }
    const value = { ...kept, payload } as unknown as JsonValue
    await office.store.write([{ collection, id: entry.id, value }])
    entry.tampered = true
  })

const index = fc.nat({ max: 30 })
const payload: fc.Arbitrary<Payload> = fc.record({
  verdict: fc.constantFrom(...verdicts, 'fine' as const, 'fine' as const),
  words: fc.nat({ max: 1000 }),
})
const crash = fc.option(fc.record({ after: fc.nat({ max: 6 }), kept: fc.boolean() }), {
  nil: undefined,
  freq: 3,
})
const wanted: fc.Arbitrary<Wanted> = fc.record({
  payload,
  signed: fc.boolean(),
  need: fc.option(index, { nil: undefined, freq: 1 }),
})
const often = { nil: undefined, freq: 1 } as const
const drains: fc.Arbitrary<Drain> = fc.record({
  fates: fc.array(fc.constantFrom(...fates), { maxLength: 12 }),
  concurrency: fc.integer({ min: 1, max: 4 }),
  untilSettled: fc.boolean(),
  twice: fc.boolean(),
  abortAt: fc.option(fc.integer({ min: 1, max: 4 }), { ...often, freq: 1 }),
  revise: fc.option(fc.record({ at: fc.integer({ min: 1, max: 3 }), payload }), often),
  crash,
})

/** Random interleavings of entry, edit, settling, drain, crash, clock and tampering. */
export const sequences = fc.commands(
  [
    fc.tuple(fc.array(wanted, { minLength: 1, maxLength: 4 }), crash).map((args) => add(...args)),
    fc.tuple(index, payload, crash).map((args) => revise(...args)),
    fc
      .tuple(index, fc.constantFrom<Way>('keep-theirs', 'send-again', 'amend'), payload, crash)
      .map((args) => settle(...args)),
    drains.map(drain),
    drains.map(drain),
    fc.integer({ min: -1440, max: 1440 }).map(moveClock),
    index.map(tamper),
  ],
  { maxCommands: 24, size: 'max' },
)
