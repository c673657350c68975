import { mutateBytes } from '../mutate-bytes.js'
import type { Random } from '../random.js'
import { mutateDer, touchDer } from './der-tree.js'

interface Pieces {
  /** What pieces may come from. */
  readonly all: readonly Uint8Array[]
}

/** Bytes changed blindly, or by the structure that they have. */
export const changed = (random: Random, der: Uint8Array, { all }: Pieces): Uint8Array =>
  random.chance(0.5) ? mutateDer(random, der) : mutateBytes(random, all, der)

/** The same, also inside of octet strings: an answer and what a token states are kept in one. */
export function reworked(random: Random, der: Uint8Array, { all }: Pieces): Uint8Array {
  const way = random.next()
  if (way < 0.35) return mutateDer(random, der, true)
  return way < 0.65 ? touchDer(random, der) : mutateBytes(random, all, der)
}
