import { errorsOf, type Language } from '@tiemchung/core'
import { readPl1, type RowIssue, writeBack } from '@tiemchung/schemas/tabular'
import type { ExitCode } from '../exit-code.js'
import { bytesOf } from '../input.js'
import type { Io } from '../io.js'

/** The options of `list`. */
export interface ListCommand {
  readonly lang: Language
  readonly json?: boolean
  /** Where to write the workbook with its last column filled. */
  readonly writeBack?: string
  readonly acceptSuggestions?: boolean
}

function show(io: Io, one: RowIssue, { lang, json }: ListCommand): void {
  const { row, column, heading, code, severity, message } = one
  if (json === true) {
    io.out(JSON.stringify({ row, column, heading, code, severity, message: message[lang] }))
    return
  }
  io.out(`${column}${row} ${heading}: ${message[lang]} [${code}]`)
}

const words: Readonly<Record<Language, (rows: number, refused: number, notes: number) => string>> =
  {
    vi: (rows, refused, notes) => `${rows} dòng, ${refused} dòng có lỗi, ${notes} ghi chú`,
    en: (rows, refused, notes) => `${rows} rows, ${refused} refused, ${notes} notes`,
  }

/** Checks a PL1 list, row by row. Done (0) only when no row has an error, else unreadable input (65). */
export async function list(io: Io, path: string, options: ListCommand): Promise<ExitCode> {
  const bytes = await bytesOf(io, path)
  const format = path.toLowerCase().endsWith('.csv') ? 'csv' : 'xlsx'
  const { listed, issues, refused } = await readPl1(bytes, {
    format,
    partial: true,
    acceptSuggestions: options.acceptSuggestions === true,
  })
  for (const one of issues) show(io, one, options)
  if (options.writeBack !== undefined) {
    await io.writeFile(options.writeBack, writeBack(bytes, issues, options.lang))
  }
  const errors = errorsOf(issues).length
  io.say(words[options.lang](listed, refused, issues.length - errors))
  return errors === 0 ? 0 : 65
}
