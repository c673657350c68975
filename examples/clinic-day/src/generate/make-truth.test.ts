import { describe, expect, test } from 'vitest'
import { makeTruth } from './make-truth.js'
import { everybody, type TrueChild } from './truth.js'

const count = (children: readonly TrueChild[], ...kinds: readonly string[]) =>
  children.filter((child) => kinds.includes(child.identity)).length

describe('makeTruth', () => {
  test('the same seed makes the same children, another seed others', () => {
    expect(makeTruth(40, 7)).toEqual(makeTruth(40, 7))
    expect(makeTruth(40, 7).children).not.toEqual(makeTruth(40, 8).children)
  })

  test.each([1, 2, 3, 1815])('identities stand at the measured rates (seed %i)', (seed) => {
    const { children } = makeTruth(1200, seed)
    expect(count(children, 'correct', 'foreign')).toBe(806)
    expect(count(children, 'wrong')).toBe(298)
    expect(count(children, 'unverifiable')).toBe(41)
    expect(count(children, 'no-number', 'malformed-number')).toBe(55)
  })

  test('a commune of 1,200 has every special child', () => {
    const { children } = makeTruth(1200, 1815)
    const some = (is: (child: TrueChild) => boolean) => expect(children.some(is)).toBe(true)
    some((child) => child.eligibility === 'handedOver' && child.group.startsWith('Lớp 6'))
    some((child) => child.list === 'kindergarten' && child.eligibility === 'eligible')
    some((child) => child.list === 'out-of-school')
    some((child) => child.passport !== undefined)
    some((child) => child.facts.birthDate.length === 4 && child.eligibility === 'eligible')
    some((child) => child.facts.birthDate.length === 4 && child.eligibility === 'unknownAge')
    some((child) => child.listedTwice)
    some((child) => child.rowSlip !== undefined)
    some((child) => child.feedback === 'wrong-sex')
    some((child) => child.feedback === 'wrong-date')
    for (const slip of ['volume', 'lot', 'date', 'product']) {
      some((child) => child.entry?.slip === slip && !child.entry.corrected)
    }
  })

  test.each([1, 2, 12, 60])('%i children have keys and numbers of their own', (many) => {
    const children = everybody(makeTruth(many, 5))
    expect(new Set(children.map((child) => child.key)).size).toBe(children.length)
    const numbers = children.map((child) => child.facts.number ?? child.passport)
    expect(new Set(numbers).size).toBe(children.length)
  })

  test('the hospital has nothing that could stay open, the neighbour has', () => {
    const { neighbours } = makeTruth(1, 3)
    const open = (facility: string) =>
      neighbours.filter((child) => child.facility === facility && child.identity !== 'correct')
    expect(open('01238')).toEqual([])
    expect(open('01236').length).toBeGreaterThan(0)
  })
})
