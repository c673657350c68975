/** How each kind of cell is written: what the template says of itself, on a sheet of its own. */
import type { Language, Sentences } from '@tiemchung/core'
import type { CellKind, Column, Layout } from './layout.js'

const how: Readonly<Record<CellKind, Sentences>> = {
  text: { vi: 'Chữ, tối đa 200 ký tự', en: 'Text, up to 200 characters' },
  lot: { vi: 'Số lô như trên hộp', en: 'Lot as on the box' },
  note: { vi: 'Chữ', en: 'Text' },
  name: { vi: 'Như trên giấy khai sinh hoặc thẻ, có dấu', en: 'As on the papers, with all marks' },
  date: {
    vi: 'dd/mm/yyyy; nếu không rõ ngày: mm/yyyy hoặc yyyy',
    en: 'dd/mm/yyyy; mm/yyyy or yyyy when no more is known',
  },
  day: { vi: 'dd/mm/yyyy', en: 'dd/mm/yyyy' },
  sex: { vi: '0 là nam, 1 là nữ', en: '0 male, 1 female' },
  phone: { vi: 'Ít nhất 10 chữ số, cả số 0 ở đầu', en: '10 digits or more, with the leading zero' },
  'identity-number': {
    vi: '12 chữ số (số định danh), 9 hoặc 8 chữ số (giấy cũ, lực lượng vũ trang), cả số 0 ở đầu',
    en: '12 digits (personal number), 9 or 8 (old cards, forces), with the leading zero',
  },
  'no-number-reason': {
    vi: 'Chỉ khi không có số và hộ chiếu: "Chưa được cấp" hoặc "Chưa xuất trình"',
    en: 'Without number and passport only: "Chưa được cấp" (not issued) or "Chưa xuất trình" (not presented)',
  },
  'health-insurance': { vi: '15 ký tự hoặc 10 chữ số', en: '15 characters or 10 digits' },
  passport: { vi: 'Chữ và số của hộ chiếu', en: 'Letters and digits of the passport' },
  country: {
    vi: 'Việt Nam, hoặc mã nước hai chữ',
    en: 'Việt Nam, or the two letters of a country',
  },
  relationship: { vi: 'Cha, Mẹ hoặc Người giám hộ', en: 'Cha, Mẹ or Người giám hộ' },
  'code-2': { vi: '2 chữ số, cả số 0 ở đầu', en: '2 digits, with the leading zero' },
  'code-3': { vi: '3 chữ số, cả số 0 ở đầu', en: '3 digits, with the leading zero' },
  'code-5': { vi: '5 chữ số, cả số 0 ở đầu', en: '5 digits, with the leading zero' },
  facility: { vi: 'Mã cơ sở: 5 hoặc 13 chữ số', en: 'Facility code: 5 or 13 digits' },
  integer: { vi: 'Số nguyên', en: 'A whole number' },
  'priority-group': { vi: 'Số từ 1 đến 16', en: 'A number from 1 to 16' },
  'yes-no': { vi: 'Có, Không hoặc Không rõ', en: 'Có, Không or Không rõ' },
  product: {
    vi: 'Tên trong danh mục, ví dụ Pfizer trẻ em',
    en: 'A listed name, such as Pfizer trẻ em',
  },
  volume: { vi: 'Số mililít, ví dụ 0,2', en: 'Millilitres, such as 0.2' },
  expiry: { vi: 'mm/yyyy hoặc dd/mm/yyyy', en: 'mm/yyyy or dd/mm/yyyy' },
  ignored: { vi: 'Không được đọc', en: 'Not read' },
}

const words: Readonly<
  Record<Language, { heads: readonly string[]; needed: string; column: string }>
> = {
  vi: { heads: ['Cột', 'Bắt buộc', 'Cách viết'], needed: 'mọi dòng', column: 'phải có cột' },
  en: { heads: ['Column', 'Required', 'How to write it'], needed: 'every row', column: 'column' },
}

function required({ needed, mandatory }: Column, language: Language): string {
  if (needed === true) return words[language].needed
  return mandatory === true ? words[language].column : ''
}

/** The notes of a layout: a heading, then a row for each column. */
export function columnNotes(
  { columns }: Layout,
  language: Language,
): readonly (readonly string[])[] {
  const rows = columns.map((column: Column) => [
    column.heading,
    required(column, language),
    how[column.kind][language],
  ])
  return [words[language].heads, ...rows]
}
