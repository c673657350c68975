import { relationships } from '../code-tables.js'
import { type BundleIndex, leadsTo, resources } from './bundle.js'
import { fullName, phone, tellUnread, wordIn } from './element.js'
import {
  from,
  items,
  member,
  type Node,
  type Reading,
  refuseModifiers,
  takeText,
  tell,
} from './node.js'

const read = [
  'resourceType',
  'id',
  'meta',
  'text',
  'language',
  'active',
  'patient',
  'relationship',
  'name',
  'telecom',
]

function readRelationship(reading: Reading, person: Node): string | undefined {
  const [first, second] = items(reading, person, 'relationship')
  if (first === undefined) return undefined
  if (second !== undefined) tell(reading, 'fhir.not-held', second.path, { severity: 'warning' })
  return from(reading, first, 'person.guardian.relationship', wordIn(reading, first, relationships))
}

/** The parent or guardian: the one related person of the patient, if there is one. */
export function readGuardian(
  reading: Reading,
  index: BundleIndex,
  patient: Node,
): object | undefined {
  const [person, second] = resources(index, 'RelatedPerson').filter((one) =>
    leadsTo(index, member(one, 'patient'), patient),
  )
  if (person === undefined) return undefined
  if (second !== undefined) {
    tell(reading, 'fhir.resource.several', second.path, { params: { resource: 'RelatedPerson' } })
    return undefined
  }
  tellUnread(reading, person, read)
  refuseModifiers(reading, person)
  const active = member(person, 'active')
  if (active.value === false) tell(reading, 'fhir.status', active.path)
  reading.sources.set('person.guardian', person.path)
  const name = fullName(reading, person)
  const number = phone(reading, person)
  return {
    relationship: readRelationship(reading, person),
    fullName: name && takeText(reading, name, 'person.guardian.fullName'),
    phone: number && takeText(reading, number, 'person.guardian.phone'),
  }
}
