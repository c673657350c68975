/** Name constraints: the names of each certificate against every constraint above it. */
import { failed, type Params, passed, unknown } from '@tiemchung/core'
import type { NameConstraints } from '../certificate/extension-values.js'
import type { GeneralName } from '../certificate/general-name.js'
import type { Certificate } from '../certificate/read-certificate.js'
import { isSelfIssued } from './certificate-checks.js'
import { citations, notApplied, type PathCheck, subjectAt } from './path-report.js'
import { isWithin, type Side, sameForm } from './subtree.js'

/** Comparisons of one name with one constraint in one path; rustls-webpki has the same cap. */
const comparisonBudget = 250_000

const emailAddress = '1.2.840.113549.1.9.1'

type Refusal =
  | 'name-not-permitted'
  | 'name-excluded'
  | 'malformed'
  | 'form-unsupported'
  | 'budget-exhausted'

interface Finding {
  readonly refusal: Refusal
  readonly form: string
}

/** What could not be judged is unknown; everything else that stands in the way is wrong. */
const undecided: ReadonlySet<Refusal> = new Set(['form-unsupported', 'budget-exhausted'])

/** The subject, the alternative names, and the subject's mailboxes when those name none. */
function namesOf({ subject, extensions }: Certificate): readonly GeneralName[] {
  const alternative = extensions.subjectAltName ?? []
  const own: readonly GeneralName[] =
    subject.keys.length === 0 ? [] : [{ type: 'directory', value: subject }]
  const mailboxes = alternative.some((name) => name.type === 'email')
    ? []
    : subject.attributes
        .filter((attribute) => attribute.type === emailAddress)
        .map(({ text }): GeneralName => ({ type: 'email', value: text ?? '' }))
  return [...own, ...alternative, ...mailboxes]
}

/** Compares names with constraints, and counts. */
class Comparer {
  #left = comparisonBudget

  /** Why a name does not pass a constraint of the certificate above it; undefined when it does. */
  judge(name: GeneralName, { permitted, excluded }: NameConstraints): Refusal | undefined {
    const inside = this.#find(name, excluded, 'excluded')
    if (inside === true) return 'name-excluded'
    if (inside !== false && inside !== 'none') return inside
    const allowed = this.#find(name, permitted, 'permitted')
    if (allowed === false) return 'name-not-permitted'
    return allowed === true || allowed === 'none' ? undefined : allowed
  }

  /** `none`: no constraint is of the name's form. */
  #find(
    name: GeneralName,
    constraints: readonly GeneralName[],
    side: Side,
  ): Refusal | boolean | 'none' {
    let answer: boolean | 'none' = 'none'
    for (const constraint of constraints) {
      this.#left -= 1
      if (this.#left < 0) return 'budget-exhausted'
      if (!sameForm(name, constraint)) continue
      if (name.type === 'other') return 'form-unsupported'
      const within = isWithin(name, constraint, side)
      if (within === 'malformed') return 'malformed'
      answer = answer === true || within
    }
    return answer
  }
}

function findRefusal(
  certificate: Certificate,
  above: readonly NameConstraints[],
  comparer: Comparer,
): Finding | undefined {
  for (const name of namesOf(certificate)) {
    for (const constraints of above) {
      const refusal = comparer.judge(name, constraints)
      if (refusal !== undefined) return { refusal, form: name.type }
    }
  }
  return undefined
}

function toCheck(index: number, finding: Finding | undefined): PathCheck {
  const id = 'path.name-constraints'
  const details = { cite: citations[id], subject: subjectAt(index) }
  if (finding === undefined) return passed(id, details)
  const params: Params = { form: finding.form }
  return undecided.has(finding.refusal)
    ? unknown(id, finding.refusal, { ...details, params })
    : failed(id, finding.refusal, { ...details, params })
}

/**
 * `path.name-constraints` of each certificate that has constraints above it. Those of the anchor count
 * as well; self-issued authorities are let through, as RFC 5280 section 6.1.3 says.
 */
export function checkNameConstraints(certificates: readonly Certificate[]): readonly PathCheck[] {
  if (certificates.every(({ extensions }) => extensions.nameConstraints === undefined)) {
    return [notApplied('path.name-constraints', 'none-set')]
  }
  const comparer = new Comparer()
  const checks = certificates.flatMap((certificate, index) => {
    if (index > 0 && isSelfIssued(certificate)) return []
    const above = certificates
      .slice(index + 1)
      .flatMap(({ extensions }) => extensions.nameConstraints ?? [])
    return above.length === 0 ? [] : [toCheck(index, findRefusal(certificate, above, comparer))]
  })
  if (checks.length > 0) return checks
  return [notApplied('path.name-constraints', 'none-set')]
}
