import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Check,
  failed,
  openChecks,
  passed,
  skipped,
  unknown,
  type Verdict,
  verdictOf,
} from './report.js'

const [ok, no, open, off] = [
  passed('a'),
  failed('a', 'wrong'),
  unknown('a', 'no-list'),
  skipped('a', 'switched-off'),
]

describe('the makers of checks', () => {
  it('write status and reason, and details cannot overrule them', () => {
    const details = { cite: 'RFC 5280 6.1', subject: 'certificate[1]', params: { days: 3 } }
    const forged: Partial<Check> = { ...details, status: 'passed', id: 'b', reason: 'x' }
    expect(passed('a', details)).toEqual({ id: 'a', status: 'passed', ...details })
    expect(failed('a', 'wrong', forged)).toEqual({ ...no, ...details })
    expect(unknown('a', 'no-list', forged)).toEqual({ ...open, ...details })
    expect(skipped('a', 'switched-off', forged)).toEqual({ ...off, ...details })
  })
})

describe('verdictOf', () => {
  it.each<[string, readonly Check[], readonly string[], Verdict]>([
    ['no checks', [], [], 'indeterminate'],
    ['one that passed', [ok], [], 'valid'],
    ['one that failed', [no], [], 'invalid'],
    ['one that is unknown', [open], [], 'indeterminate'],
    ['only what was switched off', [off], [], 'indeterminate'],
    ['passed and failed', [ok, no], [], 'invalid'],
    ['passed and unknown', [ok, open], [], 'indeterminate'],
    ['unknown and failed', [open, no], [], 'invalid'],
    ['passed and skipped', [ok, skipped('b', 'off')], [], 'valid'],
    ['the required one passed', [ok], ['a'], 'valid'],
    ['the required one is missing', [ok], ['a', 'b'], 'indeterminate'],
    ['the required one was skipped', [ok, skipped('b', 'off')], ['b'], 'indeterminate'],
    ['the required one failed', [ok, failed('b', 'x')], ['b'], 'invalid'],
    [
      'a status that nobody knows',
      [ok, { id: 'b', status: 'fine' as 'passed' }],
      [],
      'indeterminate',
    ],
    ['a requirement named like a method', [ok], ['toString'], 'indeterminate'],
    ['required for one subject, skipped for another', [ok, off], ['a'], 'valid'],
  ])('of %s', (_, checks, required, verdict) => {
    expect(verdictOf(checks, required)).toBe(verdict)
  })

  const anyCheck = fc.constantFrom<Check[]>(ok, no, open, off, passed('b'), skipped('b', 'off'))

  it('is never better for one more doubt', () => {
    const rank = { valid: 2, indeterminate: 1, invalid: 0 }
    fc.assert(
      fc.property(fc.array(anyCheck), fc.constantFrom(no, open), (checks, doubt) => {
        expect(rank[verdictOf([...checks, doubt])]).toBeLessThanOrEqual(
          rank[verdictOf(checks)] || 1,
        )
        expect(verdictOf([...checks, doubt])).not.toBe('valid')
      }),
    )
  })

  it('does not depend on the order of checks', () => {
    fc.assert(
      fc.property(fc.array(anyCheck), (checks) => {
        expect(verdictOf([...checks].reverse(), ['a'])).toBe(verdictOf(checks, ['a']))
      }),
    )
  })
})

describe('openChecks', () => {
  it('are those that failed or are unknown', () => {
    expect(openChecks({ verdict: 'invalid', checks: [ok, no, open, off] })).toEqual([no, open])
    expect(openChecks({ verdict: 'valid', checks: [ok, off] })).toEqual([])
  })

  it('are those that were skipped, when nothing else explains the verdict', () => {
    expect(openChecks({ verdict: 'indeterminate', checks: [ok, off] })).toEqual([off])
  })
})
