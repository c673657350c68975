import * as z from 'zod'
import { personal } from '../text/sensitive.js'

/** Số định danh cá nhân: 12 digits. What the digits say is for `@tiemchung/identity`. */
export const personalNumberSchema = personal(
  z.string().regex(/^\d{12}$/, { error: 'schema.identity.personal-number' }),
)
