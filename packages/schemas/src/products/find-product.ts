import { type Product, products } from './catalogue.js'

const fold = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

const isCalled = (product: Product, folded: string): boolean =>
  product.id === folded ||
  fold(product.name) === folded ||
  product.namesInUse.some((name) => fold(name) === folded)

/**
 * All products that go by an id or a name in use, compared without regard to case and blanks. "Pfizer"
 * names two, of different strength: somebody has to say which.
 */
export function productsNamed(text: string): readonly Product[] {
  const folded = fold(text)
  return products.filter((product) => isCalled(product, folded))
}

/**
 * The one product that goes by an id or a name in use; undefined when none does, or more than one. It
 * never guesses.
 *
 * @example
 * ```ts
 * import { findProduct } from '@tiemchung/schemas/products'
 * findProduct('pfizer  trẻ em')?.id // => 'comirnaty-10'
 * findProduct('Pfizer') // => undefined: 10 µg or 30 µg?
 * ```
 */
export function findProduct(text: string): Product | undefined {
  const [first, ...others] = productsNamed(text)
  return others.length === 0 ? first : undefined
}
