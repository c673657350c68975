import { readFileSync } from 'node:fs'
import { canonicalBytes, toHex } from '@tiemchung/core'
import { judge, type Suite } from '../suite.js'

/** The file with the canonical bytes of an input, in hex. */
const bytesFile = (input: string): string =>
  input.replace(/input([\\/][^\\/]+)\.json$/, 'outhex$1.txt')

/** RFC 8785: the canonical bytes of each input. */
export const jcs: Suite = {
  name: 'jcs',
  folder: 'jcs',
  files: /(?:^|\/)input\/[^/]+\.json$/,
  whole: true,
  *judge({ id, value, file }) {
    yield judge(id, true, () => {
      const hex = readFileSync(bytesFile(file), 'utf8').replace(/\s+/g, '')
      return toHex(canonicalBytes(value)) === hex.toLowerCase()
    })
  },
}
