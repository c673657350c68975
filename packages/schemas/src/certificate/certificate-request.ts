import * as z from 'zod'
import { productIdSchema } from '../record/dose.js'
import { civilDateSchema, lineSchema, partialDateSchema, uuidSchema } from '../text/primitive.js'
import { personal } from '../text/sensitive.js'

/**
 * What the central signer needs to issue a health certificate: the eleven fields of Decision
 * 5772/QĐ-BYT (the certificate code is made when it is issued) and the records they rest on.
 */
export const certificateRequestSchema = z.strictObject({
  format: z.literal('certificate-request/1'),
  id: uuidSchema,
  /** Họ. */
  familyName: personal(lineSchema(80)),
  /** Chữ đệm và tên. */
  givenName: personal(lineSchema(80)).optional(),
  birthDate: personal(partialDateSchema),
  nationality: z.string().regex(/^[A-Z]{2}$/, { error: 'schema.country' }),
  /** SNOMED CT code of the disease: COVID-19 is 840539006. */
  disease: z.literal('840539006'),
  dosesReceived: z.int().min(1).max(9),
  /** Doses of the complete course. */
  courseDoses: z.int().min(1).max(9),
  vaccinationDate: civilDateSchema,
  doseNumber: z.int().min(1).max(9),
  product: productIdSchema,
  lot: lineSchema(40),
  /** The records that carry the doses, in order of dose. */
  recordIds: z.array(uuidSchema).min(1),
})

/** A value that {@link certificateRequestSchema} has read. */
export type CertificateRequest = z.infer<typeof certificateRequestSchema>
