import { hasCode } from '@tiemchung/core'
import { type FeedbackState, feedbackStateSchema, rejectionReasonSchema } from '@tiemchung/schemas'
import { describe, expect, test } from 'vitest'
import { dueAt, timelinessAt } from './clock.js'
import { type FeedbackPolicy, feedbackPolicy9458 } from './policy.js'
import { routeFeedback } from './route-feedback.js'
import { checkEvidence, sniffMediaType } from './sniff-evidence.js'
import { type FeedbackAction, mayAct, transition } from './transition.js'

describe('routeFeedback', () => {
  const place = { province: '22', district: '193' }

  test.each([
    ['a named facility', { ...place, facility: '22001' }, 'facility', '22001'],
    ['a facility alone', { facility: '22001' }, 'facility', '22001'],
    ['a district', place, 'district', '22193'],
    ['a province', { province: '22' }, 'province', '22'],
    ['a district without its province', { district: '193' }, 'ministry', 'BYT'],
    ['nothing', {}, 'ministry', 'BYT'],
  ] as const)('%s', (_, carried, level, unit) => {
    expect(routeFeedback({ type: 'wrong-name', ...carried }, feedbackPolicy9458)).toEqual({
      level,
      unit,
    })
  })

  test('a route for some types leaves the others to the next', () => {
    const first = { when: 'always', types: ['duplicate-dose'], to: 'ministry', cite: [] } as const
    const policy: FeedbackPolicy = {
      ...feedbackPolicy9458,
      routes: [first, ...feedbackPolicy9458.routes],
    }
    expect(routeFeedback({ type: 'duplicate-dose', ...place }, policy).level).toBe('ministry')
    expect(routeFeedback({ type: 'wrong-name', ...place }, policy).level).toBe('district')
  })

  test('a policy without a route leaves the item to the ministry', () => {
    const policy: FeedbackPolicy = { ...feedbackPolicy9458, routes: [] }
    expect(routeFeedback({ type: 'other', ...place }, policy)).toEqual({
      level: 'ministry',
      unit: 'BYT',
    })
  })
})

describe('the policy', () => {
  test('says a sentence for each reason of rejection, in both languages and in order', () => {
    const reasons = feedbackPolicy9458.rejections.map((one) => one.reason)
    expect(reasons).toEqual(rejectionReasonSchema.options)
    for (const { says } of feedbackPolicy9458.rejections) {
      expect(says.vi.length).toBeGreaterThan(5)
      expect(says.en.length).toBeGreaterThan(5)
    }
  })

  test('cites only sources that it names', () => {
    const known = feedbackPolicy9458.sources.map((source) => source.id)
    const cited = feedbackPolicy9458.routes.flatMap((route) => route.cite)
    expect(known).toEqual(expect.arrayContaining(cited))
  })
})

describe('the clock', () => {
  test('an item is due 48 hours after it was recorded, nights and holidays included', () => {
    const due = dueAt(new Date('2022-04-29T16:30:00Z'), feedbackPolicy9458)
    expect(due).toEqual(new Date('2022-05-01T16:30:00Z'))
  })

  const limit = '2022-04-16T02:00:00Z' as never
  const before = new Date('2022-04-16T01:59:59Z')
  const exactly = new Date('2022-04-16T02:00:00Z')
  const after = new Date('2022-04-16T02:00:00.001Z')

  test.each([
    ['awaiting-code', after, 'not-started'],
    ['received', before, 'in-time'],
    ['received', exactly, 'in-time'],
    ['received', after, 'overdue'],
    ['in-review', exactly, 'in-time'],
    ['in-review', after, 'overdue'],
    ['needs-information', after, 'overdue'],
    ['later', after, 'decided'],
    ['approved', after, 'decided'],
    ['rejected', after, 'decided'],
    ['withdrawn', after, 'decided'],
    ['resolved', after, 'decided'],
  ] as const)('%s at %s is %s', (state, at, timeliness) => {
    expect(timelinessAt({ state, dueAt: limit }, at)).toBe(timeliness)
  })

  test('an undecided item without a readable limit counts as overdue', () => {
    expect(timelinessAt({ state: 'received' }, before)).toBe('overdue')
    expect(timelinessAt({ state: 'received', dueAt: 'soon' }, before)).toBe('overdue')
  })
})

