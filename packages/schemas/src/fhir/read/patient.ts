import { isSdkError } from '@tiemchung/core'
import { readSex } from '../../codes/sex.js'
import { codeSystems, extensionUrls, identifierSystems } from '../systems.js'
import {
  codingIn,
  current,
  extension,
  fullName,
  identifiers,
  identifierValue,
  ownValue,
  phone,
  tellUnread,
} from './element.js'
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

const read = [
  'resourceType',
  'id',
  'meta',
  'text',
  'language',
  'extension',
  'identifier',
  'active',
  'name',
  'telecom',
  'gender',
  'birthDate',
  'address',
]

/** The kinds of documents by the system of their numbers, in the order in which one is chosen. */
const documents = [
  [identifierSystems.personalNumber, 'personal-number'],
  [identifierSystems.oldCard, 'cmnd'],
  [identifierSystems.military, 'military-8'],
  [identifierSystems.passport, 'passport'],
] as const

/** The kind of an old card by the length of its number. */
const cardKind = (number: unknown): string =>
  typeof number === 'string' && number.length === 9 ? 'cmnd-9' : 'cmnd-12'

/** One document of those that the patient has: the personal number first. Others are told; two numbers of one kind are a conflict. */
function readDocument(reading: Reading, patient: Node): object | undefined {
  const found = documents.flatMap(([system, kind]) =>
    identifiers(reading, patient, system).map((node) => ({ node, kind })),
  )
  const [first, ...others] = found
  for (const { node, kind } of others) {
    const value = member(node, 'value').value
    const rival = kind === first?.kind && value !== member(first.node, 'value').value
    if (rival) tell(reading, 'fhir.code.conflict', node.path)
    else tell(reading, 'fhir.not-held', node.path, { severity: 'warning' })
  }
  if (first === undefined) {
    const none = ownValue(reading, patient, 'noIdentityDocument', 'valueCode')
    if (none === undefined) return undefined
    const field = 'person.identityDocument'
    return { kind: 'none', reason: takeText(reading, none, field) }
  }
  const { node, kind } = first
  const number = takeText(reading, member(node, 'value'), 'person.identityDocument.number')
  if (kind === 'cmnd') return { kind: cardKind(number), number }
  if (kind !== 'passport') return { kind, number }
  const country = ownValue(reading, node, 'passportCountry', 'valueCode')
  return {
    kind,
    number,
    country: country && takeText(reading, country, 'person.identityDocument.country'),
  }
}

interface Codes {
  readonly province: string | undefined
  readonly district: string | undefined
  readonly commune: string | undefined
  readonly asOf: string | undefined
}

const parts = [
  ['province', 'state'],
  ['district', 'district'],
  ['commune', 'ward'],
] as const

/** The codes of an address; they must all be of one day. */
function readCodes(reading: Reading, address: Node, field: string): Codes {
  const codes = extension(reading, address, extensionUrls.administrativeAddress)
  const found = parts.map(([name, url]) => {
    const unit = codes && extension(reading, codes, url)
    const concept = unit && member(unit, 'valueCodeableConcept')
    const coding = concept && codingIn(reading, concept, codeSystems.administrativeUnit)
    return [name, coding] as const
  })
  const known = found.flatMap(([, coding]) => (coding === undefined ? [] : [coding]))
  const versions = known.map((coding) => textOf(reading, member(coding, 'version')))
  if (new Set(versions).size > 1) tell(reading, 'fhir.code.conflict', address.path)
  const code = (at: number): string | undefined => {
    const [name, coding] = found[at] ?? []
    return coding && from(reading, coding, `${field}.${name ?? ''}`, coding.code)
  }
  const [first] = known
  const asOf = first && from(reading, first, `${field}.asOf`, versions[0])
  return { province: code(0), district: code(1), commune: code(2), asOf }
}

function readAddress(reading: Reading, address: Node, field: string): object {
  reading.sources.set(field, address.path)
  const [line, ...more] = items(reading, address, 'line')
  for (const { path } of more) tell(reading, 'fhir.not-held', path, { severity: 'warning' })
  return {
    ...readCodes(reading, address, field),
    detail: line && takeText(reading, line, `${field}.detail`),
  }
}

