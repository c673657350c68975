import { equalBytes, fromHex, utf8 } from '@tiemchung/core'
import { decodeBase45, encodeBase45 } from '@tiemchung/certificates/envelope'
import { judge, readJson, type Suite } from '../suite.js'

interface Encoded {
  readonly id: string
  readonly utf8?: string
  readonly hex?: string
  readonly base45: string
}

interface Vectors {
  readonly encode: readonly Encoded[]
  readonly reject: readonly { readonly id: string; readonly base45: string }[]
}

/** RFC 9285: worked examples both ways, and texts that must be refused. */
export const base45: Suite = {
  name: 'base45',
  folder: 'base45',
  async *run(folder) {
    const { encode, reject } = readJson<Vectors>(folder, 'vectors.json')
    for (const one of encode) {
      const bytes = one.hex === undefined ? utf8(one.utf8 ?? '') : fromHex(one.hex)
      yield judge(one.id, true, () => {
        const decoded = decodeBase45(one.base45)
        return encodeBase45(bytes) === one.base45 && equalBytes(decoded, bytes)
      })
    }
    for (const one of reject) {
      yield judge(one.id, false, () => decodeBase45(one.base45).length >= 0)
    }
  },
}
