/** Whether an answer is about a certificate: hashes of the issuer's name and key, and the serial number. */
import { equalBytes } from '@tiemchung/core'
import type { HashName } from '@tiemchung/core/crypto'
import { publicKeyBits } from '../certificate/public-key-bits.js'
import { readable } from '../readable.js'
import type { SignatureJudge } from '../signature/signature-judge.js'
import type { KeyHolder } from '../signature/signed.js'
import type { AskedCertificate } from './asked-certificate.js'
import type { CertificateId } from './read-answer.js'

type Digest = (hash: HashName, data: Uint8Array) => Promise<Uint8Array>

/**
 * The hashes of an issuer (RFC 6960 section 4.1.1): of its name as the certificate in question has it,
 * octet by octet, and of the bits of its key.
 */
export async function issuerHashes(
  { issuer }: AskedCertificate,
  { spki }: KeyHolder,
  hash: HashName,
  digest: Digest,
): Promise<{ readonly name: Uint8Array; readonly key: Uint8Array }> {
  return { name: await digest(hash, issuer.raw), key: await digest(hash, publicKeyBits(spki)) }
}

/**
 * Tells whether an answer's identifier is that of a certificate under an issuer; hashes each once. Under an
 * issuer whose key cannot be read no answer is about anything.
 */
export function identifierOf(
  certificate: AskedCertificate,
  issuer: KeyHolder,
  judge: Pick<SignatureJudge, 'digest'>,
): (id: CertificateId) => Promise<boolean> {
  const isKeyed = readable(() => publicKeyBits(issuer.spki)) !== undefined
  const known = new Map<HashName, ReturnType<typeof issuerHashes>>()
  const digest: Digest = (hash, data) => judge.digest(hash, data)
  const hashesBy = (hash: HashName) => {
    const hashes = known.get(hash) ?? issuerHashes(certificate, issuer, hash, digest)
    known.set(hash, hashes)
    return hashes
  }
  return async ({ hash, serialNumber, issuerNameHash, issuerKeyHash }) => {
    if (!isKeyed || hash === undefined || serialNumber !== certificate.serialNumber) return false
    const { name, key } = await hashesBy(hash)
    return equalBytes(issuerNameHash, name) && equalBytes(issuerKeyHash, key)
  }
}
