import {
  errorCatalogue as coreCatalogue,
  type Issue,
  isCivilDate,
  issue,
  lintPolicyHead,
  type Path,
  ParseError,
} from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { SignerEntry, SignerRegister, SignerRole } from './signer-register.js'

const format = 'signer-register/1'
const roles: readonly SignerRole[] = ['facility', 'commune-committee', 'province-unit']

type Loose = Readonly<Record<string, unknown>>
type Wrong = (path: Path) => void

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const matches = (value: unknown, pattern: RegExp): boolean =>
  typeof value === 'string' && pattern.test(value)

function lintEntry(entry: unknown, at: Path, wrong: Wrong): entry is SignerEntry {
  if (!isObject(entry)) {
    wrong(at)
    return false
  }
  const { fingerprint, role, facilities, from, to } = entry
  const codes: readonly unknown[] = Array.isArray(facilities) ? facilities : []
  const faults = [
    ['fingerprint', !matches(fingerprint, /^[0-9a-f]{64}$/)],
    ['role', !roles.some((one) => one === role)],
    ['facilities', codes.length === 0 || !codes.every((one) => matches(one, /^(\d{5}|\d{13})$/))],
    ['from', !isCivilDate(from)],
    ['to', to !== null && !(isCivilDate(to) && isCivilDate(from) && from <= to)],
  ] as const
  const found = faults.filter(([, fault]) => fault)
  for (const [name] of found) wrong([...at, name])
  return found.length === 0
}

function overlap(left: SignerEntry, right: SignerEntry): boolean {
  return (
    left.fingerprint === right.fingerprint &&
    left.facilities.some((facility) => right.facilities.includes(facility)) &&
    (right.to === null || left.from <= right.to) &&
    (left.to === null || right.from <= left.to)
  )
}

function lintEntries(entries: readonly unknown[]): readonly Issue[] {
  const issues: Issue[] = []
  const wrong: Wrong = (path) => {
    issues.push(issue(coreCatalogue, 'policy.field', { path }))
  }
  const known = new Map<string, SignerEntry[]>()
  entries.forEach((entry, index) => {
    const path = ['entries', index]
    if (!lintEntry(entry, path, wrong)) return
    const before = known.get(entry.fingerprint) ?? []
    if (before.some((other) => overlap(entry, other))) {
      issues.push(issue(errorCatalogue, 'signing.register.overlap', { path, severity: 'warning' }))
    }
    known.set(entry.fingerprint, [...before, entry])
  })
  return issues
}

/** Everything that is wrong with a signer register; overlapping entries are warnings. */
export function lintSignerRegister(document: unknown): readonly Issue[] {
  const head = lintPolicyHead(document, format)
  if (!isObject(document)) return head
  const { entries } = document
  if (!Array.isArray(entries)) {
    return [...head, issue(coreCatalogue, 'policy.field', { path: ['entries'] })]
  }
  return [...head, ...lintEntries(entries)]
}

/**
 * The signer register that a document holds. Who signed or sent the document is the caller's to check:
 * whoever can change it decides who may sign.
 *
 * @throws ParseError `signing.register`, with an issue for each field
 */
export function parseSignerRegister(document: unknown): SignerRegister {
  const issues = lintSignerRegister(document).filter(({ severity }) => severity === 'error')
  if (issues.length > 0) throw new ParseError(errorCatalogue, 'signing.register', { issues })
  return document as SignerRegister
}
