import type { Uuid } from '@tiemchung/core'
import type { ConsentEvidence, VerificationRequest } from '@tiemchung/schemas/wire'
import type { AskAgain } from './read-returned-list.js'

/** What the people of a returned list do not say of themselves. */
export interface AskAgainOptions {
  readonly officer: string
  /** The consent of each to being asked about; that of the first question, as long as it holds. */
  readonly consentOf: (one: AskAgain) => ConsentEvidence
  /** A new id for each: under the one before the service would give the answer of before. */
  readonly nextId: () => Uuid
}

/** The questions about the people of a returned list, in its order, for `verifyMany`. */
export function questionsAgain(
  again: readonly AskAgain[],
  { officer, consentOf, nextId }: AskAgainOptions,
): readonly VerificationRequest[] {
  return again.map((one) => {
    const { recordId: _, ...claimed } = one
    const consent = consentOf(one)
    return { id: nextId(), ...claimed, purpose: 'vaccination-record', officer, consent }
  })
}
