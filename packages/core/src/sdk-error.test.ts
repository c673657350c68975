import { describe, expect, it, vi } from 'vitest'
import { defineCatalogue } from './catalogue.js'
import { errorCatalogue } from './errors.js'
import { issue } from './issue.js'
import {
  hasCode,
  HttpError,
  InputError,
  isSdkError,
  NotValidError,
  ParseError,
  SdkError,
  SigningError,
} from './sdk-error.js'

const catalogue = defineCatalogue({
  'a.b': {
    says: { vi: 'Dòng {row} sai.', en: 'Row {row} is wrong.' },
    who: 'data-entry',
    todo: { vi: 'Sửa.', en: 'Correct it.' },
  },
})

describe('SdkError', () => {
  it.each([
    ['SdkError', SdkError],
    ['InputError', InputError],
    ['ParseError', ParseError],
    ['SigningError', SigningError],
    ['NotValidError', NotValidError],
    ['HttpError', HttpError],
  ])('%s says what, where and who, in both languages', (name, Kind) => {
    const error = new Kind(catalogue, 'a.b', { path: ['rows', 7], params: { row: 7 } })
    expect(error).toBeInstanceOf(SdkError)
    expect(error).toBeInstanceOf(Error)
    expect(error.message).toBe('Row 7 is wrong.')
    expect(error.toJSON()).toEqual({
      name,
      code: 'a.b',
      path: ['rows', 7],
      message: { vi: 'Dòng 7 sai.', en: 'Row 7 is wrong.' },
      who: 'data-entry',
      todo: { vi: 'Sửa.', en: 'Correct it.' },
      ...(name === 'HttpError' ? { retryable: false } : {}),
    })
  })

  it('has nothing that was not said', () => {
    const error = new ParseError(catalogue, 'a.b')
    expect([error.path, error.params, error.issues]).toEqual([[], {}, []])
    expect('cause' in error).toBe(false)
  })

  it('writes its issues, and neither its stack nor its cause', () => {
    const issues = [issue(errorCatalogue, 'parse.hex')]
    const error = new ParseError(catalogue, 'a.b', { issues, cause: new Error('x') })
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ issues })
    expect(Object.keys(error.toJSON())).not.toContain('stack')
    expect(Object.keys(error.toJSON())).not.toContain('cause')
  })

  it('refuses a code that its catalogue does not have', () => {
    expect(() => new ParseError(catalogue, 'a.c')).toThrow(TypeError)
  })
})

describe('HttpError', () => {
  it('writes status, request id, problem and whether to try again', () => {
    const details = { status: 503, requestId: 'r-1', retryable: true, problem: 'busy' }
    const error = new HttpError(catalogue, 'a.b', details)
    expect(error).toMatchObject(details)
    expect(error.toJSON()).toMatchObject(details)
  })
})

describe('isSdkError', () => {
  it('knows the errors of another copy of the package', async () => {
    vi.resetModules()
    const other = await import('./sdk-error.js')
    const foreign: unknown = new other.ParseError(catalogue, 'a.b')
    expect(foreign).not.toBeInstanceOf(SdkError)
    expect(isSdkError(foreign)).toBe(true)
    expect(hasCode(foreign, 'x.y', 'a.b')).toBe(true)
  })

  it.each([[undefined], [null], ['a.b'], [new Error('a.b')], [{ code: 'a.b' }]])(
    'does not take %s for one',
    (value) => {
      expect(isSdkError(value)).toBe(false)
      expect(hasCode(value, 'a.b')).toBe(false)
    },
  )

  it('tells codes apart', () => {
    expect(hasCode(new ParseError(catalogue, 'a.b'), 'a.c')).toBe(false)
  })
})
