/** Chance that can be had again: the same seed, run and number draw the same. */

/** A source of draws. */
export interface Random {
  /** At least 0 and below 1. */
  next(): number
  /** A whole number from 0 to below `end`. */
  below(end: number): number
  /** Whether something happens that happens so often. */
  chance(share: number): boolean
  pick<One>(list: readonly One[]): One
  bytes(length: number): Uint8Array
}

/** FNV-1a over a text, from a start of one's own. */
function hashOf(text: string, start: number): number {
  let hash = start
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}

/** Small fast counter (sfc32): 128 bits of state, good enough to draw mutations with. */
function words(name: string): () => number {
  let [a, b, c] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b].map((start) => hashOf(name, start)) as [
    number,
    number,
    number,
  ]
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let round = 0; round < 12; round += 1) next()
  return next
}

/** The draws of one case. */
export function randomOf(seed: number, run: string, index: number): Random {
  const word = words(`${seed}/${run}/${index}`)
  const next = () => word() / 2 ** 32
  const below = (end: number) => Math.floor(next() * end)
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: <One>(list: readonly One[]) => {
      const one = list[below(list.length)]
      if (list.length === 0) throw new Error('nothing to pick from')
      return one as One
    },
    bytes: (length) => Uint8Array.from({ length }, () => word() & 255),
  }
}
