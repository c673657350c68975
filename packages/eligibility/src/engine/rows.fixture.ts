/** Tables of cases that read like the texts they come from. */
import { expect, test } from 'vitest'
import type { PolicySet } from '../policy-set/define.js'
import type { Subject } from '../subject/subject.js'
import type { Answer, Reason } from './answer.js'
import { type EvaluateOptions, evaluate } from './evaluate.js'
import { civil } from './people.fixture.js'

export type Row = readonly [
  name: string,
  who: Subject,
  on: string,
  expected: Partial<Answer>,
  options?: EvaluateOptions,
]

/** One test for each row. */
export function checkAll(rows: readonly Row[], set: PolicySet): void {
  for (const [name, who, on, expected, options] of rows) {
    test(name, () => {
      expect(evaluate(who, set, civil(on), options)).toMatchObject(expected)
    })
  }
}

/** What one rule says. */
export const reason = (answer: Answer, rule: string): Reason | undefined =>
  answer.reasons.find((one) => one.rule === rule)

export const adolescents = 'vn.covid19.adolescents-12-17'

/** A row under the number of the instrument that the answer has to name. */
export type LawRow = readonly [
  article: string,
  name: string,
  who: Subject,
  on: string,
  expected: Partial<Answer>,
]

/** The numbers of all instruments that an answer names. */
export const articlesOf = ({ reasons, doses }: Answer): readonly string[] =>
  [...reasons, ...doses.flatMap((dose) => dose.reasons)].flatMap((one) => one.cite)

/** One test for each row: what the answer says, and that it names the article. */
export function checkLaw(rows: readonly LawRow[], set: PolicySet): void {
  for (const [article, name, who, on, expected] of rows) {
    test(`${article}: ${name}`, () => {
      const answer = evaluate(who, set, civil(on))
      expect(answer).toMatchObject(expected)
      expect(articlesOf(answer)).toContain(article)
    })
  }
}
