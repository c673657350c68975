/** A fuzzing family: kinds of cases, some of them more often than others. */
import type { LongRun, Outcome } from '../long-run.js'
import { type Random, randomOf } from '../random.js'

/** One kind of case: what it does with its draws. */
export type Kind = (random: Random) => Promise<Outcome> | Outcome

/** Kinds with the weights by which they are drawn. */
export type Kinds = readonly (readonly [weight: number, kind: Kind])[]

function pickKind(kinds: Kinds, random: Random): Kind {
  const whole = kinds.reduce((sum, [weight]) => sum + weight, 0)
  let left = random.next() * whole
  for (const [weight, kind] of kinds) {
    left -= weight
    if (left < 0) return kind
  }
  throw new Error('a family without kinds')
}

/** A run of a million cases, each of a kind drawn by chance. */
export function family(id: string, title: string, make: () => Kinds | Promise<Kinds>): LongRun {
  return {
    id,
    title,
    cases: 1_000_000,
    open: async (seed) => {
      const kinds = await make()
      return {
        one: (index) => {
          const random = randomOf(seed, id, index)
          return pickKind(kinds, random)(random)
        },
      }
    },
  }
}
