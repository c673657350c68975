/** A wire that drops, delays, repeats and reorders: nothing is signed twice, nothing wrong is accepted. */
import { inspect } from 'node:util'
import type { FetchLike } from '@tiemchung/core'
import { memoryJournal, type RequestJournal } from '@tiemchung/signer-remote'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  endOf,
  type FlowName,
  freshData,
  holds,
  openSigner,
  operationsOn,
  type Provider,
  startProvider,
} from './provider.fixture.js'

let provider: Provider
beforeAll(async () => {
  provider = await startProvider()
})
afterAll(() => provider.close())

/** What can happen to one request. `twice`: a proxy sends a copy, and the second answer is the one that comes. */
const fates = ['pass', 'drop-before', 'drop-after', 'twice', 'late', 'late-after'] as const
type Fate = (typeof fates)[number]

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A `fetch` that does to its requests what is in a list, in order, and then nothing more. */
function wire(list: readonly Fate[]): FetchLike {
  const left = [...list]
  return async (request: Request) => {
    const fate = left.shift() ?? 'pass'
    if (fate === 'drop-before') throw new TypeError('fetch failed')
    if (fate === 'late') await pause(15)
    const copy = request.clone()
    const answer = await globalThis.fetch(request)
    if (fate === 'drop-after') throw new TypeError('fetch failed')
    if (fate === 'late-after') await pause(15)
    return fate === 'twice' ? globalThis.fetch(copy) : answer
  }
}

const scripts = fc.record({
  person: fc.constantFrom('confirms', 'confirms', 'confirms', 'refuses'),
  order: fc.constantFrom('asked', 'asked', 'reversed'),
  count: fc.constantFrom('right', 'right', 'right', 'one-less', 'one-more'),
  signs: fc.constantFrom('right', 'right', 'right', 'wrong-hash'),
  encoding: fc.constantFrom('der', 'raw'),
  afterPolls: fc.nat({ max: 2 }),
  /** Whether the person acts though nobody asks: then what was begun twice is signed twice. */
  byItself: fc.boolean(),
} as const)

const lives = fc.record({
  flow: fc.constantFrom<FlowName>(
    ...([
      'csc-v1',
      'csc-v2',
      'csc-v2 deferred',
      'mysign',
      'smartca',
      'smartca that repeats',
    ] as const),
  ),
  script: scripts,
  count: fc.integer({ min: 1, max: 4 }),
  /** One list for each process that tries: the first opens, asks, and may be cut off. */
  wires: fc.array(fc.array(fc.constantFrom(...fates), { maxLength: 12 }), {
    minLength: 1,
    maxLength: 3,
  }),
  bare: fc.boolean(),
})

/** Every end that says what somebody has to do; any other is a fault of ours. */
const told: ReadonlySet<string> = new Set([
  ...['signing.answer', 'signing.credential', 'signing.expired', 'signing.rejected'],
  ...['signing.unavailable', 'signing.unsure'],
])

interface Life {
  readonly flow: FlowName
  readonly count: number
  readonly wires: readonly (readonly Fate[])[]
  readonly bare: boolean
}

let requests = 0

/** Asks under one request id, in one process after another, until it is done or cannot be. */
async function live({ flow, count, wires, bare }: Life, journal: RequestJournal) {
  const data = freshData(count)
  requests += 1
  const request = `property ${requests}`
  const ends: string[] = []
  const wrong: string[] = []
  for (const list of wires) {
    // A provider that answers an id again needs no journal.
    const own = bare && flow.endsWith('repeats') ? memoryJournal() : journal
    const end = await endOf(
      provider,
      (async () => {
        const signer = await openSigner(provider, flow, { fetch: wire(list), journal: own })
        const signatures = (await signer.signMany?.(data, { request })) ?? []
        if (signatures.length !== data.length) wrong.push('a wrong number')
        for (const [index, one] of data.entries()) {
          if (!(await holds(signer, one, signatures[index]))) wrong.push(`wrong at ${index}`)
        }
      })(),
    )
    ends.push(end)
    if (end !== 'signing.unavailable' && end !== 'signing.unsure') break
  }
  // Whoever acts by themselves has acted by now.
  await pause(25)
  return { ends, wrong, used: await operationsOn(provider, data) }
}

/**
 * What the provider does with an id that comes again. Where the profile does not say that it is answered, the
 * worst: it begins another transaction. Of a copy that a proxy makes no client could know, so then it is refused.
 */
function repeatsOf({ flow, wires }: Life): 'answered' | 'refused' | 'begun' {
  if (flow !== 'smartca') return 'answered'
  return wires.flat().includes('twice') ? 'refused' : 'begun'
}

const tally: Record<string, number> = {}

test('each hash is signed once, or it is said why it was not', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async ({ script, ...life }) => {
      const { byItself, ...others } = script
      const acts = byItself ? { afterMs: 5 } : {}
      provider.sandbox.providers.behave({ ...others, ...acts, repeats: repeatsOf(life) })
      const { ends, wrong, used } = await live(life, memoryJournal())
      const last = ends.at(-1) ?? ''
      tally[last] = (tally[last] ?? 0) + 1
      const seen = inspect({ script, life, ends, used }, { depth: 5 })
      expect(wrong, seen).toEqual([])
      expect(Math.max(...used), seen).toBeLessThanOrEqual(1)
      expect(last === 'done' || told.has(last), seen).toBe(true)
      if (last === 'done') expect(Math.min(...used), seen).toBe(1)
    }),
    { numRuns: Number(process.env['REMOTE_SIGNING_RUNS'] ?? 150) },
  )
  const { total, digests } = provider.sandbox.providers.operations()
  expect(total).toBe(digests)
  // A wire that lets nothing through, or everything, would prove nothing.
  expect(tally['done'] ?? 0).toBeGreaterThan(10)
  expect(tally['signing.unsure'] ?? 0).toBeGreaterThan(0)
})
