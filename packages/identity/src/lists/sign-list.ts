import { canonicalBytes, type Verdict } from '@tiemchung/core'
import type { MaybePromise } from '@tiemchung/core/crypto'
import type { HandOverDocument, ReturnedDocument } from '@tiemchung/schemas/wire'
import type { CorrectionActor } from '../route/correction-event.js'

/** A signature that stands apart from what it signs: CMS in base64, or a JWS with detached content. */
export interface ListSignature {
  readonly form: 'cms' | 'jws'
  readonly value: string
}

/** Whoever holds a key and signs bytes. */
export interface ListSigner {
  sign(content: Uint8Array): MaybePromise<ListSignature>
}

/** What a signature is worth, and whose it is: chain, purpose and revocation are judged behind this. */
export interface SignatureFinding {
  readonly verdict: Verdict
  /** The office that the certificate stands for; without it nobody has signed. */
  readonly signer?: CorrectionActor
}

/** Judges a signature over bytes. The trust store and the register of who may sign are the caller's. */
export type VerifyListSignature = (
  content: Uint8Array,
  signature: ListSignature,
) => MaybePromise<SignatureFinding>

/** A file and the signature over its bytes. */
export interface SignedList {
  readonly content: Uint8Array
  readonly signature: ListSignature
}

/**
 * A list as a file of canonical JSON (RFC 8785) with a signature over its bytes.
 *
 * @throws InputError `input.json-canonical`, and what the signer throws
 */
export async function signList(
  list: HandOverDocument | ReturnedDocument,
  signer: ListSigner,
): Promise<SignedList> {
  const content = canonicalBytes(list)
  return { content, signature: await signer.sign(content) }
}
