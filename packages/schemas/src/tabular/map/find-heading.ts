import type { CellValue } from '../cells.js'
import { foldHeading } from '../layout.js'
import { layouts } from '../write-list.js'
import { knownAs } from './heading-words.js'

/** Rows that may stand above the heading. */
const above = 20

/** The row of a clinic's own sheet that looks most like a heading: number, headings, and the rows below it. */
export interface FoundHeading {
  /** Counted from 1. */
  readonly headingRow: number
  readonly headings: readonly CellValue[]
  /** The first rows below, to judge values by. */
  readonly sampleRows: readonly (readonly CellValue[])[]
}

/**
 * Finds the heading: of the first rows the one that names most columns that the layouts know; undefined
 * when none names two. A row that only looks like one could be somebody's data.
 */
export function findHeading(
  rows: readonly (readonly CellValue[])[],
  sample = 200,
): FoundHeading | undefined {
  const names = new Set(layouts.full.columns.flatMap(knownAs))
  const score = (row: readonly CellValue[]) =>
    row.filter((cell) => typeof cell === 'string' && names.has(foldHeading(cell))).length
  const head = rows.slice(0, above)
  const best = Math.max(0, ...head.map(score))
  if (best < 2) return undefined
  const index = head.findIndex((row) => score(row) === best)
  return {
    headingRow: index + 1,
    headings: rows[index] ?? [],
    sampleRows: rows.slice(index + 1, index + 1 + sample),
  }
}
