import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { pl1Layout } from './layout.js'
import { readPl1 } from './read-list.js'
import {
  cellsFor,
  dateCell,
  headingsOf,
  pl1Workbook,
  rowsXml,
  sheetXml,
  workbookOf,
  workbookParts,
} from './workbook.fixture.js'
import { writeBack } from './write-back.js'
import { writeWorkbook } from './write-list.js'
import { workbookCells } from './xlsx/workbook-cells.js'

const issuesOf = async (bytes: Uint8Array) =>
  (await readPl1(bytes, { format: 'xlsx', partial: true })).issues
const cellsAfter = async (bytes: Uint8Array, language?: 'vi' | 'en') =>
  (await workbookCells(writeBack(bytes, await issuesOf(bytes), language))).rows

describe('writeBack', () => {
  test('fills the last column row by row', async () => {
    const rows = await cellsAfter(pl1Workbook([{}, { sex: 7 }, { identityNumber: undefined }]))
    expect(rows.map((row) => row[26])).toEqual([
      'Kết quả import',
      'Hợp lệ',
      'Không hợp lệ. D "Giới tính": Giới tính phải là 0 (nam) hoặc 1 (nữ).',
      'Hợp lệ, lưu ý. H "Số CMT/CCCD": Chưa có số định danh hoặc giấy tờ.',
    ])
  })
  test('speaks English when asked', async () => {
    const rows = await cellsAfter(pl1Workbook([{ sex: 7 }]), 'en')
    expect(rows[1]?.[26]).toBe('Refused. D "Giới tính": Sex is 0 (male) or 1 (female).')
  })
  test('leaves every other cell, its type and every other part as it was', async () => {
    const bytes = await writeWorkbook('pl1', [
      { listNumber: 1, fullName: 'Bông & <Lá>', sex: 1, birthDate: '01/06/2015', note: ' x ' },
    ])
    const before = unzipSync(bytes)
    const after = unzipSync(writeBack(bytes, await issuesOf(bytes)))
    expect(Object.keys(after)).toEqual(Object.keys(before))
    for (const [name, part] of Object.entries(before)) {
      if (!name.includes('worksheets/')) expect(after[name]).toEqual(part)
    }
    const was = (await workbookCells(bytes)).rows
    const is = (await workbookCells(writeBack(bytes, await issuesOf(bytes)))).rows
    expect(is.map((row) => row.slice(0, 26))).toEqual(
      was.map((row) => Array.from({ length: 26 }, (_, index) => row[index] ?? null)),
    )
  })
  test('may be done again', async () => {
    const bytes = pl1Workbook([{ sex: 7 }])
    const once = writeBack(bytes, await issuesOf(bytes))
    const twice = writeBack(once, await issuesOf(once))
    expect((await workbookCells(twice)).rows).toEqual((await workbookCells(once)).rows)
  })
  test('finds the column where it stands, and keeps what stands behind it in order', async () => {
    const heads = ['Kết quả import', ...headingsOf(pl1Layout).slice(0, 26), 'Riêng']
    const cells = [undefined, ...cellsFor().slice(0, 26), dateCell(42_156)]
    const rows = await cellsAfter(workbookOf([heads, cells]))
    expect(rows[1]?.[0]).toMatch(/^Hợp lệ/)
    expect(rows[1]?.[27]).toEqual(new Date('2015-06-01'))
  })
  test('adds the column when there is none', async () => {
    const rows = await cellsAfter(
      workbookOf([headingsOf(pl1Layout).slice(0, 26), cellsFor().slice(0, 26)]),
    )
    expect(rows.map((row) => row[26])).toEqual(['Kết quả import', 'Hợp lệ'])
  })
  test('the template shows whole headings and names, and keeps the heading in sight', async () => {
    const bytes = await writeWorkbook('pl1', [])
    const widths = columnsOf(bytes).map((tag) => Number(/width="(\d+)"/.exec(tag)?.[1]))
    expect(widths).toHaveLength(27)
    for (const [index, heading] of headingsOf(pl1Layout).entries()) {
      expect(widths[index]).toBeGreaterThan(String(heading).length)
    }
    expect(widths[1]).toBe(26)
    const parts = Object.values(unzipSync(bytes)).map((part) => strFromU8(part))
    expect(parts.join('')).toMatch(/<pane\s[^>]*ySplit="1"[^>]*state="frozen"/)
  })
  const columnsOf = (bytes: Uint8Array) =>
    Object.values(unzipSync(bytes)).flatMap((part) => strFromU8(part).match(/<col\s[^>]*>/g) ?? [])
  const withColumns = (cols: string) => {
    const table = sheetXml(rowsXml([headingsOf(pl1Layout), cellsFor({ sex: 7 })]))
    const sheet = table.replace('<sheetData', `${cols}<sheetData`)
    return zipSync(workbookParts([sheetXml(''), sheet], [0]))
  }
  test.each([
    ['', ['<col min="27" max="27" width="67" customWidth="1"/>']],
    [
      '<cols><col min="2" max="2" width="30" customWidth="1"/></cols>',
      [
        '<col min="2" max="2" width="30" customWidth="1"/>',
        '<col min="27" max="27" width="67" customWidth="1"/>',
      ],
    ],
    [
      '<cols><col min="20" max="40" width="9" style="3" hidden="1"/></cols>',
      [
        '<col min="20" max="26" width="9" style="3" hidden="1"/>',
        '<col min="27" max="27" style="3" width="67" customWidth="1"/>',
        '<col min="28" max="40" width="9" style="3" hidden="1"/>',
      ],
    ],
    [
      '<cols><col min="27" max="27" width="90" customWidth="1"/></cols>',
      ['<col min="27" max="27" width="90" customWidth="1"/>'],
    ],
  ])('makes the column wide enough to be read, and no other: %s', async (cols, expected) => {
    const bytes = withColumns(cols)
    expect(columnsOf(writeBack(bytes, await issuesOf(bytes)))).toEqual(expected)
  })
  test('writes nothing into empty rows and above the heading', async () => {
    const styled = { xml: '<c r="{ref}" s="1"/>' }
    const table = [['DANH SÁCH'], headingsOf(pl1Layout), cellsFor(), [styled, styled]]
    const rows = await cellsAfter(workbookOf(table))
    expect(rows.map((row) => row[26] ?? null)).toEqual([null, 'Kết quả import', 'Hợp lệ'])
  })
  test('writes into the sheet that was read', async () => {
    const list = sheetXml(rowsXml([headingsOf(pl1Layout), cellsFor()]))
    const bytes = zipSync(workbookParts([sheetXml(''), list, sheetXml('')], [0]))
    const after = unzipSync(writeBack(bytes, []))
    expect(strFromU8(after['xl/worksheets/page2.xml'] ?? new Uint8Array())).toContain('Hợp lệ')
    expect(strFromU8(after['xl/worksheets/page1.xml'] ?? new Uint8Array())).not.toContain('Hợp')
  })
  test('gives the same bytes at any time', async () => {
    const bytes = pl1Workbook([{}])
    expect(writeBack(bytes, [])).toEqual(writeBack(bytes, []))
    await Promise.resolve()
  })
  test('refuses a workbook with a damaged part, even one that nobody reads', () => {
    const kept = { ...unzipSync(pl1Workbook([{}])), 'docProps/app.xml': strToU8('<Properties/>') }
    const bytes = zipSync(kept, { level: 0 })
    const at = bytes.findIndex((_, index) =>
      [...strToU8('<Properties/>')].every((octet, offset) => bytes[index + offset] === octet),
    )
    expect(() => writeBack(bytes, [])).not.toThrow()
    bytes[at + 1] = 0
    expect(() => writeBack(bytes, [])).toThrow(expect.objectContaining({ code: 'tabular.damaged' }))
  })

  test('refuses a workbook without the heading', () => {
    expect(() => writeBack(workbookOf([['x']]), [])).toThrow(
      expect.objectContaining({ code: 'tabular.no-heading' }) as Error,
    )
  })
})
