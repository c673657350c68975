import { fromUtf8, utf8 } from '@tiemchung/core'
import { parseColumnMap, readFull, writeCsv, type WrittenRow } from '@tiemchung/schemas/tabular'
import { parseCivilDate } from '@tiemchung/core'
import { describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import { makeLists } from '../../samples/lists.js'
import { type FakeIo, fakeIo } from '../../test-kit.js'

const samples = Object.fromEntries((await makeLists()).map(({ name, bytes }) => [name, bytes]))
const at = ['--on', '2022-04-20', '--lang', 'en'] as const
const mapIn = (io: FakeIo, path = 'map.json') =>
  parseColumnMap(JSON.parse(fromUtf8(io.files.get(path) ?? new Uint8Array())))

const constants = { nationality: 'VN', province: '01', district: '001', commune: '00001' }
/** Puts constants into a map, as whoever reviews it does. */
function review(io: FakeIo, changes: object = { constants }): void {
  io.files.set('map.json', utf8(JSON.stringify({ ...mapIn(io), ...changes })))
}

describe('import', () => {
  it('proposes a map with a confidence for each column, writes it, and saves nothing else', async () => {
    const io = fakeIo(samples)
    const before = new Set(io.files.keys())
    const args = [
      'import',
      'truong-tieu-hoc.xlsx',
      '--map',
      'map.json',
      '--dry-run',
      '--out',
      'x.xlsx',
    ]
    expect(await run([...args, ...at], io)).toBe(65)
    expect([...io.files.keys()].filter((name) => !before.has(name))).toEqual(['map.json'])
    expect(io.output.slice(0, 5)).toEqual([
      'A TT → listNumber  1 sure (heading, values 100%)',
      'B+C Họ và tên đệm + Tên → fullName  0.8 likely (family-and-given-name)',
      'D+E+F Ngày + Tháng + Năm → birthDate  0.8 likely (day-month-year)',
      'G Nam → sex  0.8 likely (cross)',
      'H Nữ → sex  0.8 likely (cross)',
    ])
    expect(io.output).toContain('M Nhận xét: not used')
    expect(io.output).toContain('nothing gives "Quốc tịch"')
    expect(io.talk.slice(-3)).toEqual([
      'Before: cannot be read as the layout [tabular.no-heading]',
      'After: 4 rows, 4 refused, 0 notes',
      'No list was written.',
    ])
    expect(mapIn(io).headingRow).toBe(4)
  })

  it('uses the map that was reviewed, and names the rows and columns of the sheet', async () => {
    const io = fakeIo(samples)
    const args = ['import', 'truong-tieu-hoc.xlsx', '--map', 'map.json', ...at]
    await run(args, io)
    review(io)
    io.output.length = 0
    expect(await run([...args, '--accept-suggestions'], io)).toBe(65)
    expect(io.talk).toContain('The column map that is there was used.')
    expect(
      io.output.filter((line) => /date\]|digit\]|phone\]|number-or-reason\]/.test(line)),
    ).toEqual([
      'D7 Ngày sinh: Not a date; write dd/mm/yyyy, or the year alone. [tabular.date]',
      'I7 Số định danh cá nhân: There is no identity number, no passport and no reason for having none. [tabular.number-or-reason]',
      'B8 Họ và tên: The name holds a digit. [schema.name.digit]',
      'L8 Điện thoại người giám hộ: Not a telephone number. [tabular.phone]',
    ])
    expect(io.talk.at(-2)).toBe('After: 4 rows, 2 refused, 7 notes')
    expect(io.output.join()).not.toMatch(/Bông|Nguyễn|001315000001/)
  })

  it('says what old letters seem to be, converts them when told to, and writes the list once it is sound', async () => {
    const io = fakeIo(samples)
    const args = ['import', 'tram-y-te.csv', '--map', 'map.json', ...at]
    expect(await run(args, io)).toBe(65)
    expect(io.talk[0]).toMatch(/^It seems to be windows-1252 with letters tcvn3\./)
    expect(io.talk[1]).toContain('[tabular.not-utf8]')
    expect(io.files.has('map.json')).toBe(false)

    const told = [...args, '--encoding', 'windows-1252', '--letters', 'tcvn3']
    expect(await run(told, io)).toBe(65)
    review(io, { constants: { ...constants, noNumberReason: 'Chưa được cấp' } })
    expect(await run([...told, '--out', 'list.csv'], io)).toBe(0)
    expect(io.talk.at(-1)).toBe('The list was written in the layout.')
    const asOf = parseCivilDate('2022-04-20')
    const { rows } = await readFull(io.files.get('list.csv') ?? new Uint8Array(), {
      format: 'csv',
      asOf,
    })
    expect(
      rows.map(({ person }) => `${person.fullName}, ${person.currentResidence.detail}`),
    ).toEqual(['Bùi Thị Mười, Thôn Hạ', 'Phạm Văn Bảo, Thôn Thượng', 'Đặng Ngọc Suối, Thôn Hạ'])
  })

  it('writes no list with a refused row, and a workbook where the name is not .csv', async () => {
    const io = fakeIo(samples)
    const args = ['import', 'phong-kham.xlsx', '--map', 'map.json', '--out', 'list.xlsx', ...at]
    await run(args, io)
    expect(io.talk.at(-1)).toBe('The list was not written: rows are refused.')
    expect(io.files.has('list.xlsx')).toBe(false)
    expect(io.output.join('\n')).toMatch(/N3 .*0\.2 ml.*\[tabular\.volume-policy\]/)
    expect(io.output.join('\n')).toMatch(/O4 .*\[tabular\.code\]/)
    review(io, { columns: mapIn(io).columns.slice(0, 6), constants })
    expect(await run([...args, '--accept-suggestions'], io)).toBe(0)
    expect(io.files.get('list.xlsx')?.subarray(0, 2)).toEqual(utf8('PK'))
  })

  it('gives one object a line with --json: columns, what is open, issues, counts', async () => {
    const io = fakeIo(samples)
    await run(['import', 'phong-kham.xlsx', '--map', 'map.json', '--json', ...at], io)
    const lines = io.output.map((line) => JSON.parse(line) as { kind: string })
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(
      new Set(['column', 'missing', 'issue', 'counts']),
    )
    expect(lines[0]).toEqual({
      kind: 'column',
      from: ['A'],
      to: 'listNumber',
      confidence: 1,
      evidence: ['heading', 'values 100%'],
    })
    expect(lines.at(-1)).toEqual({
      kind: 'counts',
      before: 'tabular.column-missing',
      after: { rows: 3, refused: 3, notes: 0 },
    })
  })

  it('counts what a list of ours comes to before and after', async () => {
    const row: WrittenRow = {
      listNumber: 1,
      fullName: 'Lê Văn Cây',
      birthDate: '14/11/2014',
      sex: 'Nam',
      identityNumber: '001214000017',
      ...constants,
    }
    const io = fakeIo({ 'list.csv': writeCsv('full', [row]) })
    expect(await run(['import', 'list.csv', '--map', 'map.json', ...at], io)).toBe(0)
    expect(io.talk.slice(-3, -1)).toEqual([
      'Before: 1 rows, 0 refused, 0 notes',
      'After: 1 rows, 0 refused, 0 notes',
    ])
    const pl1 = fakeIo({ 'list.csv': writeCsv('pl1', [row]) })
    const args = ['import', 'list.csv', '--map', 'map.json', '--layout', 'pl1', ...at]
    expect(await run(args, pl1)).toBe(0)
    expect(mapIn(pl1, 'map.json').layout).toBe('pl1')
  })

  it('is not sure of dates that do not show whether the day or the month stands first', async () => {
    const rows = 'Họ và tên,Ngày sinh\r\nLê Văn Cây,03/02/2015\r\n'
    const io = fakeIo({ 'list.csv': utf8(rows) })
    await run(['import', 'list.csv', '--map', 'map.json', ...at], io)
    expect(io.output[1]).toBe(
      'B Ngày sinh → birthDate  0.8 likely (heading, values 100%, date-order-assumed)',
    )
  })

  it('colours the word where a person reads it', async () => {
    const io = { ...fakeIo(samples), terminal: { colour: true } }
    await run(['import', 'phong-kham.xlsx', '--map', 'map.json', '--on', '2022-04-20'], io)
    expect(io.output[0]).toContain('\u001B[32mchắc chắn\u001B[0m')
  })

  it.each([
    ['a map that is no JSON', 'import', { 'map.json': '{' }, 65, 'cli.json --map'],
    ['a map of another kind', 'import', { 'map.json': '{}' }, 65, 'cli.column-map --map'],
    [
      'a sheet without a heading',
      'import',
      { 'a.csv': 'x,y\r\n1,2\r\n' },
      64,
      'cli.no-heading input',
    ],
    ['a layout that there is not', 'import', { layout: 'pl2' }, 64, 'cli.use --layout'],
    ['letters that there are not', 'import', { letters: 'viqr' }, 64, 'cli.use --letters'],
    ['an encoding that there is not', 'import', { encoding: 'koi8' }, 64, 'cli.use --encoding'],
    ['a day that is none', 'import', { on: '31/02' }, 64, 'cli.use --on'],
  ])('%s', async (_, command, given, code, said) => {
    const {
      'a.csv': list = writeCsv('full', []),
      'map.json': kept,
      ...options
    } = given as Record<string, string>
    const io = fakeIo({ 'a.csv': list, ...(kept === undefined ? {} : { 'map.json': kept }) })
    const more = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
    expect(await run([command, 'a.csv', '--map', 'map.json', ...more], io)).toBe(code)
    expect(io.talk.join()).toContain(said)
  })

  it('refuses a map whose columns cannot work', async () => {
    const io = fakeIo(samples)
    const args = ['import', 'phong-kham.xlsx', '--map', 'map.json', ...at]
    await run(args, io)
    review(io, { columns: [{ from: ['A'], to: 'weight' }] })
    expect(await run(args, io)).toBe(65)
    expect(io.talk.at(-2)).toContain('[cli.column-map --map]')
    expect(io.talk.at(-1)).toBe(
      '  columns.0.to: The layout has no column of this key. [tabular.map-key]',
    )
    io.files.set('map.json', utf8('{"format":"column-map/2"}'))
    expect(await run(args, io)).toBe(65)
    expect(io.talk.join('\n')).toMatch(/\n {2}headingRow: .*\[schema\./)
  })
  it('refuses the map of another sheet, and says which columns are others', async () => {
    const io = fakeIo(samples)
    await run(['import', 'truong-tieu-hoc.xlsx', '--map', 'map.json', ...at], io)
    const args = ['import', 'phong-kham.xlsx', '--map', 'map.json', '--out', 'list.csv', ...at]
    expect(await run(args, io)).toBe(65)
    expect(io.talk.join('\n')).toMatch(
      /\n {2}columns\.0\.from: The heading of column A is .*\[tabular\.map-heading\]/,
    )
    expect(io.files.has('list.csv')).toBe(false)
  })
  it('is not done with a list of no rows, and writes none', async () => {
    const io = fakeIo(samples)
    const args = ['import', 'phong-kham.xlsx', '--map', 'map.json', '--out', 'list.csv', ...at]
    await run(args, io)
    review(io, { headingRow: 99, columns: [{ from: ['B'], to: 'fullName' }] })
    expect(await run(args, io)).toBe(65)
    expect(io.talk.at(-1)).toMatch(/^There are no rows/)
    expect(io.files.has('list.csv')).toBe(false)
  })
  it('says when an option differs from the map that is there', async () => {
    const io = fakeIo(samples)
    const args = ['import', 'phong-kham.xlsx', '--map', 'map.json', ...at]
    await run(args, io)
    await run([...args, '--layout', 'pl1', '--letters', 'vni'], io)
    const says = (option: string) => `The column map says otherwise than ${option}; the map counts.`
    expect(io.talk).toContain(says('--layout'))
    expect(io.talk).toContain(says('--letters'))
    expect(io.talk).not.toContain(says('--encoding'))
  })
  it('says nothing of letters for a workbook that is named CSV', async () => {
    const io = fakeIo({ 'list.csv': samples['phong-kham.xlsx'] ?? new Uint8Array() })
    expect(await run(['import', 'list.csv', '--map', 'map.json', ...at], io)).toBe(65)
    expect(io.talk).toHaveLength(1)
    expect(io.talk[0]).toContain('[tabular.is-workbook]')
  })
})

describe('samples --lists', () => {
  it('writes three lists and says how to import each', async () => {
    const io = fakeIo({})
    expect(await run(['samples', 'thu', '--lists'], io)).toBe(0)
    expect([...io.files.keys()]).toEqual([
      'thu/truong-tieu-hoc.xlsx',
      'thu/tram-y-te.csv',
      'thu/phong-kham.xlsx',
    ])
    expect(io.talk.filter((line) => line.startsWith('  tiemchung import '))).toHaveLength(3)
    const english = fakeIo({})
    await run(['samples', 'thu', '--lists', '--lang', 'en'], english)
    expect(english.talk[0]).toMatch(/^Three dirty lists/)
  })
})
