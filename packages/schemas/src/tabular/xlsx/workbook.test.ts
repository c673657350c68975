import { isSdkError, utf8 } from '@tiemchung/core'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { pl1Workbook, rowsXml, sheetXml, workbookOf, workbookParts } from '../workbook.fixture.js'
import { openWorkbook, type WorkbookLimits } from './workbook.js'
import { workbookCells } from './workbook-cells.js'

function codeOf(bytes: Uint8Array, limits?: WorkbookLimits): string {
  try {
    openWorkbook(bytes, limits)
  } catch (caught) {
    return isSdkError(caught) ? caught.code.replace('tabular.', '') : `crashed: ${String(caught)}`
  }
  return 'opened'
}
const sound = pl1Workbook([{}, {}])
const utf16 = (text: string) => [...text].flatMap((sign) => [sign.charCodeAt(0), 0])
const officeFile = (stream: string) =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, ...utf16(stream), 0, 0])
const parts = workbookParts([sheetXml(rowsXml([['a']]))])
/** The bytes with the 32- or 16-bit word of the first record of a kind changed. */
function withWord(signature: number, offset: number, value: number, width: 2 | 4): Uint8Array {
  const bytes = sound.slice()
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) !== signature) continue
    if (width === 4) view.setUint32(at + offset, value, true)
    else view.setUint16(at + offset, value, true)
    return bytes
  }
  return bytes
}
const entry = 0x02014b50

const sheetOf = (rows: string) => zipSync(workbookParts([sheetXml(rows)]))
const one = '<c r="A5"><v>1</v></c>'

/** Another reader takes these for a sheet of millions of rows, or of none. */
describe('a sheet that can be read in two ways', () => {
  test.each([
    ['a row that is endless', '<row r="1e999"><c r="A1"><v>1</v></c></row>'],
    ['a row beyond the last', '<row r="1048577"/>'],
    ['an empty cell beyond the last row', '<row><c r="A1048577"/></row>'],
    ['a cell of another row', `<row r="1000000">${one}</row>`],
    ['cells of two rows', `<row>${one}<c r="B6"/></row>`],
    ['a number with a prefix', `<row x:r="1000000">${one}</row>`],
    ['a prefix of two parts', `<row xmlns:x:r="1000000">${one}</row>`],
    ['two numbers', `<row r="5" x:r="1000000">${one}</row>`],
    ['a row with a prefix', `<x:row r="1000000">${one}</x:row>`],
    ['a row with an empty prefix', `<:row r="1000000">${one}</:row>`],
    ['a number behind a bracket', `<row a=">" r="1000000">${one}</row>`],
    ['a number without quotes', `<row r=1000000>${one}</row>`],
    ['a number in references', `<row r="&#49;000000">${one}</row>`],
    ['a row in a comment', `<row r="1000000"><!--<row r="5">-->${one}</row>`],
    ['a row in CDATA', `<row r="1000000"><![CDATA[<row r="5">]]>${one}</row>`],
    ['a cell without a row', '<row><c><v>1</v></c></row>'],
  ])('%s', (_, rows) => {
    expect(codeOf(sheetOf(rows))).toBe('unreadable')
  })

  test.each([
    ['prefixes throughout', '<x:row r="5"><x:c r="A5"><x:v>1</x:v></x:c></x:row>'],
    ['rows without numbers', `<row>${one}</row><row><c r="A6"/></row>`],
    ['a namespace at a row', `<row xmlns:r="urn:x" r="5">${one}</row>`],
    ['a last row without cells', `<row r="5">${one}</row><row r='1048576' />`],
  ])('%s is opened', (_, rows) => {
    expect(codeOf(sheetOf(rows))).toBe('opened')
  })
})

