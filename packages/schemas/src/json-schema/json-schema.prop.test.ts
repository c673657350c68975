/** Every schema beside its JSON Schema, judged by a validator that is not ours (ajv). */
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { issuesFromZod } from '../issues-from-zod.js'
import { documentSchemas, jsonSchemaNames, jsonSchemaOf } from './json-schema.js'
import { changedValueOf, valueOf } from './values.fixture.js'

/** What JSON Schema cannot say, by the code of the schema's own finding. Nothing else may differ. */
const beyondJsonSchema: Readonly<Record<string, string>> = {
  'parse.civil-date': 'that a day exists, in the years 1600 to 2600',
  'parse.partial-date': 'that a day, month or year exists',
  'parse.instant': 'that day, hour and offset exist',
  'schema.text.control': 'no control characters',
  'schema.text.half': 'no half of a surrogate pair',
  'schema.text.blank-ends': 'no blank at the ends',
  'schema.text.not-nfc': 'composed letters',
  'schema.name.blank': 'what may stand in a name',
  'schema.name.digit': 'what may stand in a name',
  'schema.name.emoji': 'what may stand in a name',
  'schema.name.hidden': 'what may stand in a name',
  'schema.name.lookalike': 'what may stand in a name',
  'schema.name.script': 'what may stand in a name',
  'schema.name.eth': 'what may stand in a name',
  'schema.name.sign': 'what may stand in a name',
  'schema.name.double-space': 'what may stand in a name',
}

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
ajv.addVocabulary(['x-sensitive'])

const seen = new Set<string>()
const tally = { values: 0, accepted: 0, refused: 0, differ: 0 }

describe('a schema and its JSON Schema', () => {
  test.each(jsonSchemaNames)(
    '%s: accept and refuse the same values, but for what is listed',
    (name) => {
      const json = jsonSchemaOf(name)
      const validate = ajv.compile(json)
      const schema = documentSchemas[name]
      const values = fc.oneof(valueOf(json), changedValueOf(json))
      fc.assert(
        fc.property(values, (value) => {
          const byJsonSchema = validate(value)
          const result = schema.safeParse(value, { reportInput: true })
          tally.values += 1
          tally[byJsonSchema ? 'accepted' : 'refused'] += 1
          if (result.success) expect(validate.errors).toBeNull()
          if (result.success || !byJsonSchema) return
          tally.differ += 1
          for (const { code } of issuesFromZod(result.error)) {
            seen.add(code)
            expect(beyondJsonSchema).toHaveProperty([code])
          }
        }),
        { numRuns: 400 },
      )
    },
  )
  test('an envelope that holds a document twice is refused by the schema alone', () => {
    const receipt = { format: 'signed-record/1', facility: '01234', jws: 'a.b.c' }
    const one = { ...receipt, recordId: '01802361-8400-7000-8000-000000000001' }
    const envelope = {
      format: 'envelope/1',
      id: '01802361-8400-7000-8000-000000000002',
      sender: '01234',
      sentAt: '2022-04-14T14:00:00Z',
      kind: 'signed-records',
      documents: [one, one],
    }
    expect(ajv.validate(jsonSchemaOf('envelope')['$id'] as string, envelope)).toBe(true)
    const { error } = documentSchemas.envelope.safeParse(envelope)
    expect(error === undefined ? [] : issuesFromZod(error).map(({ code }) => code)).toEqual([
      'schema.envelope.twice',
    ])
  })
  test('both kinds of values were judged, and no row of the list is idle', () => {
    expect(tally.values).toBe(400 * jsonSchemaNames.length)
    expect(tally.accepted).toBeGreaterThan(tally.values / 4)
    expect(tally.refused).toBeGreaterThan(tally.values / 8)
    expect([...seen].sort()).toEqual(Object.keys(beyondJsonSchema).sort())
  })
})
