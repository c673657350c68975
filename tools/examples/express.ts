/** `examples/express`: 200, 422 for rows and for files, 413 and 415, in both languages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWorkbook } from '@tiemchung/schemas/tabular'
import { startCase } from './case.js'
import { type Answer, post, startServer } from './server.js'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const tooLarge = 10 * 1024 * 1024 + 1

const soundRow = {
  listNumber: 1,
  fullName: 'Nguyễn Thị Mẫu',
  birthDate: '02/09/2014',
  sex: 1,
  identityNumber: '001314000001',
  province: '01',
  district: '001',
  commune: '00001',
} as const

interface Checked {
  readonly accepted: number
  readonly refused: number
  readonly issues: readonly {
    readonly row?: number
    readonly column: string
    readonly says: string
  }[]
}

/** Row, column of each issue. */
function placesOf({ json }: Answer): readonly string[] {
  return (json as Checked).issues.map(({ row, column }) => `${column}${row}`)
}

export async function tryExpress(folder: string): Promise<readonly string[]> {
  const asked = startCase()
  const cwd = join(folder, 'express')
  const server = await startServer(cwd, 'server.mjs')
  try {
    const url = `${server.origin}/lists/check`
    const sample = new Uint8Array(readFileSync(join(cwd, 'sample', 'danh-sach.xlsx')))
    const sound = await post(url, workbook, new Uint8Array(await writeWorkbook('pl1', [soundRow])))
    asked.same(
      'a sound list',
      [sound.status, sound.json],
      [200, { accepted: 1, refused: 0, issues: [] }],
    )
    const wrong = await post(url, workbook, sample)
    asked.same('the sample', wrong.status, 422)
    asked.same('its bad rows', placesOf(wrong), ['H3', 'D4'])
    asked.namesNobody('its issues', wrong.text)
    asked.same('is stored nowhere', wrong.headers.get('cache-control'), 'no-store')
    const vietnamese = await post(url, workbook, sample, 'vi')
    asked.has('in Vietnamese', vietnamese.text, /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/)
    const page = await post(url, workbook, '<html>Nguyễn</html>')
    asked.same('a web page named .xlsx', page.status, 422)
    asked.has('its code', page.text, '"code":"tabular.')
    asked.namesNobody('its answer', page.text)
    asked.same('not a list', (await post(url, 'application/pdf', '%PDF')).status, 415)
    asked.same('too large', (await post(url, 'text/csv', 'x'.repeat(tooLarge))).status, 413)
    asked.namesNobody('the log', server.printed())
  } finally {
    await server.stop()
  }
  return asked.faults
}
