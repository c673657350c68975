import * as z from 'zod'
import { facilityCodeSchema } from '../facility/facility.js'
import { personalNumberSchema } from '../person/personal-number.js'
import { doseSchema } from '../record/dose.js'
import { instantSchema, sha256Schema, uuidSchema } from '../text/primitive.js'

/**
 * A dose on its way into the population database (1815/BYT-CNTT orders data into both): whose it is, by
 * the personal number alone, and what was given. No name, no guardian, no screening: the register has the
 * person, and the rest is not its affair.
 */
export const sharedDoseSchema = z.strictObject({
  format: z.literal('shared-dose/1'),
  /** The record's id: the same dose has the same id, however often it is sent. */
  id: uuidSchema,
  number: personalNumberSchema,
  dose: doseSchema.pick({ number: true, date: true, product: true, lot: true }),
  facility: facilityCodeSchema,
  /** The record that this one amends: its dose no longer stands. */
  replaces: uuidSchema.optional(),
})

/**
 * The register's own acknowledgement. `unknown-person`: it has nobody by that number, and nothing was
 * taken; once the number is corrected the dose is sent again.
 */
export const sharingReceiptSchema = z.strictObject({
  id: uuidSchema,
  state: z.enum(['taken', 'unknown-person']),
  receivedAt: instantSchema,
  /** SHA-256 of the canonical JSON of the dose as received. */
  hash: sha256Schema,
})

/** A value that {@link sharedDoseSchema} has read. */
export type SharedDose = z.infer<typeof sharedDoseSchema>
/** A value that {@link sharingReceiptSchema} has read. */
export type SharingReceipt = z.infer<typeof sharingReceiptSchema>
