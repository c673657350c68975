import { parseUuid } from '@tiemchung/core'
import type { IdentityStatus } from '@tiemchung/schemas'
import { correctionEventSchema } from '@tiemchung/schemas/wire'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseClass } from './case-class.js'
import type { CorrectionActor, CorrectionEvent, CorrectionStep } from './correction-event.js'
import { applyCorrection, correctionsOf } from './correction-state.js'

const idOf = (number: number) =>
  parseUuid(`0180dedf-0820-7a73-b506-${String(number).padStart(12, '0')}`)
const health: CorrectionActor = { office: 'health', unit: '06790', officer: 'tram.06790' }
const police: CorrectionActor = { office: 'police', unit: '06790', officer: 'ca.06790' }

const opened = (cls: CaseClass = 'wrong-name'): CorrectionStep => ({
  kind: 'opened',
  class: cls,
  mismatched: cls === 'wrong-name' ? ['name'] : [],
  commune: '06790',
})
const decided = (outcome: 'claim-wrong' | 'register-wrong', field = 'name'): CorrectionStep =>
  ({ kind: 'decided', outcome, fields: [field], because: 'birth-certificate' }) as CorrectionStep
const corrected = (field = 'name'): CorrectionStep =>
  ({ kind: 'corrected', fields: [field] }) as CorrectionStep
const matched: CorrectionStep = {
  kind: 'answered',
  status: 'matched',
  class: 'correct',
  mismatched: [],
}
const handedOver: CorrectionStep = { kind: 'handed-over', listId: idOf(99) }

/** Events of one record, a minute apart. */
const eventsOf = (...steps: readonly (readonly [CorrectionActor, CorrectionStep])[]) =>
  steps.map(
    ([by, step], index): CorrectionEvent => ({
      id: idOf(index),
      recordId: 'r1',
      at: `2022-05-20T03:0${index}:00.000Z`,
      by,
      step,
    }),
  )
const last = (events: readonly CorrectionEvent[]) => correctionsOf(events).get('r1')

const claimWrong = eventsOf(
  [health, opened()],
  [health, handedOver],
  [police, decided('claim-wrong')],
  [health, corrected()],
  [health, matched],
)

