/** Base45, against the platform's nearest thing and the best-known package. */
import { randomBytes } from 'node:crypto'
import { decodeBase45, encodeBase45 } from '@tiemchung/certificates/envelope'
import type { Bench } from './bench.js'
import { peer } from './peers.js'

interface Base45 {
  readonly decode: (text: string) => Uint8Array
}

/** 430 bytes, as a certificate has them. */
export function base45(): Bench {
  const bytes = new Uint8Array(randomBytes(430))
  const text = encodeBase45(bytes)
  const hex = Buffer.from(bytes).toString('hex')
  return {
    ours: [
      { name: 'Buffer.from(hex)', run: () => Buffer.from(hex, 'hex') },
      { name: 'decodeBase45', run: () => decodeBase45(text) },
    ],
    peers: [
      {
        name: 'base45',
        enter: () => {
          const { decode } = peer<Base45>('base45')
          return () => decode(text)
        },
      },
    ],
  }
}
