import * as z from 'zod'
import { lineSchema, partialDateSchema } from '../text/primitive.js'
import { nameSchema } from '../text/name.js'
import { personal } from '../text/sensitive.js'
import { addressSchema } from './address.js'
import { guardianSchema } from './guardian.js'
import { identityDocumentSchema } from './identity-document.js'
import { phoneSchema } from './phone.js'

/** Sex as civil documents state it (FHIR administrative gender). */
export const sexSchema = z.enum(['male', 'female', 'unknown'])

/** Somebody who is to be vaccinated. */
export const personSchema = z.strictObject({
  fullName: nameSchema,
  birthDate: personal(partialDateSchema),
  sex: sexSchema,
  /** Citizenship, ISO 3166-1 alpha-2. */
  nationality: z.string().regex(/^[A-Z]{2}$/, { error: 'schema.country' }),
  identityDocument: identityDocumentSchema,
  healthInsurance: personal(
    z.string().regex(/^([A-Z]{2}\d{13}|\d{10})$/, { error: 'schema.health-insurance' }),
  ).optional(),
  phone: phoneSchema.optional(),
  guardian: guardianSchema.optional(),
  /** Hộ khẩu thường trú: decides which police correct identity errors. */
  permanentResidence: addressSchema.optional(),
  currentResidence: addressSchema,
  /** School and class, or another place where the person is listed. */
  workplace: personal(lineSchema(200)).optional(),
  /** Code of `ethnicGroups`: 01 to 54, 55 for foreigners (Decision 121-TCTK/PPCĐ, 1979). */
  ethnicGroup: personal(
    z.string().regex(/^(0[1-9]|[1-4]\d|5[0-5])$/, { error: 'schema.ethnic-group' }),
  ).optional(),
  priorityGroup: z.int().min(1).max(16).optional(),
})

/** A value that {@link sexSchema} has read. */
export type Sex = z.infer<typeof sexSchema>
/** A value that {@link personSchema} has read. */
export type Person = z.infer<typeof personSchema>
