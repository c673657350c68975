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
import { issuerKinds, signedThings, signerRoles } from './words.js'
import { type SignerEntry, type SignerRegister, signerKey } from './signer-register.js'
import { isSubjectIdentifier } from './subject-identifiers.js'

const format = 'signer-register/1'

type Loose = Readonly<Record<string, unknown>>
type Wrong = (path: Path) => void

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const matches = (value: unknown, pattern: RegExp): boolean =>
  typeof value === 'string' && pattern.test(value)
const isHash = (value: unknown): boolean => matches(value, /^[0-9a-f]{64}$/)

/** Whether a value is a list, not empty, of what is asked, each once. */
function isListOf(value: unknown, holds: (one: unknown) => boolean): boolean {
  if (!Array.isArray(value) || value.length === 0) return false
  return value.every(holds) && new Set(value).size === value.length
}

const among = (words: readonly unknown[]) => (value: unknown) => words.includes(value)

/** Where a named signer is wrong, below the entry. */
function signerFaults(signer: unknown): readonly Path[] {
  if (!isObject(signer)) return [['signer']]
  if ('fingerprint' in signer) {
    const sound = isHash(signer['fingerprint']) && Object.keys(signer).length === 1
    return sound ? [] : [['signer', 'fingerprint']]
  }
  const faults = [
    ['issuerKind', !among(issuerKinds)(signer['issuerKind'])],
    ['identifiers', !isListOf(signer['identifiers'], isSubjectIdentifier)],
  ] as const
  return faults.filter(([, fault]) => fault).map(([name]) => ['signer', name])
}

function lintEntry(entry: unknown, at: Path, wrong: Wrong): entry is SignerEntry {
  if (!isObject(entry)) {
    wrong(at)
    return false
  }
  const { signer, role, facilities, signs, from, to } = entry
  const isFacility = (one: unknown) => matches(one, /^(\d{5}|\d{13})$/)
  const faults = [
    ['role', !among(signerRoles)(role)],
    ['facilities', !isListOf(facilities, isFacility)],
    ['signs', !isListOf(signs, among(signedThings))],
    ['from', !isCivilDate(from)],
    ['to', to !== null && !(isCivilDate(to) && isCivilDate(from) && from <= to)],
  ] as const
  const own = faults.filter(([, fault]) => fault).map(([name]): Path => [name])
  const found = [...signerFaults(signer), ...own]
  for (const path of found) wrong([...at, ...path])
  return found.length === 0
}

function overlap(left: SignerEntry, right: SignerEntry): boolean {
  return (
    left.facilities.some((facility) => right.facilities.includes(facility)) &&
    left.signs.some((thing) => right.signs.includes(thing)) &&
    (right.to === null || left.from <= right.to) &&
    (left.to === null || right.from <= left.to)
  )
}

/** An entry of the earlier shape, which named its certificate by a fingerprint of its own. */
const isEarlier = (entry: unknown): boolean =>
  isObject(entry) && 'fingerprint' in entry && !('signer' in entry)

function lintEntries(entries: readonly unknown[], kinds: ReadonlySet<unknown>): readonly Issue[] {
  const issues: Issue[] = []
  const wrong: Wrong = (path) => {
    issues.push(issue(coreCatalogue, 'policy.field', { path }))
  }
  const known = new Map<string, SignerEntry[]>()
  entries.forEach((entry, index) => {
    const path = ['entries', index]
    if (isEarlier(entry)) {
      issues.push(issue(errorCatalogue, 'signing.register.earlier-entry', { path }))
      return
    }
    if (!lintEntry(entry, path, wrong)) return
    const { signer } = entry
    if ('issuerKind' in signer && !kinds.has(signer.issuerKind)) {
      const at = [...path, 'signer', 'issuerKind']
      issues.push(issue(errorCatalogue, 'signing.register.issuer', { path: at }))
    }
    const key = signerKey(signer)
    const before = known.get(key) ?? []
    if (before.some((other) => overlap(entry, other))) {
      issues.push(issue(errorCatalogue, 'signing.register.overlap', { path, severity: 'warning' }))
    }
    known.set(key, [...before, entry])
  })
  return issues
}

function lintIssuers(issuers: readonly unknown[]): readonly Issue[] {
  const kinds = new Set<unknown>()
  const roots = new Set<unknown>()
  return issuers.flatMap((one, index) => {
    const { kind, anchors } = isObject(one) ? one : {}
    const listed = isListOf(anchors, isHash) ? (anchors as readonly unknown[]) : []
    const doubled = kinds.has(kind) || listed.some((root) => roots.has(root))
    kinds.add(kind)
    for (const root of listed) roots.add(root)
    const sound = among(issuerKinds)(kind) && listed.length > 0 && !doubled
    return sound ? [] : [issue(coreCatalogue, 'policy.field', { path: ['issuers', index] })]
  })
}

/**
 * Everything that is wrong with a signer register; overlapping entries are warnings. No root may stand for two
 * kinds of issuer, and an entry by identifiers needs roots of its kind.
 */
export function lintSignerRegister(document: unknown): readonly Issue[] {
  const head = lintPolicyHead(document, format)
  if (!isObject(document)) return head
  const { entries, issuers } = document
  const lists = [
    ['issuers', issuers],
    ['entries', entries],
  ] as const
  const missing = lists
    .filter(([, list]) => !Array.isArray(list))
    .map(([name]) => issue(coreCatalogue, 'policy.field', { path: [name] }))
  const roots: readonly unknown[] = Array.isArray(issuers) ? issuers : []
  const kinds = new Set(roots.map((one) => (isObject(one) ? one['kind'] : undefined)))
  return [
    ...head,
    ...missing,
    ...lintIssuers(roots),
    ...(Array.isArray(entries) ? lintEntries(entries, kinds) : []),
  ]
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
