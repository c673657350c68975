import { civilDateAt, type Path, parseInstant } from '@tiemchung/core'
import { type Product, products } from '../../products/catalogue.js'
import type { PriorDose } from '../../record/dose.js'
import { codingOf, routes, sites } from '../code-tables.js'
import type * as r4 from '../r4.js'
import { codeSystems, extensionUrls, identifierSystems } from '../systems.js'
import { facilityByCode } from './facility.js'
import {
  compact,
  concept,
  idOf,
  metaOf,
  type Output,
  own,
  referTo,
  withExtensions,
  writeInstant,
} from './output.js'

const codesOf = ({ cvx, atc, eu }: Product): r4.Coding[] => [
  ...(cvx === null ? [] : [{ system: codeSystems.cvx, code: cvx }]),
  { system: codeSystems.atc, code: atc },
  ...(eu === null ? [] : [{ system: codeSystems.snomed, code: eu.vp }]),
]

/** A product in our code, which tells strengths apart, and in those that others know it by. */
function vaccineCode(id: string): r4.CodeableConcept {
  const product = products.find((one) => one.id === id)
  const ours = { system: codeSystems.product, code: id }
  if (product === undefined) return concept(ours)
  return {
    coding: [{ ...ours, display: product.name }, ...codesOf(product)],
    text: product.name,
  }
}

const covid = concept({ system: codeSystems.snomed, code: '840539006', display: 'COVID-19' })

/** Which dose it is, of what: every product of the catalogue is against COVID-19. */
function protocol(number: number, id: string): r4.Immunization['protocolApplied'] {
  const known = products.some((one) => one.id === id)
  return [{ ...(known ? { targetDisease: [covid] } : {}), doseNumberPositiveInt: number }]
}

/** Millilitres; a text that the number does not come back to, such as `0.20`, stands beside it. */
function volume(output: Output, text: string): r4.Quantity {
  const value = Number(text)
  const exact =
    String(value) === text
      ? []
      : own(output, 'decimalText', ['dose', 'volumeMl'], { valueString: text })
  return {
    value,
    ...(exact.length === 0 ? {} : { _value: { extension: exact } }),
    unit: 'mL',
    system: codeSystems.ucum,
    code: 'mL',
  }
}

const part = (url: string, value: Omit<r4.Extension, 'url'>): r4.Extension => ({ url, ...value })

const text = (url: string, value: string | undefined): r4.Extension[] =>
  value === undefined ? [] : [part(url, { valueString: value })]

function screening(output: Output): r4.Extension[] {
  const items = Object.entries(output.record.screening)
  const extension = items.map(([item, answer]) => part(item, { valueCode: answer }))
  return own(output, 'screening', ['screening'], { extension })
}

function consent(output: Output): r4.Extension[] {
  const given = output.record.consent
  const state = part('state', { valueCode: given.state })
  const rest =
    given.state === 'none'
      ? []
      : [
          part('by', { valueCode: given.by }),
          ...text('name', given.name),
          ...text('phone', given.phone),
          part('date', { valueDate: given.date }),
        ]
  return own(output, 'consent', ['consent'], { extension: [state, ...rest] })
}

function examination(output: Output): r4.Extension[] {
  const form = output.record.examination
  if (form === undefined) return []
  const { temperature, pulse, conclusion, by } = form
  const extension = [
    ...text('temperature', temperature),
    ...(pulse === undefined ? [] : [part('pulse', { valuePositiveInt: pulse })]),
    ...(conclusion === undefined ? [] : [part('conclusion', { valueCode: conclusion })]),
    ...text('by', by),
  ]
  if (extension.length > 0) return own(output, 'examination', ['examination'], { extension })
  output.lost.push({ path: ['examination'], reason: 'empty' })
  return []
}

