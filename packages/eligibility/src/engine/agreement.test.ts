/** What two views of a person agree on, and where one ends and the next begins. */
import { expect, test } from 'vitest'
import { columnsOf } from '../cohort/columns-of.js'
import { compileCohort } from '../cohort/compile.js'
import { evaluateColumns } from '../cohort/evaluate-columns.js'
import { statuses } from '../policy/format.js'
import { definePolicySet } from '../policy-set/define.js'
import { covid19Children5To11 } from '../policies/covid19-children-5-11.js'
import { evaluate } from './evaluate.js'
import { bothBands, child, civil } from './people.fixture.js'
import { routine, routineChild } from './routine.fixture.js'

const policiesOf = (birthDate: string) => {
  const { timeline } = evaluate(child(birthDate), bothBands, civil('2022-07-01'))
  const now = timeline.find(({ to }) => to === null || to >= civil('2022-07-01'))
  return now?.policy
}

test('a year of birth on both sides of twelve names no policy, one on one side names its own', () => {
  expect(policiesOf('2010')).toBeNull()
  expect(policiesOf('2012')).toBe('vn.covid19.children-5-11')
  expect(policiesOf('2008')).toBe('vn.covid19.adolescents-12-17')
})

test('another product on offer is another piece of the timeline', () => {
  const offering =
    (products: readonly string[]) => (one: (typeof covid19Children5To11)[number]) => ({
      ...one,
      series: one.series.map((series) => ({
        ...series,
        doses: series.doses.map((dose) => ({ ...dose, products })),
      })),
    })
  const [first, second] = covid19Children5To11.slice(1, 3)
  if (first === undefined || second === undefined) throw new Error('two versions')
  const set = definePolicySet([
    offering(['spikevax-50'])(first),
    offering(['comirnaty-10'])(second),
  ])
  const { timeline } = evaluate(child('2014-03-02'), set, civil('2022-04-01'))
  const offered = timeline.filter(({ status }) => status === 'eligible')
  expect(offered.map(({ products }) => products)).toEqual([['spikevax-50'], ['comirnaty-10']])
})

test('a timeline begins with the last dose, whatever was passed over before it', () => {
  // From four years on a dose is passed over: a border before the last dose.
  const who = routineChild('2014-03-02', '2018-06-01 dead', '2019-05-01 dead')
  const { timeline } = evaluate(who, routine, civil('2019-06-01'))
  expect(timeline[0]?.from).toBe('2019-05-01')
})

test('whoever waits when a policy ends is not called too old', () => {
  const last = covid19Children5To11.at(-1)
  if (last === undefined) throw new Error('a version')
  const to = civil('2022-12-31')
  const set = definePolicySet([{ ...last, effective: { ...last.effective, to } }])
  const who = child('2014-03-02', ['2022-12-15 comirnaty-10'])
  const answer = evaluate(who, set, civil('2022-12-20'))
  expect(answer).toMatchObject({ status: 'tooSoon', earliest: null })
  expect(answer.nextChange).toMatchObject({
    on: '2023-01-01',
    status: 'notRecommended',
    because: { rule: 'policy-period' },
  })
  const plan = compileCohort(set)
  const { status } = evaluateColumns(plan, columnsOf(plan, [who]), civil('2022-12-20'))
  expect(statuses[status[0] as number]).toBe('tooSoon')
  // Whoever turns twelve first waits in vain.
  const older = child('2011-01-05', ['2022-12-15 comirnaty-10'])
  expect(evaluate(older, set, civil('2022-12-20')).status).toBe('tooOld')
})
