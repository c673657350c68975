import { HttpError, uuidv7 } from '@tiemchung/core'
import type { Http } from '@tiemchung/http'
import {
  type VerificationBatch,
  type VerificationRequest,
  type VerificationResult,
  verificationBatchSchema,
  verificationResultSchema,
} from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import { type IdentityWorld, systemWorld } from '../world.js'
import type { IdentityVerifier, VerifyManyOptions } from './verifier.js'

/** What the adapter stands on. */
export interface PlatformVerifierOptions extends Partial<IdentityWorld> {
  readonly http: Http
}

const largestBatch = 1000

/** The answers in the order of the questions; an answer too few or too many is a refused answer. */
function inOrder(
  requests: readonly VerificationRequest[],
  results: readonly VerificationResult[],
): readonly VerificationResult[] {
  const byId = new Map(results.map((result) => [result.id, result]))
  return requests.map((request) => {
    const result = byId.get(request.id)
    if (result === undefined || results.length !== requests.length) {
      throw new HttpError(errorCatalogue, 'identity.verification.foreign-answer')
    }
    return result
  })
}

async function settle(
  http: Http,
  world: IdentityWorld,
  first: VerificationBatch,
  options: VerifyManyOptions,
): Promise<VerificationBatch> {
  const giveUpAt = world.clock.now().getTime() + (options.patienceMs ?? 600_000)
  const signal = options.signal === undefined ? {} : { signal: options.signal }
  let batch = first
  while (batch.state === 'pending') {
    if (world.clock.now().getTime() >= giveUpAt) {
      throw new HttpError(errorCatalogue, 'identity.verification.unsettled', { retryable: true })
    }
    await world.sleep(options.pollMs ?? 1000, options.signal)
    batch = await http.get(`/v1/identity/batches/${batch.id}`, {
      schema: verificationBatchSchema,
      ...signal,
    })
  }
  return batch
}

/**
 * The adapter to the platform of our OpenAPI: single questions, and batches that are polled until they
 * are answered. A question sent twice under the same id is answered once.
 *
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
  const world: IdentityWorld = {
    clock: options.clock ?? systemWorld.clock,
    random: options.random ?? systemWorld.random,
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
    verifyMany: async (requests, many = {}) => {
      const size = Math.min(many.batchSize ?? 500, largestBatch)
      const answers: VerificationResult[] = []
      for (let start = 0; start < requests.length; start += size) {
        const chunk = requests.slice(start, start + size)
        const id = uuidv7(world)
        const first = await http.post('/v1/identity/batches', {
          body: { id, requests: chunk },
          schema: verificationBatchSchema,
          idempotencyKey: id,
          ...(many.signal === undefined ? {} : { signal: many.signal }),
        })
        const done = await settle(http, world, first, many)
        answers.push(...inOrder(chunk, done.results))
        many.onProgress?.(answers.length, requests.length)
      }
      return answers
    },
  }
}
