/** Writes danh-sach.xlsx: an invented list with one sound row, one that lost a zero, one of a wrong sex. */
import { mkdir, writeFile } from 'node:fs/promises'
import { writeWorkbook } from '@tiemchung/schemas/tabular'

const home = { province: '01', district: '001', commune: '00001', detail: 'Số 1 phố Mẫu' }
const child = (listNumber, fullName, more) => ({
  listNumber,
  fullName,
  birthDate: '02/09/2014',
  sex: 1,
  identityNumber: '001314000001',
  ...home,
  ...more,
})
const rows = [
  child(1, 'Nguyễn Thị Mẫu', {}),
  child(2, 'Trần Văn Mẫu', { sex: 0, identityNumber: 1214000002 }),
  child(3, 'Lê Thị Mẫu', { sex: 2 }),
]
await mkdir('sample', { recursive: true })
await writeFile('sample/danh-sach.xlsx', await writeWorkbook('pl1', rows))
