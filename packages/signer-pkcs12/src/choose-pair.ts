import { isSdkError, issue, SigningError } from '@tiemchung/core'
import type { SignatureAlgorithm, Signer } from '@tiemchung/core/crypto'
import { softwareSigner } from '@tiemchung/signing'
import { algorithmFor, orderChain } from '@tiemchung/signing/signer'
import { certificateSummary, readCertificate } from '@tiemchung/x509'
import { errorCatalogue } from './errors.js'
import type { Bags } from './read-bags.js'

interface Pair {
  readonly fingerprint: string
  readonly signer: Signer
}

/** Codes that say: this key and this certificate are not a pair that signs. */
const strangers = /^(?:signing\.key|signing\.key-mismatch|crypto\.key|x509\..*)$/

/** The signer of a key under a certificate, when they belong together: it signs, and the certificate verifies. */
async function pairOf(
  pkcs8: Uint8Array,
  own: Uint8Array,
  certificates: readonly Uint8Array[],
  wanted: SignatureAlgorithm | undefined,
): Promise<Pair | undefined> {
  try {
    const algorithm = algorithmFor(readCertificate(own).spki, wanted)
    const chain = orderChain(own, certificates)
    const signer = await softwareSigner({ privateKey: { pkcs8 }, algorithm, chain })
    return { signer, fingerprint: (await certificateSummary(own)).fingerprint }
  } catch (caught) {
    if (isSdkError(caught) && strangers.test(caught.code)) return undefined
    throw caught
  }
}

/** Every key of the file with every certificate that is for it. */
async function pairsOf(
  { keys, certificates }: Bags,
  wanted: SignatureAlgorithm | undefined,
): Promise<readonly Pair[]> {
  const pairs: Pair[] = []
  for (const pkcs8 of keys) {
    for (const own of certificates) {
      const pair = await pairOf(pkcs8, own, certificates, wanted)
      if (pair !== undefined) pairs.push(pair)
    }
  }
  return pairs
}

function severalError(pairs: readonly Pair[]): SigningError {
  const issues = pairs.map(({ fingerprint }) =>
    issue(errorCatalogue, 'signing.pkcs12.pair', { params: { fingerprint } }),
  )
  return new SigningError(errorCatalogue, 'signing.pkcs12.several', { issues })
}

/**
 * The signer of the one pair that is meant.
 *
 * @throws SigningError `signing.pkcs12.no-key`, `signing.pkcs12.no-certificate`, `signing.pkcs12.several`
 */
export async function choosePair(
  bags: Bags,
  algorithm: SignatureAlgorithm | undefined,
  certificate: string | undefined,
): Promise<Signer> {
  if (bags.keys.length === 0) throw new SigningError(errorCatalogue, 'signing.pkcs12.no-key')
  const pairs = await pairsOf(bags, algorithm)
  const wanted = certificate?.toLowerCase()
  const meant = pairs.filter(({ fingerprint }) => wanted === undefined || fingerprint === wanted)
  const [only, ...more] = meant
  if (more.length > 0) throw severalError(meant)
  if (only !== undefined) return only.signer
  if (pairs.length > 0) throw severalError(pairs)
  throw new SigningError(errorCatalogue, 'signing.pkcs12.no-certificate')
}
