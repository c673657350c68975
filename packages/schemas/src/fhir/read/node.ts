/** Walking through JSON that may be anything, and remembering where one is. */
import { type Issue, issue, type Params, type Path, type Severity } from '@tiemchung/core'
import { fhirErrors } from '../../errors/fhir.js'

/** A value of a document and where it stands. */
export interface Node {
  readonly value: unknown
  readonly path: Path
}

/** What the readers of one bundle share. */
export interface Reading {
  readonly issues: Issue[]
  /** Where in the bundle a field of the record was found, by the field's path with dots. */
  readonly sources: Map<string, Path>
}

/** Notes what was found. */
export function tell(
  reading: Reading,
  code: keyof typeof fhirErrors,
  path: Path,
  details: { readonly params?: Params; readonly severity?: Severity } = {},
): void {
  reading.issues.push(issue(fhirErrors, code, { path, ...details }))
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member of an object; its value is undefined when there is none. */
export function member(node: Node, key: string): Node {
  const { value, path } = node
  const inner = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return { value: inner, path: [...path, key] }
}

/** The members of a list; none when there is no list. What stands there otherwise is told. */
export function items(reading: Reading, node: Node, key: string): readonly Node[] {
  const list = member(node, key)
  if (list.value === undefined) return []
  if (!Array.isArray(list.value)) {
    tell(reading, 'fhir.type', list.path)
    return []
  }
  // Not map, which leaves holes out.
  return Array.from(list.value, (value: unknown, index) => ({ value, path: [...list.path, index] }))
}

/** A text; undefined when there is none. What stands there otherwise is told. */
export function textOf(reading: Reading, node: Node): string | undefined {
  const { value, path } = node
  if (value === undefined || typeof value === 'string') return value
  tell(reading, 'fhir.type', path)
  return undefined
}

/** A number; undefined when there is none. What stands there otherwise is told. */
export function numberOf(reading: Reading, node: Node): number | undefined {
  const { value, path } = node
  if (value === undefined || typeof value === 'number') return value
  tell(reading, 'fhir.type', path)
  return undefined
}

/** The value, with a note of where the record's field was found. */
export function from<Value>(reading: Reading, node: Node, field: string, value: Value): Value {
  if (value !== undefined) reading.sources.set(field, node.path)
  return value
}

/** A text of the bundle as a field of the record. */
export function takeText(reading: Reading, node: Node, field: string): string | undefined {
  return from(reading, node, field, textOf(reading, node))
}

/** The UUID of `urn:uuid:…`; any other text as it is, for the schema to refuse. */
export function withoutUrn(text: string | undefined): string | undefined {
  return text?.startsWith('urn:uuid:') === true ? text.slice('urn:uuid:'.length) : text
}

/** Elements that change what the rest means: none of them is understood. */
export function refuseModifiers(reading: Reading, node: Node, names: readonly string[] = []): void {
  for (const name of ['modifierExtension', 'implicitRules', ...names]) {
    const found = member(node, name)
    if (found.value !== undefined) tell(reading, 'fhir.modifier', found.path)
  }
}
