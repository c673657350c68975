import type { CryptoProvider } from '@tiemchung/core/crypto'
import { askRevocation } from '../verify/ask-revocation.js'
import type { RevocationSource, RevocationStatus, RevocationSubject } from '../verify/index.js'
import { systemCrypto } from '../world.js'

/**
 * What a source says of a certificate: `listed`, `not-listed`, or why it cannot say: `maybe`, `unproven`,
 * `stale`, or `unreachable` when a network failed. Nothing but `not-listed` is "not revoked".
 *
 * @throws InputError `certificate-verify.revocation-source`
 */
export async function checkRevocation(
  source: RevocationSource,
  subject: RevocationSubject,
  options: { readonly at: Date; readonly crypto?: CryptoProvider },
): Promise<RevocationStatus> {
  return askRevocation(source, subject, options.at, options.crypto ?? systemCrypto)
}
