import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { doseRecordSchema } from '../record/dose-record.js'
import { recordDocument } from '../record/dose-record.fixture.js'
import { jsonSchemaNames, jsonSchemaOf } from './json-schema.js'

type Node = Readonly<Record<string, unknown>>
const fits = (schema: Node, value: unknown) => z.fromJSONSchema(schema).safeParse(value).success
const property = (schema: unknown, name: string): Node =>
  ((schema as Node)['properties'] as Record<string, Node>)[name] ?? {}

describe('jsonSchemaOf', () => {
  test.each(jsonSchemaNames)('%s has a stable id and is of draft 2020-12', (name) => {
    const schema = jsonSchemaOf(name)
    expect(schema['$id']).toBe(`https://tiemchung.dev/schema/${name}/1`)
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
    const kinds = (schema['oneOf'] ?? [schema]) as readonly Node[]
    expect(new Set(kinds.map((one) => one['type']))).toEqual(new Set(['object']))
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })

  const schema = jsonSchemaOf('dose-record')
  const { person, dose } = recordDocument
  test.each<[string, unknown, boolean]>([
    ['a record', recordDocument, true],
    ['a record without consent', { ...recordDocument, consent: undefined }, false],
    ['a record with another field', { ...recordDocument, extra: 1 }, false],
    ['another format', { ...recordDocument, format: 'dose-record/2' }, false],
    ['a sex that is none', { ...recordDocument, person: { ...person, sex: 'x' } }, false],
    ['a phone of nine digits', { ...recordDocument, person: { ...person, phone: '9' } }, false],
    ['dose 0', { ...recordDocument, dose: { ...dose, number: 0 } }, false],
    ['a volume with a comma', { ...recordDocument, dose: { ...dose, volumeMl: '0,2' } }, false],
  ])('agrees with the schema on %s', (_, value, expected) => {
    const plain: unknown = JSON.parse(JSON.stringify(value))
    expect(doseRecordSchema.safeParse(plain).success).toBe(expected)
    expect(fits(schema, plain)).toBe(expected)
  })
  test('marks the fields that hold a person’s data', () => {
    const fields = property(schema, 'person')
    expect(property(fields, 'fullName')['x-sensitive']).toBe(true)
    expect(property(fields, 'birthDate')['x-sensitive']).toBe(true)
    expect(property(fields, 'sex')['x-sensitive']).toBeUndefined()
    expect(property(property(schema, 'dose'), 'lot')['x-sensitive']).toBeUndefined()
  })
})
