/** A report that came over the wire, where instants are texts. */
import { parseInstant } from '@tiemchung/core'
import type { Schema } from '@tiemchung/http'
import { handlerSchema } from '@tiemchung/schemas'
import type { FeedbackReport, FeedbackReportRow, Readings } from './feedback-report.js'
import { columns } from './report-csv.js'
import type { Tally } from './tally.js'
import type { FeedbackUnit } from './units.js'

type Loose = Readonly<Record<string, unknown>>

function refuse(): never {
  throw new TypeError('no report')
}

const objectOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null ? (value as Loose) : refuse()

const listOf = <One>(value: unknown, read: (one: Loose) => One): readonly One[] =>
  Array.isArray(value) ? value.map((one) => read(objectOf(one))) : refuse()

const textOf = (value: unknown): string => (typeof value === 'string' ? value : refuse())

/** A member that may be absent, as an instant. */
const instantIn = <Name extends string>(from: Loose, name: Name) =>
  from[name] === undefined
    ? {}
    : ({ [name]: parseInstant(textOf(from[name])) } as Record<Name, Date>)

const mayBeAbsent: ReadonlySet<string> = new Set(['medianHours', 'p90Hours'])

const isCount = (value: unknown): boolean => typeof value === 'number' && value >= 0

function tallyOf(value: unknown): Tally {
  const given = objectOf(value)
  for (const column of columns) {
    const isAbsent = given[column] === undefined && mayBeAbsent.has(column)
    if (!isAbsent && !isCount(given[column])) refuse()
  }
  return { ...(given as unknown as Tally), ...instantIn(given, 'oldestOpen') }
}

function rowOf(given: Loose): FeedbackReportRow {
  const { unit, name, parent, own, all } = given
  return {
    unit: handlerSchema.parse(unit),
    name: textOf(name),
    ...(parent === undefined ? {} : { parent: handlerSchema.parse(parent) }),
    known: given['known'] === true,
    loggedIn: given['loggedIn'] === true,
    ...instantIn(given, 'lastLogIn'),
    own: tallyOf(own),
    all: tallyOf(all),
  }
}

/** A unit as a list of units writes it, `lastLogIn` as a text. */
export function unitOf(value: unknown): FeedbackUnit {
  const given = objectOf(value)
  const { level, unit, name, parent } = given
  return {
    ...handlerSchema.parse({ level, unit }),
    name: textOf(name),
    ...(parent === undefined ? {} : { parent: handlerSchema.parse(parent) }),
    ...instantIn(given, 'lastLogIn'),
  }
}

function readingsOf(value: unknown): Readings {
  const { strict, lenient } = objectOf(value)
  const one = (given: Loose) => {
    const { overdue, met, missed } = given
    if (![overdue, met, missed].every(isCount)) refuse()
    return { overdue, met, missed } as Readings['strict']
  }
  return { strict: one(objectOf(strict)), lenient: one(objectOf(lenient)) }
}

function reportOf(value: unknown): FeedbackReport {
  const { format, at, policy, rows, total, readings, neverLoggedIn } = objectOf(value)
  if (format !== 'feedback-report/1') refuse()
  const { id, version } = objectOf(policy)
  return {
    format,
    at: parseInstant(textOf(at)),
    policy: { id: textOf(id), version: textOf(version) },
    rows: listOf(rows, rowOf),
    total: tallyOf(total),
    readings: readingsOf(readings),
    neverLoggedIn: listOf(neverLoggedIn, unitOf),
  }
}

/** A report as its JSON says it. Where a reading throws, it is none. */
export const reportSchema: Schema<FeedbackReport> = {
  safeParse: (value) => {
    try {
      return { success: true, data: reportOf(value) }
    } catch {
      return { success: false, error: { issues: [{ path: [] }] } }
    }
  },
}
