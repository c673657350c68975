/** A list of 100,000 invented children in CSV: read with every check, against the bare parser of the same bytes. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pl1Layout, streamPl1 } from '@tiemchung/schemas/tabular'
import { parse } from 'csv-parse'
import type { Bench } from './bench.js'

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng']
const middles = ['Thị', 'Văn', 'Ngọc', 'Minh', 'Thanh', 'Hữu', 'Đức', 'Quỳnh', 'Tường', 'Ánh']
const givens = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hoà', 'Khánh', 'Lá', 'Ẩn', 'Yến', 'Thuý']

/** Numbers that are the same in every run (the generator of Park and Miller). */
function numbers(): (below: number) => number {
  let state = 20_220_414
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const digits = (value: number, length: number) => String(value).padStart(length, '0')

type Draw = (below: number) => number
const pick = (from: readonly string[], draw: Draw) => from[draw(from.length)] ?? ''

const day = (draw: Draw, year: number) =>
  `${digits(1 + draw(28), 2)}/${digits(1 + draw(12), 2)}/${year}`

function child(listNumber: number, draw: Draw): Readonly<Record<string, string>> {
  const year = 2010 + draw(7)
  const sex = draw(2)
  return {
    listNumber: String(listNumber),
    fullName: `${pick(families, draw)} ${pick(middles, draw)} ${pick(middles, draw)} ${pick(givens, draw)}`,
    birthDate: day(draw, year),
    sex: String(sex),
    priorityGroup: '16',
    workplace: `Trường Tiểu học Bản Mẫu ${draw(40)}, lớp ${1 + draw(5)}A`,
    phone: `09${digits(draw(100_000_000), 8)}`,
    identityNumber: `001${2 + sex}${digits(year % 100, 2)}${digits(draw(1_000_000), 6)}`,
    provinceName: 'Hà Nội',
    province: '01',
    districtName: 'Ba Đình',
    district: '001',
    communeName: 'Phúc Xá',
    commune: digits(1 + draw(580), 5),
    detail: `Thôn ${1 + draw(300)}`,
    product1: 'Pfizer trẻ em',
    date1: `${digits(14 + draw(16), 2)}/04/2022`,
    lot1: `FN${digits(draw(40), 4)}`,
    site1: '01234',
  }
}

/** The bytes of a list, in pieces as a file has them. */
function listInPieces(rows: number): readonly Buffer[] {
  const draw = numbers()
  const { columns } = pl1Layout
  const lines = [columns.map(({ heading }) => heading).join(',')]
  for (let index = 1; index <= rows; index += 1) {
    const one = child(index, draw)
    // A school and its class stand in quotes, for the comma between them.
    lines.push(
      columns.map(({ key }) => (key === 'workplace' ? `"${one[key]}"` : one[key])).join(','),
    )
  }
  const bytes = Buffer.from(`${lines.join('\r\n')}\r\n`)
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += 65_536) pieces.push(bytes.subarray(at, at + 65_536))
  return pieces
}

const rows = 100_000

async function bare(pieces: readonly Buffer[]): Promise<void> {
  let found = 0
  for await (const _ of Readable.from(pieces).pipe(parse())) found += 1
  if (found !== rows + 1) throw new Error('rows are missing')
}

async function checked(pieces: readonly Buffer[]): Promise<void> {
  let found = 0
  for await (const { row } of streamPl1(Readable.from(pieces))) if (row !== undefined) found += 1
  if (found !== rows) throw new Error('rows are missing')
}

/** 100,000 rows of 27 columns. */
export function importCsv(): Bench {
  const pieces = listInPieces(rows)
  return {
    ours: [
      { name: 'csv-parse, rows as text', run: () => bare(pieces) },
      { name: 'streamPl1, every check', run: () => checked(pieces) },
    ],
    peers: [],
    rounds: 9,
  }
}

/** What a process of its own holds at most while it reads the list: rows and megabytes. */
export function importMemory(): { readonly rows: number; readonly peakMb: number } {
  const folder = mkdtempSync(join(tmpdir(), 'import-'))
  try {
    const file = join(folder, 'list.csv')
    writeFileSync(file, Buffer.concat([...listInPieces(rows)]))
    const script = join(import.meta.dirname, 'start', 'import.mjs')
    const said = execFileSync(process.execPath, [script, file], { encoding: 'utf8' })
    return JSON.parse(said) as { rows: number; peakMb: number }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
