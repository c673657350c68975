import type { PartialDate } from '@tiemchung/core'
import type { IdentityDocument } from '../person/identity-document.js'
import { findProduct } from '../products/find-product.js'
import type { PriorDose } from '../record/dose.js'
import { type CellValue, partialDay, readCell, wholeDay } from './cells.js'
import { placeColumns, type ColumnPlaces } from './headings.js'
import {
  columnLetters,
  type Layout,
  pl1Layout,
  type SupplementKey,
  supplementLayout,
} from './layout.js'
import { cellIssue, type RowIssue } from './row-issue.js'
import { sheetRows, type SheetRows } from './sheet-rows.js'
import type { errorCatalogue } from '../errors.js'
import type { WorkbookLimits } from './workbook.js'

/** A row of PL1. */
export interface Pl1Row {
  /** Number of the row in the sheet. */
  readonly row: number
  readonly listNumber: number
  readonly fullName: string
  readonly birthDate: PartialDate
  readonly sex: 'male' | 'female'
  readonly identityDocument: IdentityDocument
  readonly priorityGroup?: number
  readonly workplace?: string
  readonly phone?: string
  readonly healthInsurance?: string
  readonly province: string
  readonly district: string
  readonly commune: string
  readonly detail?: string
  readonly doses: readonly PriorDose[]
  readonly note?: string
}

/** A row of the supplement, as text by column; `joinRows` makes sense of it. */
export interface SupplementRow {
  readonly row: number
  readonly listNumber: number
  readonly fullName: string
  readonly birthDate: PartialDate
  readonly cells: Readonly<Partial<Record<SupplementKey, string>>>
}

/** How a list is read. */
export interface ReadListOptions {
  readonly format: 'xlsx' | 'csv'
  /** Takes what is offered where a leading zero was lost. Default false: the row is an error. */
  readonly acceptSuggestions?: boolean
  readonly limits?: WorkbookLimits
}

/** What a list holds. Rows with an error are not among `rows`; their issues say why. */
export interface ListReading<Row> {
  readonly rows: readonly Row[]
  readonly issues: readonly RowIssue[]
  /** Rows that were left out because of an error. */
  readonly refused: number
}

/** The cells of one row by column key, and what is wrong with them. */
interface RawRow {
  readonly row: number
  readonly values: Readonly<Record<string, string>>
  readonly issues: RowIssue[]
}

type Code = keyof typeof errorCatalogue

/** Codes that spoil the cell and not the row. */
const kept: ReadonlySet<string> = new Set(['tabular.identity-number'])

function readRow(
  layout: Layout,
  places: ColumnPlaces,
  sheet: SheetRows,
  index: number,
  accept: boolean,
): RawRow {
  const row = index + 1
  const cells = sheet.rows[index] ?? []
  const values: Record<string, string> = {}
  const issues: RowIssue[] = []
  for (const { key, heading, kind } of layout.columns) {
    const at = places.get(key)
    if (at === undefined || kind === 'ignored') continue
    const place = { row, index: at, heading }
    if (kind === 'name' && sheet.formulas.has(`${columnLetters(at)}${row}`)) {
      issues.push(cellIssue(place, 'tabular.formula'))
      continue
    }
    const reading = readCell(cells[at] ?? null, kind)
    if ('refused' in reading) {
      const { refused, suggestion } = reading
      const taken = accept && suggestion !== undefined
      if (taken) values[key] = suggestion
      else if (kept.has(refused)) values[key] = ''
      const severity = taken || kept.has(refused) ? 'warning' : 'error'
      const more = suggestion === undefined ? {} : { suggestion }
      issues.push(cellIssue(place, refused as Code, { severity, ...more }))
    } else if (reading.value !== undefined) values[key] = reading.value
  }
  return { row, values, issues }
}

const isEmpty = (cells: readonly CellValue[] | undefined): boolean =>
  cells === undefined || cells.every((cell) => cell === null || cell === '')

function headingOf(layout: Layout, key: string): { heading: string; index: number } {
  const index = layout.columns.findIndex((column) => column.key === key)
  return { heading: layout.columns[index]?.heading ?? '', index }
}

/** Columns without which a row is nothing. */
const needed: Readonly<Record<Layout['id'], readonly string[]>> = {
  pl1: ['listNumber', 'fullName', 'birthDate', 'sex', 'province', 'district', 'commune'],
  supplement: ['listNumber', 'fullName', 'birthDate'],
}

function checkNeeded(layout: Layout, places: ColumnPlaces, raw: RawRow): void {
  for (const key of needed[layout.id]) {
    if (raw.values[key] !== undefined) continue
    const { heading, index } = headingOf(layout, key)
    const place = { row: raw.row, index: places.get(key) ?? index, heading }
    const told = raw.issues.some((one) => one.heading === heading)
    if (!told) raw.issues.push(cellIssue(place, 'tabular.missing'))
  }
}

