import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromUtf8, utf8 } from './bytes.js'
import { canonicalBytes, canonicalJson } from './canonical-json.js'
import { hasCode } from './sdk-error.js'

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/** The rule at its plainest: each text by the host, keys by the host's sort; undefined for what is refused. */
function plainly(value: unknown): string | undefined {
  if (typeof value === 'string')
    return loneSurrogate.test(value) ? undefined : JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Array.isArray(value)
    ? value.map(plainly)
    : Object.keys(value)
        .sort()
        .map((key) => {
          const name = plainly(key)
          const member = plainly((value as Record<string, unknown>)[key])
          return name === undefined || member === undefined ? undefined : `${name}:${member}`
        })
  if (parts.includes(undefined)) return undefined
  return Array.isArray(value) ? `[${parts.join()}]` : `{${parts.join()}}`
}

function refusedOr(value: unknown): string | undefined {
  try {
    return canonicalJson(value)
  } catch (caught) {
    if (hasCode(caught, 'input.json-canonical')) return undefined
    throw caught
  }
}

/** Units around every border that a text may have to be looked at for. */
const border = fc.constantFrom(
  ...['\0', '\u001F', ' ', '!', '"', '#', '[', '\\', ']', '\u007F', '\u2028', '\u2029', 'ễ', 'a'],
  ...['\uD7FF', '\uD800', '\uDBFF', '\uDC00', '\uDFFF', '\uE000', '\uFFFF', '😀'],
)
const text = fc.string({ unit: fc.oneof(border, fc.string({ minLength: 1, maxLength: 1 })) })
const number = fc.double({ noNaN: true, noDefaultInfinity: true })
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    ...[text, number, fc.integer(), fc.boolean(), fc.constant(null)],
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 8 }),
  ),
}))

describe('canonicalJson', () => {
  it('writes every unit of UTF-16 as the host does, or refuses it', () => {
    const units = Array.from({ length: 0x1_0000 }, (_, unit) => String.fromCharCode(unit))
    expect(units.filter((unit) => refusedOr(unit) !== plainly(unit))).toEqual([])
  })

  it('writes and refuses what the plainest way does', () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(refusedOr(one)).toBe(plainly(one))
      }),
      { numRuns: 1000 },
    )
  })

  it('puts any number of keys in order', () => {
    const members = fc.dictionary(text, fc.integer(), { minKeys: 0, maxKeys: 80, size: 'max' })
    fc.assert(
      fc.property(members, (one) => {
        expect(refusedOr(one)).toBe(plainly(one))
      }),
    )
    for (const count of [31, 32, 33, 34]) {
      const keys = Array.from({ length: count }, (_, at) => `k${(at * 7) % count}`)
      const object = Object.fromEntries(keys.map((key) => [key, key]))
      expect(canonicalJson(object)).toBe(plainly(object))
      expect(Object.keys(object)).toEqual(keys)
    }
  })
})

describe('canonicalBytes', () => {
  it('are the UTF-8 of the text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (one) => {
        expect(canonicalBytes(one)).toEqual(utf8(canonicalJson(one)))
        expect(fromUtf8(canonicalBytes(one))).toBe(canonicalJson(one))
      }),
    )
  })
})
