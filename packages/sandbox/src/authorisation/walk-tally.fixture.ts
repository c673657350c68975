/** What a walk came to, as lines to be printed: how often something was granted and how often refused. */
import process from 'node:process'

/** Counts by a name, in the order in which names first came. */
export class WalkTally {
  readonly #counts = new Map<string, { granted: number; refused: number }>()

  count(name: string, isGranted: boolean): void {
    const known = this.#counts.get(name) ?? { granted: 0, refused: 0 }
    known[isGranted ? 'granted' : 'refused'] += 1
    this.#counts.set(name, known)
  }

  of(name: string): { readonly granted: number; readonly refused: number } {
    return this.#counts.get(name) ?? { granted: 0, refused: 0 }
  }

  /** Requests in all names that begin so. */
  asked(start = ''): number {
    return [...this.#counts]
      .filter(([name]) => name.startsWith(start))
      .reduce((sum, [, { granted, refused }]) => sum + granted + refused, 0)
  }

  print(head: string): void {
    const lines = [...this.#counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([name, { granted, refused }]) =>
          `  ${name.padEnd(44)}${String(granted).padStart(6)} granted${String(refused).padStart(6)} refused`,
      )
    process.stdout.write(`${[head, ...lines].join('\n')}\n`)
  }
}
