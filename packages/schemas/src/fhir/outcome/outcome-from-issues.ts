import type { Issue } from '@tiemchung/core'
import { ownExtensions } from '../own-extensions.js'
import type * as r4 from '../r4.js'
import { codeSystems, extensionUrls } from '../systems.js'
import { expressionOf } from './expression.js'

/** Our codes by their ends → FHIR's kinds of issues; what is in no row is `invalid`. */
const kinds: readonly (readonly [pattern: RegExp, kind: r4.IssueKind])[] = [
  [/^schema\.missing$|\.missing$/, 'required'],
  [/^schema\.choice$|\.code\.unknown$|\.product/, 'code-invalid'],
  [/^schema\.(unexpected|field)$|^fhir\.(type|not-a-bundle|not-an-outcome)$/, 'structure'],
  [/too-long$/, 'too-long'],
  [/^fhir\.resource\.several$/, 'multiple-matches'],
  [/^fhir\.reference$/, 'not-found'],
  [/^fhir\.modifier$/, 'extension'],
  [/^(schema|parse)\./, 'value'],
  [/^completeness\./, 'business-rule'],
]

const kindOf = (code: string): r4.IssueKind =>
  kinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'invalid'

function parameter([name, value]: readonly [string, string | number | boolean]): r4.Extension {
  const key = { string: 'valueString', number: 'valueDecimal', boolean: 'valueBoolean' } as const
  const type = typeof value as keyof typeof key
  return {
    url: ownExtensions.issueParameter.url,
    extension: [
      { url: 'name', valueString: name },
      { url: 'value', [key[type]]: value },
    ],
  }
}

/** The Vietnamese sentence, with the English one as its translation. */
function details({ code, message }: Issue): NonNullable<r4.OperationOutcomeIssue['details']> {
  const english = [
    { url: 'lang', valueCode: 'en' },
    { url: 'content', valueString: message.en },
  ]
  return {
    coding: [{ system: codeSystems.errorCode, code }],
    text: message.vi,
    _text: { extension: [{ url: extensionUrls.translation, extension: english }] },
  }
}

function writeIssue(issue: Issue): r4.OperationOutcomeIssue {
  const params = Object.entries(issue.params ?? {}).map(parameter)
  const expression = expressionOf(issue.path)
  return {
    ...(params.length === 0 ? {} : { extension: params }),
    severity: issue.severity,
    code: kindOf(issue.code),
    details: details(issue),
    ...(expression === '' ? {} : { expression: [expression] }),
  }
}

/**
 * Issues as an OperationOutcome: our code, both sentences, the path as FHIRPath writes it. Without issues it is one
 * finding of severity `information`, as FHIR has no empty outcome.
 *
 * @example
 * ```ts
 * import { issuesFromOutcome, outcomeFromIssues, recordFromFhir } from '@tiemchung/schemas/fhir'
 * const { issues } = recordFromFhir({ resourceType: 'Bundle', type: 'collection' })
 * issuesFromOutcome(outcomeFromIssues(issues)) // => the same issues
 * ```
 */
export function outcomeFromIssues(issues: readonly Issue[]): r4.OperationOutcome {
  const nothing: r4.OperationOutcomeIssue = { severity: 'information', code: 'informational' }
  const issue = issues.length === 0 ? [nothing] : issues.map(writeIssue)
  return { resourceType: 'OperationOutcome', issue }
}
