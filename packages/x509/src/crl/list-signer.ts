/** Whose key signed a list, and is that somebody who may (RFC 5280 section 6.3.3 (f, g))? */
import { equalBytes } from '@tiemchung/core'
import { namesMatch } from '../certificate/name.js'
import type { Certificate } from '../certificate/read-certificate.js'
import type { StatusTerms } from '../revocation/certificate-status.js'
import type { RevocationList } from './read-crl.js'

/** Lists made by another key of the same name, as their key identifiers tell. */
function ofAnotherKey(list: RevocationList, signer: Certificate): boolean {
  const named = list.authorityKeyId
  const own = signer.extensions.subjectKeyId
  return named !== undefined && own !== undefined && !equalBytes(named, own)
}

function maySignLists({ extensions }: Certificate): boolean {
  return extensions.keyUsage === undefined || extensions.keyUsage.includes('cRLSign')
}

async function refusalOf(
  signer: Certificate,
  list: RevocationList,
  issuer: Certificate,
  { judge, leadsToAnchor }: StatusTerms,
): Promise<string | undefined> {
  if (ofAnotherKey(list, signer)) return 'crl-of-another-key'
  if (!maySignLists(signer)) return 'issuer-may-not-sign-crl'
  const signature = await judge.judge(list, signer)
  if (signature !== 'holds') return `crl-${signature}`
  // The issuer of the certificate in question lies on its path, and is judged there.
  return signer === issuer || (await leadsToAnchor(signer)) ? undefined : 'crl-signer-untrusted'
}

/**
 * Undefined when a list is signed by the issuer of the certificate in question, or by another of the list's
 * name that leads to the same anchor; else why the first of them will not do.
 */
export async function signerRefusal(
  list: RevocationList,
  issuer: Certificate,
  terms: StatusTerms,
): Promise<string | undefined> {
  const own = namesMatch(list.issuer, issuer.subject) ? [issuer] : []
  const candidates = new Set([...own, ...terms.signersNamed(list.issuer.key)])
  let first: string | undefined
  for (const candidate of candidates) {
    const refusal = await refusalOf(candidate, list, issuer, terms)
    if (refusal === undefined) return undefined
    first = refusal === 'crl-signer-untrusted' ? refusal : (first ?? refusal)
  }
  return first ?? 'crl-no-signer'
}
