import { isSdkError, parseCivilDate, ParseError } from '@tiemchung/core'
import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { personSchema } from '../person/person.js'
import { certain } from './cell/certain.js'
import { readCell } from './cells.js'
import { joinRows } from './join-rows.js'
import { type CellKind, pl1Layout, supplementLayout } from './layout.js'
import { readFull, readPl1, readSupplement } from './read-list.js'
import { pl1Workbook } from './workbook.fixture.js'
import { writeBack } from './write-back.js'
import { writeCsv, writeWorkbook, type WrittenRow } from './write-list.js'

/** What a reader may do with anything: give issues, or throw a ParseError. */
async function survives(run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
  } catch (caught) {
    if (!(caught instanceof ParseError)) throw caught
  }
}
const formats = fc.constantFrom('xlsx' as const, 'csv' as const)

describe('readPl1 of anything', () => {
  const sound = pl1Workbook([{}, { sex: 7 }])
  const parts = unzipSync(sound)
  test('random bytes give a ParseError or a reading', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), formats, (bytes, format) =>
        survives(() => readPl1(bytes, { format })),
      ),
      { numRuns: 300 },
    )
  })
  test('random text as CSV gives a ParseError or a reading', async () => {
    const head = writeCsv('pl1', []).trimEnd()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), (text) =>
        survives(() =>
          readPl1(new TextEncoder().encode(`${head}\r\n${text}`), { format: 'csv', partial: true }),
        ),
      ),
      { numRuns: 300 },
    )
  })
  test('a workbook with random bytes changed gives a ParseError or a reading', async () => {
    const changes = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(changes, (list) => {
        const bytes = sound.slice()
        for (const [at, byte] of list) bytes[at] = byte
        return survives(() => readPl1(bytes, { format: 'xlsx' }))
      }),
      { numRuns: 300 },
    )
  })
  test('a sheet with random bytes changed before it is packed gives a ParseError or a reading', async () => {
    const name = 'xl/worksheets/page1.xml'
    const sheet = parts[name] ?? new Uint8Array()
    const changes = fc.array(
      fc.tuple(fc.nat(sheet.length - 1), fc.integer({ min: 32, max: 126 })),
      { minLength: 1, maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(changes, (list) => {
        const changed = sheet.slice()
        for (const [at, byte] of list) changed[at] = byte
        const bytes = zipSync({ ...parts, [name]: changed }, { level: 0 })
        return survives(async () => {
          const { issues } = await readPl1(bytes, { format: 'xlsx', partial: true })
          writeBack(bytes, issues)
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe('readCell', () => {
  const kinds = [
    ...new Set<CellKind>(
      [...pl1Layout.columns, ...supplementLayout.columns].map(({ kind }) => kind),
    ),
  ]
  const values = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.date({ noInvalidDate: false }),
    fc.constant(null),
  )
  test('gives a value or a code for anything, and what it gives reads as itself', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...kinds), (value, kind) => {
        const reading = readCell(value, kind)
        if (!('value' in reading) || reading.value === undefined) return
        // Words are read into words of ours; the others are their own best spelling.
        const words: readonly CellKind[] = ['sex', 'yes-no', 'relationship', 'country']
        if (words.includes(kind)) return
        expect(readCell(reading.value, kind)).toHaveProperty('value', reading.value)
      }),
      { numRuns: 2000 },
    )
  })
  test('what is certain at first sight reads as itself at the second', () => {
    const letters = 'aàáâãăảạấầẩẫậắằẳẵặbcdđeèéêẻẽẹếềểễệghiìíỉĩịoòóôõơỏọốồổỗộớờởỡợuùúủũụưứừửữựyýỳỷỹỵ'
    const words = fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 4 })
      .map((signs) => signs.join(''))
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    const names = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))
    for (const [kind, pattern] of certain) {
      const texts = kind === 'name' ? names : fc.stringMatching(pattern)
      fc.assert(
        fc.property(texts, (text) => {
          if (pattern.test(text)) expect(readCell(text, kind)).toEqual({ value: text })
        }),
        { numRuns: kind === 'name' ? 3000 : 100 },
      )
    }
  })
  test('never offers what it would refuse', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...kinds), (value, kind) => {
        const reading = readCell(value, kind)
        if (!('suggestion' in reading) || reading.refused === 'tabular.hidden') return
        expect(readCell(reading.suggestion ?? '', kind)).toHaveProperty('value')
      }),
      { numRuns: 2000 },
    )
  })
})

const familyNames = ['Nguyễn', 'Đặng', 'Huỳnh', 'Vũ', 'Ỷ', 'Lương', 'Trịnh', 'Phùng']
const middleNames = ['Thị', 'Văn', 'Ngọc Ánh', 'Hữu', 'Kiều', 'Tường Vy', 'Đức']
const givenNames = ['Hoà', 'Hòa', 'Thuỷ', 'Thúy', 'Quỳnh', 'Ưng', 'Ẩn', 'Ngữ', 'Ởn', 'Ỹ', 'Quốc']
const names = fc
  .tuple(
    fc.constantFrom(...familyNames),
    fc.constantFrom(...middleNames),
    fc.constantFrom(...givenNames),
    fc.constantFrom('NFC', 'NFD'),
  )
  .map(([family, middle, given, form]) => `${family} ${middle} ${given}`.normalize(form))
const digits = (length: number) =>
  fc.stringMatching(new RegExp(`^\\d{${length}}$`)).filter((text) => text.length === length)
