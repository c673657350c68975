/** The extensions that policies are written in. */
import { bytes, extension, integer, oid, sequence, tlv } from '../certificate/forge.fixture.js'
import { extensionOids } from '../certificate/oids.js'

export const policies = (...identifiers: readonly string[]): Uint8Array =>
  extension(
    extensionOids.certificatePolicies,
    sequence(...identifiers.map((one) => sequence(oid(one)))),
  )

export function policyConstraints(
  explicit: number | undefined,
  mapping?: number,
  critical = true,
): Uint8Array {
  const field = (tag: number, value: number | undefined) =>
    value === undefined ? bytes() : tlv(tag, bytes(value))
  return extension(
    extensionOids.policyConstraints,
    sequence(field(0x80, explicit), field(0x81, mapping)),
    critical,
  )
}

export const policyMappings = (...pairs: readonly (readonly [string, string])[]): Uint8Array =>
  extension(
    extensionOids.policyMappings,
    sequence(...pairs.map(([from, to]) => sequence(oid(from), oid(to)))),
    true,
  )

export const inhibitAnyPolicy = (skip: number, critical = true): Uint8Array =>
  extension(extensionOids.inhibitAnyPolicy, integer(skip), critical)
