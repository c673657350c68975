import { expect, test } from 'vitest'
import { csvText } from './csv-text.js'

test.each([
  ['texts, numbers and nothing', [['xã', 3, undefined, true]], 'xã,3,,true\r\n'],
  ['a comma, a quote and a line', [['a,b', 'a"b', 'a\nb']], '"a,b","a""b","a\nb"\r\n'],
  ['what would be a formula', [['=1+1', '-1', '+84', '@x', -1]], "'=1+1,'-1,'+84,'@x,-1\r\n"],
  ['a formula behind a quote', [['=a"b']], '"\'=a""b"\r\n'],
  ['two rows', [['a'], ['b']], 'a\r\nb\r\n'],
  ['no row', [], ''],
])('%s', (_, rows, text) => {
  expect(csvText(rows)).toBe(`\uFEFF${text}`)
})
