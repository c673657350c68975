/** Whose key signed a list, and is that somebody who may (RFC 5280 section 6.3.3 (f, g))? */
import { equalBytes } from '@tiemchung/core'
import { namesMatch } from '../certificate/name.js'
import type { Certificate } from '../certificate/read-certificate.js'
import type { KnownSigner, StatusTerms } from '../revocation/certificate-status.js'
import type { SignatureJudge } from '../signature/signature-judge.js'
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
  { certificate: signer, leadsToAnchor }: KnownSigner,
  list: RevocationList,
  judge: SignatureJudge,
): Promise<string | undefined> {
  if (ofAnotherKey(list, signer)) return 'crl-of-another-key'
  if (!maySignLists(signer)) return 'issuer-may-not-sign-crl'
  const signature = await judge.judge(list, signer)
  if (signature !== 'holds') return `crl-${signature}`
  return (await leadsToAnchor()) ? undefined : 'crl-signer-untrusted'
}

/** The issuer of the certificate in question lies on its path, and is judged there. */
const onThePath = (): Promise<boolean> => Promise.resolve(true)

/**
 * Undefined when a list is signed by the issuer of the certificate in question, or by another of the list's
 * name that leads to the same anchor; else why the first of them will not do.
 */
export async function signerRefusal(
  list: RevocationList,
  issuer: Certificate,
  { judge, signersNamed }: StatusTerms,
): Promise<string | undefined> {
  const own = namesMatch(list.issuer, issuer.subject)
    ? [{ certificate: issuer, leadsToAnchor: onThePath }]
    : []
  const others = signersNamed(list.issuer.key).filter(({ certificate }) => certificate !== issuer)
  let first: string | undefined
  for (const candidate of [...own, ...others]) {
    const refusal = await refusalOf(candidate, list, judge)
    if (refusal === undefined) return undefined
    first = refusal === 'crl-signer-untrusted' ? refusal : (first ?? refusal)
  }
  return first ?? 'crl-no-signer'
}
