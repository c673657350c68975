import type { AbortSignalLike } from '@tiemchung/core'
import type { VerificationRequest, VerificationResult } from '@tiemchung/schemas/wire'
import type { RetentionPolicy } from './hold/retention-policy.js'
import type { VerificationJournal } from './journal/journal.js'

/** What a question to the authority can say beside its content. */
export interface VerifyOptions {
  readonly signal?: AbortSignalLike
}

/** What many questions can say. */
export interface VerifyManyOptions extends VerifyOptions {
  /** Questions in one batch, 1000 at most, default 500. */
  readonly batchSize?: number
  /** Milliseconds between polls, default 1000, and until giving a batch up, default 600 000. */
  readonly pollMs?: number
  readonly patienceMs?: number
  /** Told after each batch. */
  readonly onProgress?: (done: number, total: number) => void
  /**
   * Where it is written down how far the list has come, so that another process goes on. Without one, a
   * list that was cut short begins again, under the same keys when it is cut into the same batches.
   */
  readonly journal?: VerificationJournal
  /** How long answers in the journal may be used. Default: {@link retentionPolicy69}. */
  readonly retention?: RetentionPolicy
}

/**
 * The port to whoever confirms identities. Adapters speak to one service each; a private vendor reaches
 * the population database only through one (Decree 69/2024/NĐ-CP art. 18).
 *
 * An answer is evidence for the record that it was asked for. It may not be passed on or used again
 * (art. 19), so there is no cache.
 */
export interface IdentityVerifier {
  /** One answer. Throws what the service's transport throws; never answers `match` by default. */
  verify(request: VerificationRequest, options?: VerifyOptions): Promise<VerificationResult>
  /** Answers in the order of the questions. */
  verifyMany(
    requests: readonly VerificationRequest[],
    options?: VerifyManyOptions,
  ): Promise<readonly VerificationResult[]>
}