describe('transition', () => {
  const actions: readonly FeedbackAction[] = [
    'confirm',
    'take',
    'ask',
    'supplement',
    'approve',
    'postpone',
    'reject',
    'withdraw',
    'resolve',
  ]
  const allowed: Readonly<Record<string, FeedbackState>> = {
    'awaiting-code confirm': 'received',
    'awaiting-code withdraw': 'withdrawn',
    'received take': 'in-review',
    'received withdraw': 'withdrawn',
    'in-review ask': 'needs-information',
    'in-review approve': 'approved',
    'in-review postpone': 'later',
    'in-review reject': 'rejected',
    'in-review withdraw': 'withdrawn',
    'needs-information supplement': 'in-review',
    'needs-information reject': 'rejected',
    'needs-information withdraw': 'withdrawn',
    'later take': 'in-review',
    'later withdraw': 'withdrawn',
    'approved resolve': 'resolved',
  }
  const all = feedbackStateSchema.options.flatMap((state) =>
    actions.map((action) => [state, action, allowed[`${state} ${action}`]] as const),
  )

  test.each(all)('%s and %s lead to %s', (state, action, next) => {
    expect(mayAct(state, action)).toBe(next !== undefined)
    if (next !== undefined) {
      expect(transition(state, action)).toBe(next)
      return
    }
    try {
      transition(state, action)
      expect.unreachable()
    } catch (error) {
      expect(hasCode(error, 'feedback.transition')).toBe(true)
    }
  })

  test('every state can be reached from the first', () => {
    const reached = new Set<FeedbackState>(['awaiting-code'])
    for (const state of reached) {
      for (const action of actions) {
        if (mayAct(state, action)) reached.add(transition(state, action))
      }
    }
    expect([...reached].sort()).toEqual([...feedbackStateSchema.options].sort())
  })
})

describe('evidence', () => {
  const jpeg = [0xff, 0xd8, 0xff, 0xe0]
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]
  const pdf = [...new TextEncoder().encode('%PDF-1.7')]

  test.each([
    ['a JPEG', jpeg, 'image/jpeg'],
    ['a PNG', png, 'image/png'],
    ['a PDF', pdf, 'application/pdf'],
    ['a PNG cut short', png.slice(0, 7), undefined],
    ['a GIF', [...new TextEncoder().encode('GIF89a')], undefined],
    ['a page', [...new TextEncoder().encode('<svg onload=1>')], undefined],
    ['a PDF behind something else', [0x20, ...pdf], undefined],
    ['nothing', [], undefined],
  ])('%s is known by its first bytes', (_, bytes, mediaType) => {
    expect(sniffMediaType(Uint8Array.from(bytes))).toBe(mediaType)
    const codes = checkEvidence(Uint8Array.from(bytes), feedbackPolicy9458).map((one) => one.code)
    expect(codes).toEqual(mediaType === undefined ? ['feedback.evidence.type'] : [])
  })

  test.each([
    [8_388_608, []],
    [8_388_609, ['feedback.evidence.too-large']],
  ])('a photo of %i bytes has the issues %j', (length, codes) => {
    const bytes = new Uint8Array(length)
    bytes.set(jpeg)
    expect(checkEvidence(bytes, feedbackPolicy9458).map((one) => one.code)).toEqual(codes)
  })

  test('a kind that the policy does not accept is refused', () => {
    const photosOnly: FeedbackPolicy = {
      ...feedbackPolicy9458,
      evidence: { ...feedbackPolicy9458.evidence, mediaTypes: ['image/jpeg'] },
    }
    const codes = checkEvidence(Uint8Array.from(pdf), photosOnly).map((one) => one.code)
    expect(codes).toEqual(['feedback.evidence.type'])
  })
})
