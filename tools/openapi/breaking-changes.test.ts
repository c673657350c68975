import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breakingChanges, type Document } from './breaking-changes.js'
import { escapes, type Schema } from './escapes.js'

const side = (schema: Schema) => ({
  schema,
  resolve: (): Schema => {
    throw new Error('no references here')
  },
})
const reasons = (from: Schema, to: Schema) => escapes(side(from), side(to), 'x')

const text = { type: 'string' }
const closed = (properties: Schema, required: readonly string[] = []): Schema => ({
  ...{ type: 'object', properties, required, additionalProperties: false },
})

describe('escapes', () => {
  test.each<[string, Schema, Schema]>([
    ['the same', text, text],
    ['anything that is asked for nothing', text, {}],
    ['whole numbers among numbers', { type: 'integer' }, { type: 'number' }],
    ['fewer values', { enum: ['a'] }, { enum: ['a', 'b'] }],
    ['a value of a type', { const: 'a' }, { type: 'string', maxLength: 1 }],
    ['tighter limits', { ...text, maxLength: 4 }, { ...text, maxLength: 5 }],
    ['a text or nothing', text, { type: ['string', 'null'] }],
    ['another sentence about it', { ...text, description: 'a' }, { ...text, description: 'b' }],
    ['a member more that is known', closed({ a: text }), closed({ a: text, b: text })],
    ['a member that is always there', closed({ a: text }, ['a']), closed({ a: text })],
    ['one of several', text, { anyOf: [{ type: 'number' }, text] }],
    ['each of several', { oneOf: [text, { const: 'b' }] }, { anyOf: [text] }],
    ['items', { type: 'array', items: { enum: ['a'] } }, { type: 'array', items: text }],
  ])('finds nothing: %s', (_, from, to) => {
    expect(reasons(from, to)).toEqual([])
  })

  test.each<[string, Schema, Schema, string]>([
    ['another type', { type: 'number' }, { type: 'integer' }, 'x: type number, and not integer'],
    ['any type', {}, text, 'x: type any, and not string'],
    ['a new value', { enum: ['a', 'b'] }, { enum: ['a'] }, 'x: "b" is not among the values'],
    ['any text', text, { ...text, enum: ['a'] }, 'x: any value, and not one of 1'],
    ['no limit', text, { ...text, maxLength: 5 }, 'x: maxLength none, and not 5'],
    ['a lower limit', { minimum: 0 }, { minimum: 1 }, 'x: minimum 0, and not 1'],
    ['another pattern', { ...text, pattern: 'a' }, { ...text, pattern: 'b' }, 'x: pattern differs'],
    [
      'a word that nobody compares',
      text,
      { ...text, contentEncoding: 'base64' },
      'x: contentEncoding differs',
    ],
    ['a member less', closed({ a: text, b: text }), closed({ a: text }), 'x.b: is not known'],
    [
      'a member that may be absent',
      closed({ a: text }),
      closed({ a: text }, ['a']),
      'x.a: may be absent',
    ],
    [
      'members of any name',
      { type: 'object' },
      closed({}),
      'x: may have other members, which are not known',
    ],
    [
      'a member of another type',
      closed({ a: text }),
      closed({ a: { type: 'null' } }),
      'x.a: type string, and not null',
    ],
    [
      'none of several',
      text,
      { oneOf: [{ type: 'null' }, { type: 'number' }] },
      'x: fits none of 2',
    ],
    [
      'one of several too many',
      { anyOf: [text, { type: 'null' }] },
      text,
      'x: type null, and not string',
    ],
    [
      'items of another type',
      { type: 'array', items: text },
      { type: 'array', items: { type: 'null' } },
      'x[]: type string, and not null',
    ],
  ])('finds %s', (_, from, to, reason) => {
    expect(reasons(from, to)).toEqual([reason])
  })

  test('reads references in the document that they are of, and ends where they go round', () => {
    const tree = { type: 'object', properties: { name: text, below: { $ref: '#/tree' } } }
    const named = { ...tree, properties: { ...tree.properties, name: { const: 'a' } } }
    const of = (schema: Schema) => ({ schema: { $ref: '#/tree' }, resolve: () => schema })
    expect(escapes(of(named), of(tree), 'x')).toEqual([])
    expect(escapes(of(tree), of(named), 'x')).toEqual(['x.name: any value, and not one of 1'])
  })
})

const limit = { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 500 } }
const base = {
  operationId: 'putItem',
  security: [],
  parameters: [limit],
  requestBody: {
    required: false,
    content: { 'application/json': { schema: closed({ a: text }) } },
  },
  responses: { 200: { content: { 'application/json': { schema: closed({ a: text }) } } }, 404: {} },
}
const document = (change: object = {}, path = '/v1/items'): Document => ({
  paths: { [path]: { put: { ...base, ...change } } },
})
const changes = (change: object) => breakingChanges(document(), document(change))

describe('breakingChanges', () => {
  test.each<[string, object]>([
    ['nothing', {}],
    ['a parameter that may be left out', { parameters: [limit, { name: 'q', in: 'query' }] }],
    ['another problem', { responses: { ...base.responses, 429: {} } }],
    [
      'a member that may be sent',
      {
        requestBody: { content: { 'application/json': { schema: closed({ a: text, b: text }) } } },
      },
    ],
    ['a session that may be left out', { security: [{ session: [] }, {}] }],
  ])('lets %s be added', (_, change) => {
    expect(changes(change)).toEqual([])
  })

  test('lets an operation be added, and none be taken away', () => {
    const both = { paths: { ...document().paths, ...document({}, '/v1/more').paths } }
    expect(breakingChanges(document(), both)).toEqual([])
    expect(breakingChanges(both, document())).toEqual(['PUT /v1/more: is gone'])
  })

  const at = 'PUT /v1/items'
  const json = (schema: Schema) => ({ content: { 'application/json': { schema } } })
  test.each<[string, object]>([
    [`${at}: is called other now`, { operationId: 'other' }],
    [`${at}: needs a session now`, { security: [{ session: [] }] }],
    [`${at}: query limit is gone`, { parameters: [] }],
    [`${at}: query limit is required now`, { parameters: [{ ...limit, required: true }] }],
    [
      `${at}: query q is required now`,
      { parameters: [limit, { name: 'q', in: 'query', required: true }] },
    ],
    [
      `${at}: query limit: maximum 500, and not 100`,
      { parameters: [{ ...limit, schema: { type: 'integer', maximum: 100 } }] },
    ],
    [`${at}: a body is required now`, { requestBody: { ...base.requestBody, required: true } }],
    [`${at}: a body of application/json is refused now`, { requestBody: { content: {} } }],
    [`${at}: body.a: may be absent`, { requestBody: json(closed({ a: text }, ['a'])) }],
    [`${at}: answers 202 now`, { responses: { 202: json(text) } }],
    [`${at}: answers 200 as text/csv now`, { responses: { 200: { content: { 'text/csv': {} } } } }],
    [`${at}: 200.b: is not known`, { responses: { 200: json(closed({ a: text, b: text })) } }],
  ])('finds: %s', (found, change) => {
    expect(changes(change)).toEqual([found])
  })

  test('finds nothing between the document of the platform and itself', () => {
    const file = join(import.meta.dirname, '../../packages/sandbox/openapi.json')
    const platform = JSON.parse(readFileSync(file, 'utf8')) as Document
    expect(Object.keys(platform.paths).length).toBeGreaterThan(40)
    expect(breakingChanges(platform, platform)).toEqual([])
  })
})
