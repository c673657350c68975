/** The crypto of hosts with WebCrypto only. */
import { hostErrors } from '../errors/crypto-errors.js'
import { InputError } from '../sdk-error.js'
import type { CryptoProvider } from './types.js'
import { type SubtleLike, webCryptoProvider } from './webcrypto.js'

function hostSubtle(): SubtleLike {
  const subtle = (globalThis as { crypto?: { subtle?: SubtleLike } }).crypto?.subtle
  if (subtle === undefined) throw new InputError(hostErrors, 'crypto.unavailable')
  return subtle
}

const subtle: SubtleLike = {
  digest: (algorithm, data) => hostSubtle().digest(algorithm, data),
  importKey: (format, data, algorithm, extractable, usages) =>
    hostSubtle().importKey(format, data, algorithm, extractable, usages),
  verify: (algorithm, key, signature, data) => hostSubtle().verify(algorithm, key, signature, data),
}

export const platformCrypto: CryptoProvider = webCryptoProvider(subtle)
