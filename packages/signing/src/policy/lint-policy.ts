import {
  errorCatalogue as coreCatalogue,
  type Issue,
  issue,
  lintPolicyHead,
  ParseError,
} from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { SigningPolicy } from './signing-policy.js'

const leaders: readonly unknown[] = ['facility-head', 'commune-chair']
const longestDelay = 31

type Loose = Readonly<Record<string, unknown>>

function objectOf(value: unknown): Loose {
  return typeof value === 'object' && value !== null ? (value as Loose) : {}
}

function isLedBy(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => leaders.includes(one))
}

function isDelay(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= longestDelay
}

/** Everything that is wrong with a signing policy. */
export function lintSigningPolicy(document: unknown): readonly Issue[] {
  const { withinDays, amendmentsFrom, minutes } = objectOf(document)
  const { allowed, ledBy } = objectOf(minutes)
  const faults = [
    [['withinDays'], !isDelay(withinDays)],
    [['amendmentsFrom'], amendmentsFrom !== 'entry' && amendmentsFrom !== 'dose'],
    [['minutes', 'allowed'], allowed !== 'while-no-certificate' && allowed !== 'never'],
    [['minutes', 'ledBy'], !isLedBy(ledBy)],
  ] as const
  return [
    ...lintPolicyHead(document, 'signing-policy/1'),
    ...faults
      .filter(([, fault]) => fault)
      .map(([path]) => issue(coreCatalogue, 'policy.field', { path })),
  ]
}

/**
 * The signing policy that a document holds.
 *
 * @throws ParseError `signing.policy`, with an issue for each field
 */
export function parseSigningPolicy(document: unknown): SigningPolicy {
  const issues = lintSigningPolicy(document)
  if (issues.length > 0) throw new ParseError(errorCatalogue, 'signing.policy', { issues })
  return document as SigningPolicy
}
