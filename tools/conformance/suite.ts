/** What a conformance suite is: cases made by others, each judged right or wrong. */
import type { CryptoProvider } from '@tiemchung/core/crypto'

/** How one case came out. */
export interface CaseOutcome {
  readonly id: string
  readonly group?: string
  readonly outcome: 'right' | 'wrongly-accepted' | 'wrongly-refused' | 'crashed'
  readonly milliseconds: number
  /** The case counts in its group only: it is of a profile that the suite is not about. */
  readonly apart?: true
}

/** How the groups begin whose cases are named and left out, as no profile of ours has their like. */
export const notJudgedGroup = 'not judged: '

/** What a signing certificate of a case says, as the platform reads it. */
export interface SignerFacts {
  /** In hex: SubjectPublicKeyInfo, and the first 8 octets of SHA-256 of the certificate. */
  readonly spki: string
  readonly keyId: string
  /** Object identifiers of its extended key usage. */
  readonly purposes?: readonly string[]
}

/** What a suite runs with, beside its files. Suites themselves run wherever JavaScript does. */
export interface SuiteWorld {
  readonly crypto: CryptoProvider
  /** The JSON document of this name beside a file of the suite. */
  readonly beside: (file: string, name: string) => unknown
  /** What a certificate in PEM, or its base64 alone, says; undefined when it cannot be read. */
  readonly signerOf: (certificate: string) => SignerFacts | undefined
}

/** One row of a file, or one whole file, as a suite is given it. */
export interface Item {
  /** The row's own `id`, else its place in the folder. */
  readonly id: string
  readonly value: unknown
  /** Path of the file, for suites whose cases are pairs of files. */
  readonly file: string
}

/** A suite over files of the vector folder. */
export interface Suite {
  readonly name: string
  /** The folder below the vectors that it reads. */
  readonly folder: string
  /** Which files of that folder hold cases, by their path in it (with `/`). */
  readonly files: RegExp
  /** How many cases each group must hold: a changed number fails. The groups are printed as a table. */
  readonly counts?: Readonly<Record<string, number>>
  /** Each file is one item; otherwise each row of it is. */
  readonly whole?: boolean
  /** The cases of an item. What it throws, or yields as rejected, is a crashed case. */
  judge(item: Item, world: SuiteWorld): Iterable<Promise<CaseOutcome>>
}

/** Thrown by our code on purpose: a refusal. Anything else is a crash. */
function isRefusal(caught: unknown): boolean {
  return typeof (caught as { code?: unknown } | undefined)?.code === 'string'
}

/** What was answered: a refusal is a no, anything else that is thrown is no answer. */
async function answerOf(ask: () => boolean | Promise<boolean>): Promise<boolean | undefined> {
  try {
    return await ask()
  } catch (caught) {
    return isRefusal(caught) ? false : undefined
  }
}

/**
 * Judges one case. `attempt` returns whether it was accepted, or throws one of our errors to refuse.
 * Both are asked for here, so that a case that cannot be read crashes by itself.
 */
export async function judge(
  id: string,
  expected: boolean | (() => boolean),
  attempt: () => boolean | Promise<boolean>,
  group?: string,
): Promise<CaseOutcome> {
  const started = performance.now()
  const done = (outcome: CaseOutcome['outcome']): CaseOutcome => ({
    id,
    outcome,
    milliseconds: performance.now() - started,
    ...(group === undefined ? {} : { group }),
  })
  const accepted = await answerOf(attempt)
  const wanted = typeof expected === 'boolean' ? expected : await answerOf(expected)
  if (accepted === undefined || wanted === undefined) return done('crashed')
  if (accepted === wanted) return done('right')
  return done(accepted ? 'wrongly-accepted' : 'wrongly-refused')
}
