/** Invented people for the tests. */
import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
import { screeningItems } from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import { covid19Adolescents12To17 } from '../policies/covid19-adolescents-12-17.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import type { GivenDose, Subject, SubjectFacts } from '../subject/subject.js'

export const civil = parseCivilDate

/** A form on which every question is answered with no. */
export const allNo = Object.fromEntries(screeningItems.map((item) => [item, 'no'])) as NonNullable<
  SubjectFacts['screening']
>

/** `2022-04-20 comirnaty-10`, `2022-04-20 brand:comirnaty` or `2022-04-20`. */
function given(text: string): GivenDose {
  const [date = '', what] = text.split(' ')
  if (what === undefined) return { date: civil(date) }
  const brand = what.startsWith('brand:') ? what.slice(6) : undefined
  return brand === undefined ? { date: civil(date), product: what } : { date: civil(date), brand }
}

/** A healthy, screened child whose parent agreed. */
export function child(
  birthDate: string,
  doses: readonly string[] = [],
  changes: Partial<Omit<Subject, 'birthDate' | 'doses'>> = {},
): Subject {
  return {
    birthDate: parsePartialDate(birthDate),
    doses: doses.map(given),
    facts: { covid19Infection: { state: 'no' }, screening: allNo },
    consent: { state: 'agreed', by: 'mother' },
    ...changes,
  }
}

/** Facts of a child who fell ill on a day. */
export const infected = (onset: string): SubjectFacts => ({
  covid19Infection: { state: 'yes', onset: civil(onset) },
  screening: allNo,
})

export const childrenOnly = definePolicySet(covid19Children5To11)
export const bothBands = definePolicySet([...covid19Children5To11, ...covid19Adolescents12To17])
