import {
  errorCatalogue as coreCatalogue,
  type Issue,
  issue,
  lintPolicyHead,
  ParseError,
  type PolicyHead,
} from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'

/** How long a facility's certificate lives, when it is to be renewed, and with which key. */
export interface RenewalPolicy extends PolicyHead {
  readonly format: 'renewal-policy/1'
  /** Days for which a new certificate is good. */
  readonly lifetimeDays: number
  /** Days before the end from which it may and should be renewed. */
  readonly dueDays: number
  /** Days before the end from which it is late: what is asked for now may not come in time. */
  readonly overdueDays: number
  /** Whether a renewal may be for the key of the certificate that it replaces. */
  readonly keyAtRenewal: 'new' | 'new-or-same'
}

const longestLife = 3653

const isDays = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

/** Everything that is wrong with a renewal policy. */
export function lintRenewalPolicy(document: unknown): readonly Issue[] {
  const fields = (typeof document === 'object' && document !== null ? document : {}) as {
    readonly [name: string]: unknown
  }
  const { lifetimeDays, dueDays, overdueDays, keyAtRenewal } = fields
  const lives = isDays(lifetimeDays, 1, longestLife)
  const due = isDays(dueDays, 1, lives ? lifetimeDays : longestLife)
  const faults = [
    ['lifetimeDays', !lives],
    ['dueDays', !due],
    ['overdueDays', !isDays(overdueDays, 0, due ? dueDays : longestLife)],
    ['keyAtRenewal', keyAtRenewal !== 'new' && keyAtRenewal !== 'new-or-same'],
  ] as const
  return [
    ...lintPolicyHead(document, 'renewal-policy/1'),
    ...faults
      .filter(([, fault]) => fault)
      .map(([name]) => issue(coreCatalogue, 'policy.field', { path: [name] })),
  ]
}

/**
 * The renewal policy that a document holds.
 *
 * @throws ParseError `signing.renewal-policy`, with an issue for each field
 */
export function parseRenewalPolicy(document: unknown): RenewalPolicy {
  const issues = lintRenewalPolicy(document)
  if (issues.length > 0) throw new ParseError(errorCatalogue, 'signing.renewal-policy', { issues })
  return document as RenewalPolicy
}
