import { checkLogic, evaluateLogic } from '@tiemchung/certificates/rules'
import { same } from '../same.js'
import { type CaseOutcome, judge, notJudgedGroup, type Suite } from '../suite.js'

/** The suite switches some of its own cases off. */
interface Directed {
  readonly directive?: string
}

interface Assertion extends Directed {
  readonly certLogicExpression?: unknown
  readonly data: unknown
  readonly expected: unknown
}

interface Case extends Directed {
  readonly name?: string
  readonly certLogicExpression?: unknown
  readonly assertions?: readonly Assertion[]
  readonly issues?: readonly unknown[]
}

/** Values of the suite are JSON, in which a moment is a text. */
const inJson = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)

const isOff = (...parts: readonly Directed[]): boolean =>
  parts.some(({ directive }) => directive === 'skip')

/** A case that the suite has switched off: whatever comes of it, it counts apart. */
async function leftOut(id: string): Promise<CaseOutcome> {
  const judged = await judge(
    id,
    true,
    () => true,
    `${notJudgedGroup}switched off by the suite itself`,
  )
  return { ...judged, apart: true }
}

function* judgeValues(id: string, one: Case, whole: Directed): Iterable<Promise<CaseOutcome>> {
  for (const [index, assertion] of (one.assertions ?? []).entries()) {
    const logic = assertion.certLogicExpression ?? one.certLogicExpression
    if (isOff(whole, one, assertion)) {
      yield leftOut(`${id}.${index}`)
      continue
    }
    yield judge(
      `${id}.${index}`,
      true,
      () => {
        const result = evaluateLogic(logic, assertion.data)
        return result.outcome === 'value' && same(inJson(result.value), assertion.expected)
      },
      'values',
    )
  }
}

/** The language's own suite: what expressions evaluate to, and which are not of the language. */
export const certlogic: Suite = {
  name: 'certlogic',
  folder: 'certlogic',
  files: /^(?:validation-)?testSuite\/.+\.json$/,
  whole: true,
  *judge({ id, value }) {
    const whole = value as Directed & { readonly cases: readonly Case[] }
    for (const [index, one] of whole.cases.entries()) {
      const place = `${id}#${index}`
      const { issues } = one
      if (issues === undefined) yield* judgeValues(place, one, whole)
      else {
        const ask = () => checkLogic(one.certLogicExpression).length === issues.length
        const isSound = issues.length === 0
        // Refused means: with as many issues as the suite has.
        yield judge(place, isSound, () => (isSound ? ask() : !ask()), 'validation')
      }
    }
  },
}
