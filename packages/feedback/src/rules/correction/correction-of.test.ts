import type { Correction } from '@tiemchung/schemas'
import { expect, test } from 'vitest'
import { correctionOf, isCorrected } from './correction-of.js'

const at = '2022-05-21T02:00:00.000Z'
const step = (name: Correction['step'], outcome: Correction['outcome'] = 'done') =>
  ({ step: name, at, outcome }) as Correction

const stands = (correction: Correction[], state: 'approved' | 'rejected' | 'resolved') =>
  correctionOf({ state, correction }).map((one) => one.stands)

test.each([
  ['nothing done', [], ['next', 'waiting', 'waiting', 'waiting', 'waiting']],
  ['amended', [step('amended')], ['done', 'next', 'waiting', 'waiting', 'waiting']],
  [
    'amended, matched and signed',
    [step('amended'), step('matched'), step('signed')],
    ['done', 'done', 'done', 'next', 'waiting'],
  ],
  [
    'no certificate had been issued',
    [
      step('amended'),
      step('matched'),
      step('signed'),
      step('reissued', 'not-needed'),
      step('revoked', 'not-needed'),
    ],
    ['done', 'done', 'done', 'not-needed', 'not-needed'],
  ],
])('%s', (_, correction, shown) => {
  expect(stands(correction, 'approved')).toEqual(shown)
  expect(isCorrected({ correction })).toBe(correction.length === 5)
})

test('an item that was not approved has no correction', () => {
  expect(stands([], 'rejected')).toEqual([])
})

test('a step that is done says when', () => {
  expect(correctionOf({ state: 'resolved', correction: [step('amended')] })[0]).toEqual({
    step: 'amended',
    stands: 'done',
    at,
  })
})
