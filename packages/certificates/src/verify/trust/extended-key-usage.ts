/** What a signing certificate may sign, by its extended key usage. */
import type { CertificateType } from '../../payload/payload.js'

const types: readonly (readonly [string, CertificateType])[] = [
  ['1', 'test'],
  ['2', 'vaccination'],
  ['3', 'recovery'],
]

/** Both spellings occur: the second is the older one, and 381 of 436 public certificates use it. */
const arcs = ['1.3.6.1.4.1.1847.2021.1', '1.3.6.1.4.1.0.1847.2021.1']

/** ICAO's health usage is for other passes: a certificate limited to it signs no DCC. */
const icaoHealth = '2.23.136.1.1.14.2'
const anyUsage = '2.5.29.37.0'

/**
 * The types of certificate that a signing certificate may sign, or undefined for any.
 *
 * No extension, none of the DCC's object identifiers, and `anyExtendedKeyUsage` mean any type; ICAO's
 * health usage without a DCC one means none (hcert specification section 3.3.3).
 */
export function usagesOf(
  extendedKeyUsage: readonly string[] | undefined,
): readonly CertificateType[] | undefined {
  if (extendedKeyUsage === undefined || extendedKeyUsage.includes(anyUsage)) return undefined
  const named = types
    .filter(([last]) => arcs.some((arc) => extendedKeyUsage.includes(`${arc}.${last}`)))
    .map(([, type]) => type)
  if (named.length > 0) return named
  return extendedKeyUsage.includes(icaoHealth) ? [] : undefined
}
