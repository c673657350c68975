import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type SheetLook, writeSheet } from './write-list.js'

const cells = [
  ['Tên', 'Số'],
  ['Mẫu', ''],
]

/** The number format of each cell of the second row, by its column: `@` is text; none is whatever Excel makes of it. */
async function formatsOf(look: SheetLook) {
  const files = unzipSync(await writeSheet(cells, look))
  const partOf = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const formats = [
    ...partOf('xl/styles.xml').matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g),
  ]
  const codeOf = new Map(formats.map(([, id, code]) => [id, code]))
  const styles = partOf('xl/styles.xml').match(/<xf [^>]*>/g) ?? []
  const found = partOf('xl/worksheets/sheet1.xml').matchAll(/<c r="([A-Z])2"([^>]*)>/g)
  return [...found].map(([, column, said = '']) => {
    const style = styles[Number(/s="(\d+)"/.exec(said)?.[1] ?? 0)] ?? ''
    return `${column} ${codeOf.get(/numFmtId="(\d+)"/.exec(style)?.[1]) ?? 'none'}`
  })
}

test('cells below the heading are of text when that is asked for, empty ones too', async () => {
  expect(await formatsOf({ heading: 1, text: true })).toEqual(['A @', 'B @'])
  expect(await formatsOf({ heading: 1 })).toEqual(['A none'])
})
