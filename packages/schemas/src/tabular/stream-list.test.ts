import { utf8 } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { type StreamedRow, streamPl1, streamSupplement } from './stream-list.js'
import type { Pl1Row } from './pl1-row.js'
import { writeCsv, type WrittenRow } from './write-list.js'

const row = (listNumber: number): WrittenRow => ({
  listNumber,
  fullName: 'Nguyễn Thị Bông',
  birthDate: '01/06/2015',
  sex: listNumber % 10 === 0 ? 7 : 1,
  identityNumber: '001315000001',
  province: '01',
  district: '001',
  commune: '00001',
})
function* pieces(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
async function all(chunks: Iterable<Uint8Array>): Promise<StreamedRow<Pl1Row>[]> {
  const rows: StreamedRow<Pl1Row>[] = []
  for await (const one of streamPl1(chunks)) rows.push(one)
  return rows
}

describe('streamPl1', () => {
  const bytes = utf8(
    writeCsv(
      'pl1',
      Array.from({ length: 30 }, (_, index) => row(index + 1)),
    ),
  )
  test.each([1, 7, 64, 100_000])('reads the same in pieces of %i bytes', async (length) => {
    const rows = await all(pieces(bytes, length))
    expect(rows).toHaveLength(30)
    expect(rows.filter((one) => one.row === undefined).map((one) => one.number)).toEqual([
      11, 21, 31,
    ])
    expect(rows[0]?.row?.fullName).toBe('Nguyễn Thị Bông')
  })
  test('takes pieces as they come, and reads no further than is asked for', async () => {
    let given = 0
    async function* source() {
      const many = utf8(
        writeCsv(
          'pl1',
          Array.from({ length: 20_000 }, (_, at) => row(at + 1)),
        ),
      )
      for (const piece of pieces(many, 4096)) {
        given += 1
        yield await Promise.resolve(piece)
      }
    }
    for await (const one of streamPl1(source())) if (one.number === 5) break
    expect(given).toBeLessThan(100)
  })
  test('tells first what it has to say of the columns', async () => {
    const [head = '', ...rest] = writeCsv('pl1', [row(1)]).split('\r\n')
    const renamed = [head.replace('Ghi chú', 'Chú thích'), ...rest].join('\r\n')
    const [first, second] = await all([utf8(renamed)])
    expect(first?.number).toBe(1)
    expect(first?.row).toBeUndefined()
    expect(first?.issues.map((one) => one.code)).toEqual([
      'tabular.column-unknown',
      'tabular.column-absent',
    ])
    expect(second?.row?.listNumber).toBe(1)
  })
  test('says in which row a file breaks', async () => {
    const broken = utf8(`${writeCsv('pl1', [row(1)])}"never closed`)
    await expect(all([broken])).rejects.toMatchObject({ code: 'tabular.csv', params: { row: 3 } })
  })
  test('refuses a line without end', async () => {
    const endless = [utf8(writeCsv('pl1', [row(1)])), ...Array(80).fill(utf8('x'.repeat(65_536)))]
    await expect(all(endless as Uint8Array[])).rejects.toMatchObject({ code: 'tabular.csv' })
  })
  test('lets an error of the source through', async () => {
    function* source(): Generator<Uint8Array> {
      yield bytes.subarray(0, 300)
      throw new RangeError('disk')
    }
    await expect(all(source())).rejects.toThrow('disk')
  })
  test('reads 100,000 rows', async () => {
    const body = utf8(
      writeCsv(
        'pl1',
        Array.from({ length: 1000 }, () => row(1)),
      ),
    )
    const rest = body.subarray(body.indexOf(0x0a) + 1)
    let count = 0
    const source = [body, ...Array.from({ length: 99 }, () => rest)]
    for await (const one of streamPl1(source)) count += one.row === undefined ? 0 : 1
    expect(count).toBe(100_000)
  })
})

describe('streamSupplement', () => {
  test('reads rows of the supplement', async () => {
    const text = writeCsv('supplement', [
      { listNumber: 1, fullName: 'Bông', birthDate: '2015', nationality: 'VN', consent: 'Không' },
    ])
    const rows = []
    for await (const one of streamSupplement([utf8(text)])) rows.push(one.row?.cells.consent)
    expect(rows).toEqual(['no'])
  })
})
