import { type ErrorJson, type HeadersLike, redactHeader } from '@tiemchung/core'

/** What every hook is told. Never a body, a token, a query value or a header that is not known to be harmless. */
export interface RequestEvent {
  readonly method: string
  /** The address with query values taken out; the path is as the caller wrote it. */
  readonly url: string
  /** Our `x-request-id` of this attempt. */
  readonly requestId: string
  /** Counts from 1. */
  readonly attempt: number
  readonly headers: Readonly<Record<string, string>>
}

/** An answer arrived, whatever its status. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number
  /** The server's own id of the request, when it sent one. */
  readonly serverRequestId?: string
  readonly responseHeaders: Readonly<Record<string, string>>
  readonly durationMs: number
}

/** An attempt failed and another will follow. */
export interface RetryEvent extends RequestEvent {
  readonly error: ErrorJson
  readonly waitMs: number
}

/** The call failed for good. `attempt` is the last one. */
export interface ErrorEvent {
  readonly method: string
  readonly url: string
  readonly attempt: number
  readonly error: ErrorJson
}

/**
 * Observers of the wire, for logs and measurements. They cannot change a request, and what they throw
 * is dropped: a broken log must not make a dose that was received look lost.
 */
export interface Hooks {
  readonly onRequest?: (event: RequestEvent) => void
  readonly onResponse?: (event: ResponseEvent) => void
  readonly onRetry?: (event: RetryEvent) => void
  readonly onError?: (event: ErrorEvent) => void
}

/** Headers as hooks may see them. */
export function visibleHeaders(headers: HeadersLike): Readonly<Record<string, string>> {
  const visible: Record<string, string> = {}
  headers.forEach((value, name) => {
    visible[name] = redactHeader(name, value)
  })
  return visible
}

/** Tells an observer, if there is one. */
export function tell<Event>(hook: ((event: Event) => void) | undefined, event: Event): void {
  try {
    hook?.(event)
  } catch {
    // An observer's failure is the observer's own.
  }
}
