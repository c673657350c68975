import {
  type CivilDate,
  isCivilDate,
  isPartialDate,
  isUuid,
  type PartialDate,
  type Uuid,
} from '@tiemchung/core'
import * as z from 'zod'
import { hasDay } from './has-day.js'

/**
 * A string schema whose output carries a brand of core. Only the type changes: it stays a plain string
 * schema, so that JSON Schema and OpenAPI can be written from it.
 */
function branded<Brand extends string>(schema: z.ZodString): z.ZodType<Brand, string> {
  return schema as unknown as z.ZodType<Brand, string>
}

/** A day in Viet Nam, `YYYY-MM-DD`, that exists. */
export const civilDateSchema = branded<CivilDate>(
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'parse.civil-date', abort: true })
    .refine((text) => isCivilDate(text), { error: 'parse.civil-date' }),
)

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDateSchema = branded<PartialDate>(
  z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/, { error: 'parse.partial-date', abort: true })
    .refine((text) => isPartialDate(text), { error: 'parse.partial-date' }),
)

/** A point in time, RFC 3339 with its offset, in the years 1601 to 2599. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T/, { error: 'parse.instant', abort: true })
  .refine(hasDay, { error: 'parse.instant' })

/** A UUID in lower case. */
export const uuidSchema = branded<Uuid>(
  z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { error: 'parse.uuid', abort: true })
    .refine((text) => isUuid(text), { error: 'parse.uuid' }),
)

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it refuses
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
/** Half of a surrogate pair: no UTF-8 and no canonical JSON can hold it, so that it can be neither sent nor signed. */
const half = /\p{Cs}/u

/** One line of text: no control characters, no halves of characters, no blanks at the ends, NFC. */
export function lineSchema(longest: number): z.ZodString {
  return z
    .string()
    .min(1, { error: 'schema.text.empty' })
    .max(longest, { error: 'schema.text.too-long' })
    .refine((text) => !control.test(text), { error: 'schema.text.control' })
    .refine((text) => !half.test(text), { error: 'schema.text.half' })
    .refine((text) => text.trim() === text, { error: 'schema.text.blank-ends' })
    .refine((text) => text.normalize('NFC') === text, { error: 'schema.text.not-nfc' })
}

/** A decimal number as text, so that 0.20 ml is not rounded on its way: `0.2`. */
export const decimalSchema = z.string().regex(/^(0|[1-9]\d{0,3})(\.\d{1,3})?$/, {
  error: 'schema.decimal',
})

/** SHA-256 in lower-case hex. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, { error: 'schema.hash' })
