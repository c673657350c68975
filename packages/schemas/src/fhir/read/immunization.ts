import { civilDateAt, parseInstant } from '@tiemchung/core'
import { hasDay } from '../../text/has-day.js'
import { routes, sites } from '../code-tables.js'
import { codeSystems, identifierSystems } from '../systems.js'
import { type BundleIndex, resolve } from './bundle.js'
import { codingIn, identifierValue, ownValue, tellUnread, wordIn } from './element.js'
import {
  from,
  items,
  member,
  type Node,
  numberOf,
  type Reading,
  refuseModifiers,
  takeText,
  tell,
  textOf,
} from './node.js'
import { readProduct } from './product.js'

const read = [
  'resourceType',
  'id',
  'meta',
  'text',
  'language',
  'extension',
  'identifier',
  'status',
  'vaccineCode',
  'patient',
  'encounter',
  'occurrenceDateTime',
  'recorded',
  'primarySource',
  'reportOrigin',
  'location',
  'lotNumber',
  'expirationDate',
  'site',
  'route',
  'doseQuantity',
  'performer',
  'reaction',
  'protocolApplied',
]

/** What holds for every dose: given, and nothing that changes its meaning. */
function checkDose(reading: Reading, dose: Node): void {
  tellUnread(reading, dose, read)
  refuseModifiers(reading, dose)
  const subpotent = member(dose, 'isSubpotent')
  if (subpotent.value === true) tell(reading, 'fhir.modifier', subpotent.path)
  const status = member(dose, 'status')
  if (status.value !== 'completed') tell(reading, 'fhir.status', status.path)
}

function readNumber(reading: Reading, dose: Node, field: string): number | undefined {
  const [first, second] = items(reading, dose, 'protocolApplied')
  if (first === undefined) return undefined
  if (second !== undefined) tell(reading, 'fhir.code.conflict', second.path)
  const number = member(first, 'doseNumberPositiveInt')
  return from(reading, number, field, numberOf(reading, number))
}

/** The facility of a place: its own code, else that of the body that runs it. */
function facilityOfPlace(reading: Reading, index: BundleIndex, place: Node): Node | undefined {
  const own = identifierValue(reading, place, identifierSystems.facility)
  if (own !== undefined) return own
  const body = resolve(reading, index, member(place, 'managingOrganization'), 'Organization')
  return body && identifierValue(reading, body, identifierSystems.facility)
}

/** The facility of a reference to a place: by identifier, or by the resource that it leads to. */
function readFacility(
  reading: Reading,
  index: BundleIndex,
  dose: Node,
  field: string,
): string | undefined {
  const reference = member(dose, 'location')
  const byIdentifier = member(reference, 'identifier')
  const place = resolve(reading, index, reference, 'Location')
  const code =
    place === undefined
      ? member(byIdentifier, 'system').value === identifierSystems.facility
        ? member(byIdentifier, 'value')
        : undefined
      : facilityOfPlace(reading, index, place)
  return code && takeText(reading, code, field)
}

/** The staff account behind a reference to a practitioner. */
export function readAccount(
  reading: Reading,
  index: BundleIndex,
  reference: Node,
  field: string,
): string | undefined {
  const person = resolve(reading, index, reference, 'Practitioner')
  const account = person && identifierValue(reading, person, identifierSystems.staff)
  return account && takeText(reading, account, field)
}

/** Who gave the dose: the performer marked as administering, else the only one that is not marked. */
function readVaccinator(reading: Reading, index: BundleIndex, dose: Node): string | undefined {
  const performers = items(reading, dose, 'performer').map((node) => {
    const role = codingIn(reading, member(node, 'function'), codeSystems.performer)
    return { node, role: role?.code }
  })
  const marked = performers.filter(({ role }) => role === 'AP')
  const [first, second] = marked.length > 0 ? marked : performers.filter(({ role }) => !role)
  if (first === undefined) return undefined
  if (second !== undefined) tell(reading, 'fhir.code.conflict', second.node.path)
  return readAccount(reading, index, member(first.node, 'actor'), 'dose.vaccinator')
}

