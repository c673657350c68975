import { utf8 } from '@tiemchung/core'
import { type SignDocumentOptions, signDocument } from '../signed/index.js'
import { parseRevocationDelta, type RevocationDeltaDocument } from './revocation-delta.js'
import { parseRevocationList, type RevocationListDocument, sequenceOf } from './revocation-list.js'
import { revocationDeltaType, revocationListType } from './signed-revocation-list.js'

/** Who signs. */
export type SignRevocationOptions = Omit<SignDocumentOptions, 'type'>

function typeOf(document: RevocationListDocument | RevocationDeltaDocument) {
  if (document.format === 'revocation-delta/1') {
    parseRevocationDelta(document)
    return revocationDeltaType
  }
  sequenceOf(parseRevocationList(document))
  return revocationListType
}

/**
 * A list or delta, checked and signed as what it is, as the bytes of a file to publish.
 *
 * @throws ParseError `certificate-revocation.list`, `certificate-revocation.delta`
 * @throws InputError `certificate-signed.key`, `certificate-signed.algorithm`
 * @throws SigningError `certificate-signed.signature`, and whatever the signer fails with
 */
export async function signRevocation(
  document: RevocationListDocument | RevocationDeltaDocument,
  options: SignRevocationOptions,
): Promise<Uint8Array> {
  const type = typeOf(document)
  return await signDocument(utf8(JSON.stringify(document)), { ...options, type })
}
