import { concatBytes, utf8 } from '@tiemchung/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checksum, readJournal, writeLine } from './journal.js'
import type { Change } from './store.js'

const change = (id: string, value: Change['value'] = { said: 'Hòa\n|"' }): Change => ({
  collection: 'child',
  id,
  value,
})
const batches = [[change('a')], [change('b'), change('a', null)], [change('c', 'Đ'.repeat(20))]]
const lines = batches.map(writeLine)
const whole = concatBytes(...lines)
const last = lines[2]?.length ?? 0

test('the checksum is CRC-32 as everybody has it', () => {
  expect(checksum(utf8('123456789'))).toBe('cbf43926')
})

describe('readJournal', () => {
  test('reads back what was written', () => {
    expect(readJournal(whole)).toEqual({ batches, soundBytes: whole.length, state: 'whole' })
    expect(readJournal(new Uint8Array())).toEqual({ batches: [], soundBytes: 0, state: 'whole' })
  })

  test('a last line torn at any byte is cut off and nothing before it', () => {
    for (let cut = 1; cut < last; cut += 1) {
      const reading = readJournal(whole.subarray(0, whole.length - cut))
      const sound = { batches: batches.slice(0, 2), soundBytes: whole.length - last, state: 'torn' }
      expect(reading, `${cut} bytes lost`).toEqual(sound)
    }
  })

  test('a last line of which only the length reached the disk is torn too', () => {
    const zeros = concatBytes(whole.subarray(0, whole.length - last), new Uint8Array(last))
    expect(readJournal(zeros)).toMatchObject({ state: 'torn', soundBytes: whole.length - last })
  })

  test('one changed byte in any line before the last is damage', () => {
    const lineFeedBeforeLast = whole.length - last - 1
    for (let at = 0; at < lineFeedBeforeLast; at += 1) {
      const bytes = whole.slice()
      bytes[at] = (bytes[at] ?? 0) ^ 1
      expect(readJournal(bytes).state, `byte ${at}`).toBe('damaged')
    }
  })

  test('a lost line feed between two lines is damage or a torn end, never a batch', () => {
    const joined = concatBytes(whole.subarray(0, (lines[0]?.length ?? 0) - 1), ...lines.slice(1))
    expect(readJournal(joined)).toMatchObject({ batches: [], state: 'damaged' })
  })

  test('any batches come back as they are', () => {
    const value = fc.jsonValue().map((json) => JSON.parse(JSON.stringify(json)) as Change['value'])
    const any = fc.record({ collection: fc.string(), id: fc.string(), value })
    fc.assert(
      fc.property(fc.array(fc.array(any, { minLength: 1 })), (all) => {
        expect(readJournal(concatBytes(...all.map(writeLine))).batches).toEqual(all)
      }),
    )
  })
})
