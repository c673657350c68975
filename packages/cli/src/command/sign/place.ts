/** Which facility's day is signed. */
import { type CivilDate, InputError, isCivilDate, parseCivilDate } from '@tiemchung/core'
import { errorCatalogue } from '../../errors.js'
import { optionOf } from '../../input.js'
import { isObject } from '../signature/documents.js'

/** The options that name a facility's day; each is needed where the records do not agree on it. */
export interface PlaceOptions {
  readonly facility?: string
  readonly day?: string
}

/** What all records say; undefined when they do not say the same. */
function common(records: readonly unknown[], member: 'facility' | 'date'): string | undefined {
  const said = records.flatMap((record) => {
    // An amendment is signed on the day of its entry, which its dose does not say.
    if (!isObject(record) || !isObject(record['dose']) || 'amends' in record) return []
    const value = record['dose'][member]
    return typeof value === 'string' ? [value] : []
  })
  return new Set(said).size === 1 ? said[0] : undefined
}

const wrongUse = (option: string) => new InputError(errorCatalogue, 'cli.use', { path: [option] })

/**
 * The facility and the day of the options, else what all records say.
 *
 * @throws InputError `cli.use`
 */
export function placeOf(
  records: readonly unknown[],
  { facility, day }: PlaceOptions,
): { readonly facility: string; readonly date: CivilDate } {
  const where = facility ?? common(records, 'facility')
  if (where === undefined) throw wrongUse('--facility')
  if (day !== undefined) return { facility: where, date: optionOf('--day', day, parseCivilDate) }
  const when = common(records, 'date')
  if (!isCivilDate(when)) throw wrongUse('--day')
  return { facility: where, date: when }
}
