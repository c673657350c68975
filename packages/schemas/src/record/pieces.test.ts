import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { envelopeSchema } from '../envelope/envelope.js'
import { issuesFromZod } from '../issues-from-zod.js'
import { sensitiveFields } from '../text/sensitive.js'
import { consentSchema } from './consent.js'
import { doseRecordSchema } from './dose-record.js'
import { recordDocument } from './dose-record.fixture.js'
import { examinationSchema } from './examination.js'
import { reactionReportSchema } from './reaction.js'

const issuesOf = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value, { reportInput: true })
  return error === undefined
    ? []
    : issuesFromZod(error).map(({ code, path }) => `${code} ${path.join('.')}`)
}
const reaction = {
  what: 'fever',
  onset: '2022-04-14T13:00:00Z',
  grade: 1,
  outcome: 'resolved',
} as const
const report = {
  format: 'reaction/1',
  id: '01802361-8400-7000-8000-000000000009',
  recordId: recordDocument.id,
  facility: '01234',
  reportedAt: '2022-04-14T14:00:00Z',
  source: 'guardian',
  enteredBy: 'staff-2',
  reactions: [reaction],
} as const
const consent = { state: 'agreed', by: 'mother', date: '2022-04-10' } as const
const withDose = (changes: object) => ({
  ...recordDocument,
  dose: { ...recordDocument.dose, ...changes },
})

describe('the pieces of a record that may be absent', () => {
  test('a record without any of them is read as before', () => {
    expect(doseRecordSchema.parse(recordDocument)).toEqual(recordDocument)
  })
  test.each<[string, z.ZodType, unknown, string[]]>([
    ['the expiry of a lot', doseRecordSchema, withDose({ expiryDate: '2022-06-30' }), []],
    [
      'an expiry on a day that does not exist',
      doseRecordSchema,
      withDose({ expiryDate: '2022-06-31' }),
      ['parse.civil-date dose.expiryDate'],
    ],
    ['a temperature', examinationSchema, { temperature: '36.8', pulse: 92, by: 'staff-1' }, []],
    [
      'a temperature with a comma',
      examinationSchema,
      { temperature: '36,8' },
      ['schema.temperature temperature'],
    ],
    [
      'a temperature of 368',
      examinationSchema,
      { temperature: '368' },
      ['schema.temperature temperature'],
    ],
    ['a pulse of 900', examinationSchema, { pulse: 900 }, ['schema.range pulse']],
    ['a conclusion', examinationSchema, { conclusion: 'defer' }, []],
    [
      'a conclusion that is none',
      examinationSchema,
      { conclusion: 'incomplete' },
      ['schema.choice conclusion'],
    ],
    ['a consent by name', consentSchema, { ...consent, name: 'Lê Lá', phone: '0912000002' }, []],
    [
      'a consent by a name with digits',
      consentSchema,
      { ...consent, name: 'Lê Lá 2' },
      ['schema.name.digit name'],
    ],
    [
      'a consent with a phone of nine digits',
      consentSchema,
      { ...consent, phone: '912000002' },
      ['schema.phone phone'],
    ],
    ['a reaction on site', doseRecordSchema, { ...recordDocument, reactions: [reaction] }, []],
    ['a report', reactionReportSchema, report, []],
    [
      'a report of nothing',
      reactionReportSchema,
      { ...report, reactions: [] },
      ['schema.range reactions'],
    ],
    [
      'a grade of five',
      reactionReportSchema,
      { ...report, reactions: [{ ...reaction, grade: 5 }] },
      ['schema.range reactions.0.grade'],
    ],
  ])('%s', (_, schema, value, expected) => {
    expect(issuesOf(schema, value)).toEqual(expected)
  })
  test('what is known of a body and a family is marked', () => {
    expect(sensitiveFields(doseRecordSchema)).toMatchObject({
      person: { workplace: true, ethnicGroup: true, healthInsurance: true },
      screening: true,
      examination: { temperature: true, pulse: true, conclusion: true },
      consent: { name: true, phone: true },
      reactions: { '*': true },
    })
    expect(sensitiveFields(reactionReportSchema)).toEqual({ reactions: { '*': true } })
  })
})

describe('envelopeSchema', () => {
  const envelope = {
    format: 'envelope/1',
    id: '01802361-8400-7000-8000-000000000008',
    sender: '01234',
    sentAt: '2022-04-14T14:00:00Z',
    kind: 'dose-records',
    documents: [recordDocument],
  }
  test.each<[string, object, string[]]>([
    ['records', {}, []],
    ['reactions', { kind: 'reactions', documents: [report] }, []],
    ['nothing', { documents: [] }, ['schema.range documents']],
    [
      'one record twice',
      { documents: [recordDocument, recordDocument] },
      ['schema.envelope.twice documents'],
    ],
    ['documents of another kind', { kind: 'reactions' }, ['schema.choice documents.0.format']],
    ['a kind that is none', { kind: 'letters' }, ['schema.choice kind']],
    ['no sender', { sender: undefined }, ['schema.missing sender']],
  ])('an envelope of %s', (_, changes, expected) => {
    const found = issuesOf(envelopeSchema, { ...envelope, ...changes })
    expect(expected.length === 0 ? found : found.slice(0, 1)).toEqual(expected)
  })
})