describe('correctionsOf', () => {
  test('a journal that is read from outside is what the schema says, and no more', () => {
    const journal: readonly CorrectionEvent[] = [
      ...eventsOf([health, opened()], [police, decided('register-wrong')], [police, corrected()]),
      ...claimWrong,
    ].map((event) => ({ ...event, recordId: idOf(1) }))
    for (const event of journal) {
      const read: CorrectionEvent = correctionEventSchema.parse(event)
      expect(read).toEqual(event)
      expect(correctionEventSchema.safeParse({ ...event, name: 'x' }).success).toBe(false)
    }
    const [first] = journal
    for (const step of [opened('correct'), { ...matched, status: 'pending' }, { kind: 'closed' }]) {
      expect(correctionEventSchema.safeParse({ ...first, step }).success).toBe(false)
    }
  })

  test('a claim that was wrong: the police decide, health amends, and it matches', () => {
    expect(claimWrong.map((_, index) => last(claimWrong.slice(0, index + 1))?.stage)).toEqual([
      'open',
      'handed-over',
      'decided',
      'corrected',
      'settled',
    ])
    expect(last(claimWrong.slice(0, 4))?.decision).toMatchObject({
      by: police,
      at: '2022-05-20T03:02:00.000Z',
      because: 'birth-certificate',
    })
  })

  test('a register that was wrong: the police amend it themselves', () => {
    const events = eventsOf(
      [health, opened()],
      [police, decided('register-wrong')],
      [police, corrected()],
      [health, matched],
    )
    expect(last(events)?.stage).toBe('settled')
  })

  test('a number that was missing is supplied by health', () => {
    const events = eventsOf(
      [health, opened('no-number')],
      [health, decided('claim-wrong', 'number')],
      [health, corrected('number')],
      [health, { ...matched, status: 'mismatched', class: 'wrong-sex', mismatched: ['sex'] }],
    )
    expect(last(events)).toMatchObject({ stage: 'open', class: 'wrong-sex', mismatched: ['sex'] })
    expect(last(events)).not.toHaveProperty('decision')
  })

  test.each([
    [
      'order',
      'is corrected before it is decided',
      eventsOf([health, opened()], [health, corrected()]),
    ],
    ['order', 'begins with a correction', eventsOf([health, corrected()])],
    ['order', 'is opened twice', eventsOf([health, opened()], [health, opened()])],
    [
      'not-entitled',
      'is decided by health',
      eventsOf([health, opened()], [health, decided('claim-wrong')]),
    ],
    [
      'not-entitled',
      'is amended in the register by health',
      eventsOf([health, opened()], [police, decided('register-wrong')], [health, corrected()]),
    ],
    [
      'not-entitled',
      'is amended in the record by the police',
      eventsOf([health, opened()], [police, decided('claim-wrong')], [police, corrected()]),
    ],
    [
      'field',
      'is decided in another field',
      eventsOf([health, opened()], [police, decided('claim-wrong', 'sex')]),
    ],
    [
      'field',
      'is corrected in another field',
      eventsOf([health, opened()], [police, decided('claim-wrong')], [health, corrected('sex')]),
    ],
    [
      'outcome',
      'has no number and blames the register',
      eventsOf([health, opened('no-number')], [police, decided('register-wrong', 'number')]),
    ],
    ['who-and-when', 'names nobody', eventsOf([{ ...health, officer: ' ' }, opened()])],
    ['nothing-open', 'matches already', eventsOf([health, opened('correct')])],
    ['nothing-open', 'is not yet asked', eventsOf([health, opened('not-sent')])],
    ['nothing-open', 'is not yet entered', eventsOf([health, opened('not-entered')])],
    [
      'nothing-open',
      'is of no class that is known',
      eventsOf([health, opened('constructor' as CaseClass)]),
    ],
  ])('identity.correction.%s: a case that %s', (code, _, events) => {
    const refusal = expect.objectContaining({ code: `identity.correction.${code}` })
    expect(() => correctionsOf(events)).toThrow(refusal)
  })

  test.each<[string, Partial<Extract<CorrectionStep, { kind: 'answered' }>>]>([
    ['a match of which fields differ', { mismatched: ['sex'] }],
    ['a match in a class that is open', { class: 'unverified' }],
    ['correct, and not matched', { status: 'mismatched', mismatched: ['sex'] }],
    ['correct, and not found', { status: 'not-found' }],
    ['a difference in a class without one', { status: 'mismatched', class: 'unverified' }],
    ['no answer at all', { status: 'pending', class: 'not-sent' }],
  ])('an answer that says %s settles nothing', (_, change) => {
    const answer = { ...matched, ...change } as CorrectionStep
    const at = `2022-05-20T03:04:00.000Z`
    const event = { id: idOf(4), recordId: 'r1', at, by: health, step: answer }
    expect(() => correctionsOf([...claimWrong.slice(0, 4), event])).toThrow(
      expect.objectContaining({ code: 'identity.case.contradiction' }),
    )
  })

  test('an answer of a status that is none settles nothing', () => {
    const answer = { ...matched, status: 'ok' as IdentityStatus } as CorrectionStep
    const at = '2022-05-20T03:04:00.000Z'
    const event = { id: idOf(4), recordId: 'r1', at, by: health, step: answer }
    expect(() => correctionsOf([...claimWrong.slice(0, 4), event])).toThrow(
      expect.objectContaining({ code: 'identity.case.status' }),
    )
  })

  test('a foreigner with a passport, as the person turned out to be, is settled', () => {
    const answer: CorrectionStep = { ...matched, status: 'not-required', class: 'not-required' }
    const at = '2022-05-20T03:04:00.000Z'
    const event = { id: idOf(4), recordId: 'r1', at, by: health, step: answer }
    expect(last([...claimWrong.slice(0, 4), event])?.stage).toBe('settled')
  })

  test('a case of a name that is opened with another field is refused', () => {
    const [first] = claimWrong as [CorrectionEvent]
    const step = { ...opened(), mismatched: ['sex'] } as CorrectionStep
    expect(() => correctionsOf([{ ...first, step }])).toThrow(
      expect.objectContaining({ code: 'identity.case.contradiction' }),
    )
  })

  test('an event of another record under a known id is refused', () => {
    const [first] = claimWrong as [CorrectionEvent]
    expect(() => correctionsOf([first, { ...first, recordId: 'r2' }])).toThrow(
      expect.objectContaining({ code: 'identity.correction.twice' }),
    )
  })

  test('an event of yesterday does not follow one of today', () => {
    const [first, second] = claimWrong as [CorrectionEvent, CorrectionEvent]
    const early = { ...second, at: '2022-05-19T03:00:00.000Z' }
    expect(() => correctionsOf([first, early])).toThrow(
      expect.objectContaining({ code: 'identity.correction.order' }),
    )
  })

  test('another event under a known id is refused, the same one passed over', () => {
    const [first] = claimWrong as [CorrectionEvent]
    const state = applyCorrection(undefined, first)
    expect(applyCorrection(state, first)).toBe(state)
    const other = { ...first, by: police }
    expect(() => applyCorrection(state, other)).toThrow(
      expect.objectContaining({ code: 'identity.correction.twice' }),
    )
    const foreign = { ...first, id: idOf(50), recordId: 'r2' }
    expect(() => applyCorrection(state, foreign)).toThrow(
      expect.objectContaining({ code: 'identity.correction.other-record' }),
    )
  })

  test('whatever steps come in, nothing is corrected without a decision of its fields', () => {
    const step = fc.constantFrom(
      opened(),
      handedOver,
      decided('claim-wrong'),
      decided('register-wrong'),
      corrected(),
      matched,
    )
    const steps = fc.array(fc.tuple(fc.constantFrom(health, police), step), { maxLength: 9 })
    fc.assert(
      fc.property(steps, (some) => {
        let state: ReturnType<typeof last>
        for (const event of eventsOf(...some)) {
          try {
            state = applyCorrection(state, event)
          } catch {
            continue
          }
          const kinds = state.events.map((one) => one.step.kind)
          const corrections = kinds.filter((kind) => kind === 'corrected').length
          expect(corrections).toBeLessThanOrEqual(kinds.filter((kind) => kind === 'decided').length)
          if (state.stage === 'settled')
            expect(kinds.slice(-3)).toEqual(['decided', 'corrected', 'answered'])
          if (state.stage === 'corrected') expect(state.decision?.fields).toEqual(['name'])
        }
      }),
    )
  })
})
