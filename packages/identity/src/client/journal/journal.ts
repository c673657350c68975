import type { VerificationResult } from '@tiemchung/schemas/wire'

/** One step of a list of questions, as it is kept. */
export type JournalEntry =
  | {
      /** Written before a batch is sent for the first time. */
      readonly kind: 'asked'
      /** The batch's id, which is its idempotency key too. */
      readonly batch: string
      /** The ids of its questions, in its order. The questions themselves are not kept. */
      readonly questions: readonly string[]
    }
  | {
      /** Written when all its answers have come. */
      readonly kind: 'answered'
      readonly batch: string
      readonly results: readonly VerificationResult[]
    }
  | {
      /** The service would not take the batch as it was: nothing of it was asked, and its questions are free. */
      readonly kind: 'refused'
      readonly batch: string
    }

/**
 * How far a list of questions has come, so that another process goes on where this one stopped. A
 * journal belongs to one list and one process at a time.
 */
export interface VerificationJournal {
  /** Everything that was appended, in its order. */
  read(): Promise<readonly JournalEntry[]>
  /** When it has returned, the entry survives a power cut; when it has not, all of it is there or nothing. */
  append(entry: JournalEntry): Promise<void>
  /** Forgets everything: the answers are evidence on their records now. */
  discard(): Promise<void>
}
