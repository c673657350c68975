import { identifierSystems } from '../systems.js'
import { type BundleIndex, resources } from './bundle.js'
import { identifierValue } from './element.js'
import { member, type Node, type Reading, takeText, tell, textOf, withoutUrn } from './node.js'

/** The dose that the bundle is about, and the earlier ones. */
export interface Doses {
  readonly dose: Node
  readonly earlier: readonly Node[]
}

const recordIdOf = (dose: Node): string | undefined => {
  const reading: Reading = { issues: [], sources: new Map() }
  const id = identifierValue(reading, dose, identifierSystems.uri)
  return id && withoutUrn(textOf(reading, id))
}

/**
 * Which dose the bundle is about: the one of the record's id when that is given; else the one that has an id of a
 * record; else the only one that is told at first hand. It is never guessed.
 */
export function chooseDose(
  reading: Reading,
  index: BundleIndex,
  recordId: string | undefined,
): Doses | undefined {
  const all = resources(index, 'Immunization')
  const wanted =
    recordId === undefined
      ? all.filter((one) => recordIdOf(one) !== undefined)
      : all.filter((one) => recordIdOf(one) === recordId)
  const firstHand = all.filter((one) => member(one, 'primarySource').value !== false)
  const [dose, second] = wanted.length > 0 || recordId !== undefined ? wanted : firstHand
  const params = { resource: 'Immunization' }
  if (dose === undefined) tell(reading, 'fhir.resource.missing', ['Bundle'], { params })
  else if (second !== undefined) tell(reading, 'fhir.resource.several', second.path, { params })
  if (dose === undefined || second !== undefined) return undefined
  return { dose, earlier: all.filter((one) => one !== dose) }
}

/** The id of the record that a dose is of. */
export function readRecordId(reading: Reading, dose: Node): string | undefined {
  const id = identifierValue(reading, dose, identifierSystems.uri)
  return id && withoutUrn(takeText(reading, id, 'id'))
}
