/** Whether what an operation depends on has happened. */
import type { Operation } from './operation.js'

/** What of an operation says how it stands. */
export type Standing = Pick<Operation, 'state' | 'settlement'>

/** Operations by their ids, as they stand. */
export type Standings = ReadonlyMap<string, Standing>

/**
 * The operation that `dependency` hangs on as seen from `of`; undefined when it is met: acknowledged, or settled by what
 * the platform has, or by another operation that is met, or by `of` itself. One that is not known is never met.
 */
export function blockerOf(dependency: string, of: string, all: Standings): string | undefined {
  let at = dependency
  // A settlement leads to another operation and never in a circle; a damaged store must not hang anybody all the same.
  for (let steps = 0; steps <= all.size; steps += 1) {
    const one = all.get(at)
    if (one?.state === 'acknowledged') return undefined
    if (one?.state !== 'settled') return at
    const next = one.settlement?.operation
    if (next === undefined || next === of) return undefined
    at = next
  }
  return at
}

/** The first operation that another has to wait for; undefined when it may be sent. */
export function firstBlocker(
  { id, dependsOn }: Pick<Operation, 'id' | 'dependsOn'>,
  all: Standings,
): string | undefined {
  for (const dependency of dependsOn) {
    const blocker = blockerOf(dependency, id, all)
    if (blocker !== undefined) return blocker
  }
  return undefined
}

/** Whether an operation is still to be sent, or was being sent when a program ended. */
export const isOpen = ({ state }: Standing): boolean => state === 'waiting' || state === 'sending'