describe('openWorkbook', () => {
  test.each<[string, Uint8Array, string]>([
    ['a sound workbook', sound, 'opened'],
    ['nothing', new Uint8Array(), 'not-a-workbook'],
    ['plain text', utf8('STT,Họ và tên'), 'not-a-workbook'],
    ['a web page', utf8('\ufeff\r\n<html><table>'), 'markup'],
    ['an old workbook', officeFile('Workbook'), 'old-workbook'],
    ['a workbook with a password', officeFile('EncryptedPackage'), 'encrypted'],
    ['an encrypted part', withWord(entry, 8, 1, 2), 'encrypted'],
    ['an unknown compression', withWord(entry, 10, 99, 2), 'unreadable'],
    ['a part of zip64 size', withWord(entry, 24, 0xffffffff, 4), 'too-large'],
    ['a part with another checksum', withWord(entry, 16, 1, 4), 'opened'],
    ['a part beyond the end', withWord(entry, 42, 0x7fffffff, 4), 'truncated'],
    ['a zip file of something else', zipSync({ 'a.txt': utf8('x') }), 'unreadable'],
    [
      'a workbook without its sheet',
      zipSync(Object.fromEntries(Object.entries(parts).filter(([name]) => !name.includes('page')))),
      'unreadable',
    ],
    [
      'a workbook whose sheets are all hidden',
      zipSync(workbookParts([sheetXml('')], [0])),
      'unreadable',
    ],
    [
      'a sheet that ends in the middle',
      zipSync({
        ...parts,
        'xl/worksheets/page1.xml': strToU8('<worksheet><sheetData><row r="1">'),
      }),
      'truncated',
    ],
    [
      'a sheet that is not UTF-8',
      zipSync({ ...parts, 'xl/worksheets/page1.xml': Uint8Array.of(0x3c, 0xff, 0xfe) }),
      'damaged',
    ],
    ['a cell without reference', workbookOf([[{ xml: '<c><v>1</v></c>' }]]), 'unreadable'],
    ['a cell in a far column', workbookOf([[{ xml: '<c r="ZZZ1"><v>1</v></c>' }]]), 'too-wide'],
    [
      'a cell in a far row',
      sheetOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
      'too-many-rows',
    ],
    [
      'a tag without end',
      zipSync(workbookParts([`<worksheet><c ${'x'.repeat(200_000)}`])),
      'unreadable',
    ],
  ])('%s: %s', (_, bytes, expected) => {
    // The first directory entry is [Content_Types].xml, whose content is not read.
    expect(codeOf(bytes)).toBe(expected)
  })

  test('a workbook cut at any byte is refused, never opened and never a crash', () => {
    for (let length = 4; length < sound.length; length += 7) {
      expect(codeOf(sound.subarray(0, length))).toBe('truncated')
    }
  })

  test('a workbook with one byte changed in its sheet is not opened', () => {
    const name = utf8('xl/worksheets/page1.xml')
    const at = sound.findIndex((_, index) => name.every((byte, n) => sound[index + n] === byte))
    for (let offset = name.length; offset < name.length + 60; offset += 3) {
      const bytes = sound.slice()
      bytes[at + offset] = (bytes[at + offset] ?? 0) ^ 0x10
      expect(codeOf(bytes)).toBe('damaged')
    }
  })

  test('100,000 rows are refused while they unpack, with the number and the way out', () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => [index, 'Nguyễn Thị Bông'])
    const bytes = workbookOf(rows)
    try {
      openWorkbook(bytes)
      expect.unreachable()
    } catch (caught) {
      if (!isSdkError(caught)) throw caught
      expect(caught.code).toBe('tabular.too-many-rows')
      expect(caught.sentences.vi).toContain('20000')
      expect(caught.todo.vi).toContain('CSV')
    }
  })
  test('exactly as many rows as allowed are opened', () => {
    const limits = { rows: 10, unpacked: 1e6, parts: 20 }
    expect(codeOf(pl1Workbook(Array.from({ length: 10 }, () => ({}))), limits)).toBe('opened')
    expect(codeOf(pl1Workbook(Array.from({ length: 11 }, () => ({}))), limits)).toBe(
      'too-many-rows',
    )
  })
  test('a zip bomb is refused by its directory', () => {
    const bomb = zipSync({ ...parts, 'xl/media/a.xml': new Uint8Array(30_000_000) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(codeOf(bomb)).toBe('too-large')
  })
  test('a part larger than the directory says is refused', () => {
    const bytes = zipSync(parts)
    const view = new DataView(bytes.buffer)
    for (let at = bytes.length - 22; at > 0; at -= 1) {
      if (view.getUint32(at, true) === entry) view.setUint32(at + 24, 40, true)
    }
    expect(codeOf(bytes)).toBe('damaged')
  })
  test('too many parts are refused', () => {
    const many = Object.fromEntries(
      Array.from({ length: 501 }, (_, index) => [`x${index}`, utf8('x')]),
    )
    expect(codeOf(zipSync({ ...parts, ...many }))).toBe('too-large')
  })
})

describe('workbookCells', () => {
  test('reads the first sheet that people see, by the order of the workbook', async () => {
    const sheets = ['ẩn', 'nhìn thấy', 'sau'].map((text) => sheetXml(rowsXml([[text]])))
    const { rows } = await workbookCells(zipSync(workbookParts(sheets, [0])))
    expect(rows).toEqual([['nhìn thấy']])
  })
  test('keeps rows at their numbers', async () => {
    const { rows } = await workbookCells(zipSync(workbookParts([sheetXml(rowsXml([['x']], 4))])))
    expect(rows[3]).toEqual(['x'])
  })
  test('refuses what the reader cannot read', async () => {
    const twice = `${rowsXml([['a']])}${rowsXml([['b']])}`
    await expect(workbookCells(zipSync(workbookParts([sheetXml(twice)])))).rejects.toMatchObject({
      code: 'tabular.unreadable',
    })
  })
  test('knows formulas, errors and merges', async () => {
    const { formulas, faulty, merged } = await workbookCells(
      workbookOf(
        [
          [
            'a',
            { xml: '<c r="{ref}"><f>1+1</f><v>2</v></c>' },
            { xml: '<c t="e" r="{ref}"><v>#N/A</v></c>' },
          ],
        ],
        '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
      ),
    )
    expect([...formulas]).toEqual(['B1'])
    expect([...faulty]).toEqual(['C1'])
    expect(merged.map(({ text }) => text)).toEqual(['A1:B2'])
  })
})
