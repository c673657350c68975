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

  it('reads CSV by the name of the file', async () => {
    const io = fakeIo({
      'good.CSV': writeCsv('pl1', [row]),
      'bad.csv': writeCsv('pl1', [row, wrong]),
    })
    expect(await run(['list', 'good.CSV'], io)).toBe(0)
    expect(await run(['list', 'bad.csv'], io)).toBe(65)
    expect(io.output[0]).toMatch(/^C3 Ngày sinh: .+ \[[a-z.-]+\]$/)
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

  it.each([
    ['a file that is not there', 'nowhere.xlsx'],
    ['a file that is no workbook', 'text.xlsx'],
  ])('is 65 for %s', async (_, path) => {
    const io = fakeIo({ 'text.xlsx': 'Nguyễn Văn Mẫu' })
    expect(await run(['list', path], io)).toBe(65)
    expect(io.talk.join()).not.toContain('Nguyễn')
  })
})
