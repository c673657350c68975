import {
  type Catalogue,
  fromUtf8,
  HttpError,
  type Issue,
  issue,
  type Path,
  sentencesFor,
} from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Plan } from '../request/plan.js'
import type { SchemaIssue } from '../schema.js'
import type { Received } from './read-answer.js'

/** Codes and path steps that may be passed on: words of an interface, not of a person. */
const word = /^[A-Za-z][A-Za-z0-9_.-]{0,79}$/

function isPath(value: unknown): value is Path {
  return (
    Array.isArray(value) &&
    value.every((step) => typeof step === 'number' || (typeof step === 'string' && word.test(step)))
  )
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** An issue of the server: its code and path; its sentences are ours, because its own may quote data. */
function issueOf(value: unknown, catalogue: Catalogue): Issue | undefined {
  const { code, path } = record(value)
  if (typeof code !== 'string' || !word.test(code)) return undefined
  const known = catalogue[code]
  const where = isPath(path) ? path : []
  const general = issue(errorCatalogue, 'http.problem.field', { path: where })
  return { ...general, code, ...(known === undefined ? {} : { message: sentencesFor(known) }) }
}

function issuesOf(
  problem: Readonly<Record<string, unknown>>,
  catalogue: Catalogue,
): readonly Issue[] {
  const listed = problem['issues'] ?? problem['errors']
  if (!Array.isArray(listed)) return []
  return listed
    .map((one) => issueOf(one, catalogue))
    .filter((one): one is Issue => one !== undefined)
}

function problemBody(received: Received): Readonly<Record<string, unknown>> {
  if (!/\bjson\b/i.test(received.headers.get('content-type') ?? '')) return {}
  try {
    return record(JSON.parse(fromUtf8(received.body)))
  } catch {
    return {}
  }
}

/** The problem's own code: the member `code`, or the last part of `type` (RFC 9457 section 3.1.1). */
function codeOf(problem: Readonly<Record<string, unknown>>): string | undefined {
  const { code, type } = problem
  if (typeof code === 'string' && word.test(code)) return code
  const tail = typeof type === 'string' ? type.split(/[/#:]/).pop() : undefined
  return tail !== undefined && word.test(tail) && tail !== 'blank' ? tail : undefined
}

/** The error of an answer that refuses (RFC 9457 when it is a problem document). */
export function readProblem(plan: Plan, received: Received, retryable: boolean): HttpError {
  const { status, requestId } = received
  const redirect = status >= 300 && status < 400
  const problem = problemBody(received)
  const code = codeOf(problem)
  return new HttpError(errorCatalogue, redirect ? 'http.redirect' : 'http.status', {
    status,
    requestId,
    retryable,
    params: { status },
    issues: issuesOf(problem, plan.catalogue),
    ...(code === undefined ? {} : { problem: code }),
  })
}

/** The error of an answer that is not what was agreed; its values are left out. */
export function schemaError(
  received: Received,
  issues: readonly SchemaIssue[],
  cause?: unknown,
): HttpError {
  return new HttpError(errorCatalogue, 'http.schema', {
    status: received.status,
    requestId: received.requestId,
    issues: issues.map(({ path }) =>
      issue(errorCatalogue, 'http.schema.field', {
        path: path.map((step) => (typeof step === 'number' ? step : stepOf(step))),
      }),
    ),
    ...(cause instanceof SyntaxError ? {} : cause === undefined ? {} : { cause }),
  })
}

const stepOf = (step: PropertyKey): string => {
  const text = String(step)
  return word.test(text) ? text : '*'
}
