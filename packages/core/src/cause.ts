/** A word that an engine or a library writes in capitals: `ECONNRESET`, `ERR_INVALID_URL`. */
const machineCode = /^[A-Z][A-Z0-9_]{2,40}$/
const className = /^[A-Za-z][A-Za-z0-9]{0,40}$/

function wordOf(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined
}

/** `fetch` fails with `TypeError: fetch failed`; what happened stands some causes below. */
const deepest = 5

function codeOf(error: unknown, level = 0): string | undefined {
  if (!(error instanceof Error) || level === deepest) return undefined
  const own = wordOf((error as { code?: unknown }).code, machineCode)
  if (own !== undefined) return own
  const below: unknown[] = error instanceof AggregateError ? error.errors : []
  for (const inner of [error.cause, ...below]) {
    const found = codeOf(inner, level + 1)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * What may be kept of the error behind an error.
 *
 * Engines and libraries quote their input: `JSON.parse` shows the text, `URL` keeps the address, a file
 * system names the path. Loggers print causes. So of an error that is not ours only its name, its machine
 * code, or that of the error behind it, and its frames are kept; anything that is no error is dropped.
 */
export function bareCause(cause: unknown): Error | undefined {
  if (!(cause instanceof Error)) return undefined
  const name = wordOf(cause.name, className) ?? 'Error'
  const code = codeOf(cause)
  const bare = new Error(code ?? name)
  bare.name = name
  // A message of several lines may hold what looks like a frame.
  const frames = (cause.stack ?? '')
    .replace(cause.message, '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
  bare.stack = [`${name}: ${bare.message}`, ...frames].join('\n')
  return bare
}
