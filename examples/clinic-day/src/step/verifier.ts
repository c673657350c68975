/** A verifier at the door: trust list and revocation list are fetched once, the rest is offline. */
import { fromBase64 } from '@tiemchung/core'
import {
  type RevocationSource,
  type TrustStore,
  type VerificationReport,
  verifyCertificate,
} from '@tiemchung/certificates'
import { loadRevocationList } from '@tiemchung/certificates/revocation'
import { loadTrustList } from '@tiemchung/certificates/trust'
import type { Stage } from '../day/stage.js'

/** What a verifier takes home, and the time on its watch. */
export interface Verifier {
  readonly trust: TrustStore
  readonly revocation: RevocationSource
  readonly at: Date
}

/** Loads both lists. A list that does not hold is an error here, never an empty store. */
export async function equipVerifier({ platform: { open } }: Stage, at: Date): Promise<Verifier> {
  const { countryAnchors } = (await open.get('/_sandbox/keys')) as { countryAnchors: string[] }
  const anchors = countryAnchors.map((anchor) => ({
    country: 'VN',
    certificate: fromBase64(anchor),
  }))
  const { trust, report } = await loadTrustList(await open.get('/v1/trust-list'), { anchors, at })
  if (report.verdict !== 'valid') throw new Error('the trust list does not hold')
  return { trust, revocation: loadRevocationList(await open.get('/v1/revocation-list')), at }
}

export const verify = (text: string, verifier: Verifier): Promise<VerificationReport> =>
  verifyCertificate(text, verifier)

/** Why a certificate was refused: the first check that failed, else the first that is open. */
export function reasonOf({ verdict, checks }: VerificationReport): string {
  const open =
    checks.find((check) => check.status === 'failed') ??
    checks.find((check) => check.status === 'unknown')
  return open === undefined ? verdict : `${verdict}: ${open.id} (${open.reason ?? '-'})`
}
