import * as z from 'zod'
import { facilityCodeSchema } from '../facility/facility.js'
import { civilDateSchema, decimalSchema, instantSchema, lineSchema } from '../text/primitive.js'

/** Product ids: brand and strength, because the strength decides who may have it: `comirnaty-10`. */
export const productIdSchema = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
  error: 'schema.product-id',
})

/** A dose that was given: vaccination facts, which the facility answers for. */
export const doseSchema = z.strictObject({
  number: z.int().min(1).max(9),
  date: civilDateSchema,
  product: productIdSchema,
  lot: lineSchema(40),
  /** The last day on which the lot may be used. */
  expiryDate: civilDateSchema.optional(),
  /** Millilitres as decimal text: `0.2`. */
  volumeMl: decimalSchema,
  site: z.enum(['left-arm', 'right-arm', 'left-thigh', 'right-thigh']),
  route: z.literal('intramuscular'),
  facility: facilityCodeSchema,
  /** Staff account of the person who vaccinated. */
  vaccinator: lineSchema(60),
  givenAt: instantSchema,
  /** The instant at which the thirty minutes of observation ended, when they were recorded. */
  observedUntil: instantSchema.optional(),
})

/** An earlier dose, as far as it is known. */
export const priorDoseSchema = z.strictObject({
  number: z.int().min(1).max(9),
  date: civilDateSchema,
  product: productIdSchema,
  lot: lineSchema(40).optional(),
  facility: facilityCodeSchema.optional(),
})

/** A value that {@link doseSchema} has read. */
export type Dose = z.infer<typeof doseSchema>
/** A value that {@link priorDoseSchema} has read. */
export type PriorDose = z.infer<typeof priorDoseSchema>
