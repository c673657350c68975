import { InputError, toHex, type Uuid } from '@tiemchung/core'
import { type Evidence, evidenceSchema, parseWith } from '@tiemchung/schemas'
import { errorCatalogue } from '../../errors.js'
import { checkEvidence } from '../../evidence/check-evidence.js'
import { cleanEvidence } from '../../evidence/clean-evidence.js'
import { sniffMediaType } from '../../evidence/sniff-media-type.js'
import type { FeedbackPolicy } from '../../rules/policy/feedback-policy.js'
import type { FeedbackWorld } from '../../world.js'

/** A file that may be sent: cleaned and checked. */
export interface EvidenceFile {
  readonly evidence: Evidence
  readonly bytes: Uint8Array
}

/**
 * Cleans and checks a file as evidence.
 *
 * @throws InputError `feedback.evidence` with its issues
 */
export async function evidenceFile(
  id: Uuid,
  given: Uint8Array,
  policy: FeedbackPolicy,
  world: Pick<FeedbackWorld, 'crypto'>,
): Promise<EvidenceFile> {
  const bytes = cleanEvidence(given)
  const issues = checkEvidence(bytes, policy)
  if (issues.length > 0) throw new InputError(errorCatalogue, 'feedback.evidence', { issues })
  const sha256 = toHex(await world.crypto.digest('SHA-256', bytes))
  const mediaType = sniffMediaType(bytes)
  return {
    bytes,
    evidence: parseWith(evidenceSchema, { id, mediaType, bytes: bytes.length, sha256 }),
  }
}
