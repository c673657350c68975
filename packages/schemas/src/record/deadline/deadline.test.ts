import { describe, expect, test } from 'vitest'
import { record } from '../dose-record.fixture.js'
import { covid2022SameDay } from '../regime/covid-2022.js'
import { niis2026 } from '../regime/niis-2026.js'
import { type DeadlinePolicy, lintDeadlinePolicy, parseDeadlinePolicy } from './deadline-policy.js'
import { dueAt } from './due-at.js'

const policy = covid2022SameDay.deadlines
const [entry] = policy.deadlines
const withOne = (changes: object) => ({ ...policy, deadlines: [{ ...entry, ...changes }] })

describe('dueAt', () => {
  const later = withOne({ from: 'entry', due: { kind: 'end-of-day', days: 5 } }) as DeadlinePolicy
  test.each<[string, DeadlinePolicy, 'entered' | 'sent', string | undefined]>([
    ['the campaign: the midnight of the day', policy, 'entered', '2022-04-14T17:00:00.000Z'],
    ['the campaign, sent', policy, 'sent', '2022-04-14T17:00:00.000Z'],
    ['five days after entry', later, 'entered', '2022-04-19T17:00:00.000Z'],
    ['2026: the moment of entry', niis2026.deadlines, 'sent', '2022-04-14T02:20:00.000Z'],
    ['2026: no deadline that is known', niis2026.deadlines, 'entered', undefined],
  ])('%s', (_, deadlines, step, expected) => {
    expect(dueAt(record, step, deadlines)?.toISOString()).toBe(expected)
  })
  test('23:59 of the day is in time, and midnight is not', () => {
    const due = dueAt(record, 'entered', policy)?.getTime() ?? 0
    expect(new Date('2022-04-14T23:59:59.999+07:00').getTime()).toBeLessThan(due)
    expect(new Date('2022-04-15T00:00:00+07:00').getTime()).toBe(due)
  })
})

describe('parseDeadlinePolicy', () => {
  test.each<[string, object, string]>([
    ['a step that is none', withOne({ step: 'dreamt' }), 'deadlines.0.step'],
    ['days below none', withOne({ due: { kind: 'end-of-day', days: -1 } }), 'deadlines.0.due.days'],
    ['a citation of no source', withOne({ cite: ['9999'] }), 'deadlines.0.cite'],
    ['a deadline without citation', withOne({ cite: [] }), 'deadlines.0.cite'],
    ['two deadlines for a step', { ...policy, deadlines: [entry, entry] }, 'deadlines'],
  ])('refuses %s', (_, document, path) => {
    expect(lintDeadlinePolicy(document).map((one) => one.path.join('.'))).toEqual([path])
    expect(() => parseDeadlinePolicy(document)).toThrow(
      expect.objectContaining({ code: 'deadline.policy' }) as Error,
    )
  })
  test('refuses a head without sources', () => {
    expect(() => parseDeadlinePolicy({ ...policy, sources: [] })).toThrow(
      expect.objectContaining({ code: 'policy.head' }) as Error,
    )
  })
})
