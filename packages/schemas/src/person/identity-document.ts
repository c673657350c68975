import * as z from 'zod'
import { personal } from '../text/sensitive.js'
import { personalNumberSchema } from './personal-number.js'

/**
 * A document that says who somebody is. `none` is a state of its own, so that nobody leaves the number
 * out without saying so.
 *
 * Kinds: `personal-number` is the 12-digit số định danh cá nhân (also on the CCCD card), `cmnd-9` and
 * `cmnd-12` the old cards, `military-8` the numbers of the forces, `passport` any country's.
 */
export const identityDocumentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('personal-number'),
    number: personalNumberSchema,
  }),
  z.strictObject({
    kind: z.literal('cmnd-9'),
    number: personal(z.string().regex(/^\d{9}$/, { error: 'schema.identity.cmnd-9' })),
  }),
  z.strictObject({
    kind: z.literal('cmnd-12'),
    number: personal(z.string().regex(/^\d{12}$/, { error: 'schema.identity.cmnd-12' })),
  }),
  z.strictObject({
    kind: z.literal('military-8'),
    number: personal(z.string().regex(/^\d{8}$/, { error: 'schema.identity.military-8' })),
  }),
  z.strictObject({
    kind: z.literal('passport'),
    number: personal(z.string().regex(/^[A-Z0-9]{5,20}$/, { error: 'schema.identity.passport' })),
    country: z.string().regex(/^[A-Z]{2}$/, { error: 'schema.country' }),
  }),
  z.strictObject({
    kind: z.literal('none'),
    reason: z.enum(['not-issued', 'not-presented', 'malformed']),
  }),
])

/** A value that {@link identityDocumentSchema} has read. */
export type IdentityDocument = z.infer<typeof identityDocumentSchema>
