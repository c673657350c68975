import type { Facility } from '@tiemchung/schemas'
import { attributeOids, type Name } from '@tiemchung/x509'

/** The subject of a facility's certificate, in the form of a public provider in Viet Nam. */
export interface FacilitySubject {
  readonly commonName: string
  readonly organization: string
  readonly country: string
  readonly userId: string
}

/** RFC 5280 appendix A: names end at 64 characters. */
const longest = 64

/** What the certificate of a facility says. Its tax code is invented: none begins with 00. */
export function facilitySubject({ code, name }: Facility): FacilitySubject {
  const shown = [...`TEST ${name.normalize('NFC')}`].slice(0, longest).join('').trim()
  const taxCode = `00${code.slice(-8).padStart(8, '0')}`
  return { commonName: shown, organization: shown, country: 'VN', userId: `MST:${taxCode}` }
}

/** Whether a name in a request is exactly that of a facility, in whatever order. */
export function isSubjectOf(facility: Facility, { attributes }: Name): boolean {
  const { commonName, organization, country, userId } = facilitySubject(facility)
  const wanted = [
    [attributeOids.commonName, commonName],
    [attributeOids.organizationName, organization],
    [attributeOids.countryName, country],
    [attributeOids.userId, userId],
  ].map(([type = '', text = '']) => `${type}=${text}`)
  const given = attributes.map(({ type, text }) => `${type}=${text?.normalize('NFC') ?? ''}`)
  return [...given].sort().join('\n') === [...wanted].sort().join('\n')
}
