/** Words of CDSi's tables: durations, days and lists of codes. */
import { addDays, type CivilDate } from '@tiemchung/core'
import type { Dated } from './tables.js'

/** A duration and the days taken off it: `6 months - 4 days`. */
export interface Length {
  readonly iso: string
  readonly graceDays: number
}

const daysIn: Readonly<Record<string, number>> = { day: 1, week: 7 }
const monthsIn: Readonly<Record<string, number>> = { month: 1, year: 12 }

/** Reads `7 years + 4 weeks` or `12 months - 4 days`. Months add up; days below none are grace. */
export function lengthOf(text: string): Length {
  let months = 0
  let days = 0
  for (const [, sign, number, word = ''] of text.matchAll(
    /([+-]?)\s*(\d+)\s+(day|week|month|year)s?/g,
  )) {
    const count = Number(number) * (sign === '-' ? -1 : 1)
    months += count * (monthsIn[word] ?? 0)
    days += count * (daysIn[word] ?? 0)
  }
  const [years, rest] = [Math.floor(months / 12), months % 12]
  const parts = [
    years > 0 ? `${years}Y` : '',
    rest > 0 ? `${rest}M` : '',
    days > 0 || months === 0 ? `${Math.max(days, 0)}D` : '',
  ]
  return { iso: `P${parts.join('')}`, graceDays: Math.max(-days, 0) }
}

export const isoOf = (text: string): string => lengthOf(text).iso

/** A member, when its text is there. */
export function when<Name extends string, Value>(
  name: Name,
  text: string | undefined,
  read: (text: string) => Value,
): { readonly [Key in Name]?: Value } {
  return text === undefined ? {} : ({ [name]: read(text) } as { readonly [Key in Name]?: Value })
}

/** `20251001` as a day. */
export const dayOf = (text: string): CivilDate =>
  text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') as CivilDate

/** The day before: counts end before their last day. */
export const dayBefore = (text: string): CivilDate => addDays(dayOf(text), -1)

/** The period of a row. */
export function effectiveOf({ effectiveDate, cessationDate }: Dated) {
  if (effectiveDate === undefined && cessationDate === undefined) return {}
  return {
    effective: { ...when('from', effectiveDate, dayOf), ...when('to', cessationDate, dayOf) },
  }
}

export const productId = (cvx: string): string => `cvx-${cvx.trim().padStart(2, '0')}`

/** `21; 94; 121` as product ids. */
export const productIds = (list: string): string[] => list.split(';').map(productId)
