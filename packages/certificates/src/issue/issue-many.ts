import { InputError, type Items, mapInOrder } from '@tiemchung/core'
import type { HealthCertificatePayload } from '../payload/payload.js'
import { type IssueOptions, type IssueTerms, issueTerms } from './issue-terms.js'
import {
  finishIssue,
  type IssuedCertificate,
  type PendingCertificate,
  prepareIssue,
} from './pending-certificate.js'
import { signInBatches } from './sign-in-batches.js'

/** How many certificates are issued. */
export interface IssueManyOptions extends IssueOptions {
  /** How many the signer is given at a time, when it signs many at once. Default 64. */
  readonly batch?: number
}

/** What came of one payload: a certificate, or why it may not be issued. */
export type IssueOutcome =
  | { readonly status: 'issued'; readonly certificate: IssuedCertificate }
  | { readonly status: 'refused'; readonly error: InputError }

/** A payload that may not be issued as asked does not keep the others from being issued. */
function prepared(
  payload: HealthCertificatePayload,
  terms: IssueTerms,
): PendingCertificate | InputError {
  try {
    return prepareIssue(payload, terms)
  } catch (caught) {
    if (caught instanceof InputError) return caught
    throw caught
  }
}

/**
 * A certificate of each of many payloads, in their order, as `issueCertificate` makes it; a payload that may
 * not be issued is told apart by its error and does not hold up the others.
 *
 * All are issued at one instant, by one policy. While one batch is being signed the next is prepared, and no
 * more is read of the payloads than the reader takes. When the signer fails it is not asked again, and the
 * iteration ends with its error: what was given is issued, what was not given is not.
 *
 * @throws InputError `certificate-issue.*` for options that cannot be used
 * @throws ParseError `crypto.key` for a public key that cannot be read
 * @throws SigningError `certificate-issue.signature-length`, `certificate-issue.signature`,
 *   `certificate-issue.signature-count`, and whatever the signer fails with
 * @example
 * ```ts
 * import type { Signer } from '@tiemchung/core/crypto'
 * import { type HealthCertificatePayload } from '@tiemchung/certificates'
 * import { issueMany } from '@tiemchung/certificates/issue'
 * async function texts(payloads: readonly HealthCertificatePayload[], signer: Signer, issuedAt: Date) {
 *   const issued: string[] = []
 *   for await (const outcome of issueMany(payloads, { signer, issuedAt })) {
 *     if (outcome.status === 'issued') issued.push(outcome.certificate.text)
 *   }
 *   return issued
 * }
 * ```
 */
export async function* issueMany(
  payloads: Items<HealthCertificatePayload>,
  { batch = 64, ...options }: IssueManyOptions,
): AsyncGenerator<IssueOutcome, void, undefined> {
  const terms = await issueTerms(options)
  const sign = signInBatches(options.signer, batch)
  yield* mapInOrder(payloads, 2 * batch, async (payload): Promise<IssueOutcome> => {
    const pending = prepared(payload, terms)
    if (pending instanceof InputError) return { status: 'refused', error: pending }
    const signature = await sign(pending.unsigned.toBeSigned)
    return { status: 'issued', certificate: await finishIssue(pending, signature, terms) }
  })
}
