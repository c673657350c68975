/** What suites of JOSE have in common: the header of a JWS, and what no profile of ours has the like of. */
import { fromUtf8 } from '@tiemchung/core'
import { type FlattenedJws, verifyJws } from '@tiemchung/signing'
import { type CaseOutcome, judge, notJudgedGroup, type SuiteWorld } from '../suite.js'

export type Jwk = Readonly<Record<string, unknown>>
export type Header = Readonly<Record<string, unknown>>

/** Octets of Base64url as lax as decoders come, so that what is expected of a case does not rest on our own. */
function laxly(text: string): Uint8Array {
  const plain = text
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replaceAll(/[^A-Za-z0-9+/]/g, '')
  return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0))
}

/** The protected header of a compact JWS as it is written; empty when it cannot be told. */
export function headerOf(protectedPart: string): Header {
  try {
    return JSON.parse(fromUtf8(laxly(protectedPart))) as Header
  } catch {
    return {}
  }
}

/** Whether a JWS holds under a key in JSON. */
export async function holdsUnder(
  jws: string | FlattenedJws,
  jwk: unknown,
  { crypto }: SuiteWorld,
): Promise<boolean> {
  const report = await verifyJws(jws, { key: { jwk }, crypto })
  return report.verdict === 'valid'
}

/** Of what is beyond the profile only one thing is judged, and apart: that it is refused. */
export async function judgeBeyond(
  id: string,
  reason: string,
  attempt: () => Promise<boolean>,
): Promise<CaseOutcome> {
  const judged = await judge(id, false, attempt, `${notJudgedGroup}${reason}`)
  return { ...judged, apart: true }
}
