import type { FeedbackEvent } from '@tiemchung/schemas'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedbackPolicy9458 } from '../policy/feedback-policy-9458.js'
import { dueAt } from './due-at.js'
import { readClock } from './read-clock.js'

const { clock } = feedbackPolicy9458
const start = Date.parse('2022-05-20T02:00:00Z')
const after = (hours: number) => new Date(start + hours * 3_600_000)

const led = {
  confirm: 'received',
  take: 'in-review',
  ask: 'needs-information',
  supplement: 'in-review',
  approve: 'approved',
  reject: 'rejected',
  postpone: 'later',
  withdraw: 'withdrawn',
  'pass-on': 'received',
} as const

type Told = readonly [hours: number, action: keyof typeof led]

const itemOf = (...events: readonly Told[]): { events: FeedbackEvent[] } => ({
  events: events.map(([hours, action]) => ({
    at: after(hours).toISOString(),
    action,
    state: led[action],
  })),
})

const recorded: Told = [0, 'confirm']
const lenient = { ...clock, laterMeets: true, pausedIn: ['needs-information'] as const }

describe('48 hours from recording, the clock never stops', () => {
  test.each([
    ['not confirmed', [], 100, 'not-started'],
    ['at once', [recorded], 0, 'due'],
    ['with 12 hours and a second left', [recorded], 36 - 1 / 3600, 'due'],
    ['with 12 hours left', [recorded], 36, 'warned'],
    ['at the limit', [recorded], 48, 'warned'],
    ['a second behind it', [recorded], 48 + 1 / 3600, 'overdue'],
    ['12 hours behind it', [recorded], 60, 'escalated'],
    ['taken, which is no answer', [recorded, [1, 'take']], 49, 'overdue'],
    ['asking runs on', [recorded, [1, 'take'], [2, 'ask']], 49, 'overdue'],
    ['passed on runs on', [recorded, [1, 'pass-on']], 49, 'overdue'],
    ['approved in time', [recorded, [1, 'take'], [48, 'approve']], 100, 'met'],
    ['rejected in time', [recorded, [1, 'take'], [47, 'reject']], 100, 'met'],
    ['rejected late', [recorded, [1, 'take'], [49, 'reject']], 100, 'missed'],
    ['processed later is no answer', [recorded, [1, 'take'], [2, 'postpone']], 49, 'overdue'],
    ['withdrawn', [recorded, [1, 'withdraw']], 100, 'withdrawn'],
    ['withdrawn before it was recorded', [[0, 'withdraw']], 100, 'not-started'],
  ] as const)('%s', (_, events, hours, standing) => {
    expect(readClock(itemOf(...events), after(hours), clock).standing).toBe(standing)
  })

  test('what happens later does not change an earlier reading', () => {
    const item = itemOf(recorded, [1, 'take'], [60, 'approve'])
    expect(readClock(item, after(49), clock)).toMatchObject({
      standing: 'overdue',
      state: 'in-review',
      spentHours: 49,
    })
    expect(readClock(item, after(60), clock).standing).toBe('missed')
  })

  test('levels above are shown it one after the other', () => {
    const shown = (hours: number) => readClock(itemOf(recorded), after(hours), clock).escalatedTo
    expect(shown(59)).toEqual([])
    expect(shown(60)).toEqual(['province'])
    expect(shown(72)).toEqual(['province', 'ministry'])
    const answered = itemOf(recorded, [70, 'approve'])
    expect(readClock(answered, after(80), clock).escalatedTo).toEqual([])
  })

  test('a policy without escalation leaves it overdue', () => {
    const plain = { ...clock, escalations: [] }
    expect(readClock(itemOf(recorded), after(500), plain).standing).toBe('overdue')
  })

  test.each([
    ['times that cannot be read', [{ at: 'soon', action: 'confirm', state: 'received' }]],
    [
      'times that run backwards',
      [...itemOf(recorded).events, { ...itemOf([-1, 'take']).events[0] }],
    ],
  ])('%s make an item overdue', (_, events) => {
    const reading = readClock({ events: events as FeedbackEvent[] }, after(1), clock)
    expect(reading).toEqual({ standing: 'overdue', spentHours: 0, escalatedTo: [] })
  })
})

describe('the other readings', () => {
  const asked = itemOf(recorded, [1, 'take'], [2, 'ask'])

  test('while the reporter is asked it stands still', () => {
    const reading = readClock(asked, after(100), lenient)
    expect(reading).toMatchObject({ standing: 'paused', spentHours: 2 })
    expect(reading.dueAt).toEqual(after(48 + 98))
  })

  test('and goes on from there', () => {
    const answered = itemOf(recorded, [1, 'take'], [2, 'ask'], [100, 'supplement'])
    expect(readClock(answered, after(146), lenient).standing).toBe('warned')
    expect(readClock(answered, after(147), lenient).standing).toBe('overdue')
    expect(readClock(answered, after(147), clock).standing).toBe('escalated')
  })

  test('an item that was overdue before it was asked for stays overdue', () => {
    const late = itemOf(recorded, [1, 'take'], [50, 'ask'])
    expect(readClock(late, after(60), lenient).standing).toBe('overdue')
  })

  test('processed later is an answer, and stays one when the item is taken again', () => {
    const later = itemOf(recorded, [1, 'take'], [2, 'postpone'], [90, 'take'], [95, 'approve'])
    expect(readClock(later, after(200), lenient)).toMatchObject({
      standing: 'met',
      answeredAt: after(2),
      spentHours: 2,
    })
    expect(readClock(later, after(200), clock).standing).toBe('missed')
  })
})

const story = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(...Object.keys(led))), {
    maxLength: 8,
  })
  .map((steps) => {
    let hours = 0
    return itemOf(
      recorded,
      ...steps.map(([more, action]): Told => {
        hours += more
        return [hours, action as keyof typeof led]
      }),
    )
  })

const lateness = ['due', 'warned', 'paused', 'overdue', 'escalated']

test('an open item never becomes less late, and a final reading never changes', () => {
  fc.assert(
    fc.property(story, fc.nat(400), fc.nat(200), (item, hours, more) => {
      const [now, then] = [hours, hours + more].map((one) => readClock(item, after(one), clock))
      if (now === undefined || then === undefined) return false
      if (!lateness.includes(now.standing)) return then.standing === now.standing
      const final = !lateness.includes(then.standing)
      return (
        then.spentHours >= now.spentHours &&
        (final || lateness.indexOf(then.standing) >= lateness.indexOf(now.standing))
      )
    }),
  )
})

test('the lenient reading is never later than the strict one', () => {
  const late = (standing: string) => ['overdue', 'escalated', 'missed'].includes(standing)
  fc.assert(
    fc.property(story, fc.nat(400), (item, hours) => {
      const one = readClock(item, after(hours), lenient).standing
      const other = readClock(item, after(hours), clock).standing
      return !late(one) || late(other) || other === 'withdrawn'
    }),
  )
})

test('the limit is what dueAt says, where nothing stands still', () => {
  fc.assert(
    fc.property(story, fc.nat(400), (item, hours) => {
      const reading = readClock(item, after(hours), clock)
      return reading.dueAt?.getTime() === dueAt(after(0), feedbackPolicy9458).getTime()
    }),
  )
})
