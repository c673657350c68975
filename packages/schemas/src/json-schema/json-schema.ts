import * as z from 'zod'
import { certificateRequestSchema } from '../certificate/certificate-request.js'
import { facilitySchema } from '../facility/facility.js'
import { envelopeSchema } from '../envelope/envelope.js'
import { feedbackItemSchema, feedbackRequestSchema } from '../feedback/feedback.js'
import { personSchema } from '../person/person.js'
import { doseRecordSchema } from '../record/dose-record.js'
import { reactionReportSchema } from '../record/reaction.js'
import { sensitive } from '../text/sensitive.js'
import { issuedCertificateSchema, issueRequestSchema } from '../wire/certificate.js'
import { dayReportSchema, rollUpSchema, signedDayReportSchema } from '../wire/day.js'
import { archivedListSchema, correctionEventSchema } from '../wire/correction.js'
import {
  handOverListSchema,
  identityDayReportSchema,
  returnedListSchema,
} from '../wire/hand-over.js'
import {
  registerCorrectionSchema,
  verificationBatchRequestSchema,
  verificationBatchSchema,
  verificationRequestSchema,
  verificationResultSchema,
} from '../wire/identity.js'
import { problemSchema } from '../wire/problem.js'
import {
  minutedRecordsSchema,
  minutesSchema,
  receiptSchema,
  sealedRecordSchema,
  signedRecordSchema,
} from '../wire/submission.js'

const documents = {
  person: personSchema,
  facility: facilitySchema,
  'dose-record': doseRecordSchema,
  reaction: reactionReportSchema,
  envelope: envelopeSchema,
  'signed-record': signedRecordSchema,
  'sealed-record': sealedRecordSchema,
  receipt: receiptSchema,
  minutes: minutesSchema,
  'minuted-records': minutedRecordsSchema,
  'verification-request': verificationRequestSchema,
  'verification-result': verificationResultSchema,
  'verification-batch-request': verificationBatchRequestSchema,
  'verification-batch': verificationBatchSchema,
  'register-correction': registerCorrectionSchema,
  'hand-over-list': handOverListSchema,
  'returned-list': returnedListSchema,
  'identity-day-report': identityDayReportSchema,
  'correction-event': correctionEventSchema,
  'archived-list': archivedListSchema,
  'certificate-request': certificateRequestSchema,
  'issue-request': issueRequestSchema,
  'issued-certificate': issuedCertificateSchema,
  'feedback-request': feedbackRequestSchema,
  'feedback-item': feedbackItemSchema,
  'day-report': dayReportSchema,
  'signed-day-report': signedDayReportSchema,
  'roll-up': rollUpSchema,
  problem: problemSchema,
} as const satisfies Readonly<Record<string, z.ZodType>>

/** The schemas behind the JSON Schemas, by name. */
export const documentSchemas: Readonly<Record<JsonSchemaName, z.ZodType>> = documents

/** A document that has a JSON Schema. */
export type JsonSchemaName = keyof typeof documents

/** The names of all documents. */
export const jsonSchemaNames = Object.keys(documents) as readonly JsonSchemaName[]

/**
 * The JSON Schema (draft 2020-12) of a document, for software in other languages. Fields that hold a
 * person's data are marked `x-sensitive`.
 *
 * It says what form a document has. Days that exist, what may stand in a line or a name, and documents
 * that stand twice in an envelope are checked by the schemas alone: whatever they accept fits the JSON
 * Schema, and not the other way round. The same documents are files of the package, `schema/*.json`.
 *
 * @example
 * ```ts
 * import { jsonSchemaOf } from '@tiemchung/schemas/json-schema'
 * jsonSchemaOf('dose-record').$id // => 'https://tiemchung.dev/schema/dose-record/1'
 * ```
 */
export function jsonSchemaOf(name: JsonSchemaName): Record<string, unknown> {
  const schema = z.toJSONSchema(documents[name], {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (sensitive.has(zodSchema)) jsonSchema['x-sensitive'] = true
    },
  })
  return { ...schema, $id: `https://tiemchung.dev/schema/${name}/1` }
}
