/** Values for a JSON Schema: right ones, nearly right ones, and what becomes of them when one place is changed. */
import fc from 'fast-check'

export type Node = Readonly<Record<string, unknown>>

/** Lines of text, right and wrong in every way that only the schemas know. */
const lines = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('Đặng Thị Hoà', 'staff-1', 'Lê Lá', 'FN1234') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        'Lê\u0000Lá',
        'Lê\ud83d',
        ' Lê',
        'Lê ',
        '   ',
        'Lê\u200bLá',
        'Lê  Lá',
        'Ðặng',
        'Hоà',
        'Иван',
        'Lê 2',
      ],
      ...[
        'Lê 😀',
        'a/b',
        'Hoà'.normalize('NFD'),
        '😀'.repeat(38),
        '😀'.repeat(98),
        '😀'.repeat(198),
      ],
    ),
  },
)
const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((part) => String(part).padStart(2, '0'))
/** Days that exist, mostly: 31 February and month 13 are among them. */
const days = fc
  .tuple(fc.integer({ min: 1595, max: 2605 }), two(0, 13), two(0, 31))
  .map((parts) => parts.join('-'))
const instants = fc
  .tuple(days, two(0, 24), fc.constantFrom('Z', '+07:00', '', '.123Z', '+24:00'))
  .map(([day, hour, zone]) => `${day}T${hour}:00:00${zone}`)

/** Patterns whose strings are better made than found. */
const known: readonly (readonly [string, fc.Arbitrary<string>])[] = [
  ['^\\d{4}-\\d{2}-\\d{2}$', days],
  [
    '^\\d{4}(-\\d{2}){0,2}$',
    fc.tuple(days, fc.constantFrom(4, 7, 10)).map(([day, most]) => day.slice(0, most)),
  ],
  ['^\\d{4}-\\d{2}-\\d{2}T', instants],
]

function textOf(schema: Node): fc.Arbitrary<string> {
  const { pattern } = schema
  if (typeof pattern !== 'string') return lines
  return known.find(([source]) => source === pattern)?.[1] ?? fc.stringMatching(new RegExp(pattern))
}

function objectOf({ properties = {}, required = [], additionalProperties }: Node) {
  const members = Object.entries(properties as Readonly<Record<string, Node>>)
  const named = fc.record(
    Object.fromEntries(members.map(([name, member]) => [name, valueOf(member)])),
    { requiredKeys: required as string[], noNullPrototype: true },
  )
  if (typeof additionalProperties !== 'object' || additionalProperties === null) return named
  const more = fc.dictionary(fc.string({ maxLength: 4 }), valueOf(additionalProperties as Node), {
    maxKeys: 3,
    noNullPrototype: true,
  })
  return fc.tuple(named, more).map(([one, other]): object => ({ ...other, ...one }))
}

const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? Math.max(-1e6, Math.min(1e6, value)) : otherwise

/** A value that fits the JSON Schema, and mostly the schema behind it. */
export function valueOf(schema: Node): fc.Arbitrary<unknown> {
  const choices = (schema['anyOf'] ?? schema['oneOf']) as readonly Node[] | undefined
  if (choices !== undefined) return fc.oneof(...choices.map(valueOf))
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['type'])) {
    return fc.oneof(...(schema['type'] as string[]).map((type) => valueOf({ ...schema, type })))
  }
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]))
  switch (schema['type']) {
    case 'object':
      return objectOf(schema)
    case 'array': {
      const minLength = numberOf(schema['minItems'], 0)
      const maxLength = Math.min(numberOf(schema['maxItems'], 2), Math.max(minLength, 2))
      return fc.array(valueOf(schema['items'] as Node), { minLength, maxLength })
    }
    case 'string':
      return textOf(schema)
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number': {
      const min = numberOf(schema['minimum'], -5)
      return fc.integer({ min, max: Math.max(min, numberOf(schema['maximum'], 99)) })
    }
    case undefined:
      return fc.jsonValue({ maxDepth: 1 })
    case 'null':
      return fc.constant(null)
    default:
      throw new Error(`no values for the type ${String(schema['type'])}`)
  }
}

/** Every place in a value. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([name, one]) => placesIn(one, [...path, name]))]
}

/** The value with one place replaced; what replaces it may be undefined, which takes the place away. */
function replaced(value: unknown, [step, ...rest]: readonly string[], by: unknown): unknown {
  if (step === undefined) return by
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string, unknown>
  copy[step] = replaced(copy[step], rest, by)
  return copy
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    0,
    -1,
    1.5,
    1e21,
    true,
    [],
    {},
    'x',
    '2022-02-30',
    '0',
  ),
  fc.string({ maxLength: 3 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

/** Values with one place changed, as JSON. */
export function changedValueOf(schema: Node): fc.Arbitrary<unknown> {
  return fc.tuple(valueOf(schema), fc.nat(), fc.boolean(), junk).map(([value, at, extra, by]) => {
    const places = placesIn(value)
    const place = places[at % places.length] ?? []
    const path = extra ? [...place.slice(0, -1), 'unheard'] : place
    const changed = replaced(value, path, by)
    return JSON.parse(JSON.stringify(changed ?? null)) as unknown
  })
}
