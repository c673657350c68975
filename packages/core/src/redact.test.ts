import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskTail, redactFields, redactHeader, redactUrl } from './redact.js'

describe('redactHeader', () => {
  it.each([
    ['Authorization', '[redacted]'],
    ['proxy-authorization', '[redacted]'],
    ['COOKIE', '[redacted]'],
    ['Set-Cookie', '[redacted]'],
    ['X-Api-Key', '[redacted]'],
    ['Content-Type', 'value'],
  ])('%s shows %s', (name, shown) => {
    expect(redactHeader(name, 'value')).toBe(shown)
  })
})

describe('redactUrl', () => {
  it.each([
    ['nothing to hide', 'https://a.vn/b', 'https://a.vn/b'],
    [
      'query values',
      'https://a.vn/b?id=1&name=M%E1%BA%ABu',
      'https://a.vn/b?id=[redacted]&name=[redacted]',
    ],
    ['a value that stands alone', 'https://a.vn/b?079123456789', 'https://a.vn/b?[redacted]'],
    ['an equals sign in a value', 'https://a.vn/b?id=1=2', 'https://a.vn/b?id=[redacted]'],
    ['a question mark in a value', 'https://a.vn/b?id=1?x=2', 'https://a.vn/b?id=[redacted]'],
    ['an empty query', 'https://a.vn/b?', 'https://a.vn/b?[redacted]'],
    ['a fragment', 'https://a.vn/b#079123456789', 'https://a.vn/b'],
    ['a query in a fragment', 'https://a.vn/b#x?id=1', 'https://a.vn/b'],
    ['user and password', 'https://me:secret@a.vn/b', 'https://a.vn/b'],
    ['an at-sign in a password', 'https://me:sec@ret@a.vn/b', 'https://a.vn/b'],
    ['a user without a scheme', '//me:secret@a.vn/b', '//a.vn/b'],
    ['an at-sign in a path, which stays', 'https://a.vn/@b', 'https://a.vn/@b'],
    ['an at-sign in a query', 'https://a.vn?u=me@b', 'https://a.vn?u=[redacted]'],
    ['a path alone', '/b?id=1', '/b?id=[redacted]'],
    ['line breaks', '/b?id=1\n2#3\n4', '/b?id=[redacted]'],
  ])('of a URL with %s', (_, url, shown) => {
    expect(redactUrl(url)).toBe(shown)
  })

  it('shows no value, whatever it is', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.string(), (url, value) => {
        const secret = encodeURIComponent(`canary${value}`)
        expect(redactUrl(`${url}?a=${secret}&${secret}#${secret}`)).not.toContain('canary')
      }),
    )
  })
})

describe('maskTail', () => {
  it.each([
    ['079123456789', 3, '•••••••••789'],
    ['Mẫu', 1, '••u'],
    ['😀😀😀', 1, '••😀'],
    ['789', 3, '•••'],
    ['7', 3, '•'],
    ['', 3, ''],
    ['789', 0, '•••'],
  ])('%j, %i shown, is %j', (text, shown, masked) => {
    expect(maskTail(text, shown)).toBe(masked)
  })

  it('shows three when nothing is said', () => {
    expect(maskTail('079123456789')).toBe('•••••••••789')
  })
})

describe('redactFields', () => {
  it.each([
    ['a value', { name: 'Mẫu', lot: 'A1' }, { name: true }, { name: '[redacted]', lot: 'A1' }],
    [
      'a tree',
      { who: { name: 'Mẫu', n: 1 } },
      { who: { name: true } },
      { who: { name: '[redacted]', n: 1 } },
    ],
    [
      'list items',
      { p: [{ id: 1 }, { id: 2 }] },
      { p: { '*': { id: true } } },
      { p: [{ id: '[redacted]' }, { id: '[redacted]' }] },
    ],
    ['a list that was not foreseen', [{ id: 1 }], { id: true }, [{ id: '[redacted]' }]],
    [
      'a text where names were foreseen',
      { who: 'Mẫu' },
      { who: { name: true } },
      { who: '[redacted]' },
    ],
    [
      'a list of texts where names were foreseen',
      { who: ['Mẫu'] },
      { who: { name: true } },
      { who: ['[redacted]'] },
    ],
    ['a list as a whole', { ids: [1, 2] }, { ids: true }, { ids: '[redacted]' }],
    [
      'what is not there',
      { name: null, id: undefined },
      { name: true, id: true },
      { name: null, id: undefined },
    ],
    ['a member named like a method', { toString: 'x' }, {}, { toString: 'x' }],
    ['everything', { name: 'Mẫu' }, true, '[redacted]'],
    ['nothing', undefined, true, undefined],
  ] as const)('masks %s', (_, value, fields, shown) => {
    expect(redactFields(value, fields)).toEqual(shown)
  })

  it('leaves the document as it was', () => {
    const document = { people: [{ name: 'Mẫu' }] }
    redactFields(document, { people: { '*': { name: true } } })
    expect(document).toEqual({ people: [{ name: 'Mẫu' }] })
  })
})
