import { fromUtf8, utf8 } from '@tiemchung/core'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { pl1Layout } from './layout.js'
import { readPl1 } from './read-list.js'
import {
  dateCell,
  formulaCell,
  headingsOf,
  type RawCell,
  rowsXml,
  sheetXml,
  workbookParts,
} from './workbook.fixture.js'
import { writeBack } from './write-back.js'
import { cellsOf } from './xlsx/sheet-text.js'
import { workbookCells } from './xlsx/workbook-cells.js'

const shared = ['Nguyễn Thị Bông', 'a & b <c>', ' blanks ']
const sharedXml = `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${shared
  .map(
    (text) =>
      `<si><t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</t></si>`,
  )
  .join('')}</sst>`

/** A cell of every kind that programs write. */
const cells = fc.oneof<fc.Arbitrary<RawCell>[]>(
  fc.constant(undefined),
  fc.string({ unit: fc.constantFrom(...'aĐễ <&>"$1 '), maxLength: 12 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 30_000, max: 50_000 }).map(dateCell),
  fc.constantFrom('A1', 'SUM(B2:B9)').map((formula) => formulaCell(formula, 'kết quả')),
  fc
    .nat(shared.length - 1)
    .map((index) => ({ xml: `<c r="{ref}" s="1" t="s"><v>${index}</v></c>` })),
  fc
    .constantFrom(
      '<c r="{ref}" s="1"/>',
      '<c r="{ref}" t="b"><v>1</v></c>',
      '<c r="{ref}" t="e"><v>#N/A</v></c>',
      '<c r="{ref}" t="inlineStr"><is><r><rPr><b/></rPr><t>in</t></r><r><t>hai</t></r></is></c>',
      '<c r="{ref}" t="str"><f t="shared" ref="A2:A9" si="0">B2</f><v/></c>',
    )
    .map((xml) => ({ xml })),
)

const headings = headingsOf(pl1Layout)
/** The columns in some order, the one of results anywhere among them or absent. */
const orders = fc
  .tuple(fc.shuffledSubarray(headings, { minLength: 27 }), fc.boolean())
  .map(([order, without]) => (without ? order.filter((name) => name !== 'Kết quả import') : order))

const books = fc.record({
  order: orders,
  above: fc.nat(3),
  rows: fc.array(fc.array(cells, { maxLength: 29 }), { maxLength: 6 }),
  other: fc.uint8Array({ maxLength: 40 }),
})

/** The cells of a sheet by reference, each as it is written, without those of one column. */
function cellsBy(sheet: string, column: number): ReadonlyMap<string, string> {
  const rows = [...sheet.matchAll(/<row\s[^>]*?(?:\/>|>[\s\S]*?<\/row>)/g)]
  const found = rows.flatMap((row) =>
    cellsOf(row[0])
      .filter((cell) => cell.column !== column)
      .map((cell) => [/\sr="([^"]*)"/.exec(cell.tag)?.[1] ?? '', cell.xml] as const),
  )
  return new Map(found)
}

describe('writeBack of any list', () => {
  test('leaves every other cell and part as it was, in its order, and says of each row what was found', async () => {
    await fc.assert(
      fc.asyncProperty(books, async ({ order, above, rows, other }) => {
        const titles = Array.from({ length: above }, (): RawCell[] => ['DANH SÁCH'])
        const sheet = sheetXml(rowsXml([...titles, order, ...rows]), '<pageMargins left="0.7"/>')
        const notes = sheetXml(rowsXml([['ghi chú', formulaCell('1+1', '2')]]))
        const parts = {
          ...workbookParts([sheet, notes]),
          'xl/sharedStrings.xml': utf8(sharedXml),
          'xl/media/anh.png': other,
        }
        const bytes = zipSync(parts)
        const { issues, listed } = await readPl1(bytes, { format: 'xlsx', partial: true })
        const after = unzipSync(writeBack(bytes, issues))

        expect(Object.keys(after)).toEqual(Object.keys(parts))
        const path = 'xl/worksheets/page2.xml'
        for (const [name, part] of Object.entries(parts)) {
          if (name !== path) expect(after[name]).toEqual(part)
        }
        const column = order.includes('Kết quả import')
          ? order.indexOf('Kết quả import')
          : order.length
        const was = cellsBy(sheet, column)
        const is = cellsBy(fromUtf8(after[path] ?? new Uint8Array()), column)
        expect([...is]).toEqual([...was])
        const results = (await workbookCells(zipSync(after))).rows.slice(above + 1)
        expect(results.filter((row) => (row[column] ?? null) !== null)).toHaveLength(listed)
        const values = async (from: Uint8Array) =>
          (await workbookCells(from)).rows.map((row) =>
            Array.from({ length: 30 }, (_, at) => (at === column ? null : (row[at] ?? null))),
          )
        expect(await values(zipSync(after))).toEqual(await values(bytes))
      }),
      { numRuns: 150 },
    )
  }, 60_000)
})
