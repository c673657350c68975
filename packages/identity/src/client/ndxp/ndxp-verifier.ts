import { HttpError } from '@tiemchung/core'
import type { Http } from '@tiemchung/http'
import type {
  ConsentEvidence,
  MatchField,
  VerificationRequest,
  VerificationResult,
} from '@tiemchung/schemas/wire'
import { ndxpErrors } from '../../errors/ndxp-errors.js'
import { type IdentityFacts, type MatchCheckId, matchPerson } from '../../match/match-person.js'
import { type MatchPolicy, matchPolicy1815 } from '../../match/policy.js'
import { type IdentityWorld, systemWorld } from '../../world.js'
import { askAll } from '../ask-all.js'
import type { IdentityVerifier, VerifyOptions } from '../verifier.js'
import { type NdxpAnswer, type NdxpCodes, type NdxpFacts, readNdxpAnswer } from './answer.js'
import { type NdxpCaller, type NdxpEnvelope, ndxpEnvelope } from './envelope.js'

/** What goes with a question, beside its envelope. */
export interface NdxpSending extends VerifyOptions {
  /** For the member or header that the connection's contract names. */
  readonly consent: ConsentEvidence
  /** The token of before has expired, by the body of an answer: take a fresh one. */
  readonly freshToken: boolean
}

/** Carries a question to the service, and brings the body of its answer as parsed JSON. */
export type NdxpSend = (envelope: NdxpEnvelope, sending: NdxpSending) => Promise<unknown>

/** What the adapter stands on. */
export interface NdxpVerifierOptions extends Partial<Pick<IdentityWorld, 'clock'>> {
  readonly send: NdxpSend
  readonly caller: NdxpCaller
  /** From the contract of the connection; there are no defaults. */
  readonly codes: NdxpCodes
  /** By what rule the registered facts are compared. Default: {@link matchPolicy1815}. */
  readonly policy?: MatchPolicy
}

const fieldOf: Readonly<Record<MatchCheckId, MatchField>> = {
  'identity.number': 'number',
  'identity.name': 'name',
  'identity.birth-date': 'birth-date',
  'identity.sex': 'sex',
}

type Judgement = Pick<VerificationResult, 'outcome' | 'mismatched'>

/** The claim against the registered facts. Facts that the answer left out decide nothing. */
function judge(request: VerificationRequest, facts: NdxpFacts, policy: MatchPolicy): Judgement {
  const { birthDate } = facts
  const registered: IdentityFacts = { ...facts, birthDate: birthDate ?? request.birthDate }
  const { verdict, checks } = matchPerson(request, registered, policy)
  if (verdict === 'invalid') {
    const differing = checks.filter((check) => check.status === 'failed')
    return { outcome: 'mismatch', mismatched: differing.map(({ id }) => fieldOf[id]) }
  }
  const decided = verdict === 'valid' && birthDate !== undefined
  return { outcome: decided ? 'match' : 'unverifiable', mismatched: [] }
}

/** Asks once, and once more with a fresh token when the body of a good answer says that it expired. */
async function answerTo(
  request: VerificationRequest,
  { send, caller, codes }: NdxpVerifierOptions,
  { signal }: VerifyOptions,
): Promise<Exclude<NdxpAnswer, { readonly kind: 'token-expired' }>> {
  const envelope = ndxpEnvelope(request, caller)
  const { consent } = request
  const more = signal === undefined ? {} : { signal }
  for (const freshToken of [false, true]) {
    const body = await send(envelope, { consent, freshToken, ...more })
    const answer = readNdxpAnswer(body, envelope, codes)
    if (answer.kind === 'found') return answer
    if (answer.kind === 'not-found') return { kind: 'not-found' }
  }
  throw new HttpError(ndxpErrors, 'identity.ndxp.token', { retryable: true })
}

/**
 * The adapter to the population database over the national exchange platform (NDXP), by way of whoever
 * may connect to it (Decree 69/2024/NĐ-CP art. 18).
 *
 * Built from a published excerpt of the connection guide, and not tried against the real service. The
 * excerpt is of another sectoral service; that this one has the same envelope is an assumption, and so is
 * the wrapper `{ code, status, correlationId, response }` of the provincial hubs. Codes come from the
 * contract of the connection; one that it does not name is an error and never a match.
 *
 * The service answers with what it has registered. That is compared at once, by a policy, and forgotten:
 * the result names the fields that differ and holds none of their values. What the answer leaves out
 * (the excerpt shows no sex) makes the result `unverifiable`, not a match. Whether a question that is sent
 * twice under one `MaYeuCau` is answered once is not known.
 *
 * @throws InputError `identity.ndxp.member`
 * @throws HttpError `identity.ndxp.unknown-code`, `identity.ndxp.answer`, `identity.ndxp.count`,
 *   `identity.ndxp.other-person`, `identity.ndxp.token`, `identity.verification.foreign-answer`, and what
 *   `send` throws
 * @example
 * ```ts
 * import { createHttp } from '@tiemchung/http'
 * import { ndxpOverHttp, ndxpVerifier, type VerificationRequest } from '@tiemchung/identity'
 * declare const request: VerificationRequest
 * const http = createHttp({ baseUrl: 'https://hub.example.vn' })
 * const verifier = ndxpVerifier({
 *   send: ndxpOverHttp(http, '/population', ({ form, reference }) => ({
 *     'x-consent': `${form} ${reference}`,
 *   })),
 *   caller: { procedure: 'TC-1815', integration: '0001', organisation: 'H22.01' },
 *   codes: { found: ['200', '0'], notFound: ['1'], tokenExpired: ['401'] },
 * })
 * const { outcome } = await verifier.verify(request)
 * ```
 */
export function ndxpVerifier(options: NdxpVerifierOptions): IdentityVerifier {
  const { policy = matchPolicy1815, clock = systemWorld.clock } = options
  const ask = async (
    request: VerificationRequest,
    each: VerifyOptions,
  ): Promise<VerificationResult> => {
    const answer = await answerTo(request, options, each)
    const said: Judgement =
      answer.kind === 'found'
        ? judge(request, answer.facts, policy)
        : { outcome: 'not-found', mismatched: [] }
    return { id: request.id, ...said, at: clock.now().toISOString(), source: 'ndxp' }
  }
  return {
    verify: (request, each = {}) => ask(request, each),
    // The service takes one question at a time: each is a batch, so that a journal knows each.
    verifyMany: (requests, many = {}) =>
      askAll(requests, many, {
        largest: 1,
        ask: async ({ requests: [request] }) =>
          request === undefined ? [] : [await ask(request, many)],
        now: () => clock.now(),
      }),
  }
}

/**
 * A `send` over an HTTP client: the envelope as JSON, its members in their order, under the question's id
 * as idempotency key. The excerpt has no member for consent, so its evidence goes into headers, which the
 * contract of the connection names. Let the client see an expired token itself, by `saysTokenExpired`.
 */
export function ndxpOverHttp(
  http: Pick<Http, 'post'>,
  path: string,
  consentHeaders: (consent: ConsentEvidence) => Readonly<Record<string, string>>,
): NdxpSend {
  return (envelope, { consent, signal }) =>
    http.post(path, {
      body: envelope,
      headers: consentHeaders(consent),
      idempotencyKey: envelope.MaYeuCau,
      ...(signal === undefined ? {} : { signal }),
    })
}
