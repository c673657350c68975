import { isObject, items, member, type Node, type Reading, tell } from './node.js'

/** The resources of a bundle, and how others point at them. */
export interface BundleIndex {
  readonly byType: ReadonlyMap<string, readonly Node[]>
  readonly byAddress: ReadonlyMap<string, Node>
}

function addressesOf(entry: Node, resource: Node): readonly string[] {
  const fullUrl = member(entry, 'fullUrl').value
  const type = member(resource, 'resourceType').value
  const id = member(resource, 'id').value
  return [
    ...(typeof fullUrl === 'string' ? [fullUrl] : []),
    ...(typeof type === 'string' && typeof id === 'string' ? [`${type}/${id}`] : []),
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
  const byAddress = new Map<string, Node>()
  for (const entry of items(reading, root, 'entry')) {
    const resource = member(entry, 'resource')
    const type = member(resource, 'resourceType').value
    if (typeof type !== 'string') {
      tell(reading, 'fhir.type', resource.path)
      continue
    }
    byType.set(type, [...(byType.get(type) ?? []), resource])
    for (const address of addressesOf(entry, resource)) byAddress.set(address, resource)
  }
  return { byType, byAddress }
}

/** The resources of a type. */
export function resources(index: BundleIndex, type: string): readonly Node[] {
  return index.byType.get(type) ?? []
}

/** The resource that a reference leads to; told when it leads nowhere or to another type. */
export function resolve(
  reading: Reading,
  index: BundleIndex,
  reference: Node,
  type: string,
): Node | undefined {
  const address = member(reference, 'reference').value
  if (reference.value === undefined || address === undefined) return undefined
  const found = typeof address === 'string' ? index.byAddress.get(address) : undefined
  if (found !== undefined && member(found, 'resourceType').value === type) return found
  tell(reading, 'fhir.reference', reference.path, { params: { resource: type } })
  return undefined
}

/** Whether a reference leads to a resource. */
export function leadsTo(index: BundleIndex, reference: Node, target: Node): boolean {
  const address = member(reference, 'reference').value
  return typeof address === 'string' && index.byAddress.get(address)?.value === target.value
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
