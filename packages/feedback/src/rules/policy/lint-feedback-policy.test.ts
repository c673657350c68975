import { hasCode } from '@tiemchung/core'
import { feedbackTypeSchema, rejectionReasonSchema } from '@tiemchung/schemas'
import { describe, expect, test } from 'vitest'
import { feedbackPolicy9458 as sound } from './feedback-policy-9458.js'
import { lintFeedbackPolicy, parseFeedbackPolicy } from './lint-feedback-policy.js'

const [route] = sound.routes
const [rejection] = sound.rejections
const always = { ...route, when: 'always' }
const clock = (change: object) => ({ clock: { ...sound.clock, ...change } })
const evidence = (change: object) => ({ evidence: { ...sound.evidence, ...change } })
const routes = (change: object) => ({ routes: [{ ...route, ...change }, always] })
const rejections = (change: object) => ({ rejections: [{ ...rejection, ...change }] })

const faults: readonly (readonly [string, object, string])[] = [
  ['another format', { format: 'feedback-policy/2' }, 'format'],
  ['no clock', { clock: undefined }, 'clock.hours'],
  ['no time', clock({ hours: 0 }), 'clock.hours'],
  ['a warning before the beginning', clock({ warnHours: 49 }), 'clock.warnHours'],
  ['a word for yes', clock({ laterMeets: 'yes' }), 'clock.laterMeets'],
  ['a pause in a state that is none', clock({ pausedIn: ['asleep'] }), 'clock.pausedIn'],
  ['no list of escalations', clock({ escalations: 'none' }), 'clock.escalations'],
  [
    'escalations that run backwards',
    clock({
      escalations: [
        { afterHours: 24, to: 'ministry' },
        { afterHours: 12, to: 'province' },
      ],
    }),
    'clock.escalations.1',
  ],
  [
    'an escalation to nobody',
    clock({ escalations: [{ afterHours: 0, to: 'press' }] }),
    'clock.escalations.0',
  ],
  ['no route', { routes: [] }, 'routes'],
  ['no route for everything', { routes: [route] }, 'routes'],
  ['no route for all types', { routes: [{ ...always, types: ['other'] }] }, 'routes'],
  ['a place that is none', routes({ when: 'village' }), 'routes.0.when'],
  ['a type that is none', routes({ types: ['typo'] }), 'routes.0.types'],
  ['a level that is none', routes({ to: 'village' }), 'routes.0.to'],
  ['a list for a level that is none', routes({ openTo: ['village'] }), 'routes.0.openTo'],
  ['a route without a ground', routes({ cite: [] }), 'routes.0.cite'],
  ['a ground that is not in the document', routes({ cite: ['1'] }), 'routes.0.cite'],
  ['a confidence that is none', routes({ confidence: 'sure' }), 'routes.0.confidence'],
  ['a level without a row', { passOn: {} }, 'passOn.facility'],
  ['a level that is none', { passOn: { ...sound.passOn, village: [] } }, 'passOn'],
  [
    'a kind of file that nobody can sniff',
    evidence({ mediaTypes: ['image/svg+xml'] }),
    'evidence.mediaTypes',
  ],
  ['files of no size', evidence({ largest: 0 }), 'evidence.largest'],
  ['less than no file', evidence({ most: -1 }), 'evidence.most'],
  ['no reason', { rejections: [] }, 'rejections'],
  ['a reason that is none', rejections({ reason: 'too-late' }), 'rejections.0.reason'],
  ['a reason twice', { rejections: [rejection, rejection] }, 'rejections.1.reason'],
  ['a reason in one language', rejections({ says: { vi: 'Mờ', en: '' } }), 'rejections.0.says'],
  ['a reason without what to bring', rejections({ bring: undefined }), 'rejections.0.bring'],
]

describe('a feedback policy', () => {
  test.each(faults)('with %s is refused', (_, change, path) => {
    const issues = lintFeedbackPolicy({ ...sound, ...change })
    expect(issues.map((one) => one.path.join('.'))).toContain(path)
    try {
      parseFeedbackPolicy({ ...sound, ...change })
      expect.unreachable()
    } catch (error) {
      expect(hasCode(error, 'feedback.policy')).toBe(true)
    }
  })

  test.each([null, 'text', [], {}])('that is %j is refused', (document) => {
    expect(lintFeedbackPolicy(document)).not.toEqual([])
  })
})

describe('9458/BYT-CNTT', () => {
  test('is sound, and survives JSON', () => {
    expect(lintFeedbackPolicy(sound)).toEqual([])
    expect(parseFeedbackPolicy(JSON.parse(JSON.stringify(sound)))).toEqual(sound)
  })

  test('has its thirteen reasons in their order', () => {
    expect(sound.rejections.map(({ reason }) => reason)).toEqual(rejectionReasonSchema.options)
    expect(rejectionReasonSchema.options).toHaveLength(13)
  })

  test('routes every type', () => {
    expect(sound.routes.at(-1)?.types).toBeUndefined()
    expect(feedbackTypeSchema.options).not.toEqual([])
  })
})