/** Millilitres as decimal text. */
function readVolume(reading: Reading, dose: Node): string | undefined {
  const quantity = member(dose, 'doseQuantity')
  if (quantity.value === undefined) return undefined
  const unit = member(quantity, 'code')
  if (member(quantity, 'system').value !== codeSystems.ucum || unit.value !== 'mL') {
    tell(reading, 'fhir.code.unknown', unit.path)
    return undefined
  }
  const comparator = member(quantity, 'comparator')
  if (comparator.value !== undefined) tell(reading, 'fhir.modifier', comparator.path)
  const value = member(quantity, 'value')
  const number = numberOf(reading, value)
  const exact = ownValue(reading, member(quantity, '_value'), 'decimalText', 'valueString')
  const text = exact && textOf(reading, exact)
  if (text !== undefined && Number(text) !== number) tell(reading, 'fhir.code.conflict', value.path)
  return from(reading, value, 'dose.volumeMl', text ?? number?.toString())
}

/** The day and the instant of a dose: the day is the instant's, unless an extension says another. */
function readTime(reading: Reading, dose: Node): object {
  const occurrence = member(dose, 'occurrenceDateTime')
  const text = textOf(reading, occurrence)
  const stated = ownValue(reading, dose, 'doseDate', 'valueDate')
  const day = stated && textOf(reading, stated)
  if (text === undefined || !hasDay(text)) {
    return { date: from(reading, occurrence, 'dose.date', day ?? text) }
  }
  return {
    date: from(reading, stated ?? occurrence, 'dose.date', day ?? civilDateAt(parseInstant(text))),
    givenAt: from(reading, occurrence, 'dose.givenAt', text),
  }
}

/** The dose that a record is about. */
export function readDose(reading: Reading, index: BundleIndex, dose: Node): object {
  checkDose(reading, dose)
  reading.sources.set('dose', dose.path)
  const site = member(dose, 'site')
  const route = member(dose, 'route')
  return {
    number: readNumber(reading, dose, 'dose.number'),
    ...readTime(reading, dose),
    product: readProduct(reading, member(dose, 'vaccineCode'), 'dose.product'),
    lot: takeText(reading, member(dose, 'lotNumber'), 'dose.lot'),
    expiryDate: takeText(reading, member(dose, 'expirationDate'), 'dose.expiryDate'),
    volumeMl: readVolume(reading, dose),
    site: from(reading, site, 'dose.site', wordIn(reading, site, sites)),
    route: from(reading, route, 'dose.route', wordIn(reading, route, routes)),
    facility: readFacility(reading, index, dose, 'dose.facility'),
    vaccinator: readVaccinator(reading, index, dose),
  }
}

/** An earlier dose. */
export function readPriorDose(
  reading: Reading,
  index: BundleIndex,
  dose: Node,
  place: number,
): object {
  checkDose(reading, dose)
  const field = `priorDoses[${place}]`
  reading.sources.set(field, dose.path)
  const occurrence = member(dose, 'occurrenceDateTime')
  const text = textOf(reading, occurrence)
  const day = text !== undefined && hasDay(text) ? civilDateAt(parseInstant(text)) : text
  return {
    number: readNumber(reading, dose, `${field}.number`),
    date: from(reading, occurrence, `${field}.date`, day),
    product: readProduct(reading, member(dose, 'vaccineCode'), `${field}.product`),
    lot: takeText(reading, member(dose, 'lotNumber'), `${field}.lot`),
    facility: readFacility(reading, index, dose, `${field}.facility`),
  }
}

/** The end of the observation, from the visit. */
export function readObservedUntil(
  reading: Reading,
  index: BundleIndex,
  dose: Node,
): string | undefined {
  const visit = resolve(reading, index, member(dose, 'encounter'), 'Encounter')
  if (visit === undefined) return undefined
  refuseModifiers(reading, visit)
  const status = member(visit, 'status')
  if (status.value === 'entered-in-error' || status.value === 'cancelled') {
    tell(reading, 'fhir.status', status.path)
  }
  return takeText(reading, member(member(visit, 'period'), 'end'), 'dose.observedUntil')
}
