import { SigningError } from '@tiemchung/core'
import { type CurveName, keyKindOf, type SignatureAlgorithm } from '@tiemchung/core/crypto'
import { errorCatalogue } from '../errors.js'
import { fitsKey } from '../signature/algorithm.js'

const byCurve: Readonly<Record<CurveName, SignatureAlgorithm>> = {
  'P-256': 'ES256',
  'P-384': 'ES384',
  'P-521': 'ES512',
}

/**
 * The algorithm that a key signs with: the one that was asked for, when the key fits it, or the only one
 * of its curve. RSA keys fit several; theirs is `rsa` unless one was asked for.
 *
 * @throws ParseError `crypto.key` for a key of no kind that is known
 * @throws SigningError `signing.key` when the key does not fit the algorithm
 */
export function algorithmFor(
  spki: Uint8Array,
  wanted?: SignatureAlgorithm,
  rsa: SignatureAlgorithm = 'PS256',
): SignatureAlgorithm {
  const kind = keyKindOf(spki)
  const own = kind.type === 'ec' ? byCurve[kind.curve] : kind.type === 'ed25519' ? 'EdDSA' : rsa
  const algorithm = wanted ?? own
  if (fitsKey(algorithm, kind)) return algorithm
  throw new SigningError(errorCatalogue, 'signing.key')
}
