/** Whether something that was thrown says that a network gave no answer. */
import { isSdkError } from '@tiemchung/core'

/** Machine codes of Node and its fetch; Bun has words. */
const codes =
  /^(?:UND_ERR_\w+|EAI_\w+|E(?:NOTFOUND|TIMEDOUT|PIPE|PROTO|HOST(?:DOWN|UNREACH)|NET(?:DOWN|RESET|UNREACH)|CONN(?:ABORTED|REFUSED|RESET))|ConnectionRefused|ConnectionClosed|FailedToOpenSocket)$/

/** `fetch` fails with a TypeError that has no code: what undici, Chromium, Safari, Firefox, Deno and React Native say. */
const sentences =
  /^(?:fetch failed|Failed to fetch|Load failed|NetworkError when |error sending request|Network request failed|terminated$)/

/** Names of errors that are about a network or about waiting for it. */
const names = ['AbortError', 'NetworkError', 'TimeoutError']

function isFault(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { name, code, message } = value as Readonly<Record<string, unknown>>
  if (isSdkError(value)) return name === 'HttpError'
  if (names.includes(name as string)) return true
  if (typeof code === 'string' && codes.test(code)) return true
  return name === 'TypeError' && typeof message === 'string' && sentences.test(message)
}

/** Whether an error, or the one behind it, is a network's. Anything else is somebody's mistake. */
export function isNetworkFault(caught: unknown): boolean {
  return isFault(caught) || isFault((caught as { readonly cause?: unknown } | undefined)?.cause)
}