const days = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1920, max: 2021 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('/'))
const children = fc.record({
  fullName: names,
  birthDate: fc.oneof(days, fc.integer({ min: 1920, max: 2021 }).map(String)),
  sex: fc.constantFrom<string | number>(0, 1, 'Nam', 'Nữ'),
  identityNumber: fc.oneof(digits(12), digits(9), digits(8), fc.constant(undefined)),
  phone: digits(9).map((rest) => `0${rest}`),
  province: digits(2),
  district: digits(3),
  commune: digits(5),
  workplace: fc.constantFrom('Lớp 1A, "điểm lẻ"; thôn Hạ', 'Mẫu giáo <Hoa & Lá>', undefined),
  priorityGroup: fc.integer({ min: 1, max: 16 }),
})

describe('what is written is read', () => {
  const asOf = parseCivilDate('2022-04-10')
  test('a list in one sheet: person, guardian, consent and dose come back', async () => {
    const facts = fc.record({
      child: children,
      guardianName: names,
      consent: fc.constantFrom('Có', 'Không'),
      lot1: fc.stringMatching(/^[A-Z]{2}\d{4}$/),
      volume1: fc.constantFrom('0,2', '0.25', '0,5'),
      site1: digits(5),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(facts, { minLength: 1, maxLength: 4 }),
        formats,
        async (list, format) => {
          const rows = list.map(({ child, ...more }, index): WrittenRow => {
            const own = { ...child, birthDate: '01/06/2015', identityNumber: '001315000001' }
            const place = { permanentProvince: child.province, permanentCommune: child.commune }
            const dose = { product1: 'comirnaty-10', date1: '01/04/2022' }
            const said = { nationality: 'VN', relationship: 'Mẹ', consentDate: '31/03/2022' }
            const district = { permanentDistrict: child.district, infection: 'Không' }
            return {
              ...own,
              ...place,
              ...district,
              ...dose,
              ...said,
              ...more,
              listNumber: index + 1,
            }
          })
          const bytes =
            format === 'xlsx'
              ? await writeWorkbook('full', rows)
              : new TextEncoder().encode(writeCsv('full', rows))
          const read = await readFull(bytes, { format, asOf })
          expect(read.issues.filter(({ severity }) => severity === 'error')).toEqual([])
          read.rows.forEach(({ person, consent, doses }, index) => {
            const given = list[index]
            expect(person.fullName).toBe(given?.child.fullName.normalize('NFC'))
            expect(person.guardian?.fullName).toBe(given?.guardianName.normalize('NFC'))
            expect(person.permanentResidence?.commune).toBe(given?.child.commune)
            expect(consent.state).toBe(given?.consent === 'Có' ? 'agreed' : 'refused')
            expect(doses).toMatchObject([
              {
                date: '2022-04-01',
                product: 'comirnaty-10',
                lot: given?.lot1,
                volumeMl: given?.volume1.replace(',', '.'),
                facility: given?.site1,
              },
            ])
          })
          expect(read.rows).toHaveLength(list.length)
        },
      ),
      { numRuns: 40 },
    )
  })
  test('names in NFC and NFD, dates, numbers and addresses come back, and fit the schema', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(children, { minLength: 1, maxLength: 8 }),
        formats,
        async (list, format) => {
          const rows = list.map((child, index): WrittenRow => ({ ...child, listNumber: index + 1 }))
          const more = rows.map(
            ({ listNumber, fullName, birthDate }): WrittenRow => ({
              listNumber,
              fullName,
              birthDate,
              nationality: 'VN',
              consent: 'Có',
              infection: 'Không',
            }),
          )
          const write = async (id: 'pl1' | 'supplement', from: readonly WrittenRow[]) =>
            format === 'xlsx'
              ? writeWorkbook(id, from)
              : new TextEncoder().encode(writeCsv(id, from))
          const read = await readPl1(await write('pl1', rows), { format })
          const supplement = await readSupplement(await write('supplement', more), { format })
          const joined = joinRows(read.rows, supplement.rows, asOf)
          expect(joined.rows).toHaveLength(list.length)
          joined.rows.forEach(({ person }, index) => {
            const child = list[index]
            expect(personSchema.parse(person)).toEqual(person)
            expect(person.fullName).toBe(child?.fullName.normalize('NFC'))
            expect(person.birthDate.split('-').reverse().join('/')).toBe(child?.birthDate)
            expect(person.sex).toBe([0, 'Nam'].includes(child?.sex ?? '') ? 'male' : 'female')
            expect(person.phone).toBe(child?.phone)
            expect(person.workplace).toBe(child?.workplace)
            expect(person.currentResidence).toEqual({
              province: child?.province,
              district: child?.district,
              commune: child?.commune,
              asOf,
            })
            const { identityDocument: document } = person
            expect('number' in document ? document.number : undefined).toBe(child?.identityNumber)
          })
        },
      ),
      { numRuns: 40 },
    )
  }, 120_000)
  test('errors of ours carry no cell of the list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[A-Z]{8}$/), async (marked) => {
        const bytes = new TextEncoder().encode(`${writeCsv('pl1', [])}1,${marked}"x"${marked}`)
        try {
          await readPl1(bytes, { format: 'csv' })
          expect.unreachable()
        } catch (caught) {
          if (!isSdkError(caught)) throw caught
          expect(`${JSON.stringify(caught)} ${caught.stack ?? ''}`).not.toContain(marked)
        }
      }),
      { numRuns: 20 },
    )
  })
})
