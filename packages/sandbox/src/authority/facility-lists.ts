import type { RevokedEntry } from '@tiemchung/x509'
import { authorityOf, type CaWorld } from '@tiemchung/x509/ca'
import { day, type FacilityIssuer } from './facility-issuer.js'

/** The lists of the root and of the issuing authority, as of an instant. */
export type FacilityLists = (
  revoked: readonly RevokedEntry[],
  at: Date,
) => Promise<readonly Uint8Array[]>

/** A list of the issuing authority, and for what and how long it is good. */
interface KeptList {
  readonly says: string
  readonly from: Date
  readonly to: Date
  readonly der: Promise<Uint8Array>
}

/**
 * Gives the lists, and signs one anew only when something else is revoked than it says, or when it is over; it is good
 * for a day. Every record that is handed in is judged by them, and signing costs more than judging.
 */
export function facilityLists(
  { certificate, keys, rootCrl }: FacilityIssuer,
  world?: CaWorld,
): FacilityLists {
  let kept: KeptList | undefined
  const made = (revoked: readonly RevokedEntry[], says: string, from: Date): KeptList => {
    const to = new Date(from.getTime() + day)
    const authority = authorityOf(certificate, keys, world, revoked)
    return { says, from, to, der: authority.crl({ thisUpdate: from, nextUpdate: to }) }
  }
  return async (revoked, at) => {
    // The clock can be moved back, before a revocation that the database has.
    const says = JSON.stringify(revoked.filter(({ revocationDate }) => revocationDate <= at))
    const good = kept !== undefined && kept.says === says && kept.from <= at && at < kept.to
    const list = good && kept !== undefined ? kept : made(revoked, says, at)
    kept = list
    try {
      const own = await list.der
      return rootCrl === undefined ? [own] : [rootCrl, own]
    } catch (caught) {
      if (kept === list) kept = undefined
      throw caught
    }
  }
}
