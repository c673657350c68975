/** The catalogue beside the EU value sets as they were published. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { vectors } from '../vectors.fixture.js'
import { deprecatedCodes, products } from './index.js'

type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>
const { path, present, title } = vectors('valuesets', 'products beside the EU value sets')
const valuesOf = (file: string): Values =>
  (JSON.parse(readFileSync(join(path, file), 'utf8')) as { readonly valueSetValues: Values })
    .valueSetValues
const files = {
  mp: 'vaccine-medicinal-product.json',
  ma: 'vaccine-mah-manf.json',
  vp: 'vaccine-prophylaxis.json',
} as const

describe.skipIf(!present)(title, () => {
  test('every EU code is in its value set and active', () => {
    const coded = products.filter((one) => one.eu !== null)
    expect(coded.length).toBe(products.length)
    for (const field of ['mp', 'ma', 'vp'] as const) {
      const values = valuesOf(files[field])
      for (const { id, eu } of coded)
        expect(values[eu?.[field] ?? ''], id).toMatchObject({ active: true })
    }
  })
  test('product, holder and type belong together, by the encoding instructions', () => {
    const rows = Object.values(valuesOf('vaccine-encoding-instructions.json'))
    for (const { id, eu } of products) {
      const row = rows.find((one) => one['vaccine-code'] === eu?.mp)
      expect(row, id).toMatchObject({
        'vaccine-manufacturer': eu?.ma,
        'sct-codes': expect.arrayContaining([eu?.vp]) as unknown,
      })
    }
  })
  test('the deprecated codes are there and not active; what replaces them is', () => {
    for (const { field, code, replacedBy } of deprecatedCodes) {
      expect(valuesOf(files[field])[code]).toMatchObject({ active: false })
      if (replacedBy !== null) {
        expect(valuesOf(files[field])[replacedBy]).toMatchObject({ active: true })
      }
    }
  })
})
