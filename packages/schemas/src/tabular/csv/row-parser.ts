/** The parser of CSV, fed piece by piece, whichever streams the platform has. */
import { ParseError } from '@tiemchung/core'
import { CsvError, parse } from '#csv'
import { errorCatalogue } from '../../errors.js'

/** A record longer than this is a quote that never closes. */
const longestRecord = 4_000_000
const widest = 200

/** A parser that gives its rows when it is asked for them. */
export interface RowParser {
  /** Parses a piece of text, to its end. */
  write(text: string): Promise<void>
  /** Parses what was held back for the piece after the last one. */
  end(): Promise<void>
  /**
   * The rows since the last call, and behind them what was wrong, if anything was.
   *
   * @throws ParseError `tabular.csv` with the row, `tabular.too-wide`
   */
  take(): Generator<readonly string[]>
}

/** An error of the parser in our words: its own quote the field. */
function broken(cause: unknown): unknown {
  if (!(cause instanceof CsvError)) return cause
  const { records } = cause as CsvError & { readonly records?: unknown }
  const row = typeof records === 'number' ? records + 1 : 1
  return new ParseError(errorCatalogue, 'tabular.csv', { params: { row } })
}

function narrow(row: readonly string[]): readonly string[] {
  if (row.length <= widest) return row
  throw new ParseError(errorCatalogue, 'tabular.too-wide', { params: { most: widest } })
}

/** A parser for rows whose cells a delimiter parts. */
export function rowParser(delimiter: string): RowParser {
  const options = { delimiter, relaxColumnCount: true, maxRecordSize: longestRecord }
  const parser = parse(options)
  let rows: string[][] = []
  let failure: { readonly cause: unknown } | undefined
  let wake: () => void = () => undefined
  parser.on('data', (row: string[]) => {
    rows.push(row)
  })
  parser.on('error', (cause: unknown) => {
    failure = { cause }
    wake()
  })
  /** Resolves when the parser is done, or has failed: then not every stream calls back. */
  const after = (start: (done: () => void) => void) =>
    new Promise<void>((resolve) => {
      wake = resolve
      start(resolve)
    })
  return {
    write: (text) => after((done) => parser.write(text, done)),
    end: () => after((done) => parser.on('end', done).end()),
    *take() {
      const taken = rows
      rows = []
      for (const row of taken) yield narrow(row)
      if (failure !== undefined) throw broken(failure.cause)
    },
  }
}
