import { findProduct } from '../../products/find-product.js'
import { type Product, products } from '../../products/catalogue.js'
import { codeSystems } from '../systems.js'
import { type CodingNode, codings } from './element.js'
import { from, member, type Node, type Reading, tell, textOf } from './node.js'

/** Systems of others by which a product may be known, and its codes in them. */
const known: ReadonlyMap<string, (product: Product) => string | null> = new Map([
  [codeSystems.cvx, (product: Product) => product.cvx],
  [codeSystems.atc, (product: Product) => product.atc],
  [codeSystems.snomed, (product: Product) => product.eu?.vp ?? null],
])

/** The products that every code of others allows. */
function candidates(list: readonly CodingNode[]): readonly Product[] {
  return products.filter((product) =>
    list.every(({ system = '', code }) => known.get(system)?.(product) === code),
  )
}

/** Our own code; one that the catalogue does not have is taken as it is, and told. */
function ownCode(reading: Reading, ours: CodingNode, others: readonly CodingNode[]) {
  const product = products.find((one) => one.id === ours.code)
  if (product === undefined) {
    tell(reading, 'fhir.product.unknown', ours.path, { severity: 'warning' })
  } else if (!candidates(others).includes(product)) {
    tell(reading, 'fhir.code.conflict', ours.path)
  }
  return ours.code
}

/** The one product that the codes of others allow. Not one, or more than one, is told. */
function byOthers(reading: Reading, concept: Node, others: readonly CodingNode[]) {
  const [first, ...more] = candidates(others)
  if (first === undefined) tell(reading, 'fhir.product.unknown', concept.path)
  else if (more.length > 0) tell(reading, 'fhir.product.ambiguous', concept.path)
  return more.length === 0 ? first?.id : undefined
}

/** The one product of a name in use, where a concept is words alone. */
function byName(reading: Reading, concept: Node): string | undefined {
  const text = textOf(reading, member(concept, 'text'))
  const found = text === undefined ? undefined : findProduct(text)
  if (found === undefined) tell(reading, 'fhir.product.unknown', concept.path)
  return found?.id
}

/**
 * The product of a vaccine code: by our code, else by the codes of others when they leave one product, else by a
 * name in use. Nothing is guessed: CVX 207 is two strengths of Spikevax.
 */
export function readProduct(reading: Reading, concept: Node, field: string): string | undefined {
  if (concept.value === undefined) return undefined
  const all = codings(reading, concept)
  const ours = all.filter((one) => one.system === codeSystems.product)
  const others = all.filter((one) => one.system !== undefined && known.has(one.system))
  const [first, second] = ours
  if (second !== undefined) tell(reading, 'fhir.code.conflict', second.path)
  if (first !== undefined) return from(reading, first, field, ownCode(reading, first, others))
  const id = others.length > 0 ? byOthers(reading, concept, others) : byName(reading, concept)
  return from(reading, concept, field, id)
}
