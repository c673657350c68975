import { type Conversion, conversionTo } from '../conversion.js'
import type { CommuneConversion } from './commune-conversion.js'

/** What an old commune's code is by a table; unknown when the table does not have it. */
export function convertCommune(code: string, table: CommuneConversion): Conversion {
  return conversionTo(table.communes.get(code) ?? [], 'place')
}
