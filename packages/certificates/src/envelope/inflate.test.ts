import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import * as node from './inflate.node.js'
import * as web from './inflate.web.js'

const limit = 65_536
const content = new Uint8Array(300).map((_, index) => index % 7)

describe.each([
  ['in Node', node],
  ['elsewhere', web],
])('inflate %s', (_, { deflate, inflate }) => {
  it('gives back what deflate wrote', () => {
    expect(inflate(deflate(content), limit)).toEqual({ bytes: content })
    expect(inflate(deflate(new Uint8Array(0)), limit)).toEqual({ bytes: new Uint8Array(0) })
  })

  it.each([0, 1, 6, 9])('reads level %i (P3)', (level) => {
    expect(inflate(new Uint8Array(deflateSync(content, { level })), limit)).toEqual({
      bytes: content,
    })
  })

  it('takes exactly the limit and stops one byte beyond it (P4)', () => {
    const stream = deflate(new Uint8Array(limit))
    expect(inflate(stream, limit)).toEqual({ bytes: new Uint8Array(limit) })
    expect(inflate(stream, limit - 1)).toEqual({ fault: 'too-large' })
  })

  it('stops at the limit of a stream of 50 MB', () => {
    const bomb = new Uint8Array(deflateSync(new Uint8Array(50_000_000), { level: 9 }))
    expect(inflate(bomb, limit)).toEqual({ fault: 'too-large' })
  })

  it.each([
    ['one byte', [0]],
    ['the checksum again', [...deflate(content).subarray(-4)]],
    ['a second stream', [...deflate(content)]],
  ])('notices %s behind the stream', (_what, extra) => {
    const stream = Uint8Array.of(...deflate(content), ...extra)
    expect(inflate(stream, limit)).toEqual({ fault: 'trailing' })
  })

  it.each([1, 2, 4, 5, 20])('refuses a stream that lacks its last %i bytes', (count) => {
    expect(inflate(deflate(content).subarray(0, -count), limit)).toEqual({ fault: 'malformed' })
  })

  it.each([
    ['the header', 0],
    ['the flags', 1],
    ['the checksum', -1],
  ])('refuses a changed bit in %s', (_what, at) => {
    const stream = deflate(content)
    const index = at < 0 ? stream.length + at : at
    stream[index] = (stream[index] ?? 0) ^ 1
    expect(inflate(stream, limit)).toEqual({ fault: 'malformed' })
  })

  it('refuses a preset dictionary', () => {
    const stream = new Uint8Array(deflateSync(content, { dictionary: content.subarray(0, 32) }))
    expect(inflate(stream, limit)).toEqual({ fault: 'malformed' })
  })

  it.each([0, 1, 2, 5])('refuses %i bytes', (length) => {
    expect(inflate(new Uint8Array(length), limit)).toEqual({ fault: 'malformed' })
  })
})
