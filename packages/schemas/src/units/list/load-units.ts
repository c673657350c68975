import { type CivilDate, type Issue, isCivilDate, issue, ParseError } from '@tiemchung/core'
import { unitErrors } from '../../errors/units.js'
import { levelOfCode, levelsOn, threeLevelsUntil, type UnitLevel } from '../level.js'
import type { AdministrativeUnit, AdministrativeUnits } from './administrative-unit.js'
import { indexUnits } from './index-units.js'
import { type FoundUnit, readDocument } from './read-document.js'

/** What a document does not say itself. */
export interface UnitListOptions {
  /** The day the list is of. Needed where the document has none; it stands before the document's. */
  readonly asOf?: CivilDate
  /** Last day for which the list is good. Default: 30/06/2025 for three levels, which is their latest, no end for two. */
  readonly until?: CivilDate
}

/** A list in which nothing is right any more tells so a hundred times, not ten thousand. */
const mostIssues = 100

const levelAbove = (level: UnitLevel, levels: readonly UnitLevel[]): UnitLevel | undefined =>
  levels[levels.indexOf(level) - 1]

function readUnit({ code, name, parent }: FoundUnit): AdministrativeUnit | undefined {
  const level = levelOfCode(code)
  if (level === undefined || typeof name !== 'string' || name.trim() === '') return undefined
  const above = level === 'province' ? null : parent
  if (above !== parent || (above !== null && typeof above !== 'string')) return undefined
  const text = name.normalize('NFC').replace(/\s+/g, ' ').trim()
  return { code: code as string, name: text, level, parent: above }
}

function unitsOf(rows: readonly FoundUnit[], levels: readonly UnitLevel[], issues: Issue[]) {
  const units = new Map<string, AdministrativeUnit>()
  const say = (code: keyof typeof unitErrors, { path }: FoundUnit): void => {
    if (issues.length < mostIssues) issues.push(issue(unitErrors, code, { path }))
  }
  const read = rows.map((row) => ({ row, unit: readUnit(row) }))
  for (const { row, unit } of read) {
    if (unit === undefined) say('units.list.row', row)
    else if (!levels.includes(unit.level)) say('units.list.levels', row)
    else if (units.has(unit.code)) say('units.list.repeated', row)
    else units.set(unit.code, unit)
  }
  for (const { row, unit } of read) {
    if (unit === undefined || unit.parent === null) continue
    const parent = units.get(unit.parent)
    const above = levelAbove(unit.level, levels)
    if (parent === undefined || parent.level !== above) say('units.list.parent', row)
  }
  return [...units.values()]
}

/**
 * An index of the administrative units of a period, from parsed JSON: either `{ asOf, provinces, districts, communes }`
 * with rows `[code, name, parent]`, or the nested form of the public dataset
 * (github.com/thanglequoc/vietnamese-provinces-database), whose day the options have to name.
 *
 * It does not establish that the list is complete or official; who made it, and for which days it is good, is the
 * caller's to know. A list with anything wrong in it is refused whole.
 *
 * @throws ParseError `units.list`, with an issue for each row, at most a hundred
 * @example
 * ```ts
 * import { loadAdministrativeUnits } from '@tiemchung/schemas/units'
 * const units = loadAdministrativeUnits({
 *   asOf: '2022-04-10',
 *   provinces: [['01', 'Thành phố Hà Nội']],
 *   districts: [['001', 'Quận Ba Đình', '01']],
 *   communes: [['00001', 'Phường Phúc Xá', '001']],
 * })
 * units.named('phuc xa', { level: 'commune', within: '01', marks: 'ignored' })[0]?.code // => '00001'
 * ```
 */
export function loadAdministrativeUnits(
  document: unknown,
  options: UnitListOptions = {},
): AdministrativeUnits {
  const refuse = (issues: readonly Issue[]): never => {
    throw new ParseError(unitErrors, 'units.list', { issues })
  }
  const found = readDocument(document)
  if (found === undefined) return refuse([issue(unitErrors, 'units.list.shape')])
  const from = options.asOf ?? found.asOf
  if (!isCivilDate(from)) {
    return refuse([issue(unitErrors, 'units.list.as-of', { path: ['asOf'] })])
  }
  const to = options.until ?? (from <= threeLevelsUntil ? threeLevelsUntil : null)
  // A list of three levels says nothing about days that have two.
  const tooLong = from <= threeLevelsUntil && (to === null || to > threeLevelsUntil)
  if (tooLong || (to !== null && to < from)) {
    return refuse([issue(unitErrors, 'units.list.as-of', { path: ['until'] })])
  }
  const issues: Issue[] = []
  const levels = levelsOn(from)
  const units = unitsOf(found.rows, levels, issues)
  if (units.length === 0) issues.push(issue(unitErrors, 'units.list.shape'))
  if (issues.length > 0) return refuse(issues)
  return indexUnits({ from, to, levels, units })
}
