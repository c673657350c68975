import { type Issue, issue, type Path, sentencesFor } from '@tiemchung/core'
import { errorCatalogue, type ProblemCode } from './errors.js'

/** What a problem says beside its code. */
export interface ProblemDetails {
  readonly issues?: readonly Issue[]
  /** A closed word that says more: the id of a failed check. */
  readonly detail?: string
  /** The state of the thing, when the problem is a conflict. */
  readonly current?: unknown
  readonly retryAfter?: number
}

/** A refusal on its way to becoming an RFC 9457 problem. */
export class Problem extends Error {
  readonly status: number
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(status: number, code: ProblemCode, details: ProblemDetails = {}) {
    super(code)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.details = details
  }

  /** The body of the answer, but for the id of the request. */
  toBody(): Record<string, unknown> {
    const sentences = sentencesFor(errorCatalogue[this.code])
    const { issues, detail, current } = this.details
    return {
      type: `https://tiemchung.dev/errors#${this.code}`,
      title: sentences.en,
      status: this.status,
      code: this.code,
      sentences,
      ...(detail === undefined ? {} : { detail }),
      ...(issues === undefined ? {} : { issues }),
      ...(current === undefined ? {} : { current }),
    }
  }
}

/** An issue at a path of the body. */
export function fieldIssue(path: Path): Issue {
  return issue(errorCatalogue, 'platform.body.field', { path })
}
