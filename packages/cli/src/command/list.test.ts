import { utf8 } from '@tiemchung/core'
import { readPl1, type WrittenRow, writeCsv, writeWorkbook } from '@tiemchung/schemas/tabular'
import { describe, expect, it } from 'vitest'
import { run } from '../run.js'
import { fakeIo } from '../test-kit.js'

const row = {
  listNumber: 1,
  fullName: 'Nguyễn Văn Mẫu',
  birthDate: '02/09/2014',
  sex: 'Nam',
  phone: '0912345678',
  identityNumber: '001214000017',
  province: '01',
  district: '001',
  commune: '00001',
} as const satisfies WrittenRow
/** Whole, as a file of some size is not in seven bytes at a time. */
async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes.slice(0, 1))
  yield bytes.slice(1)
}

const wrong = { ...row, listNumber: 2, birthDate: '31/02/2014' } as const

describe('list', () => {
  it('is 0 for a clean list, and says how many rows there were', async () => {
    const io = fakeIo({ 'list.xlsx': await writeWorkbook('pl1', [row]) })
    expect(await run(['list', 'list.xlsx', '--lang', 'en'], io)).toBe(0)
    expect(io.output).toEqual([])
    expect(io.talk).toEqual(['1 rows, 0 refused, 0 notes'])
  })

  it('is 65 when a row has an error, and names row, column and code without the value', async () => {
    const io = fakeIo({ 'list.xlsx': await writeWorkbook('pl1', [row, wrong]) })
    expect(await run(['list', 'list.xlsx', '--json', '--lang', 'en'], io)).toBe(65)
    expect(io.talk).toEqual(['2 rows, 1 refused, 0 notes'])
    const found = io.output.map((line) => JSON.parse(line) as object)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ row: 3, column: 'C', severity: 'error' })
    expect(io.output.join()).not.toMatch(/31\/02|Nguyễn|0912345678|001214000017/)
  })

  it.each(['list.csv', 'list.xlsx'])('reads a list in one sheet when told so: %s', async (name) => {
    const full = { ...row, nationality: 'VN', permanentProvince: '01', permanentCommune: '00001' }
    const numberless = { ...full, listNumber: 2, identityNumber: '' }
    const rows = [full, numberless]
    const bytes = name.endsWith('.csv')
      ? utf8(writeCsv('full', rows))
      : await writeWorkbook('full', rows)
    const io = fakeIo({ [name]: bytes })
    const args = ['--layout', 'full', '--on', '2022-04-14', '--json', '--lang', 'en']
    expect(await run(['list', name, ...args], io)).toBe(65)
    const found = io.output.map((line) => JSON.parse(line) as { readonly row: number })
    expect(found.map((one) => one.row)).toEqual([3])
    expect(io.talk).toEqual(['2 rows, 1 refused, 0 notes'])
    expect(await run(['list', name, '--layout', 'other'], io)).toBe(64)
  })

  it('reads CSV by the name of the file', async () => {
    const io = fakeIo({
      'good.CSV': writeCsv('pl1', [row]),
      'bad.csv': writeCsv('pl1', [row, wrong]),
    })
    expect(await run(['list', 'good.CSV'], io)).toBe(0)
    expect(await run(['list', 'bad.csv'], io)).toBe(65)
    expect(io.output[0]).toMatch(/^C3 Ngày sinh: .+ \[[a-z.-]+\]$/)
  })

  it('names a column that has no heading of the template by its letters alone', async () => {
    const io = fakeIo({ 'list.csv': writeCsv('full', [{ ...row, nationality: 'VN' }]) })
    expect(await run(['list', 'list.csv', '--lang', 'en'], io)).toBe(0)
    expect(io.output[0]).toMatch(/^F1: .+ \[tabular\.column-unknown\]$/)
  })

  it('takes a lost leading zero only when told to', async () => {
    const io = fakeIo({ 'list.xlsx': await writeWorkbook('pl1', [{ ...row, province: 1 }]) })
    expect(await run(['list', 'list.xlsx'], io)).toBe(65)
    expect(await run(['list', 'list.xlsx', '--accept-suggestions'], io)).toBe(0)
  })

  it('writes the workbook back with its reasons, and leaves the rows as they were', async () => {
    const io = fakeIo({ 'list.xlsx': await writeWorkbook('pl1', [row, wrong]) })
    expect(await run(['list', 'list.xlsx', '--write-back', 'result.xlsx'], io)).toBe(65)
    const result = io.files.get('result.xlsx') ?? new Uint8Array()
    const again = await readPl1(result, { format: 'xlsx', partial: true })
    expect(again.rows.map((one) => one.fullName)).toEqual(['Nguyễn Văn Mẫu'])
    expect(again.refused).toBe(1)
    expect(result).not.toEqual(io.files.get('list.xlsx'))
  })

  it('tells a workbook from CSV on standard input by what it looks like', async () => {
    const workbook = fakeIo({})
    const bytes = await writeWorkbook('pl1', [row, wrong])
    const stdin = () => piecesOf(bytes)
    expect(await run(['list', '-', '--lang', 'en'], { ...workbook, stdin })).toBe(65)
    expect(workbook.talk).toEqual(['2 rows, 1 refused, 0 notes'])
    const text = fakeIo({}, writeCsv('pl1', [row]))
    expect(await run(['list', '-', '--lang', 'en'], text)).toBe(0)
    expect(text.talk).toEqual(['1 rows, 0 refused, 0 notes'])
  })

  it('reads CSV with a byte-order mark, line ends of Windows, and nothing behind the heading', async () => {
    const [heading = ''] = writeCsv('pl1', []).split(/\r?\n/)
    const io = fakeIo({ 'empty.csv': `\uFEFF${heading.replace(/^\uFEFF/, '')}\r\n` })
    expect(await run(['list', 'empty.csv', '--lang', 'en'], io)).toBe(0)
    expect(io.talk).toEqual(['0 rows, 0 refused, 0 notes'])
  })

  it('shows the issues of a long CSV as it reads, and holds no more than a part of it', async () => {
    const one = writeCsv('pl1', [wrong]).split(/\r?\n/)
    const [heading = '', line = ''] = one
    const rows = 20_000
    const io = fakeIo({})
    let read = 0
    let readAtFirstIssue = 0
    const open = async function* () {
      yield await Promise.resolve(utf8(`${heading}\r\n`))
      for (; read < rows; read += 100) yield utf8(`${line}\r\n`.repeat(100))
    }
    const out = (text: string) => {
      if (io.output.length === 0) readAtFirstIssue = read
      io.output.push(text)
    }
    expect(await run(['list', 'long.csv', '--lang', 'en'], { ...io, open, out })).toBe(65)
    expect(io.talk).toEqual([`${rows} rows, ${rows} refused, 0 notes`])
    expect(io.output).toHaveLength(rows)
    expect(readAtFirstIssue).toBeLessThan(rows / 4)
  })

  it('does not write a result into CSV: 64, before it reads a row', async () => {
    const io = fakeIo({ 'bad.csv': writeCsv('pl1', [row, wrong]) })
    expect(await run(['list', 'bad.csv', '--write-back', 'result.csv'], io)).toBe(64)
    expect(io.output).toEqual([])
    expect(io.talk.join()).toContain('[cli.use --write-back]')
  })

  it('is 64 when the result cannot be written where it was asked for', async () => {
    const io = fakeIo({ 'list.xlsx': await writeWorkbook('pl1', [row]) })
    const refuse = Object.assign(new Error('Nguyễn'), { code: 'EACCES' })
    const writeFile = () => Promise.reject(refuse)
    expect(await run(['list', 'list.xlsx', '--write-back', 'x.xlsx'], { ...io, writeFile })).toBe(
      64,
    )
    expect(io.talk.join()).toContain('[cli.write --write-back EACCES]')
    expect(io.talk.join()).not.toContain('Nguyễn')
  })

  it('asks for CSV instead of a workbook of more than 20,000 rows', async () => {
    const rows = Array.from({ length: 20_001 }, (_, index) => ({ ...row, listNumber: index + 1 }))
    const long = await writeWorkbook('pl1', rows)
    const io = { ...fakeIo({}), open: () => piecesOf(long) }
    expect(await run(['list', 'list.xlsx', '--lang', 'en'], io)).toBe(65)
    expect(io.talk.join()).toMatch(/20000.* CSV .*\[tabular\.too-many-rows\]/)
  })

  it.each([
    ['an empty workbook', 'nothing.xlsx'],
    ['an empty CSV', 'nothing.csv'],
    ['a file that is not there', 'nowhere.xlsx'],
    ['a file that is no workbook', 'text.xlsx'],
  ])('is 65 for %s', async (_, path) => {
    const io = fakeIo({ 'text.xlsx': 'Nguyễn Văn Mẫu', 'nothing.xlsx': '', 'nothing.csv': '' })
    expect(await run(['list', path], io)).toBe(65)
    expect(io.talk.join()).not.toContain('Nguyễn')
  })
})
