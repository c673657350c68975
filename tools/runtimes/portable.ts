/** The suites in one bundle, for whatever runtime: given the cases, it gives what is not right. */
import { systemCrypto } from '@tiemchung/core/crypto'
import { runItems, type Unreadable } from '../conformance/run-items.js'
import type { Item, SignerFacts, Suite } from '../conformance/suite.js'
import { portableSuites } from '../conformance/portable-suites.js'

/** The cases of the suites, and what they need beside them. */
export interface Given {
  readonly items: Readonly<Record<string, readonly (Item | Unreadable)[]>>
  /** By file and name. */
  readonly documents: Readonly<Record<string, unknown>>
  /** By certificate; null for one that cannot be read. */
  readonly signers: Readonly<Record<string, SignerFacts | null>>
}

/** What a suite came to. */
export interface Tally {
  readonly suite: string
  readonly cases: number
  readonly right: number
  /** Everything that did not come out right, and how. */
  readonly wrong: readonly string[]
}

async function tallyOf(suite: Suite, given: Given): Promise<Tally> {
  const all = await runItems(suite, given.items[suite.name] ?? [], {
    crypto: systemCrypto,
    beside: (file, name) => given.documents[`${file} ${name}`],
    signerOf: (certificate) => given.signers[certificate] ?? undefined,
  })
  // A crash is ours, whatever the case is about.
  const outcomes = all.filter((one) => one.apart !== true || one.outcome === 'crashed')
  const wrong = outcomes.filter(({ outcome }) => outcome !== 'right')
  return {
    suite: suite.name,
    cases: outcomes.length,
    right: outcomes.length - wrong.length,
    wrong: wrong.map(({ id, outcome }) => `${id}: ${outcome}`),
  }
}

/** Runs every suite that is given cases, with the runtime's own crypto. */
export async function runPortable(given: Given): Promise<readonly Tally[]> {
  const tallies: Tally[] = []
  for (const suite of portableSuites) {
    if (given.items[suite.name] !== undefined) tallies.push(await tallyOf(suite, given))
  }
  return tallies
}
