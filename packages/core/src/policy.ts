/**
 * Policies are data. Every policy document, of whatever kind, has this head; each kind adds a body, a
 * schema and a linter of its own.
 */
import { canonicalBytes } from './canonical-json.js'
import { toHex } from './bytes.js'
import { type CivilDate, isCivilDate } from './civil-date.js'
import type { CryptoProvider, MaybePromise } from './crypto/types.js'
import { policyErrors } from './errors/policy-errors.js'
import { type Issue, issue, type Path } from './issue.js'
import { InputError, ParseError } from './sdk-error.js'

/** How sure a source is. */
export type Confidence = 'text' | 'secondary' | 'inferred'

/** Where a rule comes from. */
export interface PolicySource {
  /** Short id that rules cite. */
  readonly id: string
  /** Number of the instrument: `3405/BYT-DP`. */
  readonly number: string
  readonly date?: CivilDate
  readonly issuer?: string
  readonly url?: string
  readonly confidence: Confidence
}

/** Something that no text settles: a named parameter, its value and why that was chosen. */
export interface PolicyAssumption {
  readonly id: string
  readonly says: { readonly vi: string; readonly en: string }
}

/** The head that all policy documents share. */
export interface PolicyHead {
  /** Kind and version of the format: `eligibility-policy/1`. */
  readonly format: string
  readonly id: string
  readonly version: string
  /** Days on which the law is in force, both ends included; `to` null means until replaced. */
  readonly effective: { readonly from: CivilDate; readonly to: CivilDate | null }
  /** The day on which it became known. */
  readonly published: CivilDate
  /** The version that this one replaces, as `id@version`. */
  readonly supersedes?: string
  readonly sources: readonly PolicySource[]
  readonly assumptions: readonly PolicyAssumption[]
}

const confidences: readonly unknown[] = ['text', 'secondary', 'inferred'] satisfies Confidence[]

type Loose = Readonly<Record<string, unknown>>
type Report = (path: Path) => void

function record(value: unknown): Loose | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Loose)
    : undefined
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function checkSources(value: unknown, wrong: Report): void {
  if (!Array.isArray(value) || value.length === 0) return wrong(['sources'])
  const seen = new Set<unknown>()
  value.forEach((one, index) => {
    const source = record(one)
    if (!isText(source?.['id']) || seen.has(source['id'])) return wrong(['sources', index, 'id'])
    seen.add(source['id'])
    if (!isText(source['number'])) wrong(['sources', index, 'number'])
    for (const name of ['issuer', 'url']) {
      if (source[name] !== undefined && !isText(source[name])) wrong(['sources', index, name])
    }
    if (source['date'] !== undefined && !isCivilDate(source['date'])) {
      wrong(['sources', index, 'date'])
    }
    if (!confidences.includes(source['confidence'])) {
      wrong(['sources', index, 'confidence'])
    }
  })
}

function checkAssumptions(value: unknown, wrong: Report): void {
  if (!Array.isArray(value)) return wrong(['assumptions'])
  const seen = new Set<unknown>()
  value.forEach((one, index) => {
    const assumption = record(one)
    const says = record(assumption?.['says'])
    const id = assumption?.['id']
    if (!isText(id) || seen.has(id)) wrong(['assumptions', index, 'id'])
    seen.add(id)
    if (!isText(says?.['vi']) || !isText(says['en'])) wrong(['assumptions', index, 'says'])
  })
}

function checkEffective(value: unknown, wrong: Report): void {
  const effective = record(value)
  const from = effective?.['from']
  const to = effective?.['to']
  if (!isCivilDate(from)) wrong(['effective', 'from'])
  if (to !== null && !isCivilDate(to)) wrong(['effective', 'to'])
  if (isCivilDate(from) && isCivilDate(to) && to < from) wrong(['effective', 'to'])
}

/** Everything that is wrong with the head of a policy document; empty when it is sound. */
export function lintPolicyHead(document: unknown, format: string): readonly Issue[] {
  const head = record(document)
  if (head === undefined) return [issue(policyErrors, 'policy.field')]
  const issues: Issue[] = []
  const wrong: Report = (path) => {
    issues.push(issue(policyErrors, 'policy.field', { path }))
  }
  if (head['format'] !== format) wrong(['format'])
  if (!isText(head['id'])) wrong(['id'])
  if (!isText(head['version'])) wrong(['version'])
  if (!isCivilDate(head['published'])) wrong(['published'])
  if (head['supersedes'] !== undefined && !isText(head['supersedes'])) wrong(['supersedes'])
  checkEffective(head['effective'], wrong)
  checkSources(head['sources'], wrong)
  checkAssumptions(head['assumptions'], wrong)
  return issues
}

/**
 * The document with its head checked. The body is the kind's own affair.
 *
 * @throws ParseError `policy.head`, with an issue for each field
 */
export function parsePolicyHead(document: unknown, format: string): PolicyHead & Loose {
  const issues = lintPolicyHead(document, format)
  if (issues.length > 0) throw new ParseError(policyErrors, 'policy.head', { issues })
  return document as PolicyHead & Loose
}

/** Whether a policy is in force on a day. */
export function inForce(policy: PolicyHead, on: CivilDate): boolean {
  const { from, to } = policy.effective
  return from <= on && (to === null || on <= to)
}

/**
 * The one version that is in force on a day, among those known by `asOf` (default: all). Versions are
 * never edited: one without an end is in force until another that names it in `supersedes`
 * (`id@version`) is. It does not look whether the versions belong to one policy.
 *
 * @throws InputError `policy.none-in-force`, `policy.overlap`
 */
export function selectPolicy<Policy extends PolicyHead>(
  versions: readonly Policy[],
  on: CivilDate,
  asOf?: CivilDate,
): Policy {
  const known = versions.filter(
    (one) => inForce(one, on) && (asOf === undefined || one.published <= asOf),
  )
  const replaced = new Set(known.map((one) => one.supersedes))
  const [first, second] = known.filter((one) => !replaced.has(`${one.id}@${one.version}`))
  if (first === undefined) throw new InputError(policyErrors, 'policy.none-in-force')
  if (second !== undefined) throw new InputError(policyErrors, 'policy.overlap')
  return first
}

/** SHA-256 of a policy's canonical JSON, in hex: what a report names beside id and version. */
export function hashPolicy(policy: PolicyHead, crypto: CryptoProvider): MaybePromise<string> {
  const digest = crypto.digest('SHA-256', canonicalBytes(policy))
  return digest instanceof Uint8Array ? toHex(digest) : digest.then(toHex)
}
