/** A hand-over list that a spreadsheet program has saved, as the police send it back. */
import { parsePartialDate, parseUuid } from '@tiemchung/core'
import {
  type HandOverDocument,
  type ReturnedDocument,
  readReturnedList,
  writeListWorkbook,
} from '@tiemchung/identity/lists'
import { readSheet, writeSheet } from '@tiemchung/schemas/tabular'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ColumnFormat, libreOffice, type Office, openOffice } from './soffice.fixture.js'

const idOf = (number: number) =>
  parseUuid(`0180dedf-0820-7a73-b506-${String(number).padStart(12, '0')}`)

const claimed = (fullName: string, birthDate: string) => ({
  number: '001316000017',
  fullName,
  birthDate: parsePartialDate(birthDate),
  sex: 'female' as const,
})

const row = (index: number, birthDate: string): HandOverDocument['rows'][number] => ({
  recordId: idOf(index),
  class: 'wrong-several',
  mismatched: ['name', 'birth-date'],
  byCurrentResidence: false,
  claimed: claimed('Trần Thị Mẫu', birthDate),
})

const sent: HandOverDocument = {
  format: 'hand-over-list/1',
  id: idOf(900),
  to: 'police',
  unit: '06790',
  madeAt: '2022-05-20T10:00:00.000Z',
  madeBy: 'tram.06790',
  rows: [row(1, '2016-01-02'), row(2, '2016-05'), row(3, '2016')],
}

const found = (index: number, birthDate: string, fullName: string) => ({
  recordId: idOf(index),
  outcome: 'claim-wrong' as const,
  because: 'birth-certificate' as const,
  corrected: { fullName, birthDate: parsePartialDate(birthDate) },
})
const findings: ReturnedDocument['findings'] = [
  found(1, '2016-02-01', 'Trần Thị Mậu'),
  found(2, '2016-05-13', 'Trần Thị Mầu'),
  found(3, '2015-12-31', 'Trần Thị Mẩu'),
]

/** Not a signature: this is about what a spreadsheet program does to a list, not about keys. */
const read = (content: Uint8Array) =>
  readReturnedList(
    { content, signature: { form: 'jws', value: 'test' } },
    {
      sent,
      verifySignature: () => ({
        verdict: 'valid',
        signer: { office: 'police', unit: '06790', officer: 'ca.06790' },
      }),
      receivedAt: new Date('2022-05-21T02:00:00Z'),
      receivedBy: 'tram.06790',
    },
  )

const codesOf = (reading: Awaited<ReturnType<typeof read>>) =>
  reading.verdict === 'accepted' ? [] : [...new Set(reading.issues.map(({ code }) => code))]

describe.skipIf(libreOffice.skip)(libreOffice.title, () => {
  let office: Office
  let ours: Uint8Array
  beforeAll(async () => {
    office = openOffice()
    ours = await writeListWorkbook(sent, findings)
  })
  afterAll(() => office.close())

  const converted = (file: Uint8Array | string, name: string, columns?: readonly ColumnFormat[]) =>
    office.convert({ [name]: file }, 'xlsx', columns)[name] ?? new Uint8Array()

  /** The list by way of text, so that the program makes of each column what it is told to. */
  const retyped = (columns: readonly ColumnFormat[]) => {
    const csv = office.convert({ 'list.xlsx': ours }, 'csv')['list.xlsx'] ?? new Uint8Array()
    return converted(new TextDecoder().decode(csv), 'list.csv', columns)
  }
  /** Number, class and the like as text; the days of birth, claimed and found, as `days` says. */
  const columns = (text: ColumnFormat, claimedDay: ColumnFormat, foundDay: ColumnFormat) =>
    Array.from({ length: 15 }, (_, index): ColumnFormat => {
      if (index === 7) return claimedDay
      return index === 13 ? foundDay : text
    })

  test('opened and saved, it is the list that was filled in', async () => {
    const reading = await read(converted(ours, 'list.xlsx'))
    expect(codesOf(reading)).toEqual([])
    expect(reading).toMatchObject({ verdict: 'accepted', findings })
  })

  test('each cell of a case is one of text there, so that what is typed stays as it was typed', async () => {
    const html = office.convert({ 'list.xlsx': await writeListWorkbook(sent) }, 'html')
    const lines = new TextDecoder().decode(html['list.xlsx']).split('<tr')
    for (const { recordId } of sent.rows) {
      const cells = lines.find((line) => line.includes(recordId)) ?? ''
      expect(cells.match(/<td[^>]*sdnum="\d+;\d*;@"/g)).toHaveLength(15)
    }
  })

  test('days that became date cells are the days that were written', async () => {
    const saved = retyped(columns(2, 2, 4))
    const { rows } = await readSheet(saved, { format: 'xlsx' })
    expect(rows.slice(5).map((cells) => cells[13])).toEqual(
      findings.map(({ corrected }) => new Date(`${corrected?.birthDate}T00:00:00Z`)),
    )
    expect(await read(saved)).toMatchObject({ verdict: 'accepted', findings })
  })

  test('numbers that lost their zeros are seen, and nothing of the list is taken', async () => {
    expect(codesOf(await read(retyped(columns(1, 2, 2))))).toEqual(['identity.list.altered'])
  })

  test('one by one filled in after the program saved it empty', async () => {
    const empty = converted(await writeListWorkbook(sent), 'list.xlsx')
    const { rows } = await readSheet(empty, { format: 'xlsx' })
    const filled = await readSheet(ours, { format: 'xlsx' })
    const cells = rows.map((one, at) =>
      Array.from({ length: 15 }, (_, column) =>
        String((column < 9 ? one[column] : filled.rows[at]?.[column]) ?? ''),
      ),
    )
    expect(await read(await writeSheet(cells))).toMatchObject({ verdict: 'accepted', findings })
  })
})
