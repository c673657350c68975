import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalBytes, toHex } from '@tiemchung/core'
import { judge, type Suite } from '../suite.js'

/** RFC 8785: the canonical bytes of each input. */
export const jcs: Suite = {
  name: 'jcs',
  folder: 'jcs',
  async *run(folder) {
    const inputs = join(folder, 'testdata', 'input')
    for (const file of readdirSync(inputs).sort()) {
      const value: unknown = JSON.parse(readFileSync(join(inputs, file), 'utf8'))
      const hex = readFileSync(
        join(folder, 'testdata', 'outhex', file.replace('.json', '.txt')),
        'utf8',
      ).replace(/\s+/g, '')
      yield judge(file, true, () => toHex(canonicalBytes(value)) === hex)
    }
  },
}
