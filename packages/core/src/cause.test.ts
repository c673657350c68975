import { describe, expect, it } from 'vitest'
import { bareCause } from './cause.js'
import { errorCatalogue } from './errors.js'
import { ParseError } from './sdk-error.js'

const secret = 'Nguyễn Văn Mẫu'

function thrownBy(run: () => unknown): unknown {
  try {
    run()
  } catch (caught) {
    return caught
  }
  return undefined
}

function everythingOf(error: Error | undefined): string {
  const own = Object.getOwnPropertyNames(error).map((name) =>
    String(Reflect.get(error ?? {}, name)),
  )
  return [String(error), ...own].join('\n')
}

describe('bareCause', () => {
  it.each([
    [
      'a JSON error quotes the text',
      () => JSON.parse(`{"name":"${secret}`) as unknown,
      'SyntaxError',
    ],
    ['a URL error keeps the address', () => new URL(`//${secret}`), 'ERR_INVALID_URL'],
    [
      'a library writes a sentence',
      () => {
        throw Object.assign(new Error(secret), { input: secret, code: secret })
      },
      'Error',
    ],
    [
      'a library names its error after the person',
      () => {
        throw Object.assign(new Error('x'), { name: secret })
      },
      'Error',
    ],
    [
      'an engine gives no stack',
      () => {
        throw Object.assign(new Error(secret), { stack: undefined })
      },
      'Error',
    ],
  ])('keeps nothing that was said when %s', (_, run, message) => {
    const bare = bareCause(thrownBy(run))
    expect(bare?.message).toBe(message)
    expect(everythingOf(bare)).not.toContain(secret)
  })

  it('takes no line of a message for a frame', () => {
    const bare = bareCause(new Error(`first\n    at ${secret} (079123456789:1:1)\n    at x:1:1`))
    expect(everythingOf(bare)).not.toContain(secret)
    expect(bare?.stack).toContain('cause.test.ts')
  })

  const wrapped = (cause: unknown, levels = 1): Error =>
    levels === 0
      ? (cause as Error)
      : new TypeError('fetch failed', { cause: wrapped(cause, levels - 1) })
  const refused = Object.assign(new Error(secret), { code: 'ECONNREFUSED' })
  const both = new AggregateError([refused, new Error('x')], secret)
  it.each([
    ['the error itself', refused, 'ECONNREFUSED'],
    ['the error that fetch hides', wrapped(refused), 'ECONNREFUSED'],
    ['the first of several attempts to connect', wrapped(both), 'ECONNREFUSED'],
    ['nowhere', wrapped(new Error('x')), 'TypeError'],
    ['too deep', wrapped(refused, 9), 'TypeError'],
    ['a cause that is no error', new TypeError('x', { cause: secret }), 'TypeError'],
  ])('finds the machine code in %s', (_, error, message) => {
    expect(bareCause(error)?.message).toBe(message)
  })

  it('keeps the frames, so that a debugger finds the place', () => {
    const bare = bareCause(thrownBy(() => JSON.parse('{')))
    expect(bare?.stack).toContain('cause.test.ts')
  })

  it.each([[secret], [{ secret }], [undefined], [null]])('drops what is no error', (cause) => {
    expect(bareCause(cause)).toBeUndefined()
  })
})

describe('the cause of an SDK error', () => {
  it('is another SDK error as it is', () => {
    const inner = new ParseError(errorCatalogue, 'parse.base64')
    expect(new ParseError(errorCatalogue, 'parse.pem', { cause: inner }).cause).toBe(inner)
  })

  it('is a foreign error without its words', () => {
    const outer = new ParseError(errorCatalogue, 'parse.pem', { cause: new TypeError(secret) })
    expect(outer.cause).toMatchObject({ name: 'TypeError', message: 'TypeError' })
    expect('cause' in new ParseError(errorCatalogue, 'parse.pem')).toBe(false)
  })
})
