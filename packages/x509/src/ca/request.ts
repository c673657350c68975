/** Certificate requests (PKCS #10, RFC 2986): who asks, for which key, and proof that it is theirs. */
import { InputError } from '@tiemchung/core'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../certificate/algorithm.js'
import { type Name, readName } from '../certificate/name.js'
import { inside, onlyElement, rawOf, refuse } from '../der/cursor.js'
import { readOctetAlignedBits, readSmallInteger, tags } from '../der/values.js'
import { errorCatalogue } from './errors.js'
import { peculiar } from './peculiar.js'
import { isSignedBy } from './read-back.js'
import { type KeyPair, signingParameters } from './signing-key.js'
import { distinguishedName, type SubjectName } from './subject-name.js'
import { cryptoOf, keyOf } from './host.js'
import { type CaWorld, systemWorld } from './world.js'

/** A request whose key signed it. What it asks for is a wish: the authority decides. */
export interface CertificateRequest {
  readonly subject: Name
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array
}

interface ReadRequest extends CertificateRequest {
  readonly tbs: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
}

const largest = 65_536

function read(der: Uint8Array): ReadRequest {
  const outer = inside(onlyElement(der, tags.sequence, largest))
  const tbs = outer.read(tags.sequence)
  const signatureAlgorithm = readAlgorithmIdentifier(outer.read(tags.sequence))
  const signature = readOctetAlignedBits(outer.read(tags.bitString))
  outer.finish()
  const info = inside(tbs)
  if (readSmallInteger(info.read(tags.integer)) !== 0) refuse('x509.der.integer')
  const subject = readName(info.read(tags.sequence))
  const spki = rawOf(info.read(tags.sequence))
  info.optional(0xa0)
  info.finish()
  return { tbs: rawOf(tbs), signatureAlgorithm, signature, subject, spki }
}

/**
 * The subject and key of a request in DER, after checking that the key signed it.
 *
 * It proves possession of the key, not who the requester is.
 *
 * @throws InputError `x509.ca.request`
 */
export async function readRequest(
  der: Uint8Array,
  world: CaWorld = systemWorld(),
): Promise<CertificateRequest> {
  let request: ReadRequest
  try {
    request = read(der)
  } catch (cause) {
    throw new InputError(errorCatalogue, 'x509.ca.request', { cause })
  }
  if (!(await isSignedBy(request, request.spki, world))) {
    throw new InputError(errorCatalogue, 'x509.ca.request')
  }
  return { subject: request.subject, spki: request.spki }
}

/**
 * A certificate request in DER for a pair of keys, signed by them.
 *
 * @throws InputError `x509.ca.subject`, `x509.ca.request`
 * @example
 * ```ts
 * import { createRequest, generateSigningKey } from '@tiemchung/x509/ca'
 * const keys = await generateSigningKey('ES256')
 * const request = await createRequest({ subject: { commonName: 'Test station' }, keys })
 * request.length > 0 // => true
 * ```
 */
export async function createRequest(options: {
  readonly subject: SubjectName
  readonly keys: KeyPair
  readonly world?: CaWorld
}): Promise<Uint8Array> {
  const { subject, keys, world = systemWorld() } = options
  const made = await peculiar.Pkcs10CertificateRequestGenerator.create(
    {
      name: distinguishedName(subject),
      keys: { publicKey: keyOf(keys.publicKey), privateKey: keyOf(keys.privateKey) },
      signingAlgorithm: signingParameters(keys.algorithm),
    },
    cryptoOf(world.crypto),
  )
  const der = new Uint8Array(made.rawData)
  await readRequest(der, world)
  return der
}
