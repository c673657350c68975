import type { CodedAddress } from './address-issues.js'
import type { CommuneConversion } from '../commune/commune-conversion.js'
import { convertCommune } from '../commune/convert-commune.js'
import { twoLevelsSince } from '../level.js'
import type { AdministrativeUnits } from '../list/administrative-unit.js'
import { mayBecome } from '../province/becomes.js'

/** An address of before 01/07/2025 by the codes since. */
export type ConvertedAddress<Address extends CodedAddress> =
  | { readonly status: 'one'; readonly address: Address }
  | { readonly status: 'several'; readonly candidates: readonly Address[] }
  | { readonly status: 'unknown' }

const unknownAddress = { status: 'unknown' } as const

function moved<Address extends CodedAddress>(
  address: Address,
  commune: string,
  after: AdministrativeUnits,
): Address | undefined {
  const { district: _, ...rest } = address
  const found = after.find(commune)
  if (found?.level !== 'commune' || found.parent === null) return undefined
  if (!mayBecome(address.province, found.parent)) return undefined
  return { ...rest, province: found.parent, commune, asOf: after.from } as Address
}

/**
 * An address with its district in the codes that hold since 01/07/2025, as of the day of the new list: the commune by
 * the table, its province by the list. Everything else in it stays. Unknown are an address of two levels, a commune that
 * the table or the list does not have, and one in a province that the address's own did not become part of.
 *
 * @param after A list of two levels.
 */
export function convertAddress<Address extends CodedAddress>(
  address: Address,
  table: CommuneConversion,
  after: AdministrativeUnits,
): ConvertedAddress<Address> {
  if (address.asOf >= twoLevelsSince || after.from < twoLevelsSince) return unknownAddress
  const converted = convertCommune(address.commune, table)
  if (converted.status === 'unknown') return unknownAddress
  const codes = converted.status === 'one' ? [converted.code] : converted.candidates
  const candidates = codes.flatMap((code) => moved(address, code, after) ?? [])
  const [only] = candidates
  // A candidate that the list does not have may be the right one: then nothing is known.
  if (only === undefined || candidates.length < codes.length) return unknownAddress
  return candidates.length === 1
    ? { status: 'one', address: only }
    : { status: 'several', candidates }
}
