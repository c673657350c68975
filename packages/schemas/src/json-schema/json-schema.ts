import * as z from 'zod'
import { certificateRequestSchema } from '../certificate/certificate-request.js'
import { feedbackRequestSchema } from '../feedback/feedback.js'
import { personSchema } from '../person/person.js'
import { doseRecordSchema } from '../record/dose-record.js'
import { dayReportSchema } from '../wire/day.js'
import { minutesSchema, signedRecordSchema } from '../wire/submission.js'

const documents = {
  person: personSchema,
  'dose-record': doseRecordSchema,
  'signed-record': signedRecordSchema,
  minutes: minutesSchema,
  'certificate-request': certificateRequestSchema,
  'feedback-request': feedbackRequestSchema,
  'day-report': dayReportSchema,
} as const satisfies Readonly<Record<string, z.ZodType>>

/** A document that has a JSON Schema. */
export type JsonSchemaName = keyof typeof documents

/** The names of all documents. */
export const jsonSchemaNames = Object.keys(documents) as readonly JsonSchemaName[]

/**
 * The JSON Schema (draft 2020-12) of a document, for software in other languages. It says what form a
 * document has; days that exist and rules across fields are checked by the schemas themselves.
 *
 * @example
 * ```ts
 * import { jsonSchemaOf } from '@tiemchung/schemas/json-schema'
 * jsonSchemaOf('dose-record').$id // => 'https://tiemchung.dev/schema/dose-record/1'
 * ```
 */
export function jsonSchemaOf(name: JsonSchemaName): Record<string, unknown> {
  const schema = z.toJSONSchema(documents[name], { target: 'draft-2020-12', io: 'input' })
  return { ...schema, $id: `https://tiemchung.dev/schema/${name}/1` }
}
