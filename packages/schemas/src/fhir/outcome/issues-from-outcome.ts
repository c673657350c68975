import {
  errorCatalogue as coreCatalogue,
  type Catalogue,
  type Issue,
  type Params,
  ParseError,
  safePath,
  type Sentences,
  sentencesFor,
} from '@tiemchung/core'
import { errorCatalogue } from '../../errors.js'
import { fhirErrors } from '../../errors/fhir.js'
import { codingIn, codings, extension } from '../read/element.js'
import { isObject, items, member, type Node, type Reading } from '../read/node.js'
import { ownExtensions } from '../own-extensions.js'
import { codeSystems } from '../systems.js'
import { pathOf } from './expression.js'

const string = (node: Node): string | undefined =>
  typeof node.value === 'string' ? node.value : undefined

/** What looks like a code; a server's text may hold a person's data and is no code. */
const codeLike = /^[A-Za-z][A-Za-z0-9._:/#-]{0,199}$/

/** Our code when there is one, else the first code of another system, else FHIR's kind of issue. */
function codeOf(reading: Reading, found: Node): string {
  const details = member(found, 'details')
  const known = [
    codingIn(reading, details, codeSystems.errorCode)?.code,
    codings(reading, details)[0]?.code,
    string(member(found, 'code')),
  ]
  return known.find((code) => code !== undefined && codeLike.test(code)) ?? 'invalid'
}

const catalogue: Catalogue = { ...coreCatalogue, ...errorCatalogue }

/** Our sentences for our codes; for others one that says no more than FHIR's kind of issue. */
function sentences(code: string, kind: string, params: Params | undefined): Sentences {
  const known = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined
  if (known !== undefined) return sentencesFor(known, params)
  return sentencesFor(fhirErrors['fhir.outcome.other'], { kind })
}

/** A word that may stand in a sentence: the name of a field or of a thing, and no text. */
const isWord = (value: unknown): boolean =>
  typeof value !== 'string' || /^[A-Za-z][\w.[\]-]{0,99}$/.test(value)

function paramsOf(reading: Reading, found: Node): Params | undefined {
  const pairs = items(reading, found, 'extension')
    .filter((one) => member(one, 'url').value === ownExtensions.issueParameter.url)
    .map((one) => {
      const name = extension(reading, one, 'name')
      const value = extension(reading, one, 'value')
      return [name && string(member(name, 'valueString')), value?.value] as const
    })
  const known = pairs.flatMap(([name, value]): (readonly [string, string | number | boolean])[] => {
    if (name === undefined || !isWord(name) || !isObject(value)) return []
    const inner = value['valueString'] ?? value['valueDecimal'] ?? value['valueBoolean']
    const fits = ['string', 'number', 'boolean'].includes(typeof inner) && isWord(inner)
    return fits ? [[name, inner as string | number | boolean]] : []
  })
  return known.length === 0 ? undefined : Object.fromEntries(known)
}

function readIssue(reading: Reading, found: Node): Issue | undefined {
  const severity = member(found, 'severity').value
  if (severity === 'information') return undefined
  const [expression] = items(reading, found, 'expression')
  const path = expression === undefined ? [] : pathOf(string(expression) ?? '')
  const params = paramsOf(reading, found)
  const code = codeOf(reading, found)
  const kind = string(member(found, 'code')) ?? ''
  return {
    code,
    severity: severity === 'warning' ? 'warning' : 'error',
    path: safePath(path ?? ['*']),
    message: sentences(code, codeLike.test(kind) ? kind : 'invalid', params),
    ...(params === undefined ? {} : { params }),
  }
}

/**
 * The issues of an OperationOutcome: ours come back as they were; those of other servers keep their own codes. What has no
 * severity that FHIR knows is an error. A server's own words may name somebody and are left out.
 *
 * @throws ParseError `fhir.not-an-outcome`
 * @example
 * ```ts
 * import { issuesFromOutcome } from '@tiemchung/schemas/fhir'
 * const issue = [{ severity: 'error', code: 'required', expression: ['Patient.name'] }]
 * issuesFromOutcome({ resourceType: 'OperationOutcome', issue })[0]?.code // => 'required'
 * ```
 */
export function issuesFromOutcome(outcome: unknown): readonly Issue[] {
  if (
    !isObject(outcome) ||
    outcome['resourceType'] !== 'OperationOutcome' ||
    !Array.isArray(outcome['issue'])
  ) {
    throw new ParseError(fhirErrors, 'fhir.not-an-outcome')
  }
  const reading: Reading = { issues: [], sources: new Map() }
  const found = items(reading, { value: outcome, path: [] }, 'issue')
  return found.flatMap((one) => readIssue(reading, one) ?? [])
}
