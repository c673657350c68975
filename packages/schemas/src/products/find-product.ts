import { type Product, products } from './catalogue.js'

const fold = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

function index(): ReadonlyMap<string, readonly Product[]> {
  const found = new Map<string, Product[]>()
  for (const product of products) {
    const names = [product.id, product.name, ...product.namesInUse]
    // As they stand as well: most cells hold just that, and need no folding.
    for (const name of new Set([...names, ...names.map(fold)])) {
      const called = found.get(name)
      if (called === undefined) found.set(name, [product])
      else called.push(product)
    }
  }
  return found
}

/** The products by every name that they go by, as it stands and folded. */
const byName = /* @__PURE__ */ index()

/**
 * All products that go by an id or a name in use, compared without regard to case and blanks. "Pfizer"
 * names two, of different strength: somebody has to say which.
 */
export function productsNamed(text: string): readonly Product[] {
  return byName.get(text) ?? byName.get(fold(text)) ?? []
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
