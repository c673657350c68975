import type { DayReport } from '@tiemchung/schemas/wire'
import type { Standing } from '../next-step/standing.js'
import type { DayPolicy } from '../regime/day-policy.js'
import { minutesOf } from '../regime/step-due.js'
import type { Followed } from './follow.js'
import {
  type ByStanding,
  type Counting,
  countRecord,
  emptyTally,
  openOf,
  sorted,
  tallyOf,
} from './tally.js'

const dayLength = 24 * 60
/** Viet Nam keeps +07:00. */
const offset = 7 * 60

/** The group of doses that were given and are not entered: nobody wrote down when and by whom. */
const notEntered = 'not-entered'

function split(
  followed: readonly Followed[],
  own: Counting,
  groupOf: (one: Followed) => string,
): readonly (readonly [string, Counting])[] {
  const groups = new Map<string, ByStanding>()
  for (const one of followed) {
    const name = groupOf(one)
    const group = groups.get(name) ?? new Map<Standing, number>()
    countRecord(group, one.standing)
    groups.set(name, group)
  }
  const tallies = new Map([...groups].map(([name, counts]) => [name, tallyOf(counts)]))
  const missing = own.given - own.entered
  if (missing > 0) {
    const open = { 'given.not-entered': missing }
    tallies.set(notEntered, { ...emptyTally(), given: missing, open })
  }
  return [...tallies].map(([name, tally]) => [name, { ...tally, open: sorted(tally.open) }])
}

/** The numbers of the day by session, in the order of the day. */
export function splitBySession(
  followed: readonly Followed[],
  own: Counting,
  { sessions }: DayPolicy,
): NonNullable<DayReport['sessions']> {
  const starts = sessions.map(({ id, from }) => ({ id, from: minutesOf(from) }))
  const [earliest] = starts
  const sessionOf = ({ givenAt }: Followed): string => {
    const given = Math.floor(givenAt / 60_000) + offset
    const minute = ((given % dayLength) + dayLength) % dayLength
    return (starts.findLast(({ from }) => from <= minute) ?? earliest)?.id ?? 'day'
  }
  const place = (id: string) => {
    const index = starts.findIndex((one) => one.id === id)
    return index === -1 ? starts.length : index
  }
  return split(followed, own, sessionOf)
    .map(([id, tally]) => ({ id, ...tally }))
    .sort((left, right) => place(left.id) - place(right.id))
}

/** What looks like a person's name rather than an account is not repeated. */
const account = /^[A-Za-z0-9][A-Za-z0-9._@-]*$/
const unnamed = 'other'

/** The numbers of the day by the account of the vaccinator, with the most open first. */
export function splitByVaccinator(
  followed: readonly Followed[],
  own: Counting,
): NonNullable<DayReport['vaccinators']> {
  const codeOf = ({ one }: Followed): string => {
    const { vaccinator } = one.record.dose
    return account.test(vaccinator) ? vaccinator : unnamed
  }
  return split(followed, own, codeOf)
    .map(([code, tally]) => ({ code, ...tally }))
    .sort(
      (left, right) => openOf(right.open) - openOf(left.open) || (left.code < right.code ? -1 : 1),
    )
}
