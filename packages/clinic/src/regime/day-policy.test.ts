import { describe, expect, test } from 'vitest'
import { lintDayPolicy, parseDayPolicy, readDayPolicy } from './read-day-policy.js'
import { campaign17h, niis2026RealTime } from './real-time.js'
import { dayRegime, dayRegimes } from './regime-by-name.js'
import { covid2022SameDayPolicy } from './same-day.js'

const policy = covid2022SameDayPolicy
const [deadline] = policy.deadlines
const withOne = (change: object) => ({ ...policy, deadlines: [{ ...deadline, ...change }] })
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'accepted'
  } catch (caught) {
    return (caught as { code: string }).code
  }
}

describe('dayRegime', () => {
  test.each(dayRegimes.map((name) => [name]))('%s is the policy of its name', (name) => {
    const found = dayRegime(name)
    expect(found.regime).toBe(name)
    expect(lintDayPolicy(found)).toEqual([])
  })
  test.each(['', 'toString', 'covid-2021'])('refuses %j', (name) => {
    expect(codeOf(() => dayRegime(name))).toBe('clinic.policy.unknown')
  })
  test('every number that no text gives rests on an assumption', () => {
    for (const one of [policy, campaign17h, niis2026RealTime()]) {
      const sources = new Set(one.sources.map(({ id }) => id))
      const inferred = one.deadlines.filter(({ by }) => !sources.has(by))
      const assumed = one.assumptions.map(({ id }) => id)
      for (const { by } of inferred) expect(assumed).toContain(by)
      expect(assumed).toContain('two-sessions')
    }
    const { deadlines } = niis2026RealTime({ entered: 5, acknowledged: 15 })
    expect(deadlines.map(({ by }) => by)).toEqual(['target-minutes', 'target-minutes'])
  })
  test.each([-1, 1.5, 1e9, Number.NaN])('refuses %d target minutes', (entered) => {
    expect(codeOf(() => niis2026RealTime({ entered, acknowledged: 60 }))).toBe('clinic.policy')
  })
})

describe('parseDayPolicy', () => {
  test.each<[string, unknown, string]>([
    ['a step that is none', withOne({ step: 'dreamt' }), 'deadlines.0.step'],
    ['days below none', withOne({ due: { kind: 'end-of-day', days: -1 } }), 'deadlines.0.due'],
    ['an hour that is none', withOne({ due: { kind: 'at', time: '24:00' } }), 'deadlines.0.due'],
    ['a kind that is none', withOne({ due: { kind: 'soon' } }), 'deadlines.0.due'],
    ['a ground that is none', withOne({ by: '9999' }), 'deadlines.0.by'],
    ['a step twice', { ...policy, deadlines: [deadline, deadline] }, 'deadlines.1.step'],
    ['no deadlines at all', { ...policy, deadlines: undefined }, 'deadlines'],
    ['no sessions', { ...policy, sessions: [] }, 'sessions'],
    [
      'sessions out of order',
      { ...policy, sessions: [...policy.sessions].reverse() },
      'sessions.1.from',
    ],
    [
      'a session twice',
      {
        ...policy,
        sessions: [
          { id: 'a', from: '01:00' },
          { id: 'a', from: '02:00' },
        ],
      },
      'sessions.1.id',
    ],
    ['a name with blanks', { ...policy, regime: 'My own' }, 'regime'],
    ['no word on amendments', { ...policy, amendmentsFrom: 'never' }, 'amendmentsFrom'],
    ['no word on matching', { ...policy, matchBeforeFirstDose: 'yes' }, 'matchBeforeFirstDose'],
    ['a head without sources', { ...policy, sources: [] }, 'sources'],
  ])('refuses %s', (_, document, path) => {
    expect(lintDayPolicy(document).map((one) => one.path.join('.'))).toContain(path)
    expect(codeOf(() => parseDayPolicy(document))).toBe('clinic.policy')
  })
  test.each([null, 5, 'policy', [], {}])('refuses %j', (document) => {
    expect(codeOf(() => parseDayPolicy(document))).toBe('clinic.policy')
  })
})

describe('readDayPolicy', () => {
  test('leaves a step that it does not know out, says so, and goes on with the rest', () => {
    const deadlines = [{ ...deadline, step: 'blessed' }, ...policy.deadlines.slice(1)]
    const reading = readDayPolicy({ ...policy, deadlines })
    expect(reading.issues.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['clinic.policy.step', 'deadlines.0.step'],
    ])
    expect(reading.policy.deadlines).toEqual(policy.deadlines.slice(1))
  })
  test('does not go on with anything else', () => {
    const deadlines = [{ ...deadline, step: 'blessed' }]
    expect(codeOf(() => readDayPolicy({ ...policy, deadlines, regime: '' }))).toBe('clinic.policy')
  })
})
