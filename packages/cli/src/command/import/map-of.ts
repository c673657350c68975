/** The column map of `--map`: the one that is there, or a proposal that is written there. */
import { errorsOf, InputError, isSdkError, ParseError, utf8 } from '@tiemchung/core'
import {
  type ColumnMap,
  type ColumnProposal,
  type CsvEncoding,
  findHeading,
  fromOldLetters,
  lintColumnMap,
  type OldLetters,
  parseColumnMap,
  proposeColumnMap,
  type SheetCells,
} from '@tiemchung/schemas/tabular'
import { errorCatalogue } from '../../errors.js'
import { jsonOf } from '../../input.js'
import type { Io } from '../../io.js'
import { writeTo } from '../../output.js'

/** What the options say of a sheet for which there is no map yet. */
export interface MapWishes {
  readonly layout: ColumnMap['layout']
  readonly encoding?: CsvEncoding
  readonly letters?: OldLetters
}

/**
 * The map at a path; undefined when there is no file.
 *
 * @throws ParseError `cli.column-map` when it is no map, `cli.json` when it is no JSON
 */
export async function keptMap(io: Io, path: string): Promise<ColumnMap | undefined> {
  let document: unknown
  try {
    document = await jsonOf(io, path, ['--map'])
  } catch (caught) {
    const isAbsent = isSdkError(caught) && caught.code === 'cli.file'
    if (isAbsent && caught.cause instanceof Error && caught.cause.message === 'ENOENT') {
      return undefined
    }
    throw caught
  }
  try {
    return parseColumnMap(document)
  } catch (caught) {
    if (!isSdkError(caught)) throw caught
    const { issues } = caught
    throw new ParseError(errorCatalogue, 'cli.column-map', { path: ['--map'], issues })
  }
}

/**
 * Refuses a map that cannot work, or that was made for another sheet.
 *
 * @throws ParseError `cli.column-map`
 */
export function checkMap(map: ColumnMap, { rows }: SheetCells): void {
  const faults = errorsOf(lintColumnMap(map, rows))
  // Needed columns that are missing show row by row.
  const broken = faults.filter(({ code }) => code !== 'tabular.map-needed')
  if (broken.length === 0) return
  throw new ParseError(errorCatalogue, 'cli.column-map', { path: ['--map'], issues: broken })
}

/**
 * Proposes a map and writes it.
 *
 * @throws InputError `cli.no-heading` when no row names columns
 */
export async function newMap(
  io: Io,
  path: string,
  sheet: SheetCells,
  { layout, encoding, letters }: MapWishes,
): Promise<ColumnProposal> {
  const rows = sheet.rows.map((row) =>
    row.map((cell) =>
      typeof cell === 'string' && letters !== undefined ? fromOldLetters(letters, cell) : cell,
    ),
  )
  const found = findHeading(rows)
  if (found === undefined)
    throw new InputError(errorCatalogue, 'cli.no-heading', { path: ['input'] })
  const { headings, sampleRows, headingRow } = found
  const proposal = proposeColumnMap(headings, sampleRows, { layout, headingRow })
  const columns = proposal.map.columns.map((one) =>
    letters === undefined ? one : { ...one, letters },
  )
  const map = { ...proposal.map, ...(encoding === undefined ? {} : { encoding }), columns }
  await writeTo(io, '--map', path, utf8(`${JSON.stringify(map, undefined, 2)}\n`))
  return { ...proposal, map }
}
