import { type Issue, issue, ParseError, type Path } from '@tiemchung/core'
import { unitErrors } from '../../errors/units.js'
import { levelOfCode } from '../level.js'
import { type CommuneConversion, conversionFormat } from './commune-conversion.js'

/** A row and where it stands. */
interface Row {
  readonly codes: readonly unknown[]
  readonly path: Path
}

const mostIssues = 100

const isCommune = (code: unknown): code is string => levelOfCode(code) === 'commune'

function build(rows: readonly Row[], source: string): CommuneConversion {
  const communes = new Map<string, readonly string[]>()
  const issues: Issue[] = []
  const say = (code: keyof typeof unitErrors, path: Path): void => {
    if (issues.length < mostIssues) issues.push(issue(unitErrors, code, { path }))
  }
  for (const { codes, path } of rows) {
    const sound = codes.filter(isCommune)
    const [old, ...news] = sound
    const distinct = new Set(news).size === news.length
    if (old === undefined || news.length === 0 || sound.length < codes.length || !distinct) {
      say('units.conversion.row', path)
    } else if (communes.has(old)) say('units.conversion.repeated', path)
    else communes.set(old, Object.freeze(news))
  }
  if (rows.length === 0) say('units.conversion.shape', [])
  if (issues.length > 0) throw new ParseError(unitErrors, 'units.conversion', { issues })
  return Object.freeze({ source, communes })
}

function refuse(path: Path): never {
  const issues = [issue(unitErrors, 'units.conversion.shape', { path })]
  throw new ParseError(unitErrors, 'units.conversion', { issues })
}

/**
 * A table of communes from parsed JSON:
 * `{ format: 'commune-conversion/1', source, communes: [[old, new], [old, new, new]] }`.
 *
 * No table comes along, since no published one was found. A table with anything wrong in it is refused whole; whether it agrees
 * with the lists of units is for {@link lintCommuneConversion}.
 *
 * @throws ParseError `units.conversion`, with an issue for each row, at most a hundred
 */
export function loadCommuneConversion(document: unknown): CommuneConversion {
  if (typeof document !== 'object' || document === null) return refuse([])
  const { format, source, communes } = document as Readonly<Record<string, unknown>>
  if (format !== conversionFormat) return refuse(['format'])
  if (typeof source !== 'string' || source.trim() === '') return refuse(['source'])
  if (!Array.isArray(communes)) return refuse(['communes'])
  const rows = communes.map((row: unknown, index): Row => {
    const codes: readonly unknown[] = Array.isArray(row) ? row : []
    return { codes, path: ['communes', index] }
  })
  return build(rows, source)
}

/**
 * The same table from CSV: a heading `old,new`, then an old code a line with its new codes, which are parted by blanks
 * where there are several. Commas, semicolons and tabs part columns. Issues name the line, from 1.
 *
 * Codes that a spreadsheet has made numbers of (`1` for `00001`) are refused, never filled up.
 *
 * @throws ParseError `units.conversion`, with an issue for each line, at most a hundred
 * @example
 * ```ts
 * import { convertCommune, readCommuneConversionCsv } from '@tiemchung/schemas/units'
 * const table = readCommuneConversionCsv('old,new\n00001,00004\n27337,27343 27301\n', 'an example')
 * convertCommune('00001', table) // => { status: 'one', code: '00004' }
 * convertCommune('27337', table).status // => 'several'
 * convertCommune('00007', table).status // => 'unknown'
 * ```
 */
export function readCommuneConversionCsv(text: string, source: string): CommuneConversion {
  const [heading = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  if (!/^"?old"?[,;\t]"?new"?$/.test(heading)) return refuse(['line', 1])
  const rows = lines.flatMap((line, index): Row[] => {
    if (line === '') return []
    const [old, news, ...rest] = line.split(/[,;\t]/).map((cell) => cell.replace(/^"(.*)"$/, '$1'))
    return [{ codes: [old, ...(news ?? '').split(/ +/), ...rest], path: ['line', index + 2] }]
  })
  return build(rows, source)
}
