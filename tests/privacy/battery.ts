/** The generic battery: the marked person in every shape, given to anything that can be called. */
import { isSdkError } from '@tiemchung/core'
import { markedText, person } from './person.js'
import { type Leak, leaksOfThrown, leaksOfValue } from './watch.js'

/** What the calls of one export came to. */
export interface Outcome {
  readonly leaks: readonly Leak[]
  /** Whether it ever answered for itself: returned, or threw an error of the SDK. */
  readonly answered: boolean
}

type Call = (...args: unknown[]) => unknown
type Fetch = (request: unknown) => Promise<unknown>

/** Servers that talk too much, and a network that does. */
const fetches: readonly Fetch[] = [
  () => Promise.reject(new TypeError(`cannot connect while asking for ${markedText}`)),
  () =>
    Promise.resolve(
      Response.json({ type: markedText, title: markedText, detail: markedText }, { status: 422 }),
    ),
  () => Promise.resolve(Response.json({ items: [person], ...person })),
  () => Promise.resolve(new Response(markedText)),
]

const world = {
  clock: { now: () => new Date('2022-04-14T02:00:00Z') },
  random: { bytes: (length: number) => new Uint8Array(length).fill(7) },
}

const mostNaps = 50

/** Waits no time, and after many times for good: what comes back for ever ends there. */
function napping(): () => Promise<void> {
  let naps = 0
  const sleep = (): Promise<void> => {
    naps += 1
    return naps > mostNaps ? new Promise(() => undefined) : Promise.resolve()
  }
  ours.add(sleep)
  return sleep
}

/** An object that answers to the field names which packages use, beside the world they may want. */
function markedObject(fetch: Fetch): Record<string, unknown> {
  return {
    ...world,
    sleep: napping(),
    fetch,
    baseUrl: 'https://platform.example',
    ...person,
    id: person.number,
    fullName: person.name,
    personalNumber: person.number,
    phoneNumber: person.phone,
    birthDate: person.number,
    sex: person.name,
    person,
    subject: person,
    patient: person,
    record: { ...person, person },
    records: [person],
    rows: [Object.values(person)],
    text: markedText,
    payload: markedText,
    code: person.number,
    value: markedText,
  }
}

/** Rows, texts, bytes, objects: what a parameter may be handed. */
function shapes(fetch: Fetch): unknown[] {
  const object = markedObject(fetch)
  return [
    markedText,
    person.name,
    person.number,
    person.phone,
    `{"name":"${person.name}","number":${person.number}`,
    `HC1:${markedText}`,
    `https://portal.example/find?name=${person.name}&number=${person.number}`,
    new TextEncoder().encode(markedText),
    object,
    [object],
    [markedText],
  ]
}

/** Argument lists: each shape alone, with an object behind it, and in every place. */
function* argumentLists(arity: number): Generator<unknown[]> {
  for (const fetch of fetches) {
    const object = markedObject(fetch)
    for (const shape of shapes(fetch)) {
      yield [shape]
      yield [shape, object]
      yield [object, shape]
      yield Array.from({ length: Math.max(arity, 3) }, () => shape)
    }
  }
}

function withTimeLimit(value: unknown): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, 200)
  })
  return Promise.race([Promise.resolve(value), limit]).finally(() => clearTimeout(timer))
}

/** The first values of an iterable answer: pages and rows come one by one. */
async function firstOf(value: unknown): Promise<unknown> {
  if (typeof value !== 'object' || value === null || !(Symbol.asyncIterator in value)) return value
  const seen: unknown[] = []
  for await (const one of value as AsyncIterable<unknown>) {
    seen.push(one)
    if (seen.length === 3) break
  }
  return seen
}

/**
 * What the engine says to a program that breaks the types: it quotes a property name or a value in the
 * wrong place. Callers that compile never see it; SDK errors and all other messages are judged.
 */
const brokenTypes =
  /^(?:Cannot (?:read|set) properties of|Cannot use 'in' operator|.* is not (?:a function|iterable|a constructor))/s

function isMisuse(thrown: unknown): boolean {
  return thrown instanceof TypeError && brokenTypes.test(thrown.message)
}

/** One call, whatever it ends in. */
export async function callOnce(
  call: Call,
  args: readonly unknown[],
): Promise<Outcome & { value?: unknown }> {
  try {
    const value = await withTimeLimit(firstOf(await withTimeLimit(call(...args))))
    return { leaks: leaksOfValue(value), answered: true, value }
  } catch (thrown) {
    if (isMisuse(thrown)) return { leaks: [], answered: false }
    return { leaks: leaksOfThrown(thrown), answered: isSdkError(thrown) }
  }
}

/** Functions of ours that come back when a function returns what it was given. */
const ours = new Set<unknown>([...fetches, ...Object.values(world)])

function members(value: object): unknown[] {
  const prototype: unknown = Object.getPrototypeOf(value)
  const inherited = prototype === Object.prototype || prototype === null ? [] : [prototype]
  return [value, ...inherited].flatMap((holder) =>
    Object.entries(Object.getOwnPropertyDescriptors(holder))
      .filter(([name]) => name !== 'constructor')
      .map(([, descriptor]) => descriptor.value as unknown),
  )
}

/** The methods of a client or store that a function made. */
function methodsOf(value: unknown): Call[] {
  if (typeof value !== 'object' || value === null || value instanceof Promise) return []
  if (Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Date) return []
  const found = members(value)
  if (found.some((member) => ours.has(member))) return []
  const schema = value as { safeParse?: Call; parse?: Call }
  if (typeof schema.safeParse === 'function' && typeof schema.parse === 'function') {
    return [(data) => schema.safeParse?.(data), (data) => schema.parse?.(data)]
  }
  return found
    .filter((member): member is Call => typeof member === 'function')
    .map(
      (member): Call =>
        (...args) =>
          Reflect.apply(member, value, args),
    )
}

/** Gives everything to a function, and to the methods of what it returns, to the depth given. */
export async function assault(call: Call, depth = 1): Promise<Outcome> {
  const leaks: Leak[] = []
  let answered = false
  let made: unknown
  for (const args of argumentLists(call.length)) {
    const outcome = await callOnce(call, args)
    leaks.push(...outcome.leaks)
    answered ||= outcome.answered
    if (made === undefined && methodsOf(outcome.value).length > 0) made = outcome.value
  }
  if (depth > 0) {
    for (const method of methodsOf(made)) leaks.push(...(await assault(method, depth - 1)).leaks)
  }
  return { leaks, answered }
}

function isClass(value: Call): boolean {
  return /^class\b/.test(Function.prototype.toString.call(value))
}

/** What can be called of an export: itself, its construction, or its methods. */
export function callablesOf(value: unknown): Call[] {
  if (typeof value === 'function') {
    const call = value as Call
    if (!isClass(call)) return [call]
    return [(...args) => Reflect.construct(call, args) as unknown]
  }
  return methodsOf(value)
}
