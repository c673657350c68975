import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateLogic } from './evaluate-logic.js'

const fault = (reason: string) => ({ outcome: 'fault', reason })
const value = (of: unknown) => ({ outcome: 'value', value: of })
const list = (length: number) => Array.from({ length }, (_, index) => index)
const sum = (operand: unknown) => ({
  reduce: [operand, { '+': [{ var: 'accumulator' }, { var: 'current' }] }, 0],
})

/** A reduce in a reduce, so many deep, over one list. */
const nest = (levels: number): unknown =>
  list(levels).reduce<unknown>((inner) => ({ reduce: [list(100), inner, 0] }), 1)

describe('evaluateLogic', () => {
  it('evaluates within its limits', () => {
    expect(evaluateLogic(sum({ var: 'list' }), { list: list(1_000) })).toEqual(value(499_500))
    expect(evaluateLogic(nest(2), {})).toEqual(value(1))
  })

  it('says that it met an error, and not which: the sentence would repeat the data', () => {
    const secret = 'Đặng Thị Ngọc Ánh'
    const outcome = evaluateLogic({ plusTime: [{ var: 'name' }, 0, 'day'] }, { name: secret })
    expect(outcome).toEqual(fault('logic-threw'))
    expect(JSON.stringify(outcome)).not.toContain(secret)
  })

  it.each<[string, unknown, unknown, string]>([
    ['a loop in a loop in a loop', nest(4), {}, 'logic-too-costly'],
    ['a long loop', sum({ var: '' }), list(400_000), 'logic-too-costly'],
    ['a loop over data without end', sum({ var: '' }), [list(1_000_001)], 'logic-too-costly'],
    [
      'a loop over a long text',
      { reduce: [{ var: 'l' }, { extractFromUVCI: [{ var: 'current' }, 1] }, 0] },
      { l: list(900).map(() => 'URN:UVCI:01:'.repeat(5_000)) },
      'logic-too-costly',
    ],
    ['ten thousand operations', list(10_001), {}, 'logic-too-large'],
  ])('does not begin %s', (_, logic, data, reason) => {
    expect(evaluateLogic(logic, data)).toEqual(fault(reason))
  })

  it('long data without a loop does not matter', () => {
    expect(evaluateLogic({ in: [7, { var: '' }] }, list(400_000))).toEqual(value(true))
  })

  it('answers anything with a value or a fault, and throws nothing', () => {
    const operators = [
      'var',
      'if',
      'and',
      '===',
      'in',
      '!',
      'reduce',
      'plusTime',
      '+',
      '>',
      'after',
    ]
    const { logic } = fc.letrec<{ logic: unknown }>((tie) => ({
      logic: fc.oneof(
        { depthSize: 'small' },
        fc.jsonValue(),
        fc.constantFrom('payload', 'current', 'accumulator', '2022-01-01', 'day'),
        fc
          .tuple(fc.constantFrom(...operators), fc.array(tie('logic'), { maxLength: 4 }))
          .map(([operator, operands]) => ({ [operator]: operands })),
      ),
    }))
    fc.assert(
      fc.property(logic, fc.jsonValue(), (expression, data) => {
        expect(['value', 'fault']).toContain(evaluateLogic(expression, data).outcome)
      }),
    )
  })
})
