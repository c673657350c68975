/** One answer of the eligibility engine, with its reasons, dates and timeline. */
import { parseCivilDate, parsePartialDate, toDayNumber } from '@tiemchung/core'
import {
  definePolicySet,
  evaluate,
  explain,
  type Status,
  type Subject,
  screeningItems,
} from '@tiemchung/eligibility'
import { covid19Children5To11 } from '@tiemchung/eligibility/policies'
import type { Bench } from './bench.js'

const set = definePolicySet(covid19Children5To11)
const on = parseCivilDate('2022-05-20')
const screening = Object.fromEntries(screeningItems.map((item) => [item, 'no' as const]))

const waiting: Subject = {
  birthDate: parsePartialDate('2015-05-10'),
  doses: [{ date: parseCivilDate('2022-04-25'), product: 'comirnaty-10' }],
  facts: { covid19Infection: { state: 'no' }, screening },
  consent: { state: 'agreed', by: 'mother' },
}
const first: Subject = { ...waiting, doses: [] }
const recovering: Subject = {
  ...first,
  facts: { covid19Infection: { state: 'yes', onset: parseCivilDate('2022-03-01') }, screening },
}

/** So many in a run, so that the clock costs nothing. */
const answersOfRun = 1000

function times(answer: () => boolean): () => void {
  return () => {
    for (let count = 0; count < answersOfRun; count += 1)
      if (!answer()) throw new Error('other answer')
  }
}

/** The dates of one child read, and nothing said about them: what nobody can do without. */
function threeDates(): boolean {
  const [dose] = waiting.doses
  return (
    toDayNumber(parseCivilDate(waiting.birthDate)) < toDayNumber(on) &&
    dose !== undefined &&
    toDayNumber(parseCivilDate(dose.date)) + 28 > toDayNumber(on)
  )
}

const answering = (subject: Subject, status: Status) =>
  times(() => evaluate(subject, set, on).status === status)

/** A thousand answers a run. */
export function answer(): Bench {
  return {
    ours: [
      { name: '1,000 children, three dates read', run: times(threeDates) },
      { name: '1,000 answers, second dose too soon', run: answering(waiting, 'tooSoon') },
      { name: '1,000 answers, first dose', run: answering(first, 'eligible') },
      { name: '1,000 answers, after infection', run: answering(recovering, 'deferred') },
      {
        name: '1,000 answers, explained in Vietnamese',
        run: times(() => explain(evaluate(waiting, set, on), 'vi').length > 0),
      },
    ],
    peers: [],
  }
}
