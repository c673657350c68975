/** A list as a school hands it over, with what spreadsheet programs like to change. Nobody in it exists. */
import { pl1Layout, type WrittenRow } from '@tiemchung/schemas/tabular'

const names = [
  'Nguyễn Thị Mẫu',
  'Trần Văn Thử Nghiệm',
  'Lê Hoà Bản',
  'Phạm Thuỳ Dương Mẫu',
  'Đặng Đình Đức',
  'Huỳnh Ngọc Ẩn',
  'Võ Ỷ Lan',
  'Y Bhăm Êban',
  "H'Mai Niê",
  'Ksor Wừu',
]

/** Texts that look like numbers, dates or formulas. */
const lots = ['0123', '1E5', '12-3', '3/4', '00001', '+84', '1.10', 'FK0112', 'TRUE', '1,234']
const details = [
  'Số 1; ngõ 2, phố Mẫu',
  'Tổ "Ba", thôn Bản',
  "Xóm 'Trên'",
  '=1+1',
  '-',
  '@nhà',
  'Hẻm 12/34',
  '1/2',
  '0001',
  'Cụm 5 – đường Bờ',
]

const two = (value: number) => String(value).padStart(2, '0')

/** One row of the list. Every column is filled in by some. */
function row(index: number): WrittenRow {
  const second = index % 3 === 0
  const day = two((index % 28) + 1)
  return {
    listNumber: index + 1,
    fullName: names[index % names.length],
    birthDate: index % 7 === 6 ? '2014' : `${day}/${two((index % 12) + 1)}/2014`,
    sex: index % 2,
    priorityGroup: index % 4 === 0 ? undefined : '09',
    workplace: `Trường Tiểu học Mẫu, lớp ${(index % 5) + 1}A`,
    phone: `0912000${String(index).padStart(3, '0')}`,
    identityNumber: index % 9 === 8 ? undefined : `00131400${String(index).padStart(4, '0')}`,
    healthInsurance: `TE1010123456${String(index).padStart(3, '0')}`,
    provinceName: 'Hà Nội',
    province: '01',
    districtName: 'Ba Đình',
    district: '001',
    communeName: 'Phúc Xá',
    commune: '00001',
    detail: details[index % details.length],
    ...(second
      ? {
          product1: 'Pfizer trẻ em',
          date1: '14/04/2022',
          lot1: lots[(index / 3) % lots.length],
          site1: '01234',
        }
      : {}),
    note: index % 5 === 0 ? 'hẹn lại; xem sổ' : undefined,
  }
}

export const list: readonly WrittenRow[] = Array.from({ length: 60 }, (_, index) => row(index))

/** The cells of the list as texts, heading first, which is what a sheet of it has to show. */
export const shown: readonly (readonly string[])[] = [
  pl1Layout.columns.map(({ heading }) => heading),
  ...list.map((one) => pl1Layout.columns.map(({ key }) => String(one[key] ?? ''))),
]

/** The texts of a CSV file: quotes are doubled, ends of lines as they come. */
export function cellsOf(csv: string, separator = ','): string[][] {
  const rows: string[][] = [[]]
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n"]*)(${separator}|\\r?\\n|$)`, 'y')
  while (cell.lastIndex < csv.length) {
    const found = cell.exec(csv)
    if (found === null) throw new Error('not CSV')
    const [, text = '', end] = found
    const plain = text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
    rows.at(-1)?.push(plain)
    if (end !== separator) rows.push([])
  }
  return rows.filter((one) => one.length > 0)
}
