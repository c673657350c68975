/** What people, programs and the world do to an outbox, as commands run against it and against the reference. */
import type { NewOperation, Operation, Outbox, Settling } from '@tiemchung/clinic'
import { canonicalJson, hasCode, type JsonValue, type Uuid } from '@tiemchung/core'
import * as fc from 'fast-check'
import { must } from '../long-run.js'
import {
  codeOf,
  collection,
  command,
  crash,
  index,
  onDisk,
  oneIn,
  payload,
  refusalOf,
  takeIn,
} from './command.js'
import { type Crash, isGone } from './crashing-store.js'
import { amend, edit, enter, matchAndSign, sign, signings } from './day-commands.js'
import type { Office } from './office.js'
import type { Entry, Reference } from './reference.js'
import { type Fate, fates, jsonOf, type Payload } from './server.js'

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
    payload: jsonOf(payload),
    ...(signed ? { signed } : {}),
    ...(before === undefined ? {} : { dependsOn: [before.id as Uuid] }),
  }
}

const add = (wanted: readonly Wanted[], crash: Crash | undefined) =>
  command(`add ${wanted.length} ${JSON.stringify(crash)}`, async (model, { office }) => {
    const operations = wanted.map((one) => newOperation(model, one))
    const added = await office.live(crash, (outbox) => outbox.add(operations))
    const fresh = takeIn(model, await onDisk(office))
    must([0, wanted.length].includes(fresh.length), 'a batch was kept in part')
    must(added === 'gone' || added.length === fresh.length, 'what was added is not there')
  })

/** Enters into the reference what a revision left on the disk, if it left anything. */
async function absorb(model: Reference, office: Office, entry: Entry, payload: Payload) {
  const disk = await onDisk(office)
  const added = takeIn(model, disk).find(({ kind }) => kind === 'note')
  if (added !== undefined) {
    if (entry.state === 'rejected' || entry.state === 'altered') {
      model.replace(entry, added.id, true)
    } else entry.revisedBy = added.id
    return
  }
  const kept = disk.find(({ id }) => id === entry.id)
  if (canonicalJson(kept?.payload) !== canonicalJson(jsonOf(payload))) return
  entry.payload = jsonOf(payload)
  entry.tampered = false
  if (entry.state === 'altered') entry.state = 'waiting'
}

const tryRevise = (outbox: Outbox, { id }: Entry, payload: Payload): Promise<string> =>
  codeOf(() => outbox.revise(id as Uuid, jsonOf(payload)))

const revise = (index: number, payload: Payload, crash: Crash | undefined) =>
  command(`revise ${index} ${JSON.stringify([payload, crash])}`, async (model, { office }) => {
    const named = model.at(index)
    if (named === undefined) return
    const entry = model.newest(named)
    const said = await office.live(crash, (outbox) => tryRevise(outbox, named, payload))
    const expected = refusalOf(entry) ?? 'done'
    must(said === 'gone' || said === expected, `a revision is ${said}, not ${expected}`)
    if (said === 'done')
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
  const [added] = takeIn(model, disk)
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
  readonly signAt: number | undefined
  readonly crash: Crash | undefined
}

/** Everything that an operation depends on has its end by then, on the disk. */
async function checkNeeds({ store, server }: Office, { dependsOn }: Operation): Promise<void> {
  for (const need of dependsOn) {
    const kept = (await store.get(collection, need)) as unknown as Operation
    server.must(
      ['acknowledged', 'settled'].includes(kept.state),
      `sent while what it needs is ${kept.state}`,
    )
  }
}

/** What was under way is gone with its program. */
function onlyGone(caught: unknown): 'gone' {
  if (isGone(caught)) return 'gone'
  throw caught
}

const drain = (how: Drain) =>
  command(`drain ${JSON.stringify(how)}`, async (model, { office, count }) => {
    // Of the program that drains: a request of it may still arrive when it is gone and the next one has begun.
    const { server, outbox: own, day } = office
    const stop = new AbortController()
    let [requests, revised] = [0, undefined as Entry | undefined]
    server.script = [...how.fates]
    server.onRequest = async (operation) => {
      await checkNeeds(office, operation)
      requests += 1
      // Others come while this one waits for the signer.
      const nth = requests
      if (nth === how.abortAt) stop.abort(new Error('enough'))
      if (nth === how.signAt) {
        await matchAndSign(office, day).catch(onlyGone)
        count('signed while sending')
      }
      const entry = model.find(operation.id)
      if (nth !== how.revise?.at || entry === undefined) return
      const newest = model.newest(entry)
      if (newest !== entry || refusalOf(entry) !== undefined) return
      revised = entry
      const said = await tryRevise(own, entry, how.revise.payload).catch(onlyGone)
      server.must(said === 'done' || said === 'gone', `a revision while sending is ${said}`)
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
    } else takeIn(model, await onDisk(office))
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

const wanted: fc.Arbitrary<Wanted> = fc.record({
  payload,
  signed: fc.boolean(),
  need: oneIn(2, index),
})
const drains: fc.Arbitrary<Drain> = fc.record({
  fates: fc.array(fc.constantFrom(...fates), { maxLength: 12 }),
  concurrency: fc.integer({ min: 1, max: 4 }),
  untilSettled: fc.boolean(),
  twice: fc.boolean(),
  abortAt: oneIn(4, fc.integer({ min: 1, max: 4 })),
  revise: oneIn(2, fc.record({ at: fc.integer({ min: 1, max: 3 }), payload })),
  signAt: oneIn(4, fc.integer({ min: 1, max: 3 })),
  crash,
})

/** Random interleavings of entry, edit, signing, amending, settling, drain, crash, clock and tampering. */
export const sequences = fc.commands(
  [
    fc.tuple(fc.array(wanted, { minLength: 1, maxLength: 4 }), crash).map((args) => add(...args)),
    fc.tuple(index, payload, crash).map((args) => revise(...args)),
    fc
      .tuple(index, fc.constantFrom<Way>('keep-theirs', 'send-again', 'amend'), payload, crash)
      .map((args) => settle(...args)),
    fc.tuple(index, payload, crash).map((args) => enter(...args)),
    fc.tuple(index, payload, crash).map((args) => edit(...args)),
    fc.tuple(index, payload, crash).map((args) => enter(...args)),
    signings.map(sign),
    signings.map(sign),
    fc.tuple(index, payload, crash).map((args) => amend(...args)),
    fc.tuple(index, payload, crash).map((args) => amend(...args)),
    drains.map(drain),
    drains.map(drain),
    fc.integer({ min: -1440, max: 1440 }).map(moveClock),
    index.map(tamper),
  ],
  { maxCommands: 28, size: 'max' },
)
