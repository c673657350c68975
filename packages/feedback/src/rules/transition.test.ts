import { hasCode } from '@tiemchung/core'
import { feedbackActionSchema, type FeedbackState, feedbackStateSchema } from '@tiemchung/schemas'
import { describe, expect, test } from 'vitest'
import { mayAct, transition } from './transition.js'

describe('transition', () => {
  const actions = feedbackActionSchema.options
  const allowed: Readonly<Record<string, FeedbackState>> = {
    'awaiting-code attach': 'awaiting-code',
    'awaiting-code confirm': 'received',
    'awaiting-code withdraw': 'withdrawn',
    'received attach': 'received',
    'received supplement': 'received',
    'received withdraw': 'withdrawn',
    'received take': 'in-review',
    'received pass-on': 'received',
    'in-review attach': 'in-review',
    'in-review supplement': 'in-review',
    'in-review withdraw': 'withdrawn',
    'in-review pass-on': 'received',
    'in-review ask': 'needs-information',
    'in-review approve': 'approved',
    'in-review postpone': 'later',
    'in-review reject': 'rejected',
    'needs-information attach': 'needs-information',
    'needs-information supplement': 'in-review',
    'needs-information withdraw': 'withdrawn',
    'needs-information pass-on': 'received',
    'needs-information reject': 'rejected',
    'later attach': 'later',
    'later supplement': 'later',
    'later withdraw': 'withdrawn',
    'later take': 'in-review',
    'later pass-on': 'received',
    'approved correct': 'approved',
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
