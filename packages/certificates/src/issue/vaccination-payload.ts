import {
  type CivilDate,
  InputError,
  isCivilDate,
  isPartialDate,
  type PartialDate,
} from '@tiemchung/core'
import { issueErrors } from '../errors/issue-errors.js'
import type { HealthCertificatePayload, PersonName } from '../payload/payload.js'
import { type NameOptions, standardiseName } from './names/standardise-name.js'

/** Codes of a vaccine by the EU value sets: type, product, holder. */
export interface ProductCodes {
  readonly vp: string
  readonly mp: string
  readonly ma: string
}

/**
 * What goes into a vaccination certificate. Names fit the certificate request of
 * `@tiemchung/schemas`.
 */
export interface VaccinationRequest {
  /** Họ. */
  readonly familyName?: string | undefined
  /** Chữ đệm và tên. */
  readonly givenName?: string | undefined
  readonly birthDate: PartialDate
  /** Default 840539006, COVID-19. */
  readonly disease?: string
  readonly codes: ProductCodes
  readonly doseNumber: number
  /** Doses of the complete course. */
  readonly courseDoses: number
  readonly vaccinationDate: CivilDate
  /** Country of vaccination. Default `VN`. */
  readonly country?: string
  /** Who issues, as shown: at most 80 characters. */
  readonly issuerName: string
  readonly certificateId: string
  /** How names are standardised. */
  readonly names?: NameOptions
}

const schemaVersion = '1.3.0'
const covid19 = '840539006'

function refuse(field: string): never {
  throw new InputError(issueErrors, 'certificate-issue.request', { path: [field] })
}

function namesOf(request: VaccinationRequest): PersonName {
  const family = request.familyName?.normalize('NFC').trim() ?? ''
  const given = request.givenName?.normalize('NFC').trim() ?? ''
  if (family === '' && given === '') {
    throw new InputError(issueErrors, 'certificate-issue.name-missing')
  }
  return {
    ...(family === '' ? {} : { fn: family, fnt: standardiseName(family, request.names) }),
    ...(given === '' ? {} : { gn: given, gnt: standardiseName(given, request.names) }),
  }
}

function count(request: VaccinationRequest, field: 'doseNumber' | 'courseDoses'): number {
  const value = request[field]
  return Number.isSafeInteger(value) && value >= 1 ? value : refuse(field)
}

/**
 * The EU DCC payload (schema 1.3.0) of a vaccination: names in NFC with their standardised form,
 * family name apart from middle and given names as Viet Nam issues them.
 *
 * Whether the course is complete and the codes belong together is judged when it is issued.
 *
 * @throws InputError `certificate-issue.request` with the field, `certificate-issue.name-*`
 * @example
 * ```ts
 * import { parseCivilDate, parsePartialDate } from '@tiemchung/core'
 * import { newCertificateId, vaccinationPayload } from '@tiemchung/certificates/issue'
 * const payload = vaccinationPayload({
 *   familyName: 'Nguyễn',
 *   givenName: 'Thị Mai',
 *   birthDate: parsePartialDate('2014-09'),
 *   codes: { vp: '1119349007', mp: 'EU/1/20/1528', ma: 'ORG-100030215' },
 *   doseNumber: 2,
 *   courseDoses: 2,
 *   vaccinationDate: parseCivilDate('2022-05-20'),
 *   issuerName: 'Cục Y tế dự phòng',
 *   certificateId: newCertificateId(),
 * })
 * ```
 */
export function vaccinationPayload(request: VaccinationRequest): HealthCertificatePayload {
  const { birthDate, vaccinationDate, codes, issuerName, certificateId } = request
  if (!isPartialDate(birthDate)) refuse('birthDate')
  if (!isCivilDate(vaccinationDate)) refuse('vaccinationDate')
  if (issuerName.trim() === '' || [...issuerName].length > 80) refuse('issuerName')
  if (certificateId.trim() === '' || certificateId.length > 80) refuse('certificateId')
  return {
    ver: schemaVersion,
    nam: namesOf(request),
    dob: birthDate,
    v: [
      {
        tg: request.disease ?? covid19,
        vp: codes.vp,
        mp: codes.mp,
        ma: codes.ma,
        dn: count(request, 'doseNumber'),
        sd: count(request, 'courseDoses'),
        dt: vaccinationDate,
        co: request.country ?? 'VN',
        is: issuerName.normalize('NFC').trim(),
        ci: certificateId,
      },
    ],
  }
}
