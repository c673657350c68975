import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskTail, redactFields, redactHeader, redactUrl, type SensitiveFields } from './redact.js'

describe('redactHeader', () => {
  it.each([
    ['Authorization', '[redacted]'],
    ['proxy-authorization', '[redacted]'],
    ['COOKIE', '[redacted]'],
    ['Set-Cookie', '[redacted]'],
    ['X-Api-Key', '[redacted]'],
    ['X-Auth-Token', '[redacted]'],
    ['X-Person', '[redacted]'],
    ['Content-Type', 'value'],
    ['Retry-After', 'value'],
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
    ['a user behind a blank', ' https://me:secret@a.vn/b', ' https://a.vn/b'],
    ['a user behind backslashes', 'https:\\\\me:secret@a.vn/b', 'https:\\\\a.vn/b'],
    ['a user behind one slash', 'https:/me:secret@a.vn/b', 'https:/a.vn/b'],
    ['a user behind no slash', 'https:me:secret@a.vn/b', 'https:a.vn/b'],
    ['a user behind a broken scheme', 'ht\ntps://me:secret@a.vn/b', 'ht\ntps://a.vn/b'],
    ['a user and nothing before', 'me:secret@a.vn/b', 'me:a.vn/b'],
    ['a backslash in a path', 'https://a.vn\\@b', 'https://a.vn\\@b'],
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
    [
      'one thing where a list was foreseen',
      { p: { id: 1 } },
      { p: { '*': { id: true } } },
      { p: '[redacted]' },
    ],
    [
      'one thing or a list, as both were foreseen',
      { p: { id: 1, lot: 2 } },
      { p: { '*': { id: true }, id: true } },
      { p: { id: '[redacted]', lot: 2 } },
    ],
    ['a list in a list that was not foreseen', [[{ id: 1 }]], { id: true }, ['[redacted]']],
    [
      'what hides its members',
      { map: new Map([['name', 'Mẫu']]), set: new Set(['Mẫu']), at: new URL('https://me@a.vn') },
      { map: { name: true }, set: { name: true }, at: { href: true } },
      { map: '[redacted]', set: '[redacted]', at: '[redacted]' },
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

  it('ends in a circle of lists', () => {
    const circle: unknown[] = []
    circle.push(circle)
    expect(redactFields(circle, { name: true })).toEqual(['[redacted]'])
  })

  it('keeps a member that is named like a prototype, and masks it', () => {
    const document: unknown = JSON.parse('{"__proto__":{"name":"Mẫu"}}')
    const fields = JSON.parse('{"__proto__":{"name":true}}') as SensitiveFields
    expect(JSON.stringify(redactFields(document, fields))).toBe(
      '{"__proto__":{"name":"[redacted]"}}',
    )
  })

  it('leaves the document as it was', () => {
    const document = { people: [{ name: 'Mẫu' }] }
    redactFields(document, { people: { '*': { name: true } } })
    expect(document).toEqual({ people: [{ name: 'Mẫu' }] })
  })
})
