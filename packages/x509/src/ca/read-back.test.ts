import { hasCode } from '@tiemchung/core'
import { expect, test } from 'vitest'
import { refuse } from '../der/cursor.js'
import { mustEqual, readBack } from './read-back.js'

const caught = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error
  }
}

test('what was made and cannot be read does not leave', () => {
  const error = caught(() => readBack(new Uint8Array(1), () => refuse('x509.der.tag')))
  expect(hasCode(error, 'x509.ca.made')).toBe(true)
  expect(readBack(new Uint8Array(1), (der) => der.length)).toBe(1)
})

test('what was made and is not what was meant does not leave', () => {
  const error = caught(() => mustEqual(new Uint8Array([1]), new Uint8Array([2])))
  expect(hasCode(error, 'x509.ca.made')).toBe(true)
  expect(caught(() => mustEqual(new Uint8Array([1]), new Uint8Array([1])))).toBeUndefined()
})
