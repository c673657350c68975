import type { SandboxWorld } from '../world.js'

/** Letters first: a reference of digits alone could be taken for somebody's number. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const onlyLetters = 24

/** A random reference that a person can read out: twelve letters and digits without look-alikes. */
export function newReference(world: SandboxWorld): string {
  const digest = world.hash(world.newSecret())
  const picked = Array.from({ length: 12 }, (_, index) => {
    const value = Number.parseInt(digest.slice(index * 2, index * 2 + 2), 16)
    return letters[value % (index === 0 ? onlyLetters : letters.length)] ?? 'A'
  }).join('')
  return `${picked.slice(0, 4)}-${picked.slice(4, 8)}-${picked.slice(8)}`
}
