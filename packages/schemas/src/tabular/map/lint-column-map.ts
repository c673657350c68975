import { type Issue, issue, type Path } from '@tiemchung/core'
import { errorCatalogue } from '../../errors.js'
import { dateKinds, readCell } from '../cells.js'
import type { Column } from '../layout.js'
import { layouts } from '../write-list.js'
import type { ColumnMap, MappedColumn } from './column-map.js'

type Code = Extract<keyof typeof errorCatalogue, `tabular.map-${string}`>

const found = (code: Code, path: Path, params = {}): Issue =>
  issue(errorCatalogue, code, { path, params })

const warned = (code: Code, path: Path, params = {}): Issue =>
  issue(errorCatalogue, code, { path, params, severity: 'warning' })

const reads = (text: string, { kind }: Column): boolean => 'value' in readCell(text, kind)

/** What is wrong with one mapped column: conversions that do not fit what they are for. */
function lintColumn(one: MappedColumn, index: number, column: Column | undefined): Issue[] {
  const path = ['columns', index]
  if (column === undefined) return [found('tabular.map-key', [...path, 'to'])]
  const { heading } = column
  const faults: Issue[] = []
  if (one.dateOrder !== undefined && !dateKinds.has(column.kind)) {
    faults.push(found('tabular.map-conversion', [...path, 'dateOrder'], { heading }))
  }
  const wrong = Object.values(one.codes ?? {}).some((text) => !reads(text, column))
  if (wrong) faults.push(found('tabular.map-conversion', [...path, 'codes'], { heading }))
  if (one.split?.part === 0) {
    faults.push(found('tabular.map-conversion', [...path, 'split'], { heading }))
  }
  return faults
}

/** Keys that two columns give a value, unless each of them only knows some words: `Nam` | `Nữ` with crosses. */
function lintTwice({ columns }: ColumnMap): Issue[] {
  return columns.flatMap(({ to, codes }, index) => {
    const others = columns.filter((other, at) => at < index && other.to === to)
    const clash = others.some((other) => other.codes === undefined || codes === undefined)
    return clash ? [found('tabular.map-twice', ['columns', index, 'to'])] : []
  })
}

function lintConstants({ constants }: ColumnMap, columns: ReadonlyMap<string, Column>): Issue[] {
  return Object.entries(constants).flatMap(([key, text], index) => {
    const column = columns.get(key)
    // A key that the layout does not have may be anything, a person's name too: its place is named.
    if (column === undefined) return [found('tabular.map-key', ['constants', index])]
    if (reads(text, column)) return []
    return [found('tabular.map-conversion', ['constants', key], { heading: column.heading })]
  })
}

/** Columns without which every row is refused. Numbers of rows are counted where the sheet has none. */
function lintNeeded({ columns, constants }: ColumnMap, all: Iterable<Column>): Issue[] {
  const given = new Set([...columns.map(({ to }) => to), ...Object.keys(constants), 'listNumber'])
  return [...all]
    .filter(({ key, needed }) => needed === true && !given.has(key))
    .map(({ heading }) => found('tabular.map-needed', ['columns'], { heading }))
}

/** Columns of the sheet that are used twice: an oversight, or a cell that holds two things. */
function lintSources({ columns }: ColumnMap): Issue[] {
  const used = new Set<string>()
  return columns.flatMap(({ from, split }, index) => {
    const again = split === undefined && from.some((letters) => used.has(letters))
    for (const letters of from) used.add(letters)
    return again ? [warned('tabular.map-source-twice', ['columns', index, 'from'])] : []
  })
}

/**
 * What is wrong with a column map: keys that the layout does not have, a key given twice, conversions that
 * do not fit, constants that would be refused, columns that every row needs and nothing gives. Empty when
 * nothing is. It does not establish that the columns hold what the map says.
 */
export function lintColumnMap(map: ColumnMap): readonly Issue[] {
  const columns = new Map<string, Column>(layouts[map.layout].columns.map((one) => [one.key, one]))
  return [
    ...map.columns.flatMap((one, index) => lintColumn(one, index, columns.get(one.to))),
    ...lintTwice(map),
    ...lintConstants(map, columns),
    ...lintNeeded(map, columns.values()),
    ...lintSources(map),
  ]
}
