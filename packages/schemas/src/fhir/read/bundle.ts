import { isObject, items, member, type Node, type Reading, tell } from './node.js'

/** The resources of a bundle, and how others point at them. */
export interface BundleIndex {
  readonly byType: ReadonlyMap<string, readonly Node[]>
  /** An address that two resources have leads to neither. */
  readonly byAddress: ReadonlyMap<string, Node | 'several'>
}

function addressesOf(entry: Node, resource: Node): readonly string[] {
  const fullUrl = member(entry, 'fullUrl').value
  const type = member(resource, 'resourceType').value
  const id = member(resource, 'id').value
  const relative = typeof type === 'string' && typeof id === 'string' ? `${type}/${id}` : undefined
  return [
    ...(typeof fullUrl === 'string' ? [fullUrl] : []),
    ...(relative === undefined || relative === fullUrl ? [] : [relative]),
  ]
}

/** The resources by type and by address; undefined, and told, when the document is no bundle. */
export function indexBundle(reading: Reading, document: unknown): BundleIndex | undefined {
  const root: Node = { value: document, path: ['Bundle'] }
  if (!isObject(document) || document['resourceType'] !== 'Bundle') {
    tell(reading, 'fhir.not-a-bundle', [])
    return undefined
  }
  const byType = new Map<string, Node[]>()
  const byAddress = new Map<string, Node | 'several'>()
  for (const entry of items(reading, root, 'entry')) {
    const resource = member(entry, 'resource')
    const type = member(resource, 'resourceType').value
    if (typeof type !== 'string') {
      tell(reading, 'fhir.type', resource.path)
      continue
    }
    const sameType = byType.get(type)
    if (sameType === undefined) byType.set(type, [resource])
    else sameType.push(resource)
    for (const address of addressesOf(entry, resource)) {
      byAddress.set(address, byAddress.has(address) ? 'several' : resource)
    }
  }
  return { byType, byAddress }
}

/** The resources of a type. */
export function resources(index: BundleIndex, type: string): readonly Node[] {
  return index.byType.get(type) ?? []
}

/** The resource of an address, when it is the address of one. */
const at = (index: BundleIndex, address: unknown): Node | undefined => {
  const found = typeof address === 'string' ? index.byAddress.get(address) : undefined
  return found === 'several' ? undefined : found
}

/** The resource that a reference leads to; told when it leads nowhere, to several or to another type. */
export function resolve(
  reading: Reading,
  index: BundleIndex,
  reference: Node,
  type: string,
): Node | undefined {
  const address = member(reference, 'reference').value
  if (reference.value === undefined || address === undefined) return undefined
  const found = at(index, address)
  if (found !== undefined && member(found, 'resourceType').value === type) return found
  tell(reading, 'fhir.reference', reference.path, { params: { resource: type } })
  return undefined
}

/** Whether a reference leads to a resource. */
export function leadsTo(index: BundleIndex, reference: Node, target: Node): boolean {
  return at(index, member(reference, 'reference').value)?.value === target.value
}

const readTypes: ReadonlySet<string> = new Set([
  'Composition',
  'Patient',
  'RelatedPerson',
  'Organization',
  'Location',
  'Practitioner',
  'Encounter',
  'Immunization',
  'Provenance',
])

/** Resources of types that a record is not read from: each is told. */
export function tellOtherTypes(reading: Reading, { byType }: BundleIndex): void {
  for (const [type, found] of byType) {
    if (readTypes.has(type)) continue
    for (const { path } of found) tell(reading, 'fhir.not-held', path, { severity: 'warning' })
  }
}
