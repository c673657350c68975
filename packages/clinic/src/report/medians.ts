import type { DayReport } from '@tiemchung/schemas/wire'
import { completedAtOf, enteredAtOf, settledAtOf } from '../day/record-case.js'
import type { Operation } from '../outbox/operation.js'
import type { Followed } from './follow.js'

type Median = NonNullable<DayReport['minutes']>[number]
type Moment = Median['from']

/** Between which stages the minutes are told: each to the next, and the whole way. */
const spans: readonly (readonly [Moment, Moment])[] = [
  ['given', 'entered'],
  ['entered', 'complete'],
  ['complete', 'settled'],
  ['settled', 'signed'],
  ['signed', 'acknowledged'],
  ['given', 'acknowledged'],
]

/** When the platform had it, by its own word in the receipt. */
function receivedAt(operation: Operation | undefined): string | undefined {
  if (operation?.state !== 'acknowledged') return undefined
  const { acknowledgement } = operation
  if (typeof acknowledgement !== 'object' || acknowledgement === null) return undefined
  const { receivedAt: at } = acknowledgement as { readonly receivedAt?: unknown }
  return typeof at === 'string' ? at : undefined
}

const timeOf = (text: string | undefined): number =>
  text === undefined ? Number.NaN : Date.parse(text)

/** The moments of every record, moment by moment; NaN where one has not come. */
function momentsOf(followed: readonly Followed[]): Readonly<Record<Moment, Float64Array>> {
  const column = () => new Float64Array(followed.length)
  const [given, entered, complete] = [column(), column(), column()]
  const [settled, signed, acknowledged] = [column(), column(), column()]
  for (const [at, { one, operation, givenAt, enteredAt }] of followed.entries()) {
    const entry = enteredAtOf(one)
    // Most were complete and settled when they were entered: the same text is not read again.
    const time = (text: string | undefined) => (text === entry ? enteredAt : timeOf(text))
    given[at] = givenAt
    entered[at] = enteredAt
    complete[at] = time(completedAtOf(one))
    settled[at] = time(settledAtOf(one))
    signed[at] = timeOf(one.signedAt)
    acknowledged[at] = timeOf(receivedAt(operation))
  }
  return { given, entered, complete, settled, signed, acknowledged }
}

/** Minutes from one to the other, in order, where both have come and the clock was not set back in between. */
function minutesBetween(from: Float64Array, to: Float64Array): Float64Array {
  return to
    .map((at, index) => (at - (from[index] ?? Number.NaN)) / 60_000)
    .filter((one) => one >= 0)
    .sort()
}

function medianOf(ordered: Float64Array): number {
  const middle = ordered.length >> 1
  const upper = ordered[middle] ?? 0
  return ordered.length % 2 === 1 ? upper : ((ordered[middle - 1] ?? 0) + upper) / 2
}

/**
 * Median minutes between stages, to a tenth, over the records that have come through both. Where a clock was set back
 * in between, the record does not count.
 */
export function medianMinutes(followed: readonly Followed[]): readonly Median[] {
  const moments = momentsOf(followed)
  return spans.map(([from, to]) => {
    const minutes = minutesBetween(moments[from], moments[to])
    const { length } = minutes
    if (length === 0) return { from, to, count: 0 }
    return { from, to, count: length, median: Math.round(medianOf(minutes) * 10) / 10 }
  })
}
