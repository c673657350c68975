import type { DayReport } from '@tiemchung/schemas/wire'
import { completedAtOf, enteredAtOf, type RecordCase, settledAtOf } from '../day/record-case.js'
import type { Operation } from '../outbox/operation.js'

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

function momentsOf(
  one: RecordCase,
  operation: Operation | undefined,
): Readonly<Record<Moment, number>> {
  const time = (text: string | undefined) => (text === undefined ? Number.NaN : Date.parse(text))
  return {
    given: time(one.record.dose.givenAt),
    entered: time(enteredAtOf(one)),
    complete: time(completedAtOf(one)),
    settled: time(settledAtOf(one)),
    signed: time(one.signedAt),
    acknowledged: time(receivedAt(operation)),
  }
}

function medianOf(values: Float64Array): number {
  values.sort()
  const middle = values.length >> 1
  const upper = values[middle] ?? 0
  return values.length % 2 === 1 ? upper : ((values[middle - 1] ?? 0) + upper) / 2
}

/**
 * Median minutes between stages, to a tenth, over the records that have come through both. Where a clock was set back
 * in between, the record does not count.
 */
export function medianMinutes(
  records: readonly RecordCase[],
  operationOf: (one: RecordCase) => Operation | undefined,
): readonly Median[] {
  const all = records.map((one) => momentsOf(one, operationOf(one)))
  return spans.map(([from, to]) => {
    const minutes = all.map((one) => (one[to] - one[from]) / 60_000).filter((one) => one >= 0)
    const { length } = minutes
    if (length === 0) return { from, to, count: 0 }
    const median = Math.round(medianOf(Float64Array.from(minutes)) * 10) / 10
    return { from, to, count: length, median }
  })
}
