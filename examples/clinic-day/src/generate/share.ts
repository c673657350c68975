import type { Dice } from './random.js'

/** Picks a class by shares of one; what is left over is `otherwise`. */
export function share<Name extends string>(
  dice: Dice,
  shares: Readonly<Partial<Record<Name, number>>>,
  otherwise: Name,
): Name {
  let roll = dice.next()
  for (const [name, part] of Object.entries(shares) as [Name, number][]) {
    if (roll < part) return name
    roll -= part
  }
  return otherwise
}
