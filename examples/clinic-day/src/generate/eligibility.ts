/** Classes of eligibility, and the birth dates and earlier doses that make them come true. */
import {
  addDays,
  addMonths,
  addYears,
  type CivilDate,
  fromDayNumber,
  toDayNumber,
} from '@tiemchung/core'
import type { Dice } from './random.js'
import { assumed } from './rates.js'
import { share } from './share.js'
import type { Attendance, EligibilityClass, TrueChild } from './truth.js'

const shares: Readonly<Partial<Record<EligibilityClass, number>>> = {
  consentRefused: assumed.refusedConsent,
  needsConsent: assumed.noConsentYet,
  infected: assumed.recentInfection,
  deferred: assumed.acuteDisease,
  contraindicated: assumed.contraindicated,
  complete: assumed.alreadyComplete,
  tooSoon: assumed.tooSoon,
}

/** Classes that the age decides come by position in the list: sixth-graders already twelve among them. */
export function eligibilityFor(dice: Dice, index: number): EligibilityClass {
  const { alreadyTwelve, notYetFive, yearOnlyAndUnsure } = assumed.oneIn
  if (index % alreadyTwelve === 7) return 'handedOver'
  if (index % notYetFive === 11) return 'tooYoung'
  if (index % yearOnlyAndUnsure === 13) return 'unknownAge'
  return share(dice, shares, 'eligible')
}

export function birthDateFor(dice: Dice, day: CivilDate, kind: EligibilityClass): CivilDate {
  const spread = (from: CivilDate, to: CivilDate) =>
    fromDayNumber(dice.between(toDayNumber(from), toDayNumber(to)))
  if (kind === 'handedOver') return spread(addMonths(day, -12 * 12 - 5), addYears(day, -12))
  if (kind === 'tooYoung') return spread(addDays(addYears(day, -5), 1), addMonths(day, -12 * 5 + 4))
  // Five already on the day of a first dose that may lie forty days back, and not twelve before the next.
  return spread(addDays(addYears(day, -12), 40), addDays(addYears(day, -5), -40))
}

/** Earlier doses; `due` are those who come for dose 2. */
export function dosesFor(
  dice: Dice,
  day: CivilDate,
  kind: EligibilityClass,
  due: boolean,
): TrueChild['doses'] {
  const dose = (date: CivilDate) => ({
    date,
    product: 'comirnaty-10',
    lot: dice.pick(['FT0410', 'FT0422']),
  })
  if (kind === 'tooSoon') return [dose(addDays(day, -dice.between(3, 27)))]
  if (kind === 'complete') return [dose(addDays(day, -33)), dose(addDays(day, -5))]
  return due ? [dose(addDays(day, -dice.between(28, 33)))] : []
}

export function attendanceFor(dice: Dice): Attendance {
  const shares: Readonly<Partial<Record<Attendance, number>>> = {
    absent: assumed.absent,
    refused: assumed.refusedOnTheDay,
    deferred: assumed.deferredOnTheDay,
  }
  return share<Attendance>(dice, shares, 'given')
}
