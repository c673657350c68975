/** A signed record without its payload, for those who keep or send the record itself beside it. */
import { SigningError } from '@tiemchung/core'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import type { FlattenedJws } from '../jws/serialization.js'
import type { CompactSignedRecord } from './sign-records.js'

/** A signed record: compact, or flattened where it has a timestamp; with its payload or detached. */
export interface AnySignedRecord extends Omit<SignedRecord, 'jws'> {
  readonly jws: string | FlattenedJws
}

/**
 * The same signature without the record in it (RFC 7515 appendix F). `verifyRecord` needs the record then, and
 * its canonical JSON must be what was signed.
 *
 * Nothing is signed again, and nothing in the JWS says that it is detached: JAdES `sigD` names objects by
 * their addresses, and a record has none.
 *
 * @throws SigningError `signing.jws` when it is no JWS
 * @example
 * ```ts
 * import { detachRecord, verifyRecord } from '@tiemchung/signing'
 * import type { DoseRecord } from '@tiemchung/schemas'
 * import type { SignedRecord } from '@tiemchung/schemas/wire'
 * const check = (signed: SignedRecord, record: DoseRecord, root: Uint8Array) =>
 *   verifyRecord(detachRecord(signed), { anchors: [{ certificate: root }], record })
 * ```
 */
export function detachRecord(signed: CompactSignedRecord): CompactSignedRecord
export function detachRecord(signed: AnySignedRecord): AnySignedRecord
export function detachRecord(signed: AnySignedRecord): AnySignedRecord {
  const { jws } = signed
  if (typeof jws !== 'string') {
    const { payload: _, ...detached } = jws
    return { ...signed, jws: detached }
  }
  const [head, body, signature, ...more] = jws.split('.')
  const sound = head !== undefined && body !== undefined && signature !== undefined
  if (!sound || more.length > 0) throw new SigningError(errorCatalogue, 'signing.jws')
  return { ...signed, jws: `${head}..${signature}` }
}
