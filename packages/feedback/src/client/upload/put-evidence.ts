import { fromHex, toBase64, type Uuid } from '@tiemchung/core'
import type { Http } from '@tiemchung/http'
import { type Evidence, evidenceSchema } from '@tiemchung/schemas'
import type { CallOptions } from '../call-options.js'
import type { EvidenceFile } from './evidence-file.js'

/** Sends a file in one go, with its kind and digest (RFC 9530). */
export function putEvidence(
  http: Http,
  feedback: Uuid,
  { bytes, evidence }: EvidenceFile,
  options: CallOptions & { readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Evidence> {
  return http.put(`/v1/feedback/${feedback}/evidence/${evidence.id}`, {
    ...options,
    body: bytes,
    headers: {
      ...options.headers,
      'content-type': evidence.mediaType,
      'content-digest': `sha-256=:${toBase64(fromHex(evidence.sha256))}:`,
    },
    schema: evidenceSchema,
    idempotencyKey: evidence.id,
  })
}
