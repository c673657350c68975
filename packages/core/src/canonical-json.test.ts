import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromHex, fromUtf8 } from './bytes.js'
import { canonicalBytes, canonicalJson } from './canonical-json.js'
import { hasCode, type SdkError } from './sdk-error.js'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const folder = `${process.env['TIEMCHUNG_VECTORS'] ?? `${root}shared/vectors`}/jcs/testdata`
const present = existsSync(folder)
const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'
const cases = present ? readdirSync(`${folder}/input`).map((file) => file.replace('.json', '')) : []

describe('the published cases of RFC 8785', () => {
  it.runIf(present || required)(`are in ${folder}, or this is skipped`, () => {
    expect(cases.length).toBeGreaterThanOrEqual(6)
  })

  it.each(cases)('%s comes out byte for byte', (name) => {
    const input: unknown = JSON.parse(readFileSync(`${folder}/input/${name}.json`, 'utf8'))
    const hex = readFileSync(`${folder}/outhex/${name}.txt`, 'utf8').replace(/\s+/g, '')
    expect(canonicalBytes(input)).toEqual(fromHex(hex))
    expect(canonicalJson(input)).toBe(fromUtf8(readFileSync(`${folder}/output/${name}.json`)))
  })
})

function errorOf(value: unknown): SdkError | undefined {
  try {
    canonicalJson(value)
  } catch (caught) {
    return caught as SdkError
  }
  return undefined
}

class Person {
  readonly name = 'Mẫu'
}

function Rootless(this: object) {
  Object.assign(this, { name: 'Mẫu' })
}
Rootless.prototype = Object.create(null) as object

function nested(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = [value]
  return value
}

describe('canonicalJson', () => {
  it.each([
    ['keys out of order', { b: 1, a: 2 }, '{"a":2,"b":1}'],
    ['keys by UTF-16 units, not by code points', { '\uFB33': 1, '😀': 2 }, '{"😀":2,"\uFB33":1}'],
    ['keys that are numbers', { 10: 1, 9: 2 }, '{"10":1,"9":2}'],
    ['a member that is undefined', { a: undefined, b: null }, '{"b":null}'],
    ['negative zero', -0, '0'],
    ['a large number', 1e21, '1e+21'],
    ['a small number', 0.000001, '0.000001'],
    ['control characters', '\u0000\n"\\', '"\\u0000\\n\\"\\\\"'],
    ['letters as they are', 'Nguyễn', '"Nguyễn"'],
    ['NFD, which stays NFD', 'e\u0302', '"e\u0302"'],
    ['nothing in it', [{}, [], ''], '[{},[],""]'],
    ['flags', [true, false], '[true,false]'],
    ['an object without a prototype', Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    ['an own member called __proto__', JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
    ['an object of another realm', runInNewContext('({ a: [1] })'), '{"a":[1]}'],
    ['five hundred levels', nested(500), `${'['.repeat(500)}1${']'.repeat(500)}`],
  ])('writes %s', (_, value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  const circle: unknown[] = []
  circle.push(circle)
  it.each([
    ['not a number', { a: Number.NaN }, ['a']],
    ['no end', [1, Number.NEGATIVE_INFINITY], [1]],
    ['half a surrogate pair', { a: { b: '\uD800' } }, ['a', 'b']],
    ['the other half', '\uDC00', []],
    ['half a pair in a key', { a: { '\uD800x': 1 } }, ['a']],
    ['undefined alone', undefined, []],
    ['undefined in a list', [undefined], [0]],
    ['a hole in a list', Array.from({ length: 1 }).concat(new Array(1)), [0]],
    // biome-ignore lint/suspicious/noSparseArray: the hole is the case
    ['a hole between', [1, , 2], [1]],
    ['a function', { f: () => 1 }, ['f']],
    ['a symbol', Symbol('a'), []],
    ['a big integer', 1n, []],
    ['a date', { at: new Date(0) }, ['at']],
    ['a map', new Map([['a', 1]]), []],
    ['bytes', new Uint8Array(1), []],
    ['an instance', [new Person()], [0]],
    ['an instance of a class that extends nothing', [Reflect.construct(Rootless, [])], [0]],
    ['a circle', circle, []],
    ['what stands under a person, whom it does not name', { '079123456789': 1n }, ['*']],
    ['too many levels', nested(502), []],
  ])('refuses %s, and says where', (_, value, path) => {
    const error = errorOf(value)
    expect(hasCode(error, 'input.json-canonical') && error.path).toEqual(path)
  })

  it('says the same of the same value, and can be read back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        const read: unknown = JSON.parse(text)
        expect(canonicalJson(read)).toBe(text)
        expect(read).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('does not see the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (members) => {
        const reversed = Object.fromEntries(Object.entries(members).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(members))
      }),
    )
  })
})