async function readRows(
  bytes: Uint8Array,
  layout: Layout,
  options: ReadListOptions,
): Promise<readonly RawRow[]> {
  const sheet = await sheetRows(bytes, options.format, options.limits)
  const places = placeColumns(layout, sheet.rows[0] ?? [])
  const raws: RawRow[] = []
  for (let index = 1; index < sheet.rows.length; index += 1) {
    if (isEmpty(sheet.rows[index])) continue
    const raw = readRow(layout, places, sheet, index, options.acceptSuggestions === true)
    checkNeeded(layout, places, raw)
    raws.push(raw)
  }
  const [merged] = sheet.merged
  if (merged !== undefined) {
    const row = Number(/\d+/.exec(merged)?.[0] ?? 1)
    const place = { row, index: 0, heading: '' }
    const found = raws.find((one) => one.row >= row) ?? raws[0]
    found?.issues.push(cellIssue(place, 'tabular.merged', { params: { cells: merged } }))
  }
  return raws
}

function documentOf(number: string | undefined): IdentityDocument {
  if (number === undefined) return { kind: 'none', reason: 'not-presented' }
  if (number.length === 12) return { kind: 'personal-number', number }
  if (number.length === 9) return { kind: 'cmnd-9', number }
  return number.length === 8
    ? { kind: 'military-8', number }
    : { kind: 'none', reason: 'malformed' }
}

function dosesOf(raw: RawRow): PriorDose[] {
  const doses: PriorDose[] = []
  for (const number of [1, 2]) {
    const name = raw.values[`product${number}`]
    const date = wholeDay(raw.values[`date${number}`])
    if (name === undefined && date === undefined) continue
    const product = name === undefined ? undefined : findProduct(name)
    if (product === undefined || date === undefined) {
      const { heading, index } = headingOf(pl1Layout, `product${number}`)
      raw.issues.push(cellIssue({ row: raw.row, index, heading }, 'tabular.prior-dose'))
      continue
    }
    const lot = raw.values[`lot${number}`]
    const facility = raw.values[`site${number}`]
    doses.push({
      number,
      date,
      product: product.id,
      ...(lot === undefined ? {} : { lot }),
      ...(facility === undefined ? {} : { facility }),
    })
  }
  return doses
}

/** Members whose value is there. */
function present<Value>(
  members: Readonly<Record<string, Value | undefined>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  )
}

function pl1Row(raw: RawRow): Pl1Row | undefined {
  const { values, row } = raw
  const birthDate = partialDay(values['birthDate'])
  const doses = dosesOf(raw)
  if (birthDate === undefined || raw.issues.some((one) => one.severity === 'error'))
    return undefined
  const group = values['priorityGroup']
  return {
    row,
    listNumber: Number(values['listNumber']),
    fullName: values['fullName'] ?? '',
    birthDate,
    sex: values['sex'] === 'female' ? 'female' : 'male',
    identityDocument: documentOf(values['identityNumber']),
    province: values['province'] ?? '',
    district: values['district'] ?? '',
    commune: values['commune'] ?? '',
    doses,
    ...present({
      workplace: values['workplace'],
      phone: values['phone'],
      healthInsurance: values['healthInsurance'],
      detail: values['detail'],
      note: values['note'],
    }),
    ...(group === undefined ? {} : { priorityGroup: Number(group) }),
  }
}

function reading<Row>(
  raws: readonly RawRow[],
  make: (raw: RawRow) => Row | undefined,
): ListReading<Row> {
  const rows = raws.map(make)
  const issues = raws.flatMap((raw) => raw.issues)
  return {
    rows: rows.filter((row): row is Awaited<Row> & Row => row !== undefined),
    issues,
    refused: rows.filter((row) => row === undefined).length,
  }
}

/**
 * Reads a PL1 list. Every problem has its row, column and reason; a row with an error is not among the
 * rows. A caller who wants no partial import stops when `refused` is not zero.
 *
 * @throws ParseError `tabular.unreadable`, `tabular.encrypted`, `tabular.too-large`,
 *   `tabular.too-many-rows`, `tabular.not-utf8`, `tabular.column-missing`, `tabular.column-twice`
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 * import { readPl1 } from '@tiemchung/schemas/tabular'
 * const { rows, issues } = await readPl1(await readFile('danh-sach.xlsx'), { format: 'xlsx' })
 * for (const one of issues) console.log(one.row, one.column, one.message.vi)
 * ```
 */
export async function readPl1(
  bytes: Uint8Array,
  options: ReadListOptions,
): Promise<ListReading<Pl1Row>> {
  return reading(await readRows(bytes, pl1Layout, options), pl1Row)
}

/**
 * Reads a supplement; see {@link readPl1} for errors.
 */
export async function readSupplement(
  bytes: Uint8Array,
  options: ReadListOptions,
): Promise<ListReading<SupplementRow>> {
  return reading(await readRows(bytes, supplementLayout, options), (raw) => {
    const birthDate = partialDay(raw.values['birthDate'])
    if (birthDate === undefined || raw.issues.some((one) => one.severity === 'error')) {
      return undefined
    }
    return {
      row: raw.row,
      listNumber: Number(raw.values['listNumber']),
      fullName: raw.values['fullName'] ?? '',
      birthDate,
      cells: raw.values,
    }
  })
}
