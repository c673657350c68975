/**
 * What the battery cannot judge by itself. An export that never answers the battery (every call dies
 * of a wrong type) needs a recipe; one that must not be called, or that repeats what it is told by
 * purpose, needs a reason. A stale line fails. One file here for each package.
 */

/** Calls with well-formed arguments around the marked person. */
export type Recipe = () => readonly (() => unknown)[]

/** The decisions of one package, by `package/entry#export`. */
export interface Decisions {
  /** Exports that are not called or not judged, and why. */
  readonly reasons: Readonly<Record<string, string>>
  /** Well-formed calls, made beside the battery. */
  readonly recipes: Readonly<Record<string, Recipe>>
}
