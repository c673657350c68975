import { ParseError, utf8 } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf } from './input.js'

async function* cut(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0
  for (const size of sizes) {
    yield await Promise.resolve(bytes.slice(at, at + size))
    at += size
  }
  yield bytes.slice(at)
}

async function read(bytes: Uint8Array, sizes: readonly number[] = []): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of linesOf(cut(bytes, sizes), ['input', 1])) lines.push(line)
  return lines
}

const line = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n\uFEFF]/.test(text))
const sizes = fc.array(fc.nat({ max: 9 }))

describe('linesOf', () => {
  it('gives the lines that hold something, however the bytes are cut and lines are ended', async () => {
    const ends = fc.constantFrom('\n', '\r\n', '\r')
    await fc.assert(
      fc.asyncProperty(fc.array(line), ends, sizes, async (lines, end, pieces) => {
        const filled = lines.filter((text) => text !== '')
        expect(await read(utf8(lines.join(end)), pieces)).toEqual(filled)
        expect(await read(utf8(`\uFEFF${lines.join(end)}${end}`), pieces)).toEqual(filled)
      }),
    )
  })

  it('reads any bytes, or throws a ParseError that says which input it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), sizes, async (bytes, pieces) => {
        const found = await read(bytes, pieces).catch((error: unknown) => error)
        if (Array.isArray(found)) return
        expect(found).toBeInstanceOf(ParseError)
        expect(found).toMatchObject({ code: 'cli.not-utf8', path: ['input', 1] })
      }),
    )
  })
})
