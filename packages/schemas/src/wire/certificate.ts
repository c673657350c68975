import * as z from 'zod'
import { certificateRequestSchema } from '../certificate/certificate-request.js'
import { instantSchema, uuidSchema } from '../text/primitive.js'
import { personal } from '../text/sensitive.js'

/** Asks the central signer to issue, or to issue again: `PUT /v1/certificates/{id}`. */
export const issueRequestSchema = z.strictObject({
  request: certificateRequestSchema,
  /** PS256 is what the real Vietnamese sample has; ES256 makes a smaller QR code. */
  algorithm: z.enum(['ES256', 'PS256']),
  /** The certificate that this one replaces and that is revoked with it. */
  replaces: uuidSchema.optional(),
})

/** An issued health certificate. */
export const issuedCertificateSchema = z.strictObject({
  id: uuidSchema,
  /** `URN:UVCI:01:VN:…` */
  certificateId: z.string(),
  /** The text of the QR code, `HC1:…`. */
  text: personal(z.string()),
  issuedAt: instantSchema,
  expiresAt: instantSchema,
  recordIds: z.array(uuidSchema),
  revoked: z.boolean(),
})

/** A value that {@link issueRequestSchema} has read. */
export type IssueRequest = z.infer<typeof issueRequestSchema>
/** A value that {@link issuedCertificateSchema} has read. */
export type IssuedCertificate = z.infer<typeof issuedCertificateSchema>
