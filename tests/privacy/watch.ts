/** What comes out of a call beside its value: errors, issues, checks and console output. */
import { inspect } from 'node:util'
import { marksIn } from './person.js'

/** One mark that came out, and where. */
export interface Leak {
  readonly where: string
  readonly marks: readonly string[]
  readonly text: string
}

function leak(where: string, text: string): Leak[] {
  const marks = marksIn(text)
  return marks.length === 0 ? [] : [{ where, marks, text: text.slice(0, 400) }]
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return ''
  }
}

/** Every way in which an error ends up in a log. */
function leaksOfError(error: Error): Leak[] {
  return [
    ...leak('message', error.message),
    ...leak('stack', error.stack ?? ''),
    ...leak('JSON', jsonOf(error)),
    ...leak('inspect', inspect(error, { depth: 8, showHidden: true })),
  ]
}

function isIssueOrCheck(value: object): boolean {
  const one = value as Record<string, unknown>
  const isIssue = typeof one['code'] === 'string' && one['message'] !== undefined
  const isCheck =
    typeof one['id'] === 'string' && typeof one['status'] === 'string' && 'reason' in one
  return isIssue || isCheck
}

/** Errors, issues and checks anywhere inside a value. The value itself may well hold the person. */
export function leaksOfValue(value: unknown, budget = { left: 3000 }, depth = 0): Leak[] {
  if (typeof value !== 'object' || value === null || depth > 8 || budget.left <= 0) return []
  budget.left -= 1
  if (value instanceof Error) return leaksOfError(value)
  if (ArrayBuffer.isView(value)) return []
  const own = isIssueOrCheck(value) ? leak('issue or check', jsonOf(value)) : []
  const inside = Object.values(value).flatMap((inner) => leaksOfValue(inner, budget, depth + 1))
  return [...own, ...inside]
}

/** Leaks of whatever was thrown. */
export function leaksOfThrown(thrown: unknown): Leak[] {
  return thrown instanceof Error ? leaksOfError(thrown) : leak('thrown', inspect(thrown))
}

/** Runs something while everything written to the console or a standard stream is kept. */
export async function listening(run: () => Promise<void>): Promise<Leak[]> {
  const heard: string[] = []
  const hear = (...words: unknown[]) => {
    heard.push(words.map((word) => (typeof word === 'string' ? word : inspect(word))).join(' '))
    return true
  }
  const { log, info, warn, error, debug, trace } = console
  const { stdout, stderr } = process
  const [out, err] = [stdout.write.bind(stdout), stderr.write.bind(stderr)]
  Object.assign(console, {
    log: hear,
    info: hear,
    warn: hear,
    error: hear,
    debug: hear,
    trace: hear,
  })
  stdout.write = hear
  stderr.write = hear
  try {
    await run()
  } finally {
    Object.assign(console, { log, info, warn, error, debug, trace })
    stdout.write = out
    stderr.write = err
  }
  return heard.flatMap((line) => leak('console', line))
}
