/** Issue policies: how long a certificate lives and what it may be issued for, as data. */
import {
  type Issue,
  issue,
  ParseError,
  type Path,
  parseDuration,
  parsePolicyHead,
  type PolicyHead,
} from '@tiemchung/core'
import { issueErrors } from '../errors/issue-errors.js'
import type { ProductCodes } from './vaccination-payload.js'

/** The format of an issue policy. */
const issuePolicyFormat = 'certificate-issue/1'

/** How certificates are issued. */
export interface IssuePolicy extends PolicyHead {
  /** From issue to expiry, an ISO 8601 duration of days and months: `P12M`. */
  readonly lifetime: string
  /** Whether a vaccination must complete its course. */
  readonly completeCourseOnly: boolean
  /** Vaccines that may be certified, codes that belong together; null for any. */
  readonly products: readonly ProductCodes[] | null
  /** What becomes of id and predecessor when a certificate is issued again with the same content. */
  readonly renewal: RenewalPolicy
}

/** How a certificate is renewed. */
export interface RenewalPolicy {
  /**
   * `new`: each certificate has an id of its own, and can be revoked by it. `keep`: the successor has the id
   * of its predecessor, so whoever revokes by the id revokes both.
   */
  readonly certificateId: 'keep' | 'new'
  /** Whether a predecessor that has not expired is left to expire, or revoked. */
  readonly previous: 'keep' | 'revoke'
}

type Loose = Readonly<Record<string, unknown>>

function isDuration(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    const { months, days } = parseDuration(value)
    return months + days > 0
  } catch {
    return false
  }
}

function isProduct(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return ['vp', 'mp', 'ma'].every((key) => typeof (value as Loose)[key] === 'string')
}

function isRenewal(value: unknown): boolean {
  const { certificateId, previous } = (value ?? {}) as Loose
  const known = certificateId === 'keep' || certificateId === 'new'
  return known && (previous === 'keep' || previous === 'revoke')
}

/**
 * An issue policy with head and body checked.
 *
 * @throws ParseError `policy.head`, `certificate-issue.policy` with an issue for each field
 */
export function parseIssuePolicy(document: unknown): IssuePolicy {
  const head = parsePolicyHead(document, issuePolicyFormat)
  const { lifetime, completeCourseOnly, products, renewal } = head as Loose
  const faults: Path[] = []
  if (!isDuration(lifetime)) faults.push(['lifetime'])
  if (typeof completeCourseOnly !== 'boolean') faults.push(['completeCourseOnly'])
  if (products !== null && !(Array.isArray(products) && products.every(isProduct))) {
    faults.push(['products'])
  }
  if (!isRenewal(renewal)) faults.push(['renewal'])
  const issues: readonly Issue[] = faults.map((path) =>
    issue(issueErrors, 'certificate-issue.policy-field', { path }),
  )
  if (issues.length > 0) throw new ParseError(issueErrors, 'certificate-issue.policy', { issues })
  return head as unknown as IssuePolicy
}
