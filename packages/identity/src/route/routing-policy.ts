import { type PolicyHead, parsePolicyHead } from '@tiemchung/core'
import type { IdentityStatus } from '@tiemchung/schemas'

/** Who corrects. `health`: the commune health station or the facility; `police`: the commune police. */
export type Corrector = 'health' | 'police'

/** One row: a class of error, who corrects it first, and whose place decides. */
export interface RoutingRule {
  readonly status: IdentityStatus
  readonly to: Corrector
  /** `permanent-residence` by 2262/BYT-CNTT; `facility` where the person was vaccinated. */
  readonly by: 'permanent-residence' | 'facility'
  readonly action:
    | 'collect-number'
    | 'correct-number'
    | 'verify-person'
    | 'ask-again'
    | 'correct-dose'
  readonly cite: readonly string[]
}

/** Who must fix which identity error. */
export interface RoutingPolicy extends PolicyHead {
  readonly format: 'identity-routing-policy/1'
  readonly rules: readonly RoutingRule[]
  /** Errors of the vaccination itself: health answers for them. */
  readonly dose: {
    readonly to: Corrector
    readonly by: 'facility'
    readonly cite: readonly string[]
  }
  /** People who are not matched: who answers for their data. */
  readonly notMatched: { readonly by: 'facility'; readonly cite: readonly string[] }
}

/** The correction loop of 2262/BYT-CNTT over the principle of 9438/BYT-CNTT. */
export const routingPolicy2262 = parsePolicyHead(
  {
    format: 'identity-routing-policy/1',
    id: 'vn.identity-routing',
    version: '2022-05-04.1',
    effective: { from: '2021-11-05', to: null },
    published: '2022-05-04',
    sources: [
      {
        id: '8938',
        number: '8938/BYT-DP',
        date: '2021-10-21',
        issuer: 'Bộ Y tế',
        confidence: 'secondary',
      },
      {
        id: '9438',
        number: '9438/BYT-CNTT',
        date: '2021-11-05',
        issuer: 'Bộ Y tế',
        confidence: 'secondary',
      },
      {
        id: '2262',
        number: '2262/BYT-CNTT',
        date: '2022-05-04',
        issuer: 'Bộ Y tế',
        confidence: 'secondary',
      },
    ],
    assumptions: [
      {
        id: 'unverifiable-to-police',
        says: {
          vi: 'Trường hợp không xác minh được chuyển công an nơi thường trú (không có văn bản nói rõ).',
          en: 'What cannot be verified goes to the police of the permanent residence (no text says so outright).',
        },
      },
    ],
    rules: [
      {
        status: 'no-number',
        to: 'health',
        by: 'permanent-residence',
        action: 'collect-number',
        cite: ['2262'],
      },
      {
        status: 'malformed-number',
        to: 'health',
        by: 'permanent-residence',
        action: 'correct-number',
        cite: ['2262'],
      },
      {
        status: 'mismatched',
        to: 'police',
        by: 'permanent-residence',
        action: 'verify-person',
        cite: ['9438', '2262'],
      },
      {
        status: 'not-found',
        to: 'police',
        by: 'permanent-residence',
        action: 'verify-person',
        cite: ['2262'],
      },
      {
        status: 'unverifiable',
        to: 'police',
        by: 'permanent-residence',
        action: 'verify-person',
        cite: ['2262'],
      },
      { status: 'pending', to: 'health', by: 'facility', action: 'ask-again', cite: ['9438'] },
    ],
    dose: { to: 'health', by: 'facility', cite: ['9438'] },
    notMatched: { by: 'facility', cite: ['8938'] },
  },
  'identity-routing-policy/1',
) as PolicyHead as RoutingPolicy