/** Reactions: when each began is FHIR's, the rest an extension of ours. */
function reactions(output: Output): r4.Immunization['reaction'] {
  const { reactions: list } = output.record
  if (list === undefined) return undefined
  if (list.length > 0) {
    return list.map(({ what, onset, grade, outcome, note }, place) => {
      const extension = [
        part('what', { valueCode: what }),
        part('grade', { valuePositiveInt: grade }),
        part('outcome', { valueCode: outcome }),
        ...text('note', note),
      ]
      const path: Path = ['reactions', place]
      return {
        ...withExtensions(own(output, 'reaction', path, { extension })),
        date: writeInstant(output, [...path, 'onset'], onset),
      }
    })
  }
  output.lost.push({ path: ['reactions'], reason: 'empty' })
  return undefined
}

function identityEvidence(output: Output): r4.Extension[] {
  const { identity } = output.record
  const verification = 'verificationId' in identity ? identity.verificationId : undefined
  const path: Path = ['identity', 'at']
  const extension = [
    part('status', { valueCode: identity.status }),
    ...(verification === undefined
      ? []
      : [part('verification', { valueUuid: `urn:uuid:${verification}` })]),
    ...('at' in identity && output.ownExtensions
      ? [part('at', { valueDateTime: writeInstant(output, path, identity.at) })]
      : []),
    ...('because' in identity ? [part('because', { valueCode: identity.because })] : []),
  ]
  return own(output, 'identityEvidence', ['identity'], { extension })
}

function doseDate(output: Output): r4.Extension[] {
  const { date, givenAt } = output.record.dose
  if (civilDateAt(parseInstant(givenAt)) === date) return []
  return own(output, 'doseDate', ['dose', 'date'], { valueDate: date })
}

const administering = concept({
  system: codeSystems.performer,
  code: 'AP',
  display: 'Administering Provider',
})

/** The dose that the record is about. */
export function writeImmunization(output: Output): r4.Immunization {
  const { record } = output
  const { dose } = record
  return compact<r4.Immunization>({
    resourceType: 'Immunization',
    id: idOf(record, 'dose'),
    ...metaOf(output, 'Immunization'),
    ...withExtensions([
      ...screening(output),
      ...examination(output),
      ...consent(output),
      ...identityEvidence(output),
      ...doseDate(output),
    ]),
    identifier: [{ system: identifierSystems.uri, value: `urn:uuid:${record.id}` }],
    status: 'completed',
    vaccineCode: vaccineCode(dose.product),
    patient: referTo(output, 'patient', 'Patient'),
    encounter: referTo(output, 'encounter', 'Encounter'),
    occurrenceDateTime: writeInstant(output, ['dose', 'givenAt'], dose.givenAt),
    recorded: writeInstant(output, ['enteredAt'], record.enteredAt),
    primarySource: true,
    location: referTo(output, 'location', 'Location'),
    lotNumber: dose.lot,
    expirationDate: dose.expiryDate,
    site: concept(codingOf(sites, dose.site)),
    route: concept(codingOf(routes, dose.route)),
    doseQuantity: volume(output, dose.volumeMl),
    performer: [{ function: administering, actor: referTo(output, 'vaccinator', 'Practitioner') }],
    reaction: reactions(output),
    protocolApplied: protocol(dose.number, dose.product),
  })
}

const written = concept({
  system: codeSystems.reportOrigin,
  code: 'record',
  display: 'Written Record',
})

/** Its visit is not known, which a profile that asks for one is told. */
const unknownVisit: r4.Reference = {
  extension: [{ url: extensionUrls.dataAbsentReason, valueCode: 'unknown' }],
}

/** An earlier dose, as far as it is known. */
export function writePriorDose(output: Output, dose: PriorDose, place: number): r4.Immunization {
  return compact<r4.Immunization>({
    resourceType: 'Immunization',
    id: idOf(output.record, place),
    ...metaOf(output, 'Immunization'),
    status: 'completed',
    vaccineCode: vaccineCode(dose.product),
    patient: referTo(output, 'patient', 'Patient'),
    encounter: output.profile.chiefComplaint ? unknownVisit : undefined,
    occurrenceDateTime: dose.date,
    primarySource: false,
    reportOrigin: written,
    location: dose.facility === undefined ? undefined : facilityByCode(dose.facility),
    lotNumber: dose.lot,
    protocolApplied: protocol(dose.number, dose.product),
  })
}
