/** An answer in sentences. */
import type { CivilDate, Language } from '@tiemchung/core'
import type { Answer, DoseReason, OfferedProduct, Reason } from '../engine/answer.js'
import { en } from './en.js'
import { tenfold } from './tenfold.js'
import { type MessageId, vi } from './vi.js'

type Values = Readonly<Record<string, string | number | boolean | null | undefined>>
type Speak = (id: MessageId, values?: Values) => string

const tables: Readonly<Record<Language, Readonly<Record<MessageId, string>>>> = { vi, en }
const decimal = /(?<=^\d+)\.(?=\d+$)/
const dateWords = /^(\d{4})-(\d{2})-(\d{2})$/

function speaker(language: Language): Speak {
  const word = (value: Values[string]) => {
    const text = String(value)
    if (language === 'en') return text
    return text.replace(dateWords, '$3/$2/$1').replace(decimal, ',')
  }
  return (id, values = {}) =>
    tables[language][id].replace(/\{(\w+)\}/g, (_, name: string) => word(values[name]))
}

function cited(speak: Speak, sentence: string, cite: readonly string[]): string {
  return cite.length === 0 ? sentence : sentence + speak('cite', { cite: cite.join(', ') })
}

function messageOf({ kind, effect, params, to }: Reason): MessageId {
  if (kind === 'consent' && Object.hasOwn(vi, `consent.${String(params['state'])}`)) {
    return `consent.${String(params['state'])}` as MessageId
  }
  const ends = `${kind}.${effect}`
  const id = to === undefined && Object.hasOwn(vi, `${ends}.open`) ? `${ends}.open` : ends
  return Object.hasOwn(vi, id) ? (id as MessageId) : 'rule.unknown'
}

function sayReason(speak: Speak, reason: Reason, language: Language): string {
  const { params, from, to, rule } = reason
  const values = { ...params, from, to, rule, says: reason.says?.[language] }
  return cited(speak, speak(messageOf(reason), values), reason.cite)
}

function sayDose(speak: Speak, index: number, { finding, params, cite }: DoseReason): string {
  return cited(speak, speak(`dose.${finding}`, { ...params, index: index + 1 }), cite)
}

/** The volume stands beside the one that it is not: a point overlooked is a ten-fold dose. */
function sayProduct(speak: Speak, { id, doseMcg, volumeMl }: OfferedProduct): string {
  if (volumeMl === null) return speak('product.plain', { id })
  const values = { id, doseMcg, volumeMl, tenfold: tenfold(volumeMl) }
  return speak(doseMcg === null ? 'product.volume' : 'product', values)
}

function sayDates(speak: Speak, { earliest, lastDay, uncertain }: Answer): string[] {
  const days: { from: CivilDate; to: CivilDate } | null = uncertain?.earliest ?? null
  const between = days?.from === days?.to ? null : days
  return [
    ...(earliest === null
      ? []
      : [speak(lastDay === null ? 'date.earliest' : 'date.window', { earliest, lastDay })]),
    ...(between === null ? [] : [speak('date.uncertain', between)]),
  ]
}

/**
 * The answer in sentences of one language: the conclusion, the dates, the products with their volume, each
 * reason that is not simply in order with the number of its instrument, what was found about past doses,
 * and the assumptions that the answer rests on.
 *
 * @example
 * ```ts
 * import { type Answer, explain } from '@tiemchung/eligibility'
 * const page = (answer: Answer) => explain(answer, 'vi').join('\n')
 * ```
 */
export function explain(answer: Answer, language: Language): readonly string[] {
  const speak = speaker(language)
  const { on, status, dose, handover, nextChange } = answer
  const told = answer.reasons.filter((reason) => reason.effect !== 'allows')
  const assumptions = new Set(
    told.flatMap((reason) => reason.assumes.map((one) => one.says[language])),
  )
  return [
    speak(`status.${status}`, { on, dose }),
    ...sayDates(speak, answer),
    ...answer.products.map((one) => sayProduct(speak, one)),
    ...told.map((reason) => sayReason(speak, reason, language)),
    ...answer.doses.flatMap(({ index, reasons }) =>
      reasons.map((reason) => sayDose(speak, index, reason)),
    ),
    ...(handover === null ? [] : [speak('handover', handover)]),
    ...(nextChange === null ? [] : [speak('nextChange', { on: nextChange.on })]),
    ...[...assumptions].map((says) => speak('assumption', { says })),
  ]
}
