/** Base45, against the platform's nearest thing and the best-known package. */
import { randomBytes } from 'node:crypto'
import { decodeBase45, encodeBase45 } from '@tiemchung/certificates/envelope'
import type { Runner } from './contest.js'
import { peer } from './peers.js'

interface Base45 {
  readonly decode: (text: string) => Uint8Array
}

/** Runners of `base45`: 430 bytes, as a certificate has them. */
export function base45Runners(withPeers: boolean): readonly Runner[] {
  const bytes = new Uint8Array(randomBytes(430))
  const text = encodeBase45(bytes)
  const hex = Buffer.from(bytes).toString('hex')
  const runners: Runner[] = [
    { name: 'Buffer.from(hex)', run: () => Buffer.from(hex, 'hex') },
    { name: 'decodeBase45', run: () => decodeBase45(text) },
  ]
  if (!withPeers) return runners
  const { decode } = peer<Base45>('base45')
  return [...runners, { name: 'base45', run: () => decode(text) }]
}
