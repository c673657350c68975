import type { Check, Params, Report } from '@tiemchung/core'

/** The checks of a path, in the order of the report. */
export const pathCheckIds = [
  'path.parse',
  'path.anchor',
  'path.anchor-constraints',
  'path.name-chaining',
  'path.version',
  'path.algorithm',
  'path.signature',
  'path.validity',
  'path.critical-extensions',
  'path.basic-constraints',
  'path.path-length',
  'path.key-usage',
  'path.extended-key-usage',
  'path.name-constraints',
  'path.policy',
  'path.revocation',
] as const

/** The stable id of one check of a path. */
export type PathCheckId = (typeof pathCheckIds)[number]

/** One check of a path. */
export type PathCheck = Check<PathCheckId>

/** The checks without which no path is valid. */
export const requiredChecks: readonly PathCheckId[] = [
  'path.parse',
  'path.anchor',
  'path.name-chaining',
  'path.version',
  'path.algorithm',
  'path.signature',
  'path.validity',
  'path.critical-extensions',
  'path.basic-constraints',
  'path.path-length',
  'path.key-usage',
]

/** The required checks that only an authority has to pass. */
export const ofAuthorities = [
  'path.basic-constraints',
  'path.path-length',
  'path.key-usage',
] as const satisfies readonly PathCheckId[]

/** The checks without which no path to an anchor that is but a name and a key is valid. */
export const requiredBelowKey: readonly PathCheckId[] = requiredChecks.filter(
  (id) => !ofAuthorities.some((own) => own === id),
)

/** The clause behind each check. */
export const citations: Readonly<Record<PathCheckId, string>> = {
  'path.parse': 'RFC 5280, 4.1',
  'path.anchor': 'RFC 5280, 6.1.1 (d)',
  'path.anchor-constraints': 'RFC 5937',
  'path.name-chaining': 'RFC 5280, 6.1.3 (a)(4)',
  'path.version': 'RFC 5280, 4.1.2.1',
  'path.algorithm': 'RFC 5280, 4.1.1.2',
  'path.signature': 'RFC 5280, 6.1.3 (a)(1)',
  'path.validity': 'RFC 5280, 6.1.3 (a)(2)',
  'path.critical-extensions': 'RFC 5280, 6.1.4 (o)',
  'path.basic-constraints': 'RFC 5280, 6.1.4 (k)',
  'path.path-length': 'RFC 5280, 6.1.4 (l, m)',
  'path.key-usage': 'RFC 5280, 6.1.4 (n)',
  'path.extended-key-usage': 'RFC 5280, 4.2.1.12',
  'path.name-constraints': 'RFC 5280, 6.1.3 (b, c)',
  'path.policy': 'RFC 5280, 6.1.3 (f)',
  'path.revocation': 'RFC 5280, 6.3',
}

/** A certificate among the arguments that could not be read and was left aside. */
export interface SetAside {
  readonly from: 'intermediates' | 'anchors' | 'crls' | 'ocsp'
  readonly index: number
  /** The error's code. */
  readonly code: string
}

/** Whether a chain is to be believed, and why not. */
export interface PathReport extends Report<PathCheckId> {
  /** The instant that was judged at. */
  readonly at: Date
  /** The purpose's id. */
  readonly purpose: string
  /** The id of the algorithm policy that was applied; `modern` unless the caller asked for another. */
  readonly algorithms: string
  /** The id of the revocation policy that was applied; `off` when revocation was not asked for. */
  readonly revocationPolicy: string
  /**
   * The certificates that the checks speak of as `certificate[0]`, `certificate[1]`…: the leaf first,
   * the anchor last. Only the leaf when no path to an anchor was found; it is trusted only when the
   * verdict is `valid`.
   */
  readonly path: readonly Uint8Array[]
  /**
   * Object identifiers of the acceptable certificate policies that the path is valid for
   * (`user-constrained-policy-set`); `2.5.29.32.0` stands for any. To be trusted when the verdict is `valid`.
   */
  readonly policies: readonly string[]
  readonly setAside: readonly SetAside[]
  /** What the search cost; both are bounded. */
  readonly work: { readonly signatures: number; readonly links: number }
}

const firstSubjects = ['certificate[0]', 'certificate[1]', 'certificate[2]', 'certificate[3]']

/** How a check names the certificate that it concerns. */
export function subjectAt(index: number): string {
  return firstSubjects[index] ?? `certificate[${index}]`
}

/** What every check that passed says, made once for the certificates that most paths have. */
const passedChecks = /* @__PURE__ */ new Map(
  pathCheckIds.map((id) => [id, firstSubjects.map((subject) => passedCheck(id, subject))] as const),
)

function passedCheck(id: PathCheckId, subject: string): PathCheck {
  return Object.freeze({ id, status: 'passed', cite: citations[id], subject })
}

/** A check of one certificate that passed, or failed for a reason. */
export function judged(
  id: PathCheckId,
  index: number,
  reason: string | undefined,
  params?: Params,
): PathCheck {
  const known = reason === undefined ? passedChecks.get(id)?.[index] : undefined
  if (known !== undefined) return known
  const cite = citations[id]
  const subject = subjectAt(index)
  if (reason === undefined) return passedCheck(id, subject)
  const check: PathCheck = { id, status: 'failed', reason, cite, subject }
  return params === undefined ? check : { ...check, params }
}

/** A check of one certificate that was not asked for. */
export function notAsked(id: PathCheckId, index: number): PathCheck {
  const subject = subjectAt(index)
  return { id, status: 'skipped', reason: 'not-asked', cite: citations[id], subject }
}

/** A check of an anchor of which nothing but name and key counts. */
export function notCounted(id: PathCheckId, index: number): PathCheck {
  const cite = citations['path.anchor']
  return { id, status: 'skipped', reason: 'name-and-key', cite, subject: subjectAt(index) }
}

/** A check of the whole path that does not apply. */
export function notApplied(id: PathCheckId, reason: string): PathCheck {
  return { id, status: 'skipped', reason, cite: citations[id] }
}
