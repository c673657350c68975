import {
  caseClasses,
  casePolicy2262,
  classifyCase,
  tallyCases,
  tallyFaults,
} from '@tiemchung/identity/route'
import type { IdentityStatus } from '@tiemchung/schemas'
import type { MatchField } from '@tiemchung/schemas/wire'
import { describe, expect, test } from 'vitest'
import { firstIdentity } from '../recount/fate.js'
import { makeTruth } from '../generate/make-truth.js'
import type { TrueChild } from '../generate/truth.js'

const { children } = makeTruth(1200, 1815)

/** What the register answers to what the list claims of a child: of a wrong number, that nobody has it. */
function classOf(child: TrueChild) {
  const status = firstIdentity(child) as IdentityStatus
  const field = status === 'mismatched' ? (child.wrong?.field as MatchField) : undefined
  const facts = { entered: true, status, mismatched: field === undefined ? [] : [field] }
  return classifyCase(facts, casePolicy2262)
}

describe('the classes of the day of 1,200 children', () => {
  const tally = tallyCases(children.map(classOf))

  test('are disjoint and add up', () => {
    expect(tallyFaults(tally)).toEqual([])
    expect(tally.people).toBe(1200)
    expect(tally.sent).toBe(tally.withNumber + tally.withoutOrMalformed)
    expect(tally.withNumber).toBe(tally.correct + tally.wrong + tally.unverified)
  })

  test('are what the truth says, child by child', () => {
    const count = (kind: TrueChild['identity']) =>
      children.filter(({ identity }) => identity === kind).length
    const wrongNumbers = children.filter(({ wrong }) => wrong?.field === 'number').length
    expect(tally.correct).toBe(count('correct'))
    expect(tally.wrong).toBe(count('wrong') - wrongNumbers)
    expect(tally.unverified).toBe(count('unverifiable') + wrongNumbers)
    expect(tally.withoutOrMalformed).toBe(count('no-number') + count('malformed-number'))
    expect(tally.classes['not-required']).toBe(count('foreign'))
  })

  test('come out as printed in the guide', () => {
    const filled = caseClasses.filter((one) => tally.classes[one] > 0)
    expect(
      Object.fromEntries(filled.map((one) => [one, tally.classes[one]])),
    ).toMatchInlineSnapshot(`
      {
        "correct": 805,
        "malformed-number": 10,
        "no-number": 45,
        "not-required": 1,
        "unverified": 120,
        "wrong-birth-date": 69,
        "wrong-name": 106,
        "wrong-sex": 44,
      }
    `)
  })
})
