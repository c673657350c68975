import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { RevocationSource, RevocationStatus, RevocationSubject } from '../verify/index.js'
import { systemCrypto } from '../world.js'

/**
 * Whether a certificate is on a list: `listed`, `not-listed`, or `stale` when it is not and the list
 * should have been replaced by `at`. `stale` is not "not revoked".
 */
export async function checkRevocation(
  list: RevocationSource,
  subject: RevocationSubject,
  options: { readonly at: Date; readonly crypto?: CryptoProvider },
): Promise<RevocationStatus> {
  return list.statusOf(subject, options.at, options.crypto ?? systemCrypto)
}
