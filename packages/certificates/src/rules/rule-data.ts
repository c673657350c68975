/** What rules read: the payload, and what stands outside of it. */
import { toBase64 } from '@tiemchung/core'
import type { HealthCertificateClaims } from '../verify/report.js'
import { isImpossibleBirth, isImpossibleDay } from './impossible-date.js'

/** Codes by value set id, as rules look them up: `external.valueSets.vaccines-covid-19-names`. */
export type RuleValueSets = Readonly<Record<string, readonly string[]>>

/** What the caller knows beside the claims. */
export interface RuleSetting {
  readonly at: Date
  readonly country: string
  readonly region: string
  readonly issuer: string
  readonly valueSets: RuleValueSets
  readonly keyId: Uint8Array | undefined
}

/** The data of a rule (EU validation rules, section 7.5). Every time is written in UTC. */
export interface RuleData {
  readonly payload: HealthCertificateClaims['payload']
  readonly external: Readonly<Record<string, unknown>>
}

/** The data that every rule about a certificate is evaluated over. */
export function dataFor(claims: HealthCertificateClaims, setting: RuleSetting): RuleData {
  const { at, country, region, issuer, valueSets, keyId } = setting
  return {
    payload: claims.payload,
    external: {
      validationClock: at.toISOString(),
      valueSets,
      countryCode: country,
      issuerCountryCode: issuer,
      iat: claims.issuedAt.toISOString(),
      exp: claims.expiresAt.toISOString(),
      region,
      ...(keyId === undefined ? {} : { kid: toBase64(keyId) }),
    },
  }
}

/** Every text in a JSON value; payloads that were verified are shallow. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** Whether the payload has a day that does not exist, be it a part of the certificate id. */
export function hasImpossibleDate({ payload, certificateId }: HealthCertificateClaims): boolean {
  const texts = [...textsIn(payload), ...certificateId.split(/[/#:]/)]
  return isImpossibleBirth(payload.dob) || texts.some(isImpossibleDay)
}

/** The paths of every `var` in an expression within the limits. */
function pathsIn(logic: unknown): readonly string[] {
  if (typeof logic !== 'object' || logic === null) return []
  return Object.entries(logic).flatMap(([key, inner]: [string, unknown]) =>
    key === 'var' && typeof inner === 'string' ? [inner] : pathsIn(inner),
  )
}

/**
 * Whether an expression reads something external that is not there. CertLogic makes null of it, and null is
 * in no list: a rule about revoked keys would then hold for every key.
 */
export function readsMissing(logic: unknown, { external }: RuleData): boolean {
  return pathsIn(logic).some((path) => {
    const [root, name, set] = path.split('.')
    if (root !== 'external' || name === undefined) return false
    if (!Object.hasOwn(external, name)) return true
    const inner = external[name]
    return set !== undefined && !Object.hasOwn(Object(inner) as object, set)
  })
}
