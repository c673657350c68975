import {
  type Catalogue,
  type Issue,
  issue,
  type Params,
  type Path,
  safePath,
} from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import { pointerPath } from './paths.js'

/** What of a problem document (RFC 9457) enters an error. Its prose may quote data and does not. */
export interface Problem {
  readonly code?: string
  readonly issues: readonly Issue[]
}

type Loose = Readonly<Record<string, unknown>>

/** A code or a type URI: no blanks, no letters beyond ASCII, not long. */
const codePattern = /^[A-Za-z][A-Za-z0-9._:/#-]{0,199}$/

function record(value: unknown): Loose | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Loose)
    : undefined
}

function codeOf(value: unknown): string | undefined {
  return typeof value === 'string' && codePattern.test(value) ? value : undefined
}

function pathOf(item: Loose): Path {
  if (Array.isArray(item['path'])) return safePath(item['path'])
  return typeof item['pointer'] === 'string' ? pointerPath(item['pointer']) : []
}

/** Below the numbers that stand for people: telephones have nine digits and more, identities too. */
const harmlessNumber = 10 ** 8

function isHarmless(value: unknown): value is number | boolean {
  if (typeof value === 'number') return Math.abs(value) < harmlessNumber
  return typeof value === 'boolean'
}

function paramsOf(value: unknown): Params | undefined {
  const plain = Object.entries(record(value) ?? {}).filter(
    (entry): entry is [string, number | boolean] =>
      isHarmless(entry[1]) && safePath([entry[0]])[0] === entry[0],
  )
  return plain.length === 0 ? undefined : Object.fromEntries(plain)
}

function issueOf(value: unknown, catalogue: Catalogue): Issue | undefined {
  const item = record(value)
  if (item === undefined) return undefined
  const code = codeOf(item['code'])
  const known = code !== undefined && Object.hasOwn(catalogue, code)
  const params = paramsOf(item['params'])
  const details = {
    path: pathOf(item),
    severity: item['severity'] === 'warning' ? ('warning' as const) : ('error' as const),
    ...(params === undefined ? {} : { params }),
  }
  if (known) return issue(catalogue, code, details)
  const general = issue(errorCatalogue, 'http.problem.field', details)
  return code === undefined ? general : { ...general, code }
}

/**
 * Reads a problem document: its `code`, else its `type`, and the items of its `issues` or `errors` with
 * the sentences that the client's own catalogue has for them.
 */
export function readProblem(text: string, catalogue: Catalogue): Problem {
  let document: Loose | undefined
  try {
    document = record(JSON.parse(text))
  } catch {
    return { issues: [] }
  }
  const type = document?.['type'] === 'about:blank' ? undefined : document?.['type']
  const code = codeOf(document?.['code']) ?? codeOf(type)
  const items = document?.['issues'] ?? document?.['errors']
  const issues = (Array.isArray(items) ? items : [])
    .map((item) => issueOf(item, catalogue))
    .filter((one) => one !== undefined)
  return { ...(code === undefined ? {} : { code }), issues }
}
