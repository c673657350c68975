/** The parser of CSV, fed piece by piece, whichever streams the platform has. */
import { ParseError } from '@tiemchung/core'
import { CsvError, parse } from '#csv'
import { errorCatalogue } from '../../errors.js'

/** A record longer than this is a quote that never closes. */
const longestRecord = 4_000_000
const widest = 200

/** Rows, and the ParseError that ends them: `tabular.csv` with the row, or `tabular.too-wide`. */
export interface RowBatch {
  readonly rows: readonly (readonly string[])[]
  readonly failure?: Error
}

/** A parser that gives its rows when it is asked for them. */
export interface RowParser {
  /** Parses a piece of text, to its end. */
  write(text: string): Promise<void>
  /** Parses what was held back for the piece after the last one. */
  end(): Promise<void>
  /** The rows since the last call, and what was wrong behind them, if anything was. */
  take(): RowBatch
}

const tooLong = (row: number) => new ParseError(errorCatalogue, 'tabular.csv', { params: { row } })

/** An error of the parser in our words: its own quote the field. */
function broken(cause: Error): Error {
  if (!(cause instanceof CsvError)) return cause
  const { records } = cause as CsvError & { readonly records?: unknown }
  const row = typeof records === 'number' ? records + 1 : 1
  return tooLong(row)
}

/** The rows up to one that is too wide. */
function narrow(rows: readonly (readonly string[])[]): RowBatch {
  const wide = rows.findIndex((row) => row.length > widest)
  if (wide < 0) return { rows }
  const failure = new ParseError(errorCatalogue, 'tabular.too-wide', { params: { most: widest } })
  return { rows: rows.slice(0, wide), failure }
}

/** A parser for rows whose cells a delimiter parts. */
export function rowParser(delimiter: string): RowParser {
  const options = { delimiter, relaxColumnCount: true, maxRecordSize: longestRecord }
  const parser = parse(options)
  let rows: string[][] = []
  let failure: Error | undefined
  let pending = 0
  let wake: () => void = () => undefined
  parser.on('data', (row: string[]) => {
    rows.push(row)
  })
  parser.on('error', (cause: Error) => {
    failure = cause
    wake()
  })
  /** Resolves when the parser is done, or has failed: then not every stream calls back. */
  const after = (start: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      wake = resolve
      start(resolve)
    })
  return {
    write: async (text) => {
      await after((done) => parser.write(text, done))
      // Cells without content do not count for the parser: the row is measured as it stands.
      pending = rows.length > 0 ? 0 : pending + text.length
      if (pending > longestRecord) failure ??= tooLong(parser.info.records + 1)
    },
    end: () => after((done) => parser.on('end', done).end()),
    take: () => {
      const batch = narrow(rows)
      rows = []
      if (failure === undefined || batch.failure !== undefined) return batch
      return { ...batch, failure: broken(failure) }
    },
  }
}
