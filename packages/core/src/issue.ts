import { type Catalogue, type Params, type Sentences, sentencesFor } from './catalogue.js'

/** Where in a document something is: keys and indexes from the root, `[]` for the whole. */
export type Path = readonly (string | number)[]

/** A field's name. A key that looks like anything else may be a person's data. */
const fieldName = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/

/**
 * A path through data from outside, fit to stand in an error: a step that is neither a plain field name
 * nor an index is `*`, as people are filed under numbers and names.
 *
 * @example
 * ```ts
 * import { safePath } from '@tiemchung/core'
 * safePath(['people', '079123456789', 'doses', 0]) // => ['people', '*', 'doses', 0]
 * ```
 */
export function safePath(steps: readonly unknown[]): Path {
  return steps.map((step) => {
    if (typeof step === 'number' && Number.isSafeInteger(step)) return step
    return typeof step === 'string' && fieldName.test(step) ? step : '*'
  })
}

/** `error`: the data cannot be used. `warning`: it can, and somebody should look. */
export type Severity = 'error' | 'warning'

/** One thing that is wrong with a piece of data: plain JSON, safe to log and to send. */
export interface Issue {
  readonly code: string
  readonly severity: Severity
  readonly path: Path
  readonly message: Sentences
  readonly params?: Params
}

/** What an issue says beside its code. */
export interface IssueDetails {
  readonly path?: Path
  readonly params?: Params
  readonly severity?: Severity
}

/**
 * An issue with the sentences of a catalogue's code. Default severity `error`, default path the whole.
 *
 * @example
 * ```ts
 * import { errorCatalogue, issue } from '@tiemchung/core'
 * issue(errorCatalogue, 'parse.civil-date', { path: ['doses', 0, 'date'] }).message.vi
 * ```
 */
export function issue<Code extends string>(
  catalogue: Catalogue<Code>,
  code: NoInfer<Code>,
  details: IssueDetails = {},
): Issue {
  return {
    code,
    severity: details.severity ?? 'error',
    path: details.path ?? [],
    message: sentencesFor(catalogue[code], details.params),
    ...(details.params === undefined ? {} : { params: details.params }),
  }
}

/** The issues that stand in the way, leaving out warnings. */
export function errorsOf(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter((one) => one.severity === 'error')
}

/** A path as people write it: `doses[1].lot`. For screens: a name that holds a dot reads like two. */
export function formatPath(path: Path): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
    )
    .join('')
}
