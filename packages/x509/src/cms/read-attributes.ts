/** Signed attributes: a SET in DER order, each type once (RFC 5652 sections 5.3 and 11). */
import { follows } from '../certificate/name.js'
import { contentOf, type DerElement, inside, refuse } from '../der/cursor.js'
import { readOid, tags } from '../der/values.js'

/** One attribute. */
export interface Attribute {
  readonly oid: string
  /** Its values, in order; at least one. */
  readonly values: readonly DerElement[]
}

const maximumAttributes = 64

function readValues(set: DerElement): readonly DerElement[] {
  const cursor = inside(set)
  const values: DerElement[] = []
  do values.push(cursor.any())
  while (!cursor.done)
  return values
}

/**
 * The attributes inside a tagged SET. Another order than that of DER is refused: what is signed is the
 * DER of the set, and verifiers differ in whether they sort first.
 *
 * @throws ParseError `x509.der.*`, `x509.cms.attributes`
 */
export function readAttributes(element: DerElement): readonly Attribute[] {
  const cursor = inside(element)
  const attributes: Attribute[] = []
  let before: DerElement | undefined
  do {
    const member = cursor.read(tags.sequence)
    if (before !== undefined && !follows(before, member)) refuse('x509.der.order')
    before = member
    const pair = inside(member)
    const oid = readOid(pair.read(tags.oid))
    const values = readValues(pair.read(tags.set))
    pair.finish()
    if (attributes.some((one) => one.oid === oid)) refuse('x509.cms.attributes')
    attributes.push({ oid, values })
    if (attributes.length > maximumAttributes) refuse('x509.der.size')
  } while (!cursor.done)
  return attributes
}

/** The one value of an attribute, when it is there, is alone and has this tag. */
export function singleValue(
  attributes: readonly Attribute[],
  oid: string,
  tag: number,
): DerElement | undefined {
  const values = attributes.find((one) => one.oid === oid)?.values
  const [value, ...others] = values ?? []
  return value?.tag === tag && others.length === 0 ? value : undefined
}

/** The octets of an attribute that is one OCTET STRING. */
export function octetsOf(attributes: readonly Attribute[], oid: string): Uint8Array | undefined {
  const value = singleValue(attributes, oid, tags.octetString)
  return value === undefined ? undefined : contentOf(value)
}
