import type { FeedbackItem, Handler } from '@tiemchung/schemas'
import { readClock } from '../rules/clock/read-clock.js'
import type { FeedbackClock, FeedbackPolicy } from '../rules/policy/feedback-policy.js'
import { Counting, type Tally } from './tally.js'
import { type FeedbackUnit, keyOf, lineOf } from './units.js'

/** One unit: what is with it, and what is with it and all below it. */
export interface FeedbackReportRow {
  readonly unit: Handler
  /** Empty where the list of units does not know it. */
  readonly name: string
  readonly parent?: Handler
  readonly known: boolean
  /** Whether anybody of it ever logged in. */
  readonly loggedIn: boolean
  readonly lastLogIn?: Date
  readonly own: Tally
  readonly all: Tally
}

/** The limit read in two ways, whatever the policy says. */
export interface Readings {
  /** The clock never stands still, and *processed later* is no answer. */
  readonly strict: Pick<Tally, 'overdue' | 'met' | 'missed'>
  /** It stands still while the reporter is asked, and *processed later* is an answer. */
  readonly lenient: Pick<Tally, 'overdue' | 'met' | 'missed'>
}

/** How a country, a province or a facility stands with its feedback at an instant. No person is in it. */
export interface FeedbackReport {
  readonly format: 'feedback-report/1'
  readonly at: Date
  readonly policy: { readonly id: string; readonly version: string }
  /** Units with untouched items first, then those with overdue ones, then by level and code. */
  readonly rows: readonly FeedbackReportRow[]
  readonly total: Tally
  readonly readings: Readings
  /** Units in which nobody ever logged in. */
  readonly neverLoggedIn: readonly FeedbackUnit[]
}

/** What a report is made of. */
export interface FeedbackReportOptions {
  readonly at: Date
  readonly policy: FeedbackPolicy
  /** All units that handle feedback, those without items too. */
  readonly units: readonly FeedbackUnit[]
}

/** Items, from a list or page by page. */
export type ReportedItems = Iterable<ReportedItem> | AsyncIterable<ReportedItem>

const strict = (clock: FeedbackClock): FeedbackClock => ({
  ...clock,
  laterMeets: false,
  pausedIn: [],
})
const lenient = (clock: FeedbackClock): FeedbackClock => ({
  ...clock,
  laterMeets: true,
  pausedIn: ['needs-information'],
})

interface Row {
  readonly unit: FeedbackUnit
  readonly known: boolean
  readonly own: Counting
  readonly all: Counting
}

function row(unit: FeedbackUnit, known: boolean): Row {
  return { unit, known, own: new Counting(), all: new Counting() }
}

/** What of an item a report reads. */
export type ReportedItem = Pick<FeedbackItem, 'events' | 'handler' | 'openTo'>

/** Whether an officer had acted on it by an instant. */
const isTouched = ({ events }: ReportedItem, at: Date): boolean =>
  events.some((one) => one.officer !== undefined && Date.parse(one.at) <= at.getTime())

const kept = ({ overdue, met, missed }: Tally) => ({ overdue, met, missed })

/** Items counted for their units, for those above, for all, and by the two other readings. */
class Report {
  readonly #rows = new Map<string, Row>()
  readonly #parents = new Map<string, string>()
  readonly #total = new Counting()
  readonly #strict = new Counting()
  readonly #lenient = new Counting()
  readonly #options: FeedbackReportOptions

  constructor(options: FeedbackReportOptions) {
    this.#options = options
    for (const unit of options.units) {
      this.#rows.set(keyOf(unit), row(unit, true))
      if (unit.parent !== undefined) this.#parents.set(keyOf(unit), keyOf(unit.parent))
    }
  }

  add(item: ReportedItem): void {
    const { at, policy } = this.#options
    const reading = readClock(item, at, policy.clock)
    if (reading.standing === 'not-started') return
    const { handler, openTo } = item
    const other = { touched: isTouched(item, at), unassigned: openTo !== undefined }
    const counted = { ...other, reading }
    const key = keyOf(handler)
    if (!this.#rows.has(key)) this.#rows.set(key, row({ ...handler, name: '' }, false))
    this.#rows.get(key)?.own.add(counted, at)
    for (const above of lineOf(key, this.#parents)) this.#rows.get(above)?.all.add(counted, at)
    this.#total.add(counted, at)
    this.#strict.add({ ...other, reading: readClock(item, at, strict(policy.clock)) }, at)
    this.#lenient.add({ ...other, reading: readClock(item, at, lenient(policy.clock)) }, at)
  }

  result(): FeedbackReport {
    const { at, policy, units } = this.#options
    return {
      format: 'feedback-report/1',
      at,
      policy: { id: policy.id, version: policy.version },
      rows: [...this.#rows.values()].map(shown).sort(byUrgency),
      total: this.#total.result(),
      readings: { strict: kept(this.#strict.result()), lenient: kept(this.#lenient.result()) },
      neverLoggedIn: units.filter(({ lastLogIn }) => lastLogIn === undefined),
    }
  }
}

function shown({ unit, known, own, all }: Row): FeedbackReportRow {
  const { level, name, parent, lastLogIn } = unit
  return {
    unit: { level, unit: unit.unit },
    name,
    ...(parent === undefined ? {} : { parent }),
    known,
    loggedIn: lastLogIn !== undefined,
    ...(lastLogIn === undefined ? {} : { lastLogIn }),
    own: own.result(),
    all: all.result(),
  }
}

const order = [
  'ministry',
  'province',
  'provincial-cdc',
  'district',
  'commune',
  'facility',
  'police',
]

function byUrgency(one: FeedbackReportRow, other: FeedbackReportRow): number {
  return (
    other.own.untouched - one.own.untouched ||
    other.own.overdue - one.own.overdue ||
    order.indexOf(one.unit.level) - order.indexOf(other.unit.level) ||
    (one.unit.unit < other.unit.unit ? -1 : 1)
  )
}

/**
 * Counts items for the unit that each is with, and for every unit above it: the roll-up to district,
 * province and ministry is in the same table (9458/BYT-CNTT). Items that their reporters have not
 * confirmed are not counted. Items are read one after the other and not kept; with whom each is, is read as
 * it stands now, its clock as it stood at the instant of the report.
 *
 * It does not establish that the list of items is whole, nor that an answer was right.
 */
export async function feedbackReport(
  items: ReportedItems,
  options: FeedbackReportOptions,
): Promise<FeedbackReport> {
  const report = new Report(options)
  for await (const item of items) report.add(item)
  return report.result()
}
