import { type Issue, type IssueDetails, issue } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { columnLetters } from './layout.js'

/** Where in a sheet something is wrong, as people see it. */
export interface RowIssue extends Issue {
  /** Number of the row in the sheet, counted from 1. */
  readonly row: number
  /** Letters of the column: `H`. */
  readonly column: string
  /** The template's heading of the column; empty for the row as a whole. */
  readonly heading: string
  /**
   * What the cell may have been meant to hold, offered and never taken silently. It is a person's data:
   * it is not enumerable, so that no log or JSON carries it.
   */
  readonly suggestion?: string
}

/** Where a cell is. */
export interface CellPlace {
  readonly row: number
  readonly index: number
  readonly heading: string
}

/** What is said of a cell beside where it is. */
export type CellIssueDetails = IssueDetails & { readonly suggestion?: string }

/** Makes an issue about a cell. */
export function cellIssue(
  place: CellPlace,
  code: keyof typeof errorCatalogue,
  details: CellIssueDetails = {},
): RowIssue {
  const { suggestion, ...more } = details
  const column = columnLetters(place.index)
  const found = {
    ...issue(errorCatalogue, code, { ...more, path: [place.row, column] }),
    row: place.row,
    column,
    heading: place.heading,
  }
  if (suggestion === undefined) return found
  return Object.defineProperty(found, 'suggestion', { value: suggestion, enumerable: false })
}

/** Whether something stands in the way of a row. */
export function isRefused(issues: readonly RowIssue[]): boolean {
  return issues.some((one) => one.severity === 'error')
}
