/** A list as rows of a sheet: what stands in it, and what is left to fill in. */
import type { PartialDate } from '@tiemchung/core'
import type { HandOverDocument } from '@tiemchung/schemas/wire'
import type { ListRow } from './make-list.js'
import { classWords, fieldWords, officeWords, sexWords } from './list-words.js'

/** Columns that come back as they went, and their widths. */
const fixed: readonly (readonly [string, number])[] = [
  ['STT', 5],
  ['Mã bản ghi', 38],
  ['Nhóm lỗi', 19],
  ['Trường sai lệch', 15],
  ['Theo nơi ở hiện tại', 11],
  ['Số định danh', 15],
  ['Họ và tên', 22],
  ['Ngày sinh', 12],
  ['Giới tính', 10],
]

/** Columns that the office fills in. */
const filled: readonly (readonly [string, number])[] = [
  ['Kết luận', 17],
  ['Căn cứ', 16],
  ['Số đúng', 15],
  ['Họ tên đúng', 22],
  ['Ngày sinh đúng', 12],
  ['Giới tính đúng', 11],
]

/** How many columns come back as they went. */
export const fixedCount = fixed.length
/** How many columns there are. */
export const columnCount = fixed.length + filled.length
export const columnWidths: readonly number[] = [...fixed, ...filled].map(([, width]) => width)
export const columnHeadings: readonly string[] = [...fixed, ...filled].map(([heading]) => heading)
/** The row of the headings, from 1. */
export const headingRow = 5

/** A day as it is written in Viet Nam: 05/2016 for a month, 2016 for a year. */
export const dayText = (date: PartialDate): string => date.split('-').reverse().join('/')

/** The cells of a case that come back as they went. */
export function fixedCells(row: ListRow, index: number): readonly string[] {
  const { claimed } = row
  return [
    String(index + 1),
    row.recordId,
    classWords[row.class],
    row.mismatched.map((field) => fieldWords[field]).join(', '),
    row.byCurrentResidence ? 'Có' : '',
    claimed.number ?? '',
    claimed.fullName,
    dayText(claimed.birthDate),
    sexWords[claimed.sex],
  ]
}

/** The rows above the cases. */
export function headCells(list: HandOverDocument): readonly (readonly string[])[] {
  return [
    ['DANH SÁCH THÔNG TIN ĐỊNH DANH CẦN XÁC MINH (2262/BYT-CNTT)'],
    ['', 'Mã danh sách', list.id],
    ['', 'Nơi nhận', [officeWords[list.to], list.unit, list.hamlet ?? ''].join(' ').trim()],
    ['', 'Lập lúc, người lập', `${list.madeAt}, ${list.madeBy}`],
    columnHeadings,
  ]
}
