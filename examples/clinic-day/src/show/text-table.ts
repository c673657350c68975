import type { Row } from '../table/row.js'
import { left, right } from './columns.js'
import { type Language, word } from './words.js'

const labelWidth = 56
const numberWidth = 6

const line = (sign: string, label: string, count: number): string =>
  `  ${sign} ${left(label, labelWidth - sign.length - 3)}${right(count, numberWidth)}`

/** A row and the classes that it divides into, one below the other. Empty classes are left out. */
function rowLines({ id, count, parts }: Row, language: Language): readonly string[] {
  const shown = parts.filter((part, index) => index === 0 || part.count > 0)
  return [
    `${left(word(id, language), labelWidth)}${right(count, numberWidth)}`,
    ...shown.map((part, index) =>
      line(index === 0 ? '=' : '+', word(part.id, language), part.count),
    ),
  ]
}

/** Rows as text: each adds up to its first line. */
export function textTable(rows: readonly Row[], language: Language): string {
  return rows.map((row) => rowLines(row, language).join('\n')).join('\n')
}
