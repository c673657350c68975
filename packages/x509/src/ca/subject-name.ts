import { InputError } from '@tiemchung/core'
import { attributeOids } from '../certificate/oids.js'
import { errorCatalogue } from './errors.js'
import { peculiar } from './peculiar.js'

/** Who a certificate is for. */
export interface SubjectName {
  readonly commonName: string
  readonly organization?: string
  readonly organizationalUnit?: string
  readonly locality?: string
  readonly stateOrProvince?: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  /**
   * UID: Vietnamese certificates carry the tax or identity number here, as `MST:…` or `CCCD:…`, and often
   * both, one attribute each.
   */
  readonly userId?: string | readonly string[]
}

/** RFC 5280 appendix A: names end at 64 characters, localities and provinces at 128. */
const longest = { name: 64, place: 128 } as const

function checked(text: string, limit: number): string {
  const normal = text.normalize('NFC')
  if (normal.trim() === '' || [...normal].length > limit) {
    throw new InputError(errorCatalogue, 'x509.ca.subject')
  }
  return normal
}

/** The distinguished name of a subject: country first, common name last; UTF-8 but for the country. */
export function distinguishedName(subject: SubjectName): InstanceType<typeof peculiar.Name> {
  const { country } = subject
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) {
    throw new InputError(errorCatalogue, 'x509.ca.subject')
  }
  const texts: readonly (readonly [string, string | undefined, number])[] = [
    [attributeOids.stateOrProvinceName, subject.stateOrProvince, longest.place],
    [attributeOids.localityName, subject.locality, longest.place],
    [attributeOids.organizationName, subject.organization, longest.name],
    [attributeOids.organizationalUnitName, subject.organizationalUnit, longest.name],
    ...[subject.userId ?? []]
      .flat()
      .map((text): [string, string, number] => [attributeOids.userId, text, longest.name]),
    [attributeOids.commonName, subject.commonName, longest.name],
  ]
  const attributes = texts.flatMap(([type, text, limit]) =>
    text === undefined ? [] : [{ [type]: [{ utf8String: checked(text, limit) }] }],
  )
  const first =
    country === undefined ? [] : [{ [attributeOids.countryName]: [{ printableString: country }] }]
  return new peculiar.Name([...first, ...attributes])
}
