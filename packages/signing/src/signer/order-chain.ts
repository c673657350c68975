/** Files and tokens hold certificates in any order, and more of them than a chain needs. */
import { equalBytes } from '@tiemchung/core'
import { type Certificate, readCertificate } from '@tiemchung/x509'

function read(der: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(der)
  } catch {
    return undefined
  }
}

function isSelfIssued(one: Certificate): boolean {
  return one.issuer.key === one.subject.key
}

/** Whether `above` may have issued `below`: by name, and by key identifiers where both have them. */
function mayHaveIssued(above: Certificate, below: Certificate): boolean {
  if (above.subject.key !== below.issuer.key) return false
  const wanted = below.extensions.authorityKeyId
  const has = above.extensions.subjectKeyId
  return wanted === undefined || has === undefined || equalBytes(wanted, has)
}

/**
 * The chain from a signer's certificate upwards, in DER, out of whatever certificates are at hand. A root is
 * left out: who verifies has their own. It does not establish that any of it is to be believed.
 */
export function orderChain(own: Uint8Array, pool: readonly Uint8Array[]): readonly Uint8Array[] {
  const known = pool.flatMap((der) => {
    const certificate = read(der)
    return certificate === undefined || isSelfIssued(certificate) ? [] : [{ der, certificate }]
  })
  const chain: Uint8Array[] = [own]
  let below = read(own)
  while (below !== undefined && !isSelfIssued(below)) {
    const one: Certificate = below
    const next = known.find(
      ({ der, certificate }) =>
        mayHaveIssued(certificate, one) && !chain.some((had) => equalBytes(had, der)),
    )
    if (next === undefined) break
    chain.push(next.der)
    below = next.certificate
  }
  return chain
}
