/** What is looked at in an XLSX before anything is read from it, and what the reader does not tell. */
import { ParseError } from '@tiemchung/core'
import { strFromU8, unzipSync } from 'fflate'
import { errorCatalogue } from '../errors.js'

/** How much of a workbook is read. A larger one is to be saved as CSV, which streams. */
export interface WorkbookLimits {
  readonly rows: number
  /** Bytes of all parts, unpacked. */
  readonly unpacked: number
  readonly parts: number
}

/** 20,000 rows, 200 MB unpacked, 500 parts. */
export const defaultLimits: WorkbookLimits = { rows: 20_000, unpacked: 200_000_000, parts: 500 }

/** The first sheet of a workbook, as far as it must be known before its cells are. */
export interface OpenedWorkbook {
  readonly sheetPath: string
  readonly xml: string
  /** References of cells that hold a formula. */
  readonly formulas: ReadonlySet<string>
  readonly merged: readonly string[]
}

function refuse(code: keyof typeof errorCatalogue, params = {}): never {
  throw new ParseError(errorCatalogue, code, { params })
}

const isEncrypted = (bytes: Uint8Array) =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Reads the zip directory only: how many parts, how large, which is the first sheet. */
function checkDirectory(bytes: Uint8Array, limits: WorkbookLimits): string {
  let parts = 0
  let unpacked = 0
  const sheets: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1
        unpacked += originalSize
        if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) sheets.push(name)
        return false
      },
    })
  } catch {
    refuse('tabular.unreadable')
  }
  if (parts > limits.parts || unpacked > limits.unpacked) refuse('tabular.too-large')
  const [first] = sheets.sort(
    (left, right) => left.length - right.length || (left < right ? -1 : 1),
  )
  return first ?? refuse('tabular.unreadable')
}

function unpackSheet(bytes: Uint8Array, path: string): string {
  try {
    const part = unzipSync(bytes, { filter: ({ name }) => name === path })[path]
    return part === undefined ? refuse('tabular.unreadable') : strFromU8(part)
  } catch {
    return refuse('tabular.unreadable')
  }
}

/**
 * Opens a workbook's first sheet after a check of its zip directory.
 *
 * @throws ParseError `tabular.unreadable`, `tabular.encrypted`, `tabular.too-large`, `tabular.too-many-rows`
 */
export function openWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = defaultLimits,
): OpenedWorkbook {
  if (isEncrypted(bytes)) refuse('tabular.encrypted')
  if (!isZip(bytes)) refuse('tabular.unreadable')
  const sheetPath = checkDirectory(bytes, limits)
  const xml = unpackSheet(bytes, sheetPath)
  if (!/<\/worksheet>\s*$/.test(xml)) refuse('tabular.unreadable')
  const rows = xml.match(/<row[\s>]/g)?.length ?? 0
  if (rows > limits.rows + 1) refuse('tabular.too-many-rows', { most: limits.rows })
  const formulas = [...xml.matchAll(/<c r="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f[\s>/]/g)]
  const merged = [...xml.matchAll(/<mergeCell ref="([A-Z0-9:]{2,20})"/g)]
  return {
    sheetPath,
    xml,
    formulas: new Set(formulas.map((match) => match[1] ?? '')),
    merged: merged.map((match) => match[1] ?? ''),
  }
}
