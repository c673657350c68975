import type { Copy } from './copy.js'

/** One way to break the house, and what the guard says when it notices. */
export interface Break {
  /** Id of the step that must notice. */
  readonly guard: string
  /** What is done, in a few words. */
  readonly by: string
  apply(copy: Copy): void
  /** Found in what the broken guard prints, and not in what it prints of the sound tree. */
  readonly says: RegExp
  /** Other quick guards that rightly notice as well. */
  readonly also?: readonly string[]
}

/** A file of core that only a break brings. */
export function stray(name: string): string {
  return `packages/core/src/stray-${name}.ts`
}
