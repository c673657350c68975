type Shape = Readonly<Record<string, unknown>>

const text: Shape = { type: 'string', minLength: 1 }
const day: Shape = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
const choice = (...words: readonly string[]): Shape => ({ enum: words })
const whole = (minimum: number, maximum: number): Shape => ({ type: 'integer', minimum, maximum })
const path: Shape = { type: 'string', pattern: '^(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$' }

/** An object with these members; names with `?` at their end may be absent. */
function object(members: Shape, additionalProperties: unknown = false): Shape {
  const names = Object.keys(members)
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(members).map(([name, shape]) => [name.replace('?', ''), shape]),
    ),
    required: names.filter((name) => !name.endsWith('?')),
    additionalProperties,
  }
}

/** A figure with the id of the source or assumption that it comes from. */
const stated = (value: Shape): Shape => object({ value, from: text })

const source = object({
  id: text,
  number: text,
  'date?': day,
  'issuer?': text,
  'url?': text,
  confidence: choice('text', 'secondary', 'inferred'),
})

const head: Shape = {
  format: { const: 'signing-provider/1' },
  id: text,
  version: text,
  effective: object({ from: day, to: { anyOf: [day, { type: 'null' }] } }),
  published: day,
  'supersedes?': text,
  sources: { type: 'array', minItems: 1, items: source },
  assumptions: {
    type: 'array',
    items: object({ id: text, says: object({ vi: text, en: text }) }),
  },
}

const outcome = choice(
  ...['waiting', 'done', 'expired', 'rejected', 'credential', 'quota', 'limit'],
  ...['unavailable', 'unsure'],
)

const body: Shape = {
  name: text,
  evidence: choice('tried', 'simulated', 'read'),
  flow: choice('csc-v1', 'csc-v2', 'smartca'),
  base: path,
  'login?': object({ kind: choice('basic', 'software', 'client', 'token'), 'path?': path }),
  consent: choice('secrets', 'phone', 'token'),
  'deferred?': { type: 'boolean' },
  hashes: stated(whole(1, 10_000)),
  confirmation: stated(whole(10, 3600)),
  poll: object({ first: whole(1, 60), most: whole(1, 120) }),
  algorithms: {
    type: 'array',
    minItems: 1,
    items: choice('ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512'),
  },
  repeats: stated({ type: 'boolean' }),
  states: { type: 'object', minProperties: 1, additionalProperties: outcome },
}

/**
 * The JSON Schema (draft 2020-12) of a profile `signing-provider/1`. The same document is a file of the package,
 * `schema/signing-provider.json`.
 *
 * It says what form a profile has. That figures name a source, and that flow, log-in and consent go together,
 * is checked by `lintProviderProfile` alone.
 *
 * @example
 * ```ts
 * import { providerProfileJsonSchema } from '@tiemchung/signer-remote/json-schema'
 * providerProfileJsonSchema().$id // => 'https://tiemchung.dev/schema/signing-provider/1'
 * ```
 */
export function providerProfileJsonSchema(): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://tiemchung.dev/schema/signing-provider/1',
    title: 'signing-provider/1',
    ...object({ ...head, ...body }),
  }
}
