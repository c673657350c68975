/** A cell of a table that is written as CSV; nothing is an empty cell. */
export type CsvCell = string | number | boolean | undefined

/** What spreadsheets would take for a formula. */
const formula = /^[=+\-@\t\r]/

function written(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
  const text = formula.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Rows as CSV (RFC 4180): commas, CRLF, and a byte order mark, without which spreadsheets misread Vietnamese.
 * A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`
}
