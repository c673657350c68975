import { type Issue, issue } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { FeedbackPolicy } from './policy/feedback-policy.js'

/** First bytes of each kind of file that counts as evidence. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/** Kind of file, by its first bytes and never by its name; undefined for any other. */
export function sniffMediaType(bytes: Uint8Array): string | undefined {
  return signatures.find(([, start]) => start.every((byte, index) => bytes[index] === byte))?.[0]
}

/** What is wrong with a file as evidence under a policy; empty when it may be sent. */
export function checkEvidence(bytes: Uint8Array, policy: FeedbackPolicy): readonly Issue[] {
  const kind = sniffMediaType(bytes)
  const issues: Issue[] = []
  if (kind === undefined || !policy.evidence.mediaTypes.includes(kind)) {
    issues.push(issue(errorCatalogue, 'feedback.evidence.type'))
  }
  if (bytes.length > policy.evidence.largest) {
    const params = { largest: policy.evidence.largest }
    issues.push(issue(errorCatalogue, 'feedback.evidence.too-large', { params }))
  }
  return issues
}
