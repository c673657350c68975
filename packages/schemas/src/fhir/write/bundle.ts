import type * as r4 from '../r4.js'
import { identifierSystems } from '../systems.js'
import { writeComposition } from './composition.js'
import { idOf, metaOf, type Output, writeInstant } from './output.js'

/** The identifier by which a server may know a resource that other records share. */
function sharedIdentifier(resource: r4.Resource): r4.Identifier | undefined {
  switch (resource.resourceType) {
    case 'Patient':
    case 'Organization':
    case 'Location':
    case 'Practitioner':
      return resource.identifier?.[0]
    default:
      return undefined
  }
}

/**
 * What a server is to do: people, places and staff are made when it does not know their number; what belongs to the
 * record is put under the record's own ids, so that the same record sent twice is there once.
 */
function request(resource: r4.Resource): NonNullable<r4.BundleEntry['request']> {
  const shared = sharedIdentifier(resource)
  const { resourceType, id = '' } = resource
  if (shared === undefined) return { method: 'PUT', url: `${resourceType}/${id}` }
  const value = encodeURIComponent(shared.value ?? '')
  return {
    method: 'POST',
    url: resourceType,
    ifNoneExist: `identifier=${encodeURIComponent(shared.system ?? '')}|${value}`,
  }
}

/** The resources in a bundle of the kind that was asked for. */
export function writeBundle(
  output: Output,
  type: r4.Bundle['type'],
  resources: readonly r4.Resource[],
): r4.Bundle {
  const { record } = output
  const whole = type === 'document' ? [writeComposition(output), ...resources] : resources
  const entry = whole.map((resource) => ({
    fullUrl: `urn:uuid:${resource.id ?? ''}`,
    resource,
    ...(type === 'transaction' ? { request: request(resource) } : {}),
  }))
  if (type !== 'document') return { resourceType: 'Bundle', type, entry }
  const value = `urn:uuid:${idOf(record, 'bundle')}`
  return {
    resourceType: 'Bundle',
    ...metaOf(output, 'Bundle'),
    identifier: { system: identifierSystems.uri, value },
    type,
    timestamp: writeInstant({ ...output, lost: [] }, [], record.enteredAt),
    entry,
  }
}
