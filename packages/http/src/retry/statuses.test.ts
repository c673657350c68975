import { describe, expect, test } from 'vitest'
import { mayPass } from './statuses.js'

describe('mayPass', () => {
  test.each([408, 425, 429, 500, 502, 503, 504])('%i may pass', (status) => {
    expect(mayPass(status, undefined)).toBe(true)
  })

  test.each([400, 401, 403, 404, 409, 410, 412, 413, 415, 422, 428, 451, 501, 505])(
    '%i does not',
    (status) => {
      expect(mayPass(status, undefined)).toBe(false)
    },
  )

  test('a conflict may pass when the server says when to come back', () => {
    expect(mayPass(409, 1000)).toBe(true)
    expect(mayPass(422, 1000)).toBe(false)
  })
})
