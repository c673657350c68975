/** What `npm run check:long` is told on the command line. */
import { parseArgs } from 'node:util'
import type { LongRun } from './long-run.js'

/** How much is run, with what chance. */
export interface LongOptions {
  /** Of all cases, above 0 and at most 1. */
  readonly share: number
  readonly seed: number
  readonly runs: readonly LongRun[]
  /** One case alone, here and now. */
  readonly only?: number
  /** A folder to write what that case is made of into. */
  readonly keep?: string
  readonly list: boolean
}

/** The command line cannot be understood. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** `2%`, `0.5%` or `0.02` as a share of one. */
export function parseShare(text: string): number {
  const match = /^(\d{1,3}(?:\.\d{1,6})?)(\s?%)?$/.exec(text.trim())
  const share = match === null ? Number.NaN : Number(match[1]) / (match[2] === undefined ? 1 : 100)
  if (share > 0 && share <= 1) return share
  throw new UsageError(`--share is a part of the whole, such as 2% or 0.02, not ${text}`)
}

function parseCount(name: string, text: string): number {
  const count = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(count)) return count
  throw new UsageError(`--${name} is a whole number, not ${text}`)
}

function chosen(all: readonly LongRun[], only: string | undefined): readonly LongRun[] {
  if (only === undefined) return all
  const ids = only.split(',')
  const unknown = ids.filter((id) => !all.some((run) => run.id === id))
  if (unknown.length > 0) throw new UsageError(`no run called ${unknown.join(', ')}; see --list`)
  return all.filter((run) => ids.includes(run.id))
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        share: { type: 'string', default: '100%' },
        seed: { type: 'string', default: '1815' },
        only: { type: 'string' },
        case: { type: 'string' },
        keep: { type: 'string' },
        list: { type: 'boolean', default: false },
      },
    }).values
  } catch (caught) {
    throw new UsageError((caught as Error).message)
  }
}

/** Reads the command line. */
export function parseOptions(args: readonly string[], all: readonly LongRun[]): LongOptions {
  const values = valuesOf(args)
  const runs = chosen(all, values.only)
  const only = values.case === undefined ? undefined : parseCount('case', values.case)
  if (only !== undefined && runs.length !== 1) {
    throw new UsageError('--case replays a case of one run: name it with --only')
  }
  if (values.keep !== undefined && only === undefined) {
    throw new UsageError('--keep writes what one case is made of: name it with --case')
  }
  return {
    share: parseShare(values.share),
    seed: parseCount('seed', values.seed),
    runs,
    list: values.list,
    ...(only === undefined ? {} : { only }),
    ...(values.keep === undefined ? {} : { keep: values.keep }),
  }
}

/** Cases of a run at a share: never none. */
export const casesAt = (run: LongRun, share: number): number =>
  Math.max(1, Math.round(run.cases * share))

/**
 * Runs that can be run here, and those that cannot, with the reason. Where all are required none is left out: what
 * lacks something fails by itself.
 */
export function runnable(
  runs: readonly LongRun[],
  required: boolean,
): {
  readonly here: readonly LongRun[]
  readonly absent: readonly { readonly id: string; readonly why: string }[]
} {
  const whyNot = (run: LongRun) => (required ? undefined : run.absent?.())
  const absent = runs.flatMap((run) => {
    const why = whyNot(run)
    return why === undefined ? [] : [{ id: run.id, why }]
  })
  return { here: runs.filter((run) => whyNot(run) === undefined), absent }
}
