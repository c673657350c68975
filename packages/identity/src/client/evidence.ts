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

/** Documents whose number is a personal number: the citizen card, and the old card with 12 digits. */
const withPersonalNumber: ReadonlySet<IdentityDocument['kind']> = new Set([
  'personal-number',
  'cmnd-12',
])

/**
 * The evidence of somebody about whom nothing can be asked, or undefined when the authority can be: no
 * or a malformed number, or a foreigner with a passport, who is not matched (8938/BYT-DP). Who shows
 * another document has no personal number on record: it is still to be collected.
 */
export function evidenceWithoutQuestion(
  person: { readonly nationality: string; readonly identityDocument: IdentityDocument },
  at: Date,
): IdentityEvidence | undefined {
  const document = person.identityDocument
  if (withPersonalNumber.has(document.kind)) return undefined
  if (document.kind === 'passport' && person.nationality !== 'VN') {
    return { status: 'not-required', because: 'foreign-passport' }
  }
  const malformed = document.kind === 'none' && document.reason === 'malformed'
  return { status: malformed ? 'malformed-number' : 'no-number', at: at.toISOString() }
}