/** Where the person lives and where they are registered. One address that does not say is where they live. */
function readAddresses(reading: Reading, patient: Node): Readonly<Record<string, object>> {
  const all = current(items(reading, patient, 'address'))
  const marked = all.map((node) => {
    const mark = ownValue(reading, node, 'residence', 'valueCode')
    return { node, residence: mark === undefined && all.length === 1 ? 'current' : mark?.value }
  })
  const found: Record<string, object> = {}
  for (const { node, residence } of marked) {
    if (residence !== 'current' && residence !== 'permanent') {
      tell(reading, 'fhir.code.unknown', node.path)
      continue
    }
    const field = `${residence}Residence`
    if (field in found) tell(reading, 'fhir.code.conflict', node.path)
    found[field] = readAddress(reading, node, `person.${field}`)
  }
  return found
}

function readNationality(reading: Reading, patient: Node): string | undefined {
  const national = extension(reading, patient, extensionUrls.vnNationality)
  const standard = extension(reading, patient, extensionUrls.nationality)
  const holder = national ?? (standard && extension(reading, standard, 'code'))
  if (holder === undefined) return undefined
  const coding = codingIn(reading, member(holder, 'valueCodeableConcept'), codeSystems.country)
  if (coding === undefined) {
    tell(reading, 'fhir.code.unknown', holder.path)
    return undefined
  }
  return from(reading, coding, 'person.nationality', coding.code)
}

function readEthnicGroup(reading: Reading, patient: Node): string | undefined {
  const national = extension(reading, patient, extensionUrls.vnEthnicGroup)
  const ours = ownValue(reading, patient, 'ethnicGroup', 'valueCoding')
  const coding = national
    ? codingIn(reading, member(national, 'valueCodeableConcept'), codeSystems.ethnicGroup)
    : ours
  if (coding === undefined) {
    if (national !== undefined) tell(reading, 'fhir.code.unknown', national.path)
    return undefined
  }
  if (member(coding, 'system').value !== codeSystems.ethnicGroup) {
    tell(reading, 'fhir.code.unknown', coding.path)
    return undefined
  }
  return takeText(reading, member(coding, 'code'), 'person.ethnicGroup')
}

/** The sex by the one table of codes; `other` is read as unknown, which is told. */
function readGender(reading: Reading, patient: Node): string | undefined {
  const gender = member(patient, 'gender')
  const code = textOf(reading, gender)
  if (code === undefined) return undefined
  try {
    const sex = readSex('fhir', code)
    if (sex !== code) tell(reading, 'fhir.not-held', gender.path, { severity: 'warning' })
    return from(reading, gender, 'person.sex', sex)
  } catch (caught) {
    if (!isSdkError(caught)) throw caught
    tell(reading, 'fhir.code.unknown', gender.path)
    return undefined
  }
}

const take = (reading: Reading, node: Node | undefined, field: string) =>
  node && takeText(reading, node, field)

/** The person, as far as the patient says. */
export function readPatient(reading: Reading, patient: Node): object {
  tellUnread(reading, patient, read)
  refuseModifiers(reading, patient, ['link'])
  const active = member(patient, 'active')
  if (active.value === false) tell(reading, 'fhir.status', active.path)
  const priority = ownValue(reading, patient, 'priorityGroup', 'valuePositiveInt')
  const insurance = identifierValue(reading, patient, identifierSystems.healthInsurance)
  reading.sources.set('person', patient.path)
  return {
    fullName: take(reading, fullName(reading, patient), 'person.fullName'),
    birthDate: takeText(reading, member(patient, 'birthDate'), 'person.birthDate'),
    sex: readGender(reading, patient),
    nationality: readNationality(reading, patient),
    identityDocument: readDocument(reading, patient),
    healthInsurance: take(reading, insurance, 'person.healthInsurance'),
    phone: take(reading, phone(reading, patient), 'person.phone'),
    ...readAddresses(reading, patient),
    workplace: take(
      reading,
      ownValue(reading, patient, 'workplace', 'valueString'),
      'person.workplace',
    ),
    ethnicGroup: readEthnicGroup(reading, patient),
    priorityGroup:
      priority && from(reading, priority, 'person.priorityGroup', numberOf(reading, priority)),
  }
}
