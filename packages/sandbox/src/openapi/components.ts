import { OpenAPIHono } from '@hono/zod-openapi'
import { feedbackReportSchema } from '../feedback/report-schema.js'
import {
  certificateRequestSchema,
  evidenceSchema,
  facilitySchema,
  feedbackDecisionSchema,
  feedbackItemSchema,
  feedbackRequestSchema,
} from '@tiemchung/schemas'
import {
  dayReportSchema,
  issuedCertificateSchema,
  issueRequestSchema,
  minutedRecordsSchema,
  minutesSchema,
  problemSchema,
  receiptSchema,
  registerCorrectionSchema,
  rollUpRowSchema,
  rollUpSchema,
  sessionSchema,
  sharedDoseSchema,
  sharingReceiptSchema,
  daySealSchema,
  sealedRecordSchema,
  sealProofSchema,
  signedDayReportSchema,
  signedRecordSchema,
  verificationBatchRequestSchema,
  verificationBatchSchema,
  verificationRequestSchema,
  verificationResultSchema,
} from '@tiemchung/schemas/wire'
import type * as z from 'zod'
import { facilityCertificateSchema } from '../facility-certificate/schemas.js'

/** Schemas that the document names once and refers to. */
const named: Readonly<Record<string, z.ZodType>> = {
  CertificateRequest: certificateRequestSchema,
  DayReport: dayReportSchema,
  Evidence: evidenceSchema,
  Facility: facilitySchema,
  FacilityCertificate: facilityCertificateSchema,
  FeedbackDecision: feedbackDecisionSchema,
  FeedbackItem: feedbackItemSchema,
  FeedbackReport: feedbackReportSchema,
  FeedbackRequest: feedbackRequestSchema,
  IssuedCertificate: issuedCertificateSchema,
  IssueRequest: issueRequestSchema,
  MinutedRecords: minutedRecordsSchema,
  Minutes: minutesSchema,
  Problem: problemSchema,
  Receipt: receiptSchema,
  RegisterCorrection: registerCorrectionSchema,
  RollUp: rollUpSchema,
  RollUpRow: rollUpRowSchema,
  DaySeal: daySealSchema,
  SealProof: sealProofSchema,
  SealedRecord: sealedRecordSchema,
  Session: sessionSchema,
  SignedDayReport: signedDayReportSchema,
  SharedDose: sharedDoseSchema,
  SharingReceipt: sharingReceiptSchema,
  SignedRecord: signedRecordSchema,
  VerificationBatch: verificationBatchSchema,
  VerificationBatchRequest: verificationBatchRequestSchema,
  VerificationRequest: verificationRequestSchema,
  VerificationResult: verificationResultSchema,
}

type Json = Readonly<Record<string, unknown>>

/** Each named schema as the generator writes it, in full. */
function written(): [name: string, schema: unknown][] {
  const app = new OpenAPIHono()
  for (const [name, schema] of Object.entries(named)) {
    const answer = { description: name, content: { 'application/json': { schema } } }
    app.openAPIRegistry.registerPath({
      method: 'get',
      path: `/${name}`,
      responses: { 200: answer },
    })
  }
  const info = { title: 'components', version: '1' }
  const { paths = {} } = app.getOpenAPI31Document({ openapi: '3.1.0', info })
  return Object.keys(named).map((name) => {
    const { responses } = (paths[`/${name}`] as { get: { responses: Json } }).get
    const answer = responses['200'] as { content: Record<string, { schema: unknown }> }
    return [name, answer.content['application/json']?.schema]
  })
}

/** A value with everything in it that is a named schema as a reference to it. */
function referring(value: unknown, names: ReadonlyMap<string, string>, within?: string): unknown {
  if (typeof value !== 'object' || value === null) return value
  const name = names.get(JSON.stringify(value))
  if (name !== undefined && name !== within) return { $ref: `#/components/schemas/${name}` }
  if (Array.isArray(value)) return value.map((item) => referring(item, names))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, referring(item, names)]),
  )
}

/** The paths of a document with its named schemas as references, and those schemas. */
export function withNamedSchemas(paths: object): { paths: object; schemas: object } {
  const schemas = written()
  const names = new Map(schemas.map(([name, schema]) => [JSON.stringify(schema), name]))
  return {
    paths: referring(paths, names) as object,
    schemas: Object.fromEntries(
      schemas.map(([name, schema]) => [name, referring(schema, names, name)]),
    ),
  }
}
