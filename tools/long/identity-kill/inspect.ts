/** What an ordeal must not show: an answer lost, a question asked twice. */
import type { VerificationResult } from '@tiemchung/identity'
import { must } from '../long-run.js'
import type { Seen } from './front.js'
import { outcomeAt, questionAt } from './people.js'

/** What is counted, and has to be none. */
export type Findings = Readonly<
  Record<
    'lost' | 'wrong' | 'asked under two keys' | 'keys with two bodies' | 'looked up twice',
    number
  >
>

const several = (sets: Iterable<ReadonlySet<string>>) =>
  [...sets].filter((one) => one.size > 1).length

/** What the answers and the door of the sandbox show. */
export function findingsOf(
  { keys, bodies, answers: seen }: Pick<Seen, 'keys' | 'bodies' | 'answers'>,
  answers: readonly VerificationResult[],
  people: number,
): Findings {
  const isRight = ({ id, outcome }: VerificationResult, index: number) =>
    id === questionAt(index).id && outcome === outcomeAt(index)
  const ids = new Set(answers.map(({ id }) => id))
  return {
    lost: people - ids.size,
    wrong: answers.filter((one, index) => !isRight(one, index)).length,
    'asked under two keys': several(keys.values()),
    'keys with two bodies': several(bodies.values()),
    'looked up twice': several(seen.values()),
  }
}

/** Throws unless there is nothing of it. */
export function mustBeClean(findings: Findings): void {
  for (const [what, count] of Object.entries(findings)) must(count === 0, `${count} ${what}`)
}
