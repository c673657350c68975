import { InputError, isSdkError } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import { verifyErrors } from '../errors/verify-errors.js'
import { isNetworkFault } from './network-fault.js'
import {
  type RevocationSource,
  type RevocationStatus,
  revocationStatuses,
  type RevocationSubject,
} from './revocation-source.js'

/**
 * Asks a source. A network that fails is `unreachable`; an error of the SDK is thrown on, and anything else
 * that is thrown, and an answer that is no status, is a mistake of the source.
 *
 * @throws InputError `certificate-verify.revocation-source`
 */
export async function askRevocation(
  source: RevocationSource,
  subject: RevocationSubject,
  at: Date,
  crypto: CryptoProvider,
): Promise<RevocationStatus> {
  let status: RevocationStatus
  try {
    status = await source.statusOf(subject, at, crypto)
  } catch (cause) {
    if (isNetworkFault(cause)) return 'unreachable'
    if (isSdkError(cause)) throw cause
    throw new InputError(verifyErrors, 'certificate-verify.revocation-source', { cause })
  }
  if (revocationStatuses.includes(status)) return status
  throw new InputError(verifyErrors, 'certificate-verify.revocation-source')
}
