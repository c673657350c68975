import { describe, expect, test } from 'vitest'
import { readPhone } from './read-phone.js'

describe('readPhone', () => {
  test.each([
    ['0912000001', 'VN', '+84912000001', '0912000001', 'mobile', 'VN'],
    ['0912 000.001', 'VN', '+84912000001', '0912000001', 'mobile', 'VN'],
    ['+84 912 000 001', 'LA', '+84912000001', '0912000001', 'mobile', 'VN'],
    ['0084912000001', 'VN', '+84912000001', '0912000001', 'mobile', 'VN'],
    ['024 3827 3729', 'VN', '+842438273729', '02438273729', 'fixed', 'VN'],
    ['020 55 123 456', 'LA', '+8562055123456', '02055123456', 'mobile', 'LA'],
  ] as const)('%j in %s is %s', (text, country, e164, national, kind, of) => {
    const expected = { status: 'read', e164, national, kind, country: of }
    expect(readPhone(text, country)).toEqual(expected)
  })

  test.each([
    ['912000001', 'identity.phone', ['0912000001']],
    ['84 912 000 001', 'identity.phone', ['0912000001']],
    ['01682000001', 'identity.phone.old-prefix', ['0382000001']],
    ['0199 200 0001', 'identity.phone.old-prefix', ['0592000001']],
    ['01112000001', 'identity.phone.old-prefix', []],
    ['091200000', 'identity.phone', []],
    ['09120000012', 'identity.phone', []],
    ['gọi 0912000001', 'identity.phone', []],
    ['0912000001 ext 5', 'identity.phone', []],
    ['', 'identity.phone', []],
  ] as const)('%j is refused by %s', (text, code, offered) => {
    const read = readPhone(text)
    expect(read).toMatchObject({ status: 'refused', offered, issue: { code } })
    const { issue } = read as Extract<typeof read, { status: 'refused' }>
    if (text !== '') expect(JSON.stringify(issue)).not.toContain(text)
  })

  test('a country that is none refuses', () => {
    expect(readPhone('0912000001', 'Vietnam').status).toBe('refused')
  })
})
