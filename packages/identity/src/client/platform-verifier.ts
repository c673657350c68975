import { HttpError, InputError, uuidv7 } from '@tiemchung/core'
import type { Http } from '@tiemchung/http'
import {
  type VerificationBatch,
  type VerificationRequest,
  type VerificationResult,
  verificationBatchSchema,
  verificationResultSchema,
} from '@tiemchung/schemas/wire'
import { verificationErrors } from '../errors/verification-errors.js'
import { type IdentityWorld, systemWorld } from '../world.js'
import type { IdentityVerifier, VerifyManyOptions } from './verifier.js'

/** What the adapter stands on. */
export interface PlatformVerifierOptions extends Partial<IdentityWorld> {
  readonly http: Http
}

const largestBatch = 1000

/** Questions in one batch. @throws InputError `identity.verification.batch-size` */
function batchSizeOf({ batchSize = 500 }: VerifyManyOptions): number {
  if (Number.isInteger(batchSize) && batchSize > 0) return Math.min(batchSize, largestBatch)
  throw new InputError(verificationErrors, 'identity.verification.batch-size')
}

/** The answers in the order of the questions; an answer too few or too many is a refused answer. */
function inOrder(
  requests: readonly VerificationRequest[],
  results: readonly VerificationResult[],
): readonly VerificationResult[] {
  const byId = new Map(results.map((result) => [result.id, result]))
  return requests.map((request) => {
    const result = byId.get(request.id)
    if (result === undefined || results.length !== requests.length) {
      throw new HttpError(verificationErrors, 'identity.verification.foreign-answer')
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
      throw new HttpError(verificationErrors, 'identity.verification.unsettled', {
        retryable: true,
      })
    }
    await world.sleep(options.pollMs ?? 1000, options.signal)
    batch = await http.get(`/v1/identity/batches/${batch.id}`, {
      schema: verificationBatchSchema,
      ...signal,
    })
  }
  return batch
}

/** One batch, from the question to its answers. */
async function askBatch(
  http: Http,
  world: IdentityWorld,
  requests: readonly VerificationRequest[],
  many: VerifyManyOptions,
): Promise<readonly VerificationResult[]> {
  const id = uuidv7(world)
  const first = await http.post('/v1/identity/batches', {
    body: { id, requests },
    schema: verificationBatchSchema,
    idempotencyKey: id,
    ...(many.signal === undefined ? {} : { signal: many.signal }),
  })
  return inOrder(requests, (await settle(http, world, first, many)).results)
}

/**
 * The adapter to the platform of our OpenAPI: single questions, and batches that are polled until they
 * are answered. A question sent twice under the same id is answered once.
 *
 * @throws InputError `identity.verification.batch-size`
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
      const size = batchSizeOf(many)
      const answers: VerificationResult[] = []
      for (let start = 0; start < requests.length; start += size) {
        const chunk = requests.slice(start, start + size)
        answers.push(...(await askBatch(http, world, chunk, many)))
        many.onProgress?.(answers.length, requests.length)
      }
      return answers
    },
  }
}
