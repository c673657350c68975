import { hasCode } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { address, baseAddress } from './address.js'

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (caught) {
    return hasCode(caught, 'http.path', 'http.base-url') ? caught.code : 'another error'
  }
  return 'none'
}

describe('baseAddress', () => {
  test.each([
    ['a host', 'https://api.example.vn', 'https://api.example.vn'],
    ['a host with a slash', 'https://api.example.vn/', 'https://api.example.vn'],
    ['a version', 'https://api.example.vn/v1/', 'https://api.example.vn/v1'],
    ['a port in clear text', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['a host in capitals', 'https://API.example.vn', 'https://api.example.vn'],
  ])('takes %s', (_, text, base) => {
    expect(baseAddress(text)).toBe(base)
  })

  test.each([
    ['no scheme', 'api.example.vn'],
    ['a path', '/v1'],
    ['another scheme', 'ftp://api.example.vn'],
    ['a script', 'javascript:alert(1)'],
    ['a user', 'https://user@api.example.vn'],
    ['a password', 'https://:secret@api.example.vn'],
    ['a query', 'https://api.example.vn?key=1'],
    ['an empty query', 'https://api.example.vn?'],
    ['a fragment', 'https://api.example.vn#top'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => {
    expect(codeOf(() => baseAddress(text))).toBe('http.base-url')
  })
})

describe('address', () => {
  const base = 'https://api.example.vn/v1'

  test.each([
    ['a path with a slash', '/records', undefined, '/records'],
    ['a path without', 'records', undefined, '/records'],
    ['the base itself', '', undefined, '/'],
    [
      'many slashes, which would name another host',
      '//evil.example/x',
      undefined,
      '/evil.example/x',
    ],
    [
      'an encoded id',
      `/records/${encodeURIComponent('a/b ü')}`,
      undefined,
      '/records/a%2Fb%20%C3%BC',
    ],
    ['a query', '/r', { page: 2, all: true, name: 'a&b=c' }, '/r?page=2&all=true&name=a%26b%3Dc'],
    ['a list in a query', '/r', { id: ['a', 'b'] }, '/r?id=a&id=b'],
    ['a query of nothing', '/r', { id: undefined }, '/r'],
    ['the number of a dispatch', '/d/3405%2FBYT-DP;v=1.2', undefined, '/d/3405%2FBYT-DP;v=1.2'],
    [
      'Vietnamese in a query, as UTF-8 of NFC, and blanks as +',
      '/r',
      { name: 'Hồ Mẫu'.normalize('NFD') },
      '/r?name=H%E1%BB%93+M%E1%BA%ABu',
    ],
    ['three dots, which are a name', '/...', undefined, '/...'],
  ])('takes %s', (_, path, query, rest) => {
    expect(address(base, path, query)).toBe(base + rest)
  })

  test.each([
    ['a full address', 'https://evil.example/x?'],
    ['a way out', '/../admin'],
    ['a way out at the end', '/records/..'],
    ['an encoded way out', '/%2e%2E/admin'],
    ['a half-encoded way out', '/.%2e/admin'],
    ['a way out behind an encoded slash', '/records/..%2Fadmin'],
    ['a way out before an encoded backslash', '/records/%5c..%5Cadmin'],
    ['a way out with parameters', '/records/..;v=1/admin'],
    ['an encoded way out with encoded parameters', '/records/%2e%2e%3b/admin'],
    ['an encoded end of a text', '/records/a%00'],
    ['an encoded line break', '/records/a%0D%0Ab'],
    ['a way to itself', '/./admin'],
    ['a backslash', '\\..\\admin'],
    ['a tab that parsers drop', '/.\t./admin'],
    ['a query', '/records?all=1'],
    ['a fragment', '/records#x'],
    ['a blank', '/a b'],
    ['a letter that is not encoded', '/hồ-sơ'],
    ['half an escape', '/a%2'],
  ])('refuses %s', (_, path) => {
    expect(codeOf(() => address(base, path))).toBe('http.path')
  })

  test('no path leaves the base', () => {
    const piece = fc.constantFrom('/', '.', '..', '%2e', '%2F', '\\', '@', ':', 'a', '?', '#', '\n')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        let url: string
        try {
          url = address(base, pieces.join(''))
        } catch (caught) {
          expect(hasCode(caught, 'http.path')).toBe(true)
          return
        }
        expect(new URL(url).href.startsWith(`${base}/`)).toBe(true)
      }),
    )
  })
})
