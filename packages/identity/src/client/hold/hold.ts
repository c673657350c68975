import { parseInstant } from '@tiemchung/core'
import type { VerificationResult } from '@tiemchung/schemas/wire'
import type { RetentionPolicy } from './retention-policy.js'

const dayMs = 86_400_000

/**
 * Until when an answer may be held beside the record that it was asked for. It says nothing about the
 * evidence in a record that has been signed, which is part of that record.
 */
export function holdUntil(answer: Pick<VerificationResult, 'at'>, policy: RetentionPolicy): Date {
  return new Date(parseInstant(answer.at).getTime() + policy.answers.holdDays * dayMs)
}

/** Whether an answer may no longer be held: it is to be forgotten, and the authority asked again. */
export function isLapsed(
  answer: Pick<VerificationResult, 'at'>,
  policy: RetentionPolicy,
  now: Date,
): boolean {
  return holdUntil(answer, policy).getTime() <= now.getTime()
}
