import type { Copy } from './copy.js'

/** One way to break the house, and what the guard says when it notices. */
export interface Break {
  /** What is done, in a few words. */
  readonly by: string
  apply(copy: Copy): void
  /** Found in what the broken guard prints, and not in what it prints of the sound tree. */
  readonly says: RegExp
  /** It would hide the other breaks of its guard, or they it: the guard is asked about it alone. */
  readonly alone?: boolean
}

/** A change that the guard must let pass. */
export interface Allowance {
  readonly by: string
  apply(copy: Copy): void
}

/** How one guard is tried. */
export interface Trial {
  /** Makes the copy small, so that the guard is quick; done before it is seen green, too. */
  prepare?(copy: Copy): void
  /** What the guard finds in its environment. */
  environment?(copy: Copy): Readonly<Record<string, string>>
  /** At least one. All of them are made at once, save those that must be alone. */
  readonly breaks: readonly Break[]
  readonly allowances?: readonly Allowance[]
}

/** A file of core that only a break brings. */
export function stray(name: string): string {
  return `packages/core/src/stray-${name}.ts`
}
