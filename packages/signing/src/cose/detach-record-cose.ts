import { SigningError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { putTogether, takeApart } from './cose-sign1.js'

/**
 * The same signature without the record in it (RFC 9052 section 4.1, detached content), for those who keep or send the
 * record itself beside it. `verifyRecordCose` needs the record then, and its canonical JSON must be what was signed.
 *
 * Nothing is signed again, and nothing is checked.
 *
 * @throws SigningError `signing.cose` when it is no COSE_Sign1 with a record inside
 * @example
 * ```ts
 * import { detachRecordCose, verifyRecordCose } from '@tiemchung/signing/cose'
 * import type { DoseRecord } from '@tiemchung/schemas'
 * const check = (cose: Uint8Array, record: DoseRecord, root: Uint8Array) =>
 *   verifyRecordCose(detachRecordCose(cose), { anchors: [{ certificate: root }], record })
 * ```
 */
export function detachRecordCose(cose: Uint8Array): Uint8Array {
  const parts = takeApart(cose)
  if ('refused' in parts || parts.unprotectedHeader.size > 0) {
    throw new SigningError(errorCatalogue, 'signing.cose')
  }
  return putTogether(parts.protectedBytes, null, parts.signature)
}
