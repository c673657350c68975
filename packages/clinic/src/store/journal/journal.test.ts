import { concatBytes, utf8 } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../store.js'
import { checksum } from './checksum.js'
import { textOf, writeHead, writeLine } from './line.js'
import { readJournal } from './read-journal.js'

const change = (id: string, value: Change['value'] = { said: 'Hòa\n|"' }): Change => ({
  collection: 'child',
  id,
  value,
})
const batches = [[change('a')], [change('b'), change('a', null)], [change('c', 'Đ'.repeat(20))]]
const id = '0a1b2c3d'

/** A journal of batches, each flushed on its own, or all of them at once. */
function journalOf(of: readonly (readonly Change[])[], together = false): Uint8Array[] {
  const parts = [writeHead(id)]
  let at = parts[0]?.length ?? 0
  const start = at
  for (const batch of of) {
    const line = writeLine(textOf(batch), { id, at, flushed: together ? start : at })
    parts.push(line)
    at += line.length
  }
  return parts
}

const parts = journalOf(batches)
const whole = concatBytes(...parts)
const last = parts.at(-1)?.length ?? 0

test('the checksum is CRC-32 as everybody has it', () => {
  expect(checksum(utf8('123456789'))).toBe('cbf43926')
})

describe('readJournal', () => {
  test('reads back what was written', () => {
    const read = { format: 2, id, batches, soundBytes: whole.length, state: 'whole', damage: [] }
    expect(readJournal(whole)).toEqual({ ...read, isSealed: false })
    expect(readJournal(new Uint8Array())).toMatchObject({ format: 0, batches: [], state: 'whole' })
  })

  test('a last line torn at any octet is cut off and nothing before it', () => {
    for (let cut = 1; cut < last; cut += 1) {
      const reading = readJournal(whole.subarray(0, whole.length - cut))
      const sound = { batches: batches.slice(0, 2), soundBytes: whole.length - last, state: 'torn' }
      expect(reading, `${cut} octets lost`).toMatchObject(sound)
    }
  })

  test('one changed octet in any line that was flushed before another is damage', () => {
    for (let at = 0; at < whole.length - last - 1; at += 1) {
      const bytes = whole.slice()
      bytes[at] = (bytes[at] ?? 0) ^ 1
      expect(readJournal(bytes).state, `octet ${at}`).toBe('damaged')
    }
  })

  test('one changed octet in lines that were flushed together is a torn end from there', () => {
    const together = journalOf(batches, true)
    const bytes = concatBytes(...together)
    const head = together[0]?.length ?? 0
    for (let at = head; at < bytes.length; at += 1) {
      const torn = bytes.slice()
      torn[at] = (torn[at] ?? 0) ^ 1
      const reading = readJournal(torn)
      expect(reading.state, `octet ${at}`).toBe('torn')
      expect(reading.batches, `octet ${at}`).toEqual(batches.slice(0, reading.batches.length))
      expect(reading.soundBytes).toBeLessThanOrEqual(at)
    }
  })

  test.each([0, 1, 2, 3])('part %i taken out is damage, and what is left can be had', (part) => {
    const left = parts.filter((_, at) => at !== part)
    const reading = readJournal(concatBytes(...left))
    if (part === 3) return expect(reading.state).toBe('whole')
    expect(reading.state).toBe('damaged')
    expect(reading.batches).toEqual(batches.filter((_, at) => at !== part - 1))
  })

  test('a line of another journal, or of another place, is no line', () => {
    const other = writeLine(textOf([change('z')]), { id: 'ffffffff', at: whole.length, flushed: 0 })
    expect(readJournal(concatBytes(whole, other))).toMatchObject({ batches, state: 'torn' })
    const again = concatBytes(whole, ...parts.slice(2, 3))
    expect(readJournal(again)).toMatchObject({ batches, state: 'torn' })
  })

  test('every damaged line is named, and the others stand', () => {
    const many = journalOf(Array.from({ length: 6 }, (_, n) => [change(`${n}`)]))
    for (const at of [2, 4]) many[at]?.fill(120, 12, 20)
    const reading = readJournal(concatBytes(...many))
    expect(reading.damage.map(({ line }) => line)).toEqual([3, 5])
    expect(reading.batches.map(([one]) => one?.id)).toEqual(['0', '2', '4', '5'])
  })

  test('a journal of another version is not read', () => {
    const body = '{"journal":3,"id":"x"}'
    const head = utf8(`${checksum(utf8(body))} ${body}\n`)
    expect(readJournal(concatBytes(head, utf8('anything\n')))).toMatchObject({
      format: 3,
      state: 'newer',
      batches: [],
    })
  })

  test('a journal without a head is one of the first format', () => {
    const lines = batches.map((batch) => {
      const text = utf8(textOf(batch))
      return concatBytes(utf8(`${checksum(text)} `), text, utf8('\n'))
    })
    const bytes = concatBytes(...lines)
    expect(readJournal(bytes)).toMatchObject({ format: 1, batches, state: 'whole' })
    expect(readJournal(bytes.subarray(0, -5))).toMatchObject({ format: 1, state: 'torn' })
    bytes[12] = (bytes[12] ?? 0) ^ 1
    expect(readJournal(bytes)).toMatchObject({ format: 1, state: 'damaged', damage: [{ line: 1 }] })
  })

  test('any octets are read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.uint8Array(), fc.constantFrom(...parts))), (pieces) => {
        readJournal(concatBytes(...pieces))
      }),
    )
  })

  test('any batches come back as they are', () => {
    const value = fc.jsonValue().map((json) => JSON.parse(JSON.stringify(json)) as Change['value'])
    const any = fc.record({ collection: fc.string(), id: fc.string(), value })
    fc.assert(
      fc.property(fc.array(fc.array(any, { minLength: 1 })), (all) => {
        expect(readJournal(concatBytes(...journalOf(all))).batches).toEqual(all)
      }),
    )
  })
})
