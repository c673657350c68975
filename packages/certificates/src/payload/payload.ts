/** The EU DCC payload, schema 1.3, after it was checked. */

/** Which of the three events a certificate is about. */
export type CertificateType = 'vaccination' | 'test' | 'recovery'

/** Names as written and as standardised by ICAO Doc 9303; at least one standardised. */
export interface PersonName {
  /** Family name. */
  readonly fn?: string
  readonly fnt?: string
  /** Given names, with the middle name in Viet Nam. */
  readonly gn?: string
  readonly gnt?: string
}

interface Entry {
  /** Disease: 840539006 is COVID-19. */
  readonly tg: string
  /** Country of the event, two letters where there is a code. */
  readonly co: string
  /** Name of the issuer. */
  readonly is: string
  /** Certificate id (UVCI). */
  readonly ci: string
}

/** A dose. */
export interface VaccinationEntry extends Entry {
  /** Vaccine type, product and holder by the EU value sets. */
  readonly vp: string
  readonly mp: string
  readonly ma: string
  /** Dose number, and doses of the series; the number may exceed the series. */
  readonly dn: number
  readonly sd: number
  /** Day of the dose. */
  readonly dt: string
}

/** A test. */
export interface TestEntry extends Entry {
  readonly tt: string
  readonly nm?: string
  readonly ma?: string
  readonly sc: string
  readonly tr: string
  readonly tc?: string
}

/** A recovery. */
export interface RecoveryEntry extends Entry {
  readonly fr: string
  readonly df: string
  readonly du: string
}

/** A payload with exactly one of the three groups, which has exactly one entry. */
export interface HealthCertificatePayload {
  readonly ver: string
  readonly nam: PersonName
  /** Day, month or year of birth, or empty when unknown. */
  readonly dob: string
  readonly v?: readonly [VaccinationEntry]
  readonly t?: readonly [TestEntry]
  readonly r?: readonly [RecoveryEntry]
}

/** Group names of the payload and what they stand for. */
export const typeOfGroup = { v: 'vaccination', t: 'test', r: 'recovery' } as const satisfies Record<
  string,
  CertificateType
>

/** A group name of the payload. */
export type Group = keyof typeof typeOfGroup

/** The group names. */
export const groups: readonly Group[] = ['v', 't', 'r']
