import { type Issue, issue } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { FeedbackPolicy } from '../rules/policy/feedback-policy.js'
import { isCleanJpeg, segmentsOf } from './jpeg.js'
import { cleanPng, isCleanPng } from './png.js'
import { sniffMediaType } from './sniff-media-type.js'

/** Why a picture may not be kept as it is; undefined when it may. A PDF is not looked into. */
function faultOf(bytes: Uint8Array, kind: string): 'broken' | 'metadata' | undefined {
  if (kind === 'application/pdf') return undefined
  const jpeg = kind === 'image/jpeg'
  const whole = jpeg ? segmentsOf(bytes) : cleanPng(bytes)
  if (whole === undefined) return 'broken'
  const clean = jpeg ? isCleanJpeg(bytes) : isCleanPng(bytes)
  return clean ? undefined : 'metadata'
}

/**
 * What is wrong with a file as evidence under a policy; empty when it may be sent and kept. A picture must
 * hold nothing but the picture: `cleanEvidence` makes it so.
 *
 * It establishes neither what a picture shows nor that a file is harmless, and it does not look into a PDF.
 */
export function checkEvidence(bytes: Uint8Array, policy: FeedbackPolicy): readonly Issue[] {
  const { mediaTypes, largest } = policy.evidence
  const kind = sniffMediaType(bytes)
  if (bytes.length > largest) {
    return [issue(errorCatalogue, 'feedback.evidence.too-large', { params: { largest } })]
  }
  if (bytes.length === 0) return [issue(errorCatalogue, 'feedback.evidence.empty')]
  if (kind === undefined || !mediaTypes.includes(kind)) {
    return [issue(errorCatalogue, 'feedback.evidence.type')]
  }
  const fault = faultOf(bytes, kind)
  return fault === undefined ? [] : [issue(errorCatalogue, `feedback.evidence.${fault}`)]
}
