/** A workbook's first visible sheet, opened only after a look at the zip directory. */
import { utf8 } from '@tiemchung/core'
import { unpackPart } from './unpack-part.js'
import { attribute, type SheetFacts, scanSheet } from './scan-sheet.js'
import { readZipDirectory, refuseFile, type ZipPart } from './zip-directory.js'

/** How much of a workbook is read. A larger one is to be saved as CSV, which streams. */
export interface WorkbookLimits {
  readonly rows: number
  /** Bytes of all parts, unpacked. */
  readonly unpacked: number
  readonly parts: number
}

/** 20,000 rows, 200 MB unpacked, 500 parts. */
export const defaultLimits: WorkbookLimits = { rows: 20_000, unpacked: 200_000_000, parts: 500 }

/** Columns that a list may have: far more than either layout. */
const widest = 200

/** How many times larger than packed a large part may become: XML of lists stays far below. */
const steepest = 250
const steepFrom = 10_000_000

/** The time that stands in zip files of ours: their bytes depend on their content alone. */
export const noTime = /* @__PURE__ */ new Date(1980, 0, 1)

/** The parts that hold the first sheet, and what its XML tells. */
export interface OpenedWorkbook {
  readonly sheetPath: string
  /** Unpacked parts by name: workbook, relations, the sheet, shared strings and styles. */
  readonly parts: Readonly<Record<string, Uint8Array>>
  /** Position of the sheet among all, from 1. */
  readonly sheetNumber: number
  readonly facts: SheetFacts
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte)

/** Whether the bytes of a text in UTF-16 occur: the streams of old Office files are named in it. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((sign) => [sign.charCodeAt(0), 0])
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
  }
  return false
}

/** Refuses what is no zip file, saying what it seems to be. */
function checkKind(bytes: Uint8Array): void {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    refuseFile(holdsName(bytes, 'EncryptedPackage') ? 'tabular.encrypted' : 'tabular.old-workbook')
  }
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x7f)
  refuseFile(first === 0x3c ? 'tabular.markup' : 'tabular.not-a-workbook')
}

function checkSizes(parts: ReadonlyMap<string, ZipPart>, limits: WorkbookLimits): void {
  let unpacked = 0
  for (const part of parts.values()) {
    unpacked += part.unpacked
    const steep = part.unpacked > steepFrom && part.unpacked > part.packed * steepest
    if (steep || unpacked > limits.unpacked) refuseFile('tabular.too-large')
  }
  if (parts.size > limits.parts) refuseFile('tabular.too-large')
}

const decoder = () => new TextDecoder('utf-8', { fatal: true })

/** Decodes a part's text; XML of workbooks is UTF-8. */
function textOf(bytes: Uint8Array): string {
  try {
    return decoder().decode(bytes)
  } catch {
    return refuseFile('tabular.damaged')
  }
}

const sheetState = attribute('state')
const sheetRelation = attribute('[a-zA-Z0-9]+:id')
const relationId = attribute('Id')
const relationTarget = attribute('Target')

/** The position of the first sheet that people see, and the relation that leads to it. */
function firstVisible(workbook: string): { number: number; relation: string } {
  const sheets = [...workbook.matchAll(/<sheet(?=\s)([^>]*)>/g)].map((match) => match[1] ?? '')
  const index = sheets.findIndex((sheet) => !/^(veryH|h)idden$/.test(sheetState(sheet) ?? ''))
  const relation = sheetRelation(sheets[index] ?? '')
  return relation === undefined ? refuseFile('tabular.unreadable') : { number: index + 1, relation }
}

function targets(relations: string): ReadonlyMap<string, string> {
  const found = [...relations.matchAll(/<Relationship(?=\s)([^>]*)>/g)].map((match) => {
    const target = relationTarget(match[1] ?? '') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    return [relationId(match[1] ?? '') ?? '', path] as const
  })
  return new Map(found)
}

function scanned(bytes: Uint8Array, part: ZipPart, limits: WorkbookLimits) {
  const scan = scanSheet({ rows: limits.rows, columns: widest })
  const text = decoder()
  const decode = (chunk: Uint8Array, stream: boolean) => {
    try {
      return text.decode(chunk, { stream })
    } catch {
      return refuseFile('tabular.damaged')
    }
  }
  const sheet = unpackPart(bytes, part, (chunk) => {
    scan.take(decode(chunk, true))
  })
  scan.take(decode(utf8(''), false))
  return { sheet, facts: scan.end() }
}

/**
 * Opens a workbook's first visible sheet: the kind of file, then the zip directory, then the parts that
 * are needed, each within its stated size; a sheet of too many rows is refused while it unpacks.
 *
 * @throws ParseError `tabular.not-a-workbook`, `tabular.markup`, `tabular.old-workbook`,
 *   `tabular.encrypted`, `tabular.truncated`, `tabular.damaged`, `tabular.unreadable`,
 *   `tabular.too-large`, `tabular.too-many-rows`, `tabular.too-wide`
 */
export function openWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = defaultLimits,
): OpenedWorkbook {
  checkKind(bytes)
  const directory = readZipDirectory(bytes)
  checkSizes(directory, limits)
  const unpack = (name: string) => {
    const part = directory.get(name)
    return part === undefined ? refuseFile('tabular.unreadable') : unpackPart(bytes, part)
  }
  const workbook = unpack('xl/workbook.xml')
  const relations = unpack('xl/_rels/workbook.xml.rels')
  const { number, relation } = firstVisible(textOf(workbook))
  const paths = targets(textOf(relations))
  const sheetPath = paths.get(relation) ?? ''
  const sheetPart = directory.get(sheetPath) ?? refuseFile('tabular.unreadable')
  const { sheet, facts } = scanned(bytes, sheetPart, limits)
  const shared = [...paths.values(), 'xl/sharedStrings.xml', 'xl/styles.xml'].filter(
    (path) => /(?:sharedStrings|styles)[^/]*\.xml$/i.test(path) && directory.has(path),
  )
  const parts = {
    'xl/workbook.xml': workbook,
    'xl/_rels/workbook.xml.rels': relations,
    [sheetPath]: sheet,
    ...Object.fromEntries(shared.map((path) => [path, unpack(path)])),
  }
  return { sheetPath, parts, sheetNumber: number, facts }
}
