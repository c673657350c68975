import {
  type Actor,
  type Catalogue,
  type Params,
  type Sentences,
  sentencesFor,
} from './catalogue.js'
import { bareCause } from './cause.js'
import type { Issue, Path } from './issue.js'

/** What an error says beside its code. */
export interface ErrorDetails {
  readonly path?: Path
  /** Numbers, flags and closed words only; never a person's data. */
  readonly params?: Params
  /** The error behind this one. Of a foreign error only name, machine code and frames are kept. */
  readonly cause?: unknown
  readonly issues?: readonly Issue[]
}

/** The plain form of an error, safe to log and to send. */
export interface ErrorJson {
  readonly name: string
  readonly code: string
  readonly path: Path
  readonly message: Sentences
  readonly who: Actor
  readonly todo: Sentences
  readonly issues?: readonly Issue[]
}

const brand = Symbol.for('@tiemchung/sdk-error')

/**
 * The base of everything the SDK throws.
 *
 * `code` is stable and is also the anchor in the documentation; `message` is the English sentence and
 * `sentences` has both. No field ever holds a person's data: of a `cause` that is not an SDK error only
 * name, machine code and frames are kept, and `toJSON` leaves it out. `structuredClone` keeps no code:
 * send `toJSON()` to a worker.
 *
 * @throws TypeError when the catalogue has no such code
 */
export class SdkError extends Error {
  /** Written out, as bundlers rename classes. */
  override readonly name: string = 'SdkError'
  readonly code: string
  readonly path: Path
  readonly sentences: Sentences
  readonly who: Actor
  readonly todo: Sentences
  readonly issues: readonly Issue[]
  readonly params: Params
  readonly [brand] = true as const

  constructor(catalogue: Catalogue, code: string, details: ErrorDetails = {}) {
    const entry = catalogue[code]
    if (entry === undefined) throw new TypeError(`no catalogue entry for ${code}`)
    const sentences = sentencesFor(entry, details.params)
    const cause = isSdkError(details.cause) ? details.cause : bareCause(details.cause)
    super(sentences.en, cause === undefined ? undefined : { cause })
    this.code = code
    this.path = details.path ?? []
    this.sentences = sentences
    this.who = entry.who
    this.todo = entry.todo
    this.issues = details.issues ?? []
    this.params = details.params ?? {}
  }

  /** The plain form, without stack and cause. */
  toJSON(): ErrorJson {
    return {
      name: this.name,
      code: this.code,
      path: this.path,
      message: this.sentences,
      who: this.who,
      todo: this.todo,
      ...(this.issues.length === 0 ? {} : { issues: this.issues }),
    }
  }
}

/** An argument is wrong: the caller's program must change. */
export class InputError extends SdkError {
  override readonly name = 'InputError'
}

/** Data from outside is malformed: whoever produced it must change it. */
export class ParseError extends SdkError {
  override readonly name = 'ParseError'
}

/** A signature could not be made. */
export class SigningError extends SdkError {
  override readonly name = 'SigningError'
}

/** Something was asked of a report whose verdict is not `valid`. */
export class NotValidError extends SdkError {
  override readonly name = 'NotValidError'
}

/** What an HTTP error says beside the others. */
export interface HttpErrorDetails extends ErrorDetails {
  /** Status code, when an answer came. */
  readonly status?: number
  /** The server's id of the request, or ours when it sent none. */
  readonly requestId?: string
  /** Whether the same request, with the same idempotency key, may be sent again. */
  readonly retryable?: boolean
  /** The server's own problem code (RFC 9457 `type` or `code`), when it sent one. */
  readonly problem?: string
  /** Milliseconds that the server asks to wait before the next attempt, when it does. */
  readonly retryAfterMs?: number
}

/** A request failed: network, time, status or shape of the answer, told apart by `code`. */
export class HttpError extends SdkError {
  override readonly name = 'HttpError'
  readonly status: number | undefined
  readonly requestId: string | undefined
  readonly retryable: boolean
  readonly problem: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(catalogue: Catalogue, code: string, details: HttpErrorDetails = {}) {
    super(catalogue, code, details)
    this.status = details.status
    this.requestId = details.requestId
    this.retryable = details.retryable ?? false
    this.problem = details.problem
    this.retryAfterMs = details.retryAfterMs
  }

  override toJSON(): ErrorJson & {
    status?: number
    requestId?: string
    retryable: boolean
    problem?: string
    retryAfterMs?: number
  } {
    return {
      ...super.toJSON(),
      ...(this.status === undefined ? {} : { status: this.status }),
      ...(this.requestId === undefined ? {} : { requestId: this.requestId }),
      ...(this.problem === undefined ? {} : { problem: this.problem }),
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
      retryable: this.retryable,
    }
  }
}

/**
 * Whether a caught value is an error of the SDK, whichever copy of the package made it.
 *
 * @example
 * ```ts
 * import { isSdkError } from '@tiemchung/core'
 * const sentence = (caught: unknown) => (isSdkError(caught) ? caught.sentences.vi : String(caught))
 * ```
 */
export function isSdkError(value: unknown): value is SdkError {
  return typeof value === 'object' && value !== null && brand in value
}

/** Whether a caught value is an SDK error with one of these codes. */
export function hasCode(value: unknown, ...codes: readonly string[]): value is SdkError {
  return isSdkError(value) && codes.includes(value.code)
}
