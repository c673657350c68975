import * as z from 'zod'
import { personal } from '../text/sensitive.js'

/**
 * A telephone number in national form, 0 and nine or ten digits, or in international form. Only the
 * outline is checked, as the platform's template asks ("at least 10 digits").
 */
export const phoneSchema = personal(
  z.string().regex(/^(0\d{9,10}|\+\d{8,15})$/, { error: 'schema.phone' }),
)
