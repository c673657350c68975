import { ParseError } from '@tiemchung/core'
import { describe, expect, it } from 'vitest'
import { checkLogic } from './check-logic.js'
import { parseRules } from './parse-rules.js'
import { ruleWith } from './rules.test-kit.js'

const nested = (levels: number): unknown =>
  Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 1)

describe('parseRules', () => {
  it('takes a rule after a trip through JSON, and any number of them', () => {
    const rules = [ruleWith(), ruleWith({ Region: 'BRE' })]
    expect(parseRules(JSON.parse(JSON.stringify(rules)) as unknown[])).toEqual(rules)
    expect(parseRules([])).toEqual([])
  })

  it.each([{}, null, 'rules', 7])('refuses %j, which is no list', (documents) => {
    expect(() => parseRules(documents as never)).toThrow(
      expect.objectContaining({ code: 'certificate-rules.rules' }),
    )
  })

  it.each<[string, object, string]>([
    ['an identifier of its own', { Identifier: 'X-1' }, 'Identifier'],
    ['a kind', { Type: 'Advice' }, 'Type'],
    ['a country in words', { Country: 'France' }, 'Country'],
    ['a region', { Region: 7 }, 'Region'],
    ['a version of two numbers', { Version: '1.0' }, 'Version'],
    ['a schema version', { SchemaVersion: 1 }, 'SchemaVersion'],
    ['an engine', { Engine: '' }, 'Engine'],
    ['an engine version', { EngineVersion: 'x' }, 'EngineVersion'],
    ['a type of certificate', { CertificateType: 'Any' }, 'CertificateType'],
    ['a description', { Description: [] }, 'Description'],
    ['a description without words', { Description: [{ lang: 'en' }] }, 'Description'],
    ['a description in nothing', { Description: [null] }, 'Description'],
    ['a day in place of a moment', { ValidFrom: '2022-01-01' }, 'ValidFrom'],
    ['a moment that does not exist', { ValidTo: '2022-02-30T00:00:00Z' }, 'ValidTo'],
    ['an end before its begin', { ValidTo: '2021-01-01T00:00:00Z' }, 'ValidTo'],
    ['fields', { AffectedFields: 'v.0' }, 'AffectedFields'],
    ['no logic', { Logic: undefined }, 'Logic'],
    ['a bare answer', { Logic: true }, 'Logic'],
    ['a list in place of an operation', { Logic: [true] }, 'Logic'],
  ])('refuses %s', (_, changes, field) => {
    const parse = () => parseRules([ruleWith(), { ...ruleWith(), ...changes }])
    expect(parse).toThrow(ParseError)
    expect(parse).toThrow(
      expect.objectContaining({
        code: 'certificate-rules.rules',
        issues: [expect.objectContaining({ code: 'certificate-rules.field', path: [1, field] })],
      }),
    )
  })

  it.each([null, 7, 'rule', []])('refuses %j', (document) => {
    expect(() => parseRules([document])).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: [0] })] }),
    )
  })

  it('names every fault at once, and where in the expression', () => {
    const Logic = { if: [{ var: 'payload.v.0' }, { some: [] }] }
    expect(() => parseRules([{ ...ruleWith({ Logic }), Engine: 1 }])).toThrow(
      expect.objectContaining({
        issues: [
          expect.objectContaining({ path: [0, 'Engine'] }),
          expect.objectContaining({ code: 'certificate-rules.logic', path: [0, 'Logic'] }),
          expect.objectContaining({
            code: 'certificate-rules.logic',
            path: [0, 'Logic', 'if', 1],
          }),
        ],
      }),
    )
  })
})

describe('checkLogic', () => {
  const codesOf = (logic: unknown) => checkLogic(logic).map(({ code }) => code)

  it.each<[string, object]>([
    ['amount', { plusTime: ['2022-01-01', { toString: 1, valueOf: 1 }, 'day'] }],
    ['unit', { plusTime: ['2022-01-01', 1, { toString: null, valueOf: null }] }],
  ])('finds an %s that cannot be written into a sentence', (_, logic) => {
    expect(codesOf(logic)).toEqual(['certificate-rules.logic'])
  })
  const size = ['certificate-rules.logic-size']
  const date = ['certificate-rules.logic-date']

  it.each<[string, unknown, readonly string[]]>([
    ['a literal', 'x', []],
    ['64 levels', nested(63), []],
    ['65 levels', nested(64), size],
    ['9,999 literals', Array.from({ length: 9_999 }, () => 1), []],
    ['10,000 literals', Array.from({ length: 10_000 }, () => 1), size],
    ['a path of 1,000 characters', { var: 'x'.repeat(1_000) }, []],
    ['a path of 1,001 characters', { var: 'x'.repeat(1_001) }, size],
    ['an operation of 1,001 characters', { ['x'.repeat(1_001)]: [] }, size],
    ['100,000 years', { plusTime: [{ var: 'd' }, 100_000, 'year'] }, []],
    ['more', { plusTime: [{ var: 'd' }, -100_001, 'hour'] }, date],
    ['a day', { plusTime: ['2022-02-28', 0, 'day'] }, []],
    ['a day that does not exist', { plusTime: ['2022-02-29', 0, 'day'] }, date],
    ['a moment that does not exist', { plusTime: ['2022-02-28T24:01:00Z', 0, 'day'] }, date],
    ['null', null, ['certificate-rules.logic']],
    ['a fraction', 1.5, ['certificate-rules.logic']],
    ['an unknown operation', { or: [true, false] }, ['certificate-rules.logic']],
  ])('%s', (_, logic, codes) => {
    expect(codesOf(logic)).toEqual(codes)
  })

  it('does not lose its way in a circle', () => {
    const circle: unknown[] = []
    circle.push(circle)
    expect(codesOf(circle)).toEqual(size)
  })
})
