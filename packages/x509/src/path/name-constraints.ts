/** Name constraints: the names of each certificate against every constraint above it. */
import { failed, type Params, passed, unknown } from '@tiemchung/core'
import type { NameConstraints } from '../certificate/extension-values.js'
import type { GeneralName } from '../certificate/general-name.js'
import type { Certificate } from '../certificate/read-certificate.js'
import type { Anchor } from './anchor.js'
import { isSelfIssued } from './certificate-checks.js'
import { citations, notApplied, type PathCheck, subjectAt } from './path-report.js'
import { SubtreeSet } from './subtree-set.js'

/**
 * Pairs of a name and a constraint of its form in one path. Names are looked up and not compared, so that
 * this caps what a certificate may ask for rather than what it costs; BoringSSL has the same cap.
 */
const pairBudget = 1 << 20

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

/** The constraints of one certificate. */
interface Subtrees {
  readonly permitted: SubtreeSet
  readonly excluded: SubtreeSet
}

const subtreesOf = ({ permitted = [], excluded = [] }: Partial<NameConstraints>): Subtrees => ({
  permitted: new SubtreeSet(permitted, 'permitted'),
  excluded: new SubtreeSet(excluded, 'excluded'),
})

/** Why a name does not pass the constraints of one certificate above it; undefined when it does. */
function refusalOf(name: GeneralName, { permitted, excluded }: Subtrees): Refusal | undefined {
  const inside = excluded.find(name)
  if (inside === true) return 'name-excluded'
  if (inside !== false && inside !== 'none') return inside
  const allowed = permitted.find(name)
  if (allowed === false) return 'name-not-permitted'
  return allowed === true || allowed === 'none' ? undefined : allowed
}

/** Judges the certificates of one path, and counts. */
class NameJudge {
  #left = pairBudget

  /** Why the first of the names that do not pass does not. */
  find(names: readonly GeneralName[], above: readonly Subtrees[]): Finding | undefined {
    for (const name of names) {
      for (const subtrees of above) {
        this.#left -= subtrees.permitted.sizeFor(name) + subtrees.excluded.sizeFor(name)
        const refusal = this.#left < 0 ? 'budget-exhausted' : refusalOf(name, subtrees)
        if (refusal !== undefined) return { refusal, form: name.type }
      }
    }
    return undefined
  }
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

/** What each certificate of a path demands of the names below it; the anchor's caller as well. */
function constraintsOf(certificates: readonly Certificate[], anchor: Anchor) {
  const last = certificates.length - 1
  const { as, constraints } = anchor
  return certificates.map(({ extensions }, index) => {
    const own = index === last && as === 'name-and-key' ? undefined : extensions.nameConstraints
    const besides = index === last ? constraints?.nameConstraints : undefined
    return [own, besides].filter((one) => one !== undefined)
  })
}

/**
 * `path.name-constraints` of each certificate that has constraints above it. Those of the anchor count
 * as well (RFC 5937); self-issued authorities are let through, as RFC 5280 section 6.1.3 says.
 */
export function checkNameConstraints(
  certificates: readonly Certificate[],
  anchor: Anchor,
): readonly PathCheck[] {
  const none = [notApplied('path.name-constraints', 'none-set')]
  const isConstrained = certificates.some((one) => one.extensions.nameConstraints !== undefined)
  if (!isConstrained && anchor.constraints?.nameConstraints === undefined) return none
  const judge = new NameJudge()
  const constraints = constraintsOf(certificates, anchor).map((one) => one.map(subtreesOf))
  const checks = certificates.flatMap((certificate, index) => {
    if (index > 0 && isSelfIssued(certificate)) return []
    const above = constraints.slice(index + 1).flat()
    return above.length === 0 ? [] : [toCheck(index, judge.find(namesOf(certificate), above))]
  })
  return checks.length > 0 ? checks : none
}
