import { type Certificate, namesMatch, readCertificate } from '@tiemchung/x509'

const longest = 10

function readable(der: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(der)
  } catch {
    return undefined
  }
}

/**
 * A chain in order, the signer's own certificate first, each followed by its issuer; without roots and
 * without what belongs to no chain. That a name matches proves nothing: a verifier checks the signatures.
 *
 * @throws ParseError `x509.*` when the signer's own certificate cannot be read
 */
export function orderChain(
  own: Uint8Array,
  others: readonly Uint8Array[],
): readonly [Certificate, ...Certificate[]] {
  const chain: [Certificate, ...Certificate[]] = [readCertificate(own)]
  const left = others.map(readable).filter((one) => one !== undefined)
  for (let last = chain[0]; chain.length < longest; ) {
    const issuer = left.find(
      (one) => namesMatch(one.subject, last.issuer) && !namesMatch(one.subject, one.issuer),
    )
    if (issuer === undefined || chain.includes(issuer)) return chain
    chain.push(issuer)
    last = issuer
  }
  return chain
}
