import { describe, expect, test } from 'vitest'
import { tell, visibleHeaders } from './hooks.js'

describe('visibleHeaders', () => {
  test('shows the values that are known to be harmless, and of all others the name only', () => {
    const headers = new Headers({
      Authorization: 'Bearer x',
      'Content-Type': 'application/json',
      'X-Citizen': '079123456789',
      Location: 'https://example.vn/?phone=1',
    })
    expect(visibleHeaders(headers)).toEqual({
      authorization: '[redacted]',
      'content-type': 'application/json',
      'x-citizen': '[redacted]',
      location: '[redacted]',
    })
  })
})

describe('tell', () => {
  test('tells an observer, and drops what it throws', () => {
    const heard: string[] = []
    tell((word: string) => void heard.push(word), 'a')
    tell(() => {
      throw new Error('the log is full')
    }, 'b')
    tell(undefined, 'c')
    expect(heard).toEqual(['a'])
  })
})
