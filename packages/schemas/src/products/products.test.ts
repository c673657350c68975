import { describe, expect, test } from 'vitest'
import { deprecatedCodes, findProduct, products, productsNamed } from './index.js'

describe('products', () => {
  test('exactly eight are those of Decision 5772, by brand', () => {
    const brands = new Set(products.filter((one) => one.of5772).map((one) => one.brand))
    expect([...brands].sort()).toEqual([
      'abdala',
      'astrazeneca',
      'comirnaty',
      'hayat-vax',
      'janssen',
      'spikevax',
      'sputnik-v',
      'vero-cell',
    ])
  })
  test('ids are unique and begin with their brand', () => {
    expect(new Set(products.map((one) => one.id)).size).toBe(products.length)
    for (const { id, brand } of products) expect(id.startsWith(brand)).toBe(true)
  })
  test('no current product carries a deprecated code', () => {
    for (const { field, code } of deprecatedCodes) {
      expect(products.filter((one) => one.eu?.[field] === code)).toEqual([])
    }
  })
  test('strengths of one brand share their EU codes', () => {
    const codesOf = (brand: string) =>
      new Set(products.filter((one) => one.brand === brand).map((one) => JSON.stringify(one.eu)))
    expect(codesOf('comirnaty').size).toBe(1)
    expect(codesOf('spikevax').size).toBe(1)
  })
})

describe('findProduct', () => {
  test.each([
    ['comirnaty-10', 'comirnaty-10'],
    ['PFIZER TRẺ EM', 'comirnaty-10'],
    ['Pfizer  trẻ em '.normalize('NFD'), 'comirnaty-10'],
    ['Moderna 6-11 tuổi', 'spikevax-50'],
    ['Vaxzevria', 'astrazeneca'],
    ['vero cell', 'vero-cell'],
    ['Sputnik Light', 'sputnik-light'],
  ])('reads %s', (text, id) => {
    expect(findProduct(text)?.id).toBe(id)
  })
  test.each(['', 'Pfizer trẻ', 'Pfizer tre em', 'comirnaty', 'Sputnik', 'Novavax', 'constructor'])(
    'does not guess what "%s" is',
    (text) => {
      expect(findProduct(text)).toBeUndefined()
    },
  )
  test('a name that two strengths share names neither', () => {
    expect(productsNamed('Pfizer').map((one) => one.id)).toEqual(['comirnaty-10', 'comirnaty-30'])
    expect(findProduct('Pfizer')).toBeUndefined()
  })
  test('every other name in use leads to its product alone', () => {
    const shared = ['Pfizer', 'Comirnaty', 'Pfizer-BioNTech', 'Moderna', 'Spikevax']
    for (const product of products) {
      const names = [product.id, product.name, ...product.namesInUse]
      for (const name of names.filter((one) => !shared.includes(one))) {
        expect(findProduct(name)?.id).toBe(product.id)
      }
    }
  })
})
