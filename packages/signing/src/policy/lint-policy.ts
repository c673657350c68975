import {
  errorCatalogue as coreCatalogue,
  type Issue,
  issue,
  lintPolicyHead,
  ParseError,
} from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { issuerKinds, signedThings, signerRoles } from '../register/words.js'
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

const isListOf = (value: unknown, words: readonly unknown[]): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => words.includes(one))

/** The ids of what a document rests on. */
function groundsOf(document: unknown): readonly unknown[] {
  const { sources, assumptions } = objectOf(document)
  return [sources, assumptions].flatMap((list) =>
    Array.isArray(list) ? list.map((one) => objectOf(one)['id']) : [],
  )
}

/** Rights of roles: each role once, each right with its ground. */
function lintRights(rights: unknown, grounds: readonly unknown[]): readonly Issue[] {
  const wrong = (...path: readonly (string | number)[]) =>
    issue(coreCatalogue, 'policy.field', { path: ['whoMaySign', ...path] })
  if (!Array.isArray(rights) || rights.length === 0) return [wrong()]
  const roles = rights.map((right) => objectOf(right)['role'])
  return rights.flatMap((right, index) => {
    const { role, signs, issuerKinds: kinds, by } = objectOf(right)
    const faults = [
      ['role', !signerRoles.some((one) => one === role) || roles.indexOf(role) !== index],
      ['signs', !isListOf(signs, signedThings)],
      ['issuerKinds', !isListOf(kinds, issuerKinds)],
      ['by', typeof by !== 'string' || !grounds.includes(by)],
    ] as const
    return faults.filter(([, fault]) => fault).map(([name]) => wrong(index, name))
  })
}

/** Everything that is wrong with a signing policy. */
export function lintSigningPolicy(document: unknown): readonly Issue[] {
  const { withinDays, amendmentsFrom, inTimeBy, whenLate, whoMaySign, minutes } = objectOf(document)
  const { allowed, ledBy, replacedBy } = objectOf(minutes)
  const faults = [
    [['withinDays'], !isDelay(withinDays)],
    [['amendmentsFrom'], amendmentsFrom !== 'entry' && amendmentsFrom !== 'dose'],
    [['inTimeBy'], inTimeBy !== 'claim' && inTimeBy !== 'proof'],
    [['whenLate'], whenLate !== 'failed' && whenLate !== 'unknown'],
    [['minutes', 'allowed'], allowed !== 'while-no-certificate' && allowed !== 'never'],
    [['minutes', 'ledBy'], !isLedBy(ledBy)],
    [['minutes', 'replacedBy'], replacedBy !== 'later-seal' && replacedBy !== 'nothing'],
  ] as const
  return [
    ...lintPolicyHead(document, 'signing-policy/1'),
    ...faults
      .filter(([, fault]) => fault)
      .map(([path]) => issue(coreCatalogue, 'policy.field', { path })),
    ...lintRights(whoMaySign, groundsOf(document)),
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
