import type { Path } from '@tiemchung/core'
import type { Address } from '../../person/address.js'
import type { IdentityDocument } from '../../person/identity-document.js'
import type { Person } from '../../person/person.js'
import { codingOf, relationships } from '../code-tables.js'
import type * as r4 from '../r4.js'
import { codeSystems, extensionUrls, identifierSystems } from '../systems.js'
import {
  compact,
  concept,
  idOf,
  metaOf,
  type Output,
  own,
  referTo,
  withExtensions,
} from './output.js'

const types = {
  national: ['NI', 'National unique individual identifier'],
  passport: ['PPN', 'Passport number'],
  insurance: ['SB', 'Social Beneficiary Identifier'],
  military: ['MI', 'Military ID number'],
} as const

/** An identifier with its kind written out as the VN-Core slices fix it. */
function identifier(system: string, kind: keyof typeof types, value: string): r4.Identifier {
  const [code, display] = types[kind]
  const type = concept({ system: codeSystems.identifierType, code, display })
  return { use: 'official', type, system, value }
}

/** Document kind → how its number is written. */
const writers: Readonly<
  Record<
    Exclude<IdentityDocument['kind'], 'none'>,
    readonly [system: string, kind: keyof typeof types]
  >
> = {
  'personal-number': [identifierSystems.personalNumber, 'national'],
  'cmnd-9': [identifierSystems.oldCard, 'national'],
  'cmnd-12': [identifierSystems.oldCard, 'national'],
  'military-8': [identifierSystems.military, 'military'],
  passport: [identifierSystems.passport, 'passport'],
}

function documentIdentifiers(output: Output, document: IdentityDocument): r4.Identifier[] {
  if (document.kind === 'none') return []
  const written = identifier(...writers[document.kind], document.number)
  if (document.kind !== 'passport') return [written]
  const path = ['person', 'identityDocument', 'country']
  const country = own(output, 'passportCountry', path, { valueCode: document.country })
  return [{ ...withExtensions(country), ...written }]
}

const unit = (address: Address, url: string, code: string | undefined): r4.Extension[] =>
  code === undefined
    ? []
    : [
        {
          url,
          valueCodeableConcept: concept({
            system: codeSystems.administrativeUnit,
            version: address.asOf,
            code,
          }),
        },
      ]

/** The codes of an address, each with the day on which it held as its version. */
function administrative(address: Address): r4.Extension {
  return {
    url: extensionUrls.administrativeAddress,
    extension: [
      ...unit(address, 'state', address.province),
      ...unit(address, 'district', address.district),
      ...unit(address, 'ward', address.commune),
    ],
  }
}

function writeAddress(
  output: Output,
  address: Address,
  residence: 'permanent' | 'current',
): r4.Address {
  const path: Path = ['person', `${residence}Residence`]
  const mark = output.ownExtensions ? own(output, 'residence', path, { valueCode: residence }) : []
  const codes = [address.commune, address.district, address.province]
  const text = [address.detail, ...codes].filter((part) => part !== undefined).join(', ')
  return {
    extension: [...mark, administrative(address)],
    use: 'home',
    text,
    ...(address.detail === undefined ? {} : { line: [address.detail] }),
    country: 'VN',
  }
}

/** Both addresses when they can be told apart, else the one where the person lives. */
function addresses(output: Output, person: Person): r4.Address[] {
  const { permanentResidence, currentResidence } = person
  const current = writeAddress(output, currentResidence, 'current')
  if (permanentResidence === undefined) return [current]
  if (output.ownExtensions) return [current, writeAddress(output, permanentResidence, 'permanent')]
  output.lost.push({ path: ['person', 'permanentResidence'], reason: 'needs-extension' })
  return [current]
}

function nationality(output: Output, code: string): r4.Extension {
  const country = concept({ system: codeSystems.country, code })
  if (output.profile.nationalExtensions) {
    return { url: extensionUrls.vnNationality, valueCodeableConcept: country }
  }
  return {
    url: extensionUrls.nationality,
    extension: [{ url: 'code', valueCodeableConcept: country }],
  }
}

function ethnicGroup(output: Output, code: string | undefined): r4.Extension[] {
  if (code === undefined) return []
  const valueCoding = { system: codeSystems.ethnicGroup, code }
  if (output.profile.nationalExtensions) {
    return [{ url: extensionUrls.vnEthnicGroup, valueCodeableConcept: concept(valueCoding) }]
  }
  return own(output, 'ethnicGroup', ['person', 'ethnicGroup'], { valueCoding })
}

function patientExtensions(output: Output, person: Person): r4.Extension[] {
  const { identityDocument: document, workplace, priorityGroup } = person
  return [
    nationality(output, person.nationality),
    ...ethnicGroup(output, person.ethnicGroup),
    ...(document.kind === 'none'
      ? own(output, 'noIdentityDocument', ['person', 'identityDocument'], {
          valueCode: document.reason,
        })
      : []),
    ...(workplace === undefined
      ? []
      : own(output, 'workplace', ['person', 'workplace'], { valueString: workplace })),
    ...(priorityGroup === undefined
      ? []
      : own(output, 'priorityGroup', ['person', 'priorityGroup'], {
          valuePositiveInt: priorityGroup,
        })),
  ]
}

const phone = (value: string | undefined): r4.ContactPoint[] | undefined =>
  value === undefined ? undefined : [{ system: 'phone', value }]

/** The person of the record. */
export function writePatient(output: Output): r4.Patient {
  const { person } = output.record
  const insurance =
    person.healthInsurance === undefined
      ? []
      : [identifier(identifierSystems.healthInsurance, 'insurance', person.healthInsurance)]
  const identifiers = [...documentIdentifiers(output, person.identityDocument), ...insurance]
  return compact<r4.Patient>({
    resourceType: 'Patient',
    id: idOf(output.record, 'patient'),
    ...metaOf(output, 'Patient'),
    extension: patientExtensions(output, person),
    identifier: identifiers.length === 0 ? undefined : identifiers,
    active: true,
    name: [{ use: 'official', text: person.fullName }],
    telecom: phone(person.phone),
    gender: person.sex,
    birthDate: person.birthDate,
    address: addresses(output, person),
  })
}

/** The parent or guardian, when the record names one. */
export function writeGuardian(output: Output): r4.RelatedPerson | undefined {
  const { guardian } = output.record.person
  if (guardian === undefined) return undefined
  return compact<r4.RelatedPerson>({
    resourceType: 'RelatedPerson',
    id: idOf(output.record, 'guardian'),
    active: true,
    patient: referTo(output, 'patient', 'Patient'),
    relationship: [concept(codingOf(relationships, guardian.relationship))],
    name: [{ use: 'official', text: guardian.fullName }],
    telecom: phone(guardian.phone),
  })
}
