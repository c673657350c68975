import * as z from 'zod'
import { instantSchema, lineSchema, uuidSchema } from '../text/primitive.js'
import { personal } from '../text/sensitive.js'

/** Roles of accounts. Accounts are personal (9458/BYT-CNTT). */
export const roleSchema = z.enum([
  'citizen',
  'facility-staff',
  'facility-head',
  'commune-station',
  'commune-police',
  'commune-chair',
  'district-centre',
  'provincial-cdc',
  'province',
  'ministry',
  'central-signer',
])

/** The first step of logging in. */
export const logInSchema = z.strictObject({
  account: lineSchema(60),
  password: personal(z.string().min(8).max(200)),
})

/** A one-time code was sent to the account's phone. */
export const challengeSchema = z.strictObject({ challengeId: uuidSchema })

/** The second step: the one-time code. */
export const answerChallengeSchema = z.strictObject({
  code: personal(z.string().regex(/^\d{6}$/, { error: 'schema.one-time-code' })),
})

/** Who is logged in, and until when. */
export const sessionSchema = z.strictObject({
  accessToken: personal(z.string()),
  refreshToken: personal(z.string()),
  expiresAt: instantSchema,
  account: lineSchema(60),
  role: roleSchema,
  /** Facility code or administrative code of the account's unit; absent for citizens. */
  unit: z.string().optional(),
  /** The account has the password that it was made with: the session can do nothing but change it. */
  mustChangePassword: z.literal(true).optional(),
})

/** The password that an account has, and the one that it is to have. */
export const changePasswordSchema = z.strictObject({
  current: personal(z.string().min(8).max(200)),
  /** At least twelve characters. How many 9458/BYT-CNTT wants could not be read: an assumption. */
  next: personal(z.string().min(12).max(200)),
})

/** The password was changed. */
export const passwordChangedSchema = z.strictObject({
  account: lineSchema(60),
  at: instantSchema,
})

/** Asks for a new access token. */
export const refreshSchema = z.strictObject({ refreshToken: personal(z.string()) })

/** A value that {@link roleSchema} has read. */
export type Role = z.infer<typeof roleSchema>
/** A value that {@link sessionSchema} has read. */
export type Session = z.infer<typeof sessionSchema>
