/** A subject in integers, with its dates checked. */
import {
  earliestDay,
  exactDay,
  isCivilDate,
  isPartialDate,
  latestDay,
  ParseError,
  type PartialDate,
  type Path,
  toDayNumber,
} from '@tiemchung/core'
import { subjectErrors } from '../errors/subject-errors.js'
import type { Day } from '../engine/days.js'
import type { Infection, Subject, YesNoUnknown } from './subject.js'

/** A given dose, in integers. */
export interface ReadDose {
  readonly index: number
  readonly day: Day
  readonly product: string | undefined
  readonly brand: string | undefined
}

/** A subject whose dates are days that exist. */
export interface ReadSubject {
  /** The one day of birth, or the first and the last that are possible. */
  readonly births: readonly [Day] | readonly [Day, Day]
  /** By day; on one day, those that say more come first. */
  readonly doses: readonly ReadDose[]
  /** `unknown` where the fact contradicts itself: none, and yet a day of it. */
  readonly infection: YesNoUnknown
  /** Undefined also before birth. */
  readonly onset: Day | undefined
  /** Undefined also before birth or before the onset: it is that of another illness. */
  readonly recovery: Day | undefined
  readonly consentFrom: Day
  readonly plain: Subject
}

/** @throws ParseError `eligibility.subject` with the path of a text that is no day */
export function readDay(text: string, path: Path): Day {
  if (!isCivilDate(text)) throw new ParseError(subjectErrors, 'eligibility.subject', { path })
  return toDayNumber(text)
}

function optionalDay(text: string | undefined, path: Path): Day | undefined {
  return text === undefined ? undefined : readDay(text, path)
}

/** Order of doses that does not depend on the order in which they were written down. */
function compareDoses(left: ReadDose, right: ReadDose): number {
  if (left.day !== right.day) return left.day - right.day
  const key = (dose: ReadDose) => dose.product ?? `~${dose.brand ?? '~'}`
  return key(left) < key(right) ? -1 : 1
}

/** What is known of the infection of somebody who was born on a day at the latest. */
function readInfection(
  infection: Infection | undefined,
  birth: Day,
): Pick<ReadSubject, 'infection' | 'onset' | 'recovery'> {
  const read = (field: 'onset' | 'recovery') =>
    optionalDay(infection?.[field], ['facts', 'covid19Infection', field])
  const since = (day: Day | undefined, start: Day) =>
    day === undefined || day < start ? undefined : day
  const [onset, recovery] = [read('onset'), read('recovery')]
  const dated = onset !== undefined || recovery !== undefined
  const state = infection?.state
  return {
    infection: state === 'yes' || (state === 'no' && !dated) ? state : 'unknown',
    onset: since(onset, birth),
    recovery: since(recovery, Math.max(birth, onset ?? birth)),
  }
}

function readBirth(date: PartialDate): ReadSubject['births'] {
  const exact = exactDay(date)
  if (exact !== undefined) return [toDayNumber(exact)]
  if (isPartialDate(date)) return [toDayNumber(earliestDay(date)), toDayNumber(latestDay(date))]
  throw new ParseError(subjectErrors, 'eligibility.subject', { path: ['birthDate'] })
}

/**
 * Reads a subject.
 *
 * @throws ParseError `eligibility.subject` with the path of the date that is none
 */
export function readSubject(subject: Subject): ReadSubject {
  const { birthDate, doses, facts, consent } = subject
  const births = readBirth(birthDate)
  const given = doses.map(({ date, product, brand }, index): ReadDose => {
    return { index, day: readDay(date, ['doses', index, 'date']), product, brand }
  })
  if (given.length > 1) given.sort(compareDoses)
  const known = readInfection(facts.covid19Infection, births[1] ?? births[0])
  return {
    births,
    doses: given,
    infection: known.infection,
    onset: known.onset,
    recovery: known.recovery,
    consentFrom: optionalDay(consent?.date, ['consent', 'date']) ?? Number.NEGATIVE_INFINITY,
    plain: subject,
  }
}
