import type { IdentityDocument, IdentityEvidence } from '@tiemchung/schemas'
import type { VerificationResult } from '@tiemchung/schemas/wire'

const statuses = {
  mismatch: 'mismatched',
  'not-found': 'not-found',
  unverifiable: 'unverifiable',
} as const

/** The evidence that an answer gives a record. */
export function evidenceOf(result: VerificationResult): IdentityEvidence {
  if (result.outcome === 'match') {
    return { status: 'matched', verificationId: result.id, at: result.at }
  }
  return { status: statuses[result.outcome], verificationId: result.id, at: result.at }
}

/**
 * The evidence of somebody about whom nothing can be asked, or undefined when the authority can be: no
 * or a malformed number, or a foreigner with a passport, who is not matched (8938/BYT-DP).
 */
export function evidenceWithoutQuestion(
  person: { readonly nationality: string; readonly identityDocument: IdentityDocument },
  at: Date,
): IdentityEvidence | undefined {
  const document = person.identityDocument
  if (document.kind === 'passport' && person.nationality !== 'VN') {
    return { status: 'not-required', because: 'foreign-passport' }
  }
  if (document.kind !== 'none') return undefined
  const status = document.reason === 'malformed' ? 'malformed-number' : 'no-number'
  return { status, at: at.toISOString() }
}
