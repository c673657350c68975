import { HttpError } from '@tiemchung/core'
import type { Http } from '@tiemchung/http'
import {
  type VerificationBatch,
  type VerificationResult,
  verificationBatchSchema,
  verificationResultSchema,
} from '@tiemchung/schemas/wire'
import { verificationErrors } from '../errors/verification-errors.js'
import { type IdentityWorld, systemWorld } from '../world.js'
import { askAll, inOrder } from './ask-all.js'
import type { Batch } from './batches.js'
import type { IdentityVerifier, VerifyManyOptions } from './verifier.js'

/** What the adapter stands on. */
export interface PlatformVerifierOptions extends Partial<IdentityWorld> {
  readonly http: Http
}

type PollWorld = Pick<IdentityWorld, 'clock' | 'sleep'>

const largestBatch = 1000

/** The batch, when it is the one that was asked about. */
function own(id: string, batch: VerificationBatch): VerificationBatch {
  if (batch.id === id) return batch
  throw new HttpError(verificationErrors, 'identity.verification.foreign-answer')
}

/** Polls a batch until it is answered, or patience ends. */
async function settle(
  http: Http,
  world: PollWorld,
  first: VerificationBatch,
  options: VerifyManyOptions,
): Promise<VerificationBatch> {
  const giveUpAt = world.clock.now().getTime() + (options.patienceMs ?? 600_000)
  const signal = options.signal === undefined ? {} : { signal: options.signal }
  let batch = first
  while (batch.state === 'pending') {
    if (world.clock.now().getTime() >= giveUpAt) {
      throw new HttpError(verificationErrors, 'identity.verification.unsettled', {
        retryable: true,
      })
    }
    await world.sleep(options.pollMs ?? 1000, options.signal)
    const polled = await http.get(`/v1/identity/batches/${first.id}`, {
      schema: verificationBatchSchema,
      ...signal,
    })
    batch = own(first.id, polled)
  }
  return batch
}

/** One batch, from the question to its answers. Asked again under its id, it is answered once. */
async function askBatch(
  http: Http,
  world: PollWorld,
  { id, requests }: Batch,
  many: VerifyManyOptions,
): Promise<readonly VerificationResult[]> {
  const first = await http.post('/v1/identity/batches', {
    body: { id, requests },
    schema: verificationBatchSchema,
    idempotencyKey: id,
    ...(many.signal === undefined ? {} : { signal: many.signal }),
  })
  return (await settle(http, world, own(id, first), many)).results
}

/**
 * The adapter to the platform of our OpenAPI: single questions, and batches that are polled until they
 * are answered. A question sent twice under the same id is answered once. The id of a batch follows from
 * its questions; with a `journal` a list goes on after a crash under the keys that it had.
 *
 * @throws InputError `identity.verification.batch-size`, `identity.verification.same-id`,
 *   `identity.verification.other-questions`, `identity.verification.lapsed`
 * @throws HttpError what `@tiemchung/http` throws, and `identity.verification.unsettled`,
 *   `identity.verification.foreign-answer`
 * @example
 * ```ts
 * import { createHttp } from '@tiemchung/http'
 * import { platformVerifier, type VerificationRequest } from '@tiemchung/identity'
 * declare const request: VerificationRequest
 * const verifier = platformVerifier({ http: createHttp({ baseUrl: 'https://platform.example.vn' }) })
 * const answer = await verifier.verify(request)
 * answer.outcome // => 'match', 'mismatch', 'not-found' or 'unverifiable'
 * ```
 */
export function platformVerifier(options: PlatformVerifierOptions): IdentityVerifier {
  const { http } = options
  const world: PollWorld = {
    clock: options.clock ?? systemWorld.clock,
    sleep: options.sleep ?? systemWorld.sleep,
  }
  return {
    verify: async (request, { signal } = {}) => {
      const result = await http.post('/v1/identity/verifications', {
        body: request,
        schema: verificationResultSchema,
        idempotencyKey: request.id,
        ...(signal === undefined ? {} : { signal }),
      })
      return inOrder([request], [result])[0] as VerificationResult
    },
    verifyMany: (requests, many = {}) =>
      askAll(requests, many, {
        largest: largestBatch,
        ask: (batch) => askBatch(http, world, batch, many),
        now: () => world.clock.now(),
      }),
  }
}
