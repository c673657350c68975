import { hasCode } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import { payloadOf } from './body.js'

describe('payloadOf', () => {
  test.each([
    ['nothing', undefined, {}],
    ['a text', 'a,b', { body: 'a,b', contentType: 'text/plain;charset=utf-8' }],
    ['an object', { a: [1] }, { body: '{"a":[1]}', contentType: 'application/json' }],
    ['a list', [1], { body: '[1]', contentType: 'application/json' }],
    [
      'a date',
      new Date(0),
      { body: '"1970-01-01T00:00:00.000Z"', contentType: 'application/json' },
    ],
    [
      'an object without a prototype',
      Object.assign(Object.create(null), { a: 1 }),
      { body: '{"a":1}', contentType: 'application/json' },
    ],
    ['null', null, { body: 'null', contentType: 'application/json' }],
    ['a number', 1, { body: '1', contentType: 'application/json' }],
    [
      'something that writes itself as JSON',
      { toJSON: () => 'x' },
      { body: '"x"', contentType: 'application/json' },
    ],
  ])('sends %s', async (_, value, payload) => {
    expect(await payloadOf(value)).toEqual(payload)
  })

  test('sends bytes as they are', async () => {
    const body = new Uint8Array([1, 2])
    expect(await payloadOf(body)).toEqual({ body, contentType: 'application/octet-stream' })
  })

  test.each([
    ['with its type', 'image/png', 'image/png'],
    ['without a type', '', 'application/octet-stream'],
  ])("hands the host's Blob over %s", async (_, type, contentType) => {
    const body = new Blob(['x'], { type })
    const payload = await payloadOf(body)
    expect(payload.body).toBe(body)
    expect(payload.contentType).toBe(contentType)
  })

  test.each([
    ['with its type', 'image/png', 'image/png'],
    ['without a type', '', 'application/octet-stream'],
  ])("reads another realm's Blob %s", async (_, type, contentType) => {
    const foreign = { type, arrayBuffer: () => Promise.resolve(new Uint8Array([7]).buffer) }
    expect(await payloadOf(foreign)).toEqual({ body: new Uint8Array([7]), contentType })
  })

  const circle: { self?: unknown } = {}
  circle.self = circle
  test.each([
    ['a stream, which no retry could send again', new ReadableStream()],
    ['a generator', (function* () {})()],
    ['an asynchronous generator', (async function* () {})()],
    ['a function', () => 1],
    ['a big integer', 1n],
    ['a circle', circle],
    ['a promise that was not awaited', Promise.resolve({ dose: 1 })],
    ['a buffer, which JSON writes as {}', new ArrayBuffer(3)],
    ['a view of a buffer', new DataView(new ArrayBuffer(3))],
    ['an expression', /a/],
  ])('refuses %s', async (_, value) => {
    const caught = await payloadOf(value).catch((error: unknown) => error)
    expect(hasCode(caught, 'http.body')).toBe(true)
  })
})
