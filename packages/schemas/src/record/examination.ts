import * as z from 'zod'
import { lineSchema } from '../text/primitive.js'
import { personal } from '../text/sensitive.js'
import { screeningConclusions } from './screening.js'

/**
 * The rest of the screening form of 5002/QĐ-BYT beside its eight items: what was measured, and the
 * conclusion that whoever screened wrote down. The answers imply a conclusion too
 * (`concludeScreening`); a written one may be graver than that, never milder.
 */
export const examinationSchema = z.strictObject({
  /** Degrees Celsius as decimal text, 34 to 42.9. */
  temperature: personal(
    z.string().regex(/^(3[4-9]|4[0-2])(\.\d)?$/, { error: 'schema.temperature' }),
  ).optional(),
  /** Beats in a minute. */
  pulse: personal(z.int().min(30).max(250)).optional(),
  conclusion: personal(z.enum(screeningConclusions)).optional(),
  /** Staff account of the person who screened. */
  by: lineSchema(60).optional(),
})

/** A value that {@link examinationSchema} has read. */
export type Examination = z.infer<typeof examinationSchema>
