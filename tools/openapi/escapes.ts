/** Whether every value that one JSON Schema allows is allowed by another: what the comparison of two APIs comes down to. */

/** A JSON Schema, as the document has them. */
export type Schema = Readonly<Record<string, unknown>>

/** Finds what a reference of a document stands for. */
export type Resolve = (reference: string) => Schema

/** A schema, and the document that its references are of. */
export interface Side {
  readonly schema: Schema
  readonly resolve: Resolve
}

/** Keywords that say nothing of values. */
const prose: ReadonlySet<string> = new Set([
  ...['description', 'title', 'example', 'examples', 'default', 'deprecated', '$comment'],
])
/** Keywords that are compared below; any other must be the same on both sides. */
const compared: ReadonlySet<string> = new Set([
  ...['$ref', 'type', 'enum', 'const', 'anyOf', 'oneOf', 'properties', 'required', 'items'],
  ...['additionalProperties', 'minimum', 'minLength', 'minItems', 'maximum', 'maxLength'],
  ...['maxItems'],
])

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

function resolved({ schema, resolve }: Side): Side {
  const reference = schema['$ref']
  return typeof reference === 'string'
    ? resolved({ schema: resolve(reference), resolve })
    : { schema, resolve }
}

const inside = ({ resolve }: Side, schema: unknown): Side => ({
  schema: isSchema(schema) ? schema : {},
  resolve,
})

function alternatives(side: Side): readonly Side[] | undefined {
  const list = side.schema['anyOf'] ?? side.schema['oneOf']
  return Array.isArray(list) ? list.map((one) => resolved(inside(side, one))) : undefined
}

/** The values that a schema names one by one. */
const named = ({ enum: list, const: only }: Schema): readonly unknown[] | undefined =>
  only === undefined ? (Array.isArray(list) ? list : undefined) : [only]

function types(schema: Schema): readonly unknown[] | undefined {
  const { type } = schema
  return type === undefined ? undefined : Array.isArray(type) ? type : [type]
}

function fromTypes(from: Schema, to: Schema, at: string): string[] {
  const [wide, narrow] = [types(from) ?? [], types(to)]
  if (narrow === undefined || named(from) !== undefined) return []
  const fits = (one: unknown) =>
    narrow.includes(one) || (one === 'integer' && narrow.includes('number'))
  return wide.length > 0 && wide.every(fits)
    ? []
    : [`${at}: type ${wide.join(' or ') || 'any'}, and not ${narrow.join(' or ')}`]
}

function fromValues(from: Schema, to: Schema, at: string): string[] {
  const allowed = named(to)
  if (allowed === undefined) return []
  const given = named(from)
  if (given === undefined) return [`${at}: any value, and not one of ${allowed.length}`]
  return given
    .filter((one) => !allowed.some((other) => same(one, other)))
    .map((one) => `${at}: ${JSON.stringify(one)} is not among the values`)
}

/** Least and most of numbers, letters and items. */
function fromLimits(from: Schema, to: Schema, at: string): string[] {
  const beyond = (keyword: string, sign: 1 | -1): string[] => {
    const [given, wanted] = [from[keyword], to[keyword]]
    if (typeof wanted !== 'number' || named(from) !== undefined) return []
    const fits = typeof given === 'number' && given * sign >= wanted * sign
    return fits
      ? []
      : [`${at}: ${keyword} ${typeof given === 'number' ? given : 'none'}, and not ${wanted}`]
  }
  return [
    ...['minimum', 'minLength', 'minItems'].flatMap((keyword) => beyond(keyword, 1)),
    ...['maximum', 'maxLength', 'maxItems'].flatMap((keyword) => beyond(keyword, -1)),
  ]
}

/** What is not known to be wider is taken for different: the comparison must not be kinder than it knows. */
function fromOthers(from: Schema, to: Schema, at: string): string[] {
  return Object.keys(to)
    .filter((keyword) => !prose.has(keyword) && !compared.has(keyword))
    .filter((keyword) => !same(from[keyword], to[keyword]) && named(from) === undefined)
    .map((keyword) => `${at}: ${keyword} differs`)
}

function fromMembers(from: Side, to: Side, at: string, seen: readonly string[]): string[] {
  const [given, wanted] = [from, to].map(({ schema }) => schema['properties'] as Schema | undefined)
  const certain = new Set(listOf(from.schema['required']))
  const missing = listOf(to.schema['required']).filter((name) => !certain.has(name))
  const open = to.schema['additionalProperties']
  const members = Object.entries(given ?? {}).flatMap(([name, schema]) => {
    const other = wanted?.[name] ?? open
    if (other === false) return [`${at}.${name}: is not known`]
    return isSchema(other)
      ? escapesAt(inside(from, schema), inside(to, other), `${at}.${name}`, seen)
      : []
  })
  const [more, known] = [from.schema['additionalProperties'], isSchema(open) || open === false]
  const isObject = types(from.schema)?.includes('object') ?? given !== undefined
  const others =
    !known || more === false || !isObject
      ? []
      : open === false
        ? [`${at}: may have other members, which are not known`]
        : escapesAt(inside(from, more), inside(to, open), `${at}.*`, seen)
  return [...missing.map((name) => `${at}.${String(name)}: may be absent`), ...members, ...others]
}

function fromPlain(from: Side, to: Side, at: string, seen: readonly string[]): string[] {
  const pair = [from.schema, to.schema] as const
  const items = isSchema(to.schema['items'])
    ? escapesAt(inside(from, from.schema['items']), inside(to, to.schema['items']), `${at}[]`, seen)
    : []
  return [
    ...fromTypes(...pair, at),
    ...fromValues(...pair, at),
    ...fromLimits(...pair, at),
    ...fromOthers(...pair, at),
    ...fromMembers(from, to, at, seen),
    ...items,
  ]
}

function escapesAt(one: Side, other: Side, at: string, seen: readonly string[]): string[] {
  const names = `${String(one.schema['$ref'])} ${String(other.schema['$ref'])}`
  // A pair of references that is being compared already is as it turns out to be.
  if (one.schema['$ref'] !== undefined && seen.includes(names)) return []
  const [from, to, path] = [resolved(one), resolved(other), [...seen, names]]
  const [given, wanted] = [alternatives(from), alternatives(to)]
  if (given !== undefined) return given.flatMap((each) => escapesAt(each, to, at, path))
  if (wanted === undefined) return fromPlain(from, to, at, path)
  const tries = wanted.map((each) => escapesAt(from, each, at, path))
  return tries.some((each) => each.length === 0) ? [] : [`${at}: fits none of ${wanted.length}`]
}

/**
 * Why values of one schema may not be values of the other; nothing when all of them are. It may name a reason where
 * there is none (a pattern that only became wider), and never none where there is one.
 */
export const escapes = (from: Side, to: Side, at: string): readonly string[] =>
  escapesAt(from, to, at, [])
