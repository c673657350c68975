import { expect, test } from 'vitest'
import { isWith, mayPassOn, mayTake } from './desk.js'
import { feedbackPolicy9458 as policy } from './policy/feedback-policy-9458.js'
import { routeFeedback } from './route-feedback.js'

const place = { province: '22', district: '193', commune: '06649' }

/** What an item names, who answers for it, who may take it from the list (9458/BYT-CNTT). */
test.each([
  ['a facility in its place', { ...place, facility: '22001' }, 'facility 22001', undefined],
  ['a facility alone', { facility: '22001' }, 'facility 22001', undefined],
  [
    'a commune in its district',
    place,
    'province 22',
    ['commune 06649', 'district 22193', 'provincial-cdc 22', 'province 22'],
  ],
  [
    'a commune, as there are since 2025',
    { province: '22', commune: '06649' },
    'province 22',
    ['commune 06649', 'provincial-cdc 22', 'province 22'],
  ],
  [
    'a district',
    { province: '22', district: '193' },
    'province 22',
    ['district 22193', 'provincial-cdc 22', 'province 22'],
  ],
  ['a province', { province: '22' }, 'province 22', ['provincial-cdc 22', 'province 22']],
  ['a district without its province', { district: '193' }, 'ministry BYT', ['ministry BYT']],
  ['nothing', {}, 'ministry BYT', ['ministry BYT']],
])('an item that names %s', (_, carried, to, list) => {
  const { handler, openTo } = routeFeedback({ type: 'wrong-name', ...carried }, policy)
  expect(`${handler.level} ${handler.unit}`).toBe(to)
  expect(openTo?.map(({ level, unit }) => `${level} ${unit}`)).toEqual(list)
})

test('a row for some types leaves the others to the next', () => {
  const [first] = policy.routes
  const row = {
    ...first,
    when: 'always',
    types: ['duplicate-dose'],
    to: 'ministry',
    openTo: [],
  } as const
  const routed = (type: 'duplicate-dose' | 'wrong-name') =>
    routeFeedback(
      { type, facility: '22001' },
      { ...policy, routes: [{ ...row, cite: ['9458'], confidence: 'text' }, ...policy.routes] },
    ).handler.level
  expect([routed('duplicate-dose'), routed('wrong-name')]).toEqual(['ministry', 'facility'])
})

test('without any row an item is in the list of the ministry', () => {
  const ministry = { level: 'ministry', unit: 'BYT' }
  const routed = routeFeedback({ type: 'other', facility: '22001' }, { ...policy, routes: [] })
  expect(routed).toEqual({ handler: ministry, openTo: [ministry] })
})

test('an item in a list is with nobody, and those whom it is open to may take it', () => {
  const { handler, openTo = [] } = routeFeedback({ type: 'other', province: '22' }, policy)
  const cdc = { level: 'provincial-cdc', unit: '22' } as const
  expect(isWith({ handler, openTo }, handler)).toBe(false)
  expect(mayTake({ handler, openTo }, cdc)).toBe(true)
  expect(mayTake({ handler, openTo }, { ...cdc, unit: '01' })).toBe(false)
  expect(mayTake({ handler, openTo }, { ...cdc, level: 'district' })).toBe(false)
  expect(mayTake({ handler }, cdc)).toBe(false)
  expect(mayTake({ handler }, handler)).toBe(true)
})

test.each([
  ['province 22', 'facility 22001', true],
  ['facility 22001', 'province 22', true],
  ['facility 22001', 'facility 22002', false],
  ['facility 22001', 'ministry BYT', false],
  ['commune 06649', 'police 06649', true],
  ['province 22', 'province 22', false],
] as const)('%s passes on to %s: %s', (from, to, may) => {
  const desk = (text: string) => {
    const [level, unit] = text.split(' ') as ['province', string]
    return { level, unit }
  }
  expect(mayPassOn(desk(from), desk(to), policy)).toBe(may)
})
