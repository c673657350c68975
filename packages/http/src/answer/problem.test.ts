import { defineCatalogue } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readProblem } from './problem.js'

const catalogue = defineCatalogue({
  'dose.late': {
    says: { vi: 'Muộn {days} ngày.', en: 'Late by {days} days.' },
    who: 'data-entry',
    todo: { vi: 'Sửa.', en: 'Correct it.' },
  },
})
const read = (document: unknown) => readProblem(JSON.stringify(document), catalogue)
const person = 'Nguyễn Thị Mẫu'

describe('readProblem', () => {
  test.each([
    ['its code', { type: 'https://example.vn/p', code: 'record.conflict' }, 'record.conflict'],
    ['else its type', { type: 'https://example.vn/p' }, 'https://example.vn/p'],
    ['no blank type', { type: 'about:blank' }, undefined],
    ['no code that is a sentence', { code: `${person} exists` }, undefined],
    ['no code that is a number', { code: 7 }, undefined],
    ['nothing of a list', [{ code: 'a' }], undefined],
    ['nothing of null', null, undefined],
  ])('takes %s', (_, document, code) => {
    expect(read(document).code).toBe(code)
  })

  test('says what the client knows about a code, with its numbers', () => {
    const { issues } = read({
      issues: [{ code: 'dose.late', path: ['doses', 1], params: { days: 3 }, severity: 'warning' }],
    })
    expect(issues).toEqual([
      {
        code: 'dose.late',
        severity: 'warning',
        path: ['doses', 1],
        params: { days: 3 },
        message: { vi: 'Muộn 3 ngày.', en: 'Late by 3 days.' },
      },
    ])
  })

  test.each([
    ['a code that the client does not know', { code: 'other.code' }, 'other.code'],
    ['a code named like a method of objects', { code: 'toString' }, 'toString'],
    ['no code', {}, 'http.problem.field'],
    ['a code that is a sentence', { code: person }, 'http.problem.field'],
  ])('says a general sentence for %s', (_, item, code) => {
    const [issue] = read({ errors: [item] }).issues
    expect(issue?.code).toBe(code)
    expect(issue?.message.en).toBe('The server does not accept this field.')
  })

  test('reads the pointers of RFC 9457', () => {
    const { issues } = read({ errors: [{ detail: person, pointer: '#/doses/0/lot' }] })
    expect(issues.map(({ path }) => path)).toEqual([['doses', 0, 'lot']])
  })

  test.each([
    ['a detail', { code: 'x', detail: person, title: person }],
    ['a message', { errors: [{ code: 'x', message: person }] }],
    ['a parameter', { errors: [{ code: 'dose.late', params: { days: person } }] }],
    ['the name of a parameter', { errors: [{ code: 'dose.late', params: { [person]: 1 } }] }],
    ['a path', { errors: [{ code: 'x', path: ['people', person] }] }],
    ['a pointer', { errors: [{ code: 'x', pointer: `/people/${person}` }] }],
    ['a severity', { errors: [{ code: 'x', severity: person }] }],
    ['an item', { errors: [person, null, 1] }],
  ])('keeps nothing of a person who stands in %s', (_, document) => {
    expect(JSON.stringify(read(document))).not.toContain('Nguyễn')
  })

  test.each([
    ['an identity number', 79_123_456_789],
    ['a phone number', 912_345_678],
    ['a negative one', -79_123_456_789],
    ['no number', Number.NaN],
  ])('keeps no parameter that may be %s', (_, number) => {
    const { issues } = read({ errors: [{ code: 'dose.late', params: { days: 3, of: number } }] })
    expect(issues[0]?.params).toEqual({ days: 3 })
  })

  test('reads anything at all without throwing', () => {
    expect(readProblem('<html>', catalogue)).toEqual({ issues: [] })
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(Array.isArray(readProblem(text, catalogue).issues)).toBe(true)
      }),
    )
  })
})
