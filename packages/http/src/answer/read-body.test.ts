import { describe, expect, test } from 'vitest'
import { readBody } from './read-body.js'

const streamOf = (...chunks: unknown[]) =>
  new Response(
    new ReadableStream({
      start: (controller) => {
        for (const chunk of chunks) controller.enqueue(chunk)
        controller.close()
      },
    }),
  )

/** An answer of a host that has no streams. */
const whole = (length: number) =>
  ({ arrayBuffer: () => Promise.resolve(new ArrayBuffer(length)) }) as unknown as Response

describe('readBody', () => {
  test.each([
    ['chunks in their order', streamOf(new Uint8Array([1, 2]), new Uint8Array([3])), [1, 2, 3]],
    ['no body', new Response(null, { status: 204 }), []],
    ['an empty body', streamOf(), []],
    ['the whole, where there are no streams', whole(2), [0, 0]],
  ])('gives %s', async (_, response, bytes) => {
    expect(await readBody(response, 3)).toEqual(new Uint8Array(bytes))
  })

  test.each([
    ['in chunks', streamOf(new Uint8Array(3), new Uint8Array(1))],
    ['as a whole', whole(4)],
  ])('gives nothing of more than the limit that comes %s', async (_, response) => {
    expect(await readBody(response, 3)).toBeUndefined()
  })

  test('takes a hundred thousand chunks', async () => {
    const chunks = Array.from({ length: 100_000 }, () => new Uint8Array(1))
    expect(await readBody(streamOf(...chunks), 2 ** 20)).toHaveLength(100_000)
  })

  test('takes no stream of anything but bytes', async () => {
    await expect(readBody(streamOf('text'), 9)).rejects.toThrow(TypeError)
  })

  test('does not wait for a stream that will not be cancelled', async () => {
    const stubborn = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(9)),
      cancel: () => Promise.reject(new Error('no')),
    })
    expect(await readBody(new Response(stubborn), 3)).toBeUndefined()
  })
})
