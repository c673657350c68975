import { equalBytes, fromHex, utf8 } from '@tiemchung/core'
import { decodeBase45, encodeBase45 } from '@tiemchung/certificates/envelope'
import { judge, type Suite } from '../suite.js'

interface Encoded {
  readonly id: string
  readonly utf8?: string
  readonly hex?: string
  readonly base45: string
}

interface Vectors {
  readonly encode?: readonly Encoded[]
  readonly reject?: readonly { readonly id: string; readonly base45: string }[]
}

/** RFC 9285: worked examples both ways, and texts that must be refused. */
export const base45: Suite = {
  name: 'base45',
  folder: 'base45',
  files: /^[^/]+\.json$/,
  whole: true,
  *judge({ value }) {
    const { encode = [], reject = [] } = value as Vectors
    for (const one of encode) {
      yield judge(one.id, true, () => {
        const bytes = one.hex === undefined ? utf8(one.utf8 ?? '') : fromHex(one.hex)
        const decoded = decodeBase45(one.base45)
        return encodeBase45(bytes) === one.base45 && equalBytes(decoded, bytes)
      })
    }
    for (const one of reject) {
      yield judge(one.id, false, () => decodeBase45(one.base45).length >= 0)
    }
  },
}
