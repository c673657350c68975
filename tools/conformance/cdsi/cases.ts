/** The cases of CDSi, asked of the engine. */
import {
  type Answer,
  combineAnswers,
  type Combined,
  evaluateCourses,
  type PolicySet,
  type Subject,
} from '@tiemchung/eligibility'
import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
import type { Vaccines } from './policies.js'
import { productId } from './words.js'

/** One case as the vectors have it. */
export interface CdsiCase {
  readonly id: string
  readonly group: string
  readonly dob: string
  readonly sex: 'M' | 'F'
  readonly assess: string
  readonly doses: readonly {
    readonly date: string
    readonly cvx: string
    readonly status: string
  }[]
  readonly expect: {
    readonly seriesStatus: string
    readonly earliest?: string
    readonly recommended?: string
  }
  readonly disputed?: string
}

/** The courses against one antigen. */
export interface AntigenCourses {
  readonly antigen: string
  readonly courses: readonly PolicySet[]
}

/** The antigens that are vaccinated against in one go, or each by itself. */
export interface VaccineGroup {
  readonly given: 'together' | 'singly'
  readonly antigens: readonly AntigenCourses[]
}

/** What is compared. */
export const measures = ['evaluation', 'series', 'earliest', 'recommended'] as const

export type Measure = (typeof measures)[number]

function subjectOf({ dob, sex, doses }: CdsiCase): Subject {
  return {
    birthDate: parsePartialDate(dob),
    sex: sex === 'M' ? 'male' : 'female',
    doses: doses.map(({ date, cvx }) => ({
      date: parseCivilDate(date),
      product: productId(cvx),
    })),
    facts: {},
  }
}

function statusOf({ validity, reasons }: Answer['doses'][number]): string {
  if (validity === 'valid' || validity === 'validByGrace') return 'Valid'
  const late = reasons.some((one) => one.finding === 'tooOld')
  return validity === 'extra' || late ? 'Extraneous' : 'Not Valid'
}

const seriesStatus: Readonly<Record<Combined['course'], string>> = {
  notStarted: 'Not complete',
  inProgress: 'Not complete',
  complete: 'Complete',
  agedOut: 'Aged out',
  contraindicated: 'Contraindicated',
}

/** Each dose has the status of every course against which it is. */
function evaluated(
  one: CdsiCase,
  answers: readonly { readonly antigen: string; readonly answer: Answer }[],
  { antigens }: Vaccines,
): boolean {
  return one.doses.every((dose, index) => {
    const against = antigens.get(dose.cvx) ?? []
    const found = answers
      .filter(({ antigen }) => against.includes(antigen))
      .map(({ answer }) => statusOf(answer.doses[index] as Answer['doses'][number]))
    if (found.length === 0) return true
    const worst = found.find((status) => status !== 'Valid') ?? 'Valid'
    return worst === dose.status
  })
}

/** Which measures of a case come out as CDSi has them. */
export function compare(
  one: CdsiCase,
  group: VaccineGroup,
  vaccines: Vaccines,
): ReadonlySet<Measure> {
  const subject = subjectOf(one)
  const on = parseCivilDate(one.assess)
  const answers = group.antigens.map(({ antigen, courses }) => ({
    antigen,
    answer: evaluateCourses(subject, courses, on),
  }))
  const combined = combineAnswers(
    answers.map(({ answer }) => answer),
    group.given,
  )
  const { expect } = one
  const same: Readonly<Record<Measure, boolean>> = {
    evaluation: evaluated(one, answers, vaccines),
    series: seriesStatus[combined.course] === expect.seriesStatus,
    earliest: (combined.earliest ?? undefined) === expect.earliest,
    recommended: (combined.recommended ?? undefined) === expect.recommended,
  }
  return new Set(measures.filter((measure) => same[measure]))
}
