import { ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { CellValue } from './cells.js'
import { type Column, foldHeading, type Layout } from './layout.js'

/** Which sheet column holds which column of the layout. */
export type ColumnPlaces = ReadonlyMap<string, number>

const names = ({ heading, synonyms = [] }: Column): readonly string[] => [
  foldHeading(heading),
  ...synonyms,
]

/**
 * Finds the layout's columns in a heading row, by heading or synonym, in any order.
 *
 * @throws ParseError `tabular.columns` with the headings of mandatory columns that are missing, or of
 *   one that appears twice
 */
export function placeColumns(layout: Layout, heading: readonly CellValue[]): ColumnPlaces {
  const folded = heading.map((cell) => foldHeading(typeof cell === 'string' ? cell : ''))
  const places = new Map<string, number>()
  for (const column of layout.columns) {
    const wanted = names(column)
    const found = folded.flatMap((text, index) => (wanted.includes(text) ? [index] : []))
    const [first] = found
    if (found.length > 1) refuse('tabular.column-twice', column)
    if (first !== undefined) places.set(column.key, first)
    else if (column.mandatory === true) refuse('tabular.column-missing', column)
  }
  return places
}

function refuse(code: keyof typeof errorCatalogue, { heading }: Column): never {
  throw new ParseError(errorCatalogue, code, { params: { heading } })
}
