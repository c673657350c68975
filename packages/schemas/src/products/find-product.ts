import { type Product, products } from './catalogue.js'

const fold = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()

/**
 * The product of an id or of a name in use, compared without regard to case and blanks; undefined for
 * anything else. It never guesses: "Pfizer" is the adult strength, because that is what it named first.
 */
export function findProduct(text: string): Product | undefined {
  const wanted = fold(text)
  return products.find(
    (product) =>
      product.id === wanted ||
      fold(product.name) === wanted ||
      product.namesInUse.some((name) => fold(name) === wanted),
  )
}
