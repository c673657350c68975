import { type HttpError, isSdkError, type Uuid } from '@tiemchung/core'
import type { Http, Schema } from '@tiemchung/http'
import { type Upload, uploadSchema } from '@tiemchung/schemas/wire'
import type { CallOptions } from '../call-options.js'
import type { EvidenceFile } from './evidence-file.js'

/** How far an upload has come. */
export interface UploadProgress {
  /** Bytes that the platform has. */
  readonly sent: number
  readonly total: number
}

/** What an upload can say. */
export interface UploadOptions extends CallOptions {
  /** Told when the platform has more of it. What it throws is the caller's own. */
  readonly onProgress?: (progress: UploadProgress) => void
}

/** Bytes of one piece: progress is seen on a slow line, and a cut costs little. */
const pieceBytes = 262_144

/** Failures in a row, without a byte between them, after which it is given up for now. */
const mostStalls = 3

/** Whether the platform may have what was sent, or may take it later: it is asked how far it has come. */
function mayGoOn(caught: unknown): boolean {
  if (!isSdkError(caught)) return false
  const { code, retryable, status } = caught as HttpError
  return code !== 'http.cancelled' && (retryable || status === 409)
}

/** Where one upload stands on the platform. */
interface Place {
  readonly http: Http
  readonly path: string
  readonly call: CallOptions & { readonly headers: Readonly<Record<string, string>> }
}

function announce({ http, path, call }: Place, { evidence }: EvidenceFile): Promise<Upload> {
  const { bytes, mediaType, sha256 } = evidence
  return http.post(path, { ...call, body: { bytes, mediaType, sha256 }, schema: uploadSchema })
}

/** An answer to a piece: the platform has more than before, or it is none. */
const further = (before: number): Schema<Upload> => ({
  safeParse: (value) => {
    const read = uploadSchema.safeParse(value)
    if (!read.success || read.data.offset > before) return read
    return { success: false, error: { issues: [{ path: ['offset'] }] } }
  },
})

function append({ http, path, call }: Place, { bytes }: EvidenceFile, at: number): Promise<Upload> {
  return http.patch(path, {
    ...call,
    body: bytes.subarray(at, at + pieceBytes),
    headers: {
      ...call.headers,
      'content-type': 'application/partial-upload',
      'upload-offset': String(at),
    },
    schema: further(at),
  })
}

/**
 * Sends a file piece by piece, from where the platform has it. A piece whose answer was lost is not sent
 * twice: the platform is asked how far it has come.
 *
 * @throws HttpError what the platform refuses; or the last failure, when no byte went through in three tries
 */
export async function uploadEvidence(
  http: Http,
  feedback: Uuid,
  file: EvidenceFile,
  {
    onProgress,
    ...options
  }: UploadOptions & { readonly headers: Readonly<Record<string, string>> },
): Promise<void> {
  const path = `/v1/feedback/${feedback}/evidence/${file.evidence.id}/upload`
  const place = { http, path, call: options }
  let { offset } = await announce(place, file)
  const total = file.bytes.length
  for (let stalls = 0; offset < total; ) {
    onProgress?.({ sent: offset, total })
    const before = offset
    try {
      offset = (await append(place, file, offset)).offset
    } catch (caught) {
      if (!mayGoOn(caught) || stalls >= mostStalls) throw caught
      offset = (await http.get(path, { ...options, schema: uploadSchema })).offset
    }
    stalls = offset > before ? 0 : stalls + 1
  }
  onProgress?.({ sent: total, total })
}
