/**
 * `node tools/run.mjs pictures`: writes the pictures of docs/pictures, a list as it is handed over and as it
 * comes back. Needs the commands `soffice` and `pdftoppm`. The people are invented.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parsePartialDate, parseUuid } from '@tiemchung/core'
import {
  type HandOverDocument,
  type ReturnedDocument,
  writeListWorkbook,
} from '@tiemchung/identity/lists'
import { projectRoot } from '../tree.js'

type Row = HandOverDocument['rows'][number]
type Finding = ReturnedDocument['findings'][number]

const idOf = (number: number) =>
  parseUuid(`0180dedf-0820-7a73-b506-${String(number).padStart(12, '0')}`)

const claim = (fullName: string, birth: string, sex: 'male' | 'female', number?: string) => ({
  ...(number === undefined ? {} : { number }),
  fullName,
  birthDate: parsePartialDate(birth),
  sex,
})

const row = (
  index: number,
  cls: Row['class'],
  mismatched: Row['mismatched'],
  claimed: Row['claimed'],
): Row => ({
  recordId: idOf(index),
  class: cls,
  mismatched,
  byCurrentResidence: index === 5,
  claimed,
})

const list: HandOverDocument = {
  format: 'hand-over-list/1',
  id: idOf(900),
  to: 'police',
  unit: '06790',
  madeAt: '2022-05-20T10:00:00.000Z',
  madeBy: 'tram.06790',
  rows: [
    row(1, 'wrong-name', ['name'], claim('Lê Thị Hoa Mẫu', '2016-05-01', 'female', '001316000017')),
    row(
      2,
      'wrong-birth-date',
      ['birth-date'],
      claim('Trần Bảo Mẫu', '2015', 'male', '001215000018'),
    ),
    row(3, 'wrong-sex', ['sex'], claim('Đặng Thuỳ Mẫu', '2014-11-30', 'male', '001314000019')),
    row(4, 'unverified', [], claim('Phạm Ngọc Mẫu', '2016-02-02', 'female', '001316000020')),
    row(
      5,
      'wrong-several',
      ['name', 'sex'],
      claim('Vũ Minh Mẫu', '2013-09-12', 'female', '001213000021'),
    ),
  ],
}

const findings: readonly Finding[] = [
  {
    recordId: idOf(1),
    outcome: 'claim-wrong',
    because: 'birth-certificate',
    corrected: { fullName: 'Lê Thị Hòa Mẫu' },
  },
  {
    recordId: idOf(2),
    outcome: 'claim-wrong',
    because: 'residence-file',
    corrected: { birthDate: parsePartialDate('2015-02-05') },
  },
  {
    recordId: idOf(3),
    outcome: 'claim-wrong',
    because: 'birth-certificate',
    corrected: { sex: 'female' },
  },
  { recordId: idOf(4), outcome: 'register-wrong', because: 'civil-register' },
  { recordId: idOf(5), outcome: 'left-open' },
]

function run(command: string, args: readonly string[]): void {
  const done = spawnSync(command, args, { stdio: 'inherit', timeout: 150_000 })
  if (done.error !== undefined) throw done.error
  if (done.status !== 0) throw new Error(`${command} ended with ${String(done.status)}`)
}

const out = join(projectRoot(), 'docs', 'pictures')
const folder = mkdtempSync(join(tmpdir(), 'pictures-'))

/** Prints a workbook on one page and makes a picture of it. */
function print(name: string, workbook: Uint8Array): void {
  const file = join(folder, `${name}.xlsx`)
  writeFileSync(file, workbook)
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const page = 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}'
  run('soffice', [profile, '--headless', '--convert-to', page, '--outdir', folder, file])
  run('pdftoppm', [
    '-png',
    '-singlefile',
    '-r',
    '110',
    join(folder, `${name}.pdf`),
    join(out, name),
  ])
}

mkdirSync(out, { recursive: true })
print('hand-over-list', await writeListWorkbook(list))
print('returned-list', await writeListWorkbook(list, [...findings]))
rmSync(folder, { recursive: true, force: true })
