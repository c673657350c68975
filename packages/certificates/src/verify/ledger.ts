/** The book of one verification: what was checked, and which liberties were used. */
import {
  type Check,
  failed,
  type Params,
  passed,
  skipped,
  type Report,
  unknown,
  verdictOf,
} from '@tiemchung/core'
import { type CertificateCheckId, certificateCheckIds, indispensableChecks } from './check-ids.js'
import type { ProfileRules } from './profile-rules.js'
import type { CheckReason } from './reasons.js'
import type { Tolerance } from './tolerance.js'

type Checks = Readonly<Record<CertificateCheckId, Check<CertificateCheckId>>>

/** One check for each id: what most entries say is made once. */
function forEach(make: (id: CertificateCheckId) => Check<CertificateCheckId>): Checks {
  const made = certificateCheckIds.map((id) => [id, Object.freeze(make(id))])
  return Object.fromEntries(made) as Checks
}

const passedChecks = /* @__PURE__ */ forEach((id) => passed(id))
const neverReached = /* @__PURE__ */ forEach((id) => skipped(id, 'earlier-check'))

/** Each check is entered at most once; what was never entered was not reached. */
export class Ledger {
  readonly #profile: ProfileRules
  readonly #checks = new Map<CertificateCheckId, Check<CertificateCheckId>>()
  readonly #used = new Set<Tolerance>()

  constructor(profile: ProfileRules) {
    this.#profile = profile
  }

  pass(id: CertificateCheckId): void {
    this.#checks.set(id, passedChecks[id])
  }

  /** A failed check; an `envelope.*` reason is the code of the error that was met. */
  fail(id: CertificateCheckId, reason: CheckReason | `envelope.${string}`, params?: Params): void {
    this.#checks.set(id, failed(id, reason, params === undefined ? {} : { params }))
  }

  unknown(id: CertificateCheckId, reason: CheckReason): void {
    this.#checks.set(id, unknown(id, reason))
  }

  skip(id: CertificateCheckId, reason: CheckReason): void {
    this.#checks.set(id, skipped(id, reason))
  }

  /** Whether a liberty is granted; if so it is noted as used. */
  takes(tolerance: Tolerance): boolean {
    if (!this.#profile.tolerances.includes(tolerance)) return false
    this.#used.add(tolerance)
    return true
  }

  /** Passes by a liberty when it is granted, else fails for it. */
  passBy(id: CertificateCheckId, tolerance: Tolerance & CheckReason): void {
    if (this.takes(tolerance)) this.#checks.set(id, passed(id, { params: { tolerance } }))
    else this.fail(id, tolerance)
  }

  /** Notes liberties that the reader granted already. */
  note(tolerances: Iterable<Tolerance>): void {
    for (const one of tolerances) this.#used.add(one)
  }

  /** A copy to try out one signer. */
  fork(): Ledger {
    const copy = new Ledger(this.#profile)
    for (const [id, check] of this.#checks) copy.#checks.set(id, check)
    copy.note(this.#used)
    return copy
  }

  passed(id: CertificateCheckId): boolean {
    return this.#checks.get(id)?.status === 'passed'
  }

  get hasFailed(): boolean {
    return [...this.#checks.values()].some((check) => check.status === 'failed')
  }

  /** Whether nothing that was entered so far stands in the way: no refusal, and nothing required that is left out. */
  get stands(): boolean {
    const { requires } = this.#profile
    return [...this.#checks].every(
      ([id, { status }]) => status === 'passed' || (status === 'skipped' && !requires.includes(id)),
    )
  }

  /** Every check in order, those never reached as skipped, and the verdict that they allow. */
  close(): Report<CertificateCheckId> {
    const checks = certificateCheckIds.map((id) => this.#checks.get(id) ?? neverReached[id])
    const required = [...indispensableChecks, ...this.#profile.requires]
    return { verdict: verdictOf(checks, required), checks }
  }

  get tolerances(): readonly Tolerance[] {
    return [...this.#used]
  }
}
