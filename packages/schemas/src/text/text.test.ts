import { redactFields } from '@tiemchung/core'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { feedbackRequestSchema } from '../feedback/feedback.js'
import { doseRecordSchema } from '../record/dose-record.js'
import { recordDocument } from '../record/dose-record.fixture.js'
import { dayReportSchema } from '../wire/day.js'
import { sealedRecordSchema, signedRecordSchema } from '../wire/submission.js'
import {
  civilDateSchema,
  decimalSchema,
  instantSchema,
  lineSchema,
  partialDateSchema,
  sha256Schema,
  uuidSchema,
} from './primitive.js'
import { personal, sensitiveFields } from './sensitive.js'

describe('the primitive schemas', () => {
  test.each<[string, z.ZodType, string, boolean]>([
    ['a day', civilDateSchema, '2022-04-14', true],
    ['a day that does not exist', civilDateSchema, '2022-02-30', false],
    ['a year', partialDateSchema, '2015', true],
    ['a month that does not exist', partialDateSchema, '2015-13', false],
    ['an instant', instantSchema, '2022-04-14T09:00:00+07:00', true],
    ['an instant on 30 February', instantSchema, '2022-02-30T09:00:00Z', false],
    [
      'an instant whose day in Viet Nam lies past the calendar',
      instantSchema,
      '2600-12-31T23:59:59Z',
      false,
    ],
    [
      'an instant whose day in UTC lies before it',
      instantSchema,
      '1600-01-01T00:00:00+14:00',
      false,
    ],
    ['a UUID', uuidSchema, '01802361-8400-7000-8000-000000000001', true],
    ['a UUID in capitals', uuidSchema, '01802361-8400-7000-8000-00000000000A', false],
    ['0.2', decimalSchema, '0.2', true],
    ['.2', decimalSchema, '.2', false],
    ['00.2', decimalSchema, '00.2', false],
    ['a hash', sha256Schema, 'ab'.repeat(32), true],
    ['a short hash', sha256Schema, 'ab', false],
    ['a line', lineSchema(5), 'Đặng', true],
    ['a line of two', lineSchema(5), 'a\nb', false],
    ['a line with a whole pair', lineSchema(5), 'a\ud83d\ude00b', true],
    ['a line with the first half of a pair', lineSchema(5), 'a\ud83db', false],
    ['a line with the second half of a pair', lineSchema(5), '\ude00', false],
    ['a line with both halves the wrong way', lineSchema(5), '\ude00\ud83d', false],
    ['a line too long', lineSchema(5), 'aaaaaa', false],
  ])('%s', (_, schema, text, expected) => {
    expect(schema.safeParse(text).success).toBe(expected)
  })
})

test.each<[string, z.ZodType]>([
  ['parse.civil-date', civilDateSchema],
  ['parse.partial-date', partialDateSchema],
  ['parse.instant', instantSchema],
  ['parse.uuid', uuidSchema],
])('%s is said once', (code, schema) => {
  expect(schema.safeParse('x').error?.issues.map((one) => one.message)).toEqual([code])
})

describe('sensitiveFields', () => {
  test('finds the marks through objects, lists, unions, optional and nullable fields', () => {
    const name = personal(z.string())
    const schema = z.object({
      plain: z.string(),
      name,
      maybe: name.optional(),
      none: name.nullable().readonly(),
      list: z.array(z.object({ name, plain: z.string() })),
      either: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('a'), number: name }),
        z.object({ kind: z.literal('b'), other: name, nested: z.object({ name }) }),
        z.object({ kind: z.literal('c'), nested: name }),
      ]),
    })
    expect(sensitiveFields(schema)).toEqual({
      name: true,
      maybe: true,
      none: true,
      list: { '*': { name: true } },
      either: { number: true, other: true, nested: true },
    })
  })
  test('is undefined where nothing is marked', () => {
    expect(sensitiveFields(dayReportSchema)).toBeUndefined()
  })
  test('what is left of a record after redaction names nobody', () => {
    const fields = sensitiveFields(doseRecordSchema) ?? true
    const left = JSON.stringify(redactFields(recordDocument, fields))
    for (const text of ['Bông', 'Lá', '2015-06-01', '001315000001', '0912000001']) {
      expect(left).not.toContain(text)
    }
    expect(left).toContain('FN1234')
  })
  test('covers feedback and signed records', () => {
    expect(sensitiveFields(feedbackRequestSchema)).toMatchObject({
      reporter: { fullName: true, phone: true },
      person: { fullName: true, birthDate: true },
      claimed: { fullName: true },
      note: true,
    })
    expect(sensitiveFields(signedRecordSchema)).toEqual({ jws: true })
    expect(sensitiveFields(sealedRecordSchema)).toEqual({ record: true })
  })
})
