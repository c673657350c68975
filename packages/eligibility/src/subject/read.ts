/** A subject in integers, with its dates checked. */
import {
  earliestDay,
  exactDay,
  isCivilDate,
  isPartialDate,
  latestDay,
  ParseError,
  type Path,
  toDayNumber,
} from '@tiemchung/core'
import { subjectErrors } from '../errors/subject-errors.js'
import type { Day } from '../engine/days.js'
import type { Subject } from './subject.js'

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
  readonly onset: Day | undefined
  readonly recovery: Day | undefined
  readonly consentFrom: Day
  readonly plain: Subject
}

function readDay(text: string, path: Path): Day {
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

/**
 * Reads a subject.
 *
 * @throws ParseError `eligibility.subject` with the path of the date that is none
 */
export function readSubject(subject: Subject): ReadSubject {
  const { birthDate, doses, facts, consent } = subject
  if (!isPartialDate(birthDate)) {
    throw new ParseError(subjectErrors, 'eligibility.subject', { path: ['birthDate'] })
  }
  const exact = exactDay(birthDate)
  const infection = facts.covid19Infection
  const inFact = (field: string) => ['facts', 'covid19Infection', field]
  return {
    births:
      exact === undefined
        ? [toDayNumber(earliestDay(birthDate)), toDayNumber(latestDay(birthDate))]
        : [toDayNumber(exact)],
    doses: doses
      .map((dose, index) => ({
        index,
        day: readDay(dose.date, ['doses', index, 'date']),
        product: dose.product,
        brand: dose.brand,
      }))
      .sort(compareDoses),
    onset: optionalDay(infection?.onset, inFact('onset')),
    recovery: optionalDay(infection?.recovery, inFact('recovery')),
    consentFrom: optionalDay(consent?.date, ['consent', 'date']) ?? Number.NEGATIVE_INFINITY,
    plain: subject,
  }
}
