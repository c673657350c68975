import { concatBytes, InputError, issue } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { cleanJpeg } from './jpeg.js'
import { cleanPng } from './png.js'
import { sniffMediaType } from './sniff-media-type.js'

/**
 * A picture without what it says beside itself: where and when it was taken, with which device, comments,
 * thumbnails, anything behind its end. How it is to be turned is kept. The picture itself is not touched, and
 * nothing is compressed again.
 *
 * Files of other kinds come back as they are: a PDF may still say where it was made.
 *
 * @throws InputError `feedback.evidence` with the issue `feedback.evidence.broken`, when a picture is not whole
 */
export function cleanEvidence(bytes: Uint8Array): Uint8Array {
  const kind = sniffMediaType(bytes)
  if (kind !== 'image/jpeg' && kind !== 'image/png') return bytes
  const pieces = kind === 'image/jpeg' ? cleanJpeg(bytes) : cleanPng(bytes)
  if (pieces !== undefined) return concatBytes(...pieces)
  const issues = [issue(errorCatalogue, 'feedback.evidence.broken')]
  throw new InputError(errorCatalogue, 'feedback.evidence', { issues })
}
