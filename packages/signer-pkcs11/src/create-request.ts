import { SigningError } from '@tiemchung/core'
import { keyKindOf, type SignatureAlgorithm, schemeOf } from '@tiemchung/core/crypto'
import { errorCatalogue as signing } from '@tiemchung/signing'
import { algorithmFor } from '@tiemchung/signing/signer'
import { createRequest as makeRequest, type SubjectName } from '@tiemchung/x509/ca'
import { chooseKey, type KeyChoice } from './choose-key.js'
import { keyOf } from './objects.js'
import type { Opened } from './session.js'
import { requestWorld } from './world.js'

/** What a certificate is asked for. */
export interface RequestOptions {
  readonly key?: KeyChoice
  readonly subject: SubjectName
  /** What signs the request. Default: the one of the key's curve; RS256 for RSA. */
  readonly algorithm?: SignatureAlgorithm
}

function importParameters(spki: Uint8Array, algorithm: SignatureAlgorithm): object {
  const kind = keyKindOf(spki)
  return kind.type === 'ec' ? { name: 'ECDSA', namedCurve: kind.curve } : schemeOf[algorithm]
}

/**
 * A certificate request (PKCS#10) in DER, signed in the token.
 *
 * @throws SigningError `signing.token-key`, `signing.key` when the token does not show the public half
 * @throws InputError `x509.ca.subject`, `x509.ca.request`
 */
export async function createRequest(opened: Opened, options: RequestOptions): Promise<Uint8Array> {
  const { id } = chooseKey(opened, options.key)
  const shown = await keyOf(opened, 'public', id)
  if (shown === undefined) throw new SigningError(signing, 'signing.key')
  const spki = new Uint8Array(await opened.crypto.subtle.exportKey('spki', shown))
  const algorithm = algorithmFor(spki, options.algorithm, 'RS256')
  const as = importParameters(spki, algorithm)
  const publicKey = await keyOf(opened, 'public', id, as)
  const privateKey = await keyOf(opened, 'private', id, as)
  if (publicKey === undefined || privateKey === undefined) {
    throw new SigningError(signing, 'signing.key')
  }
  const keys = { algorithm, publicKey, privateKey }
  const world = requestWorld(opened.crypto.subtle)
  return makeRequest({ subject: options.subject, keys, world })
}
