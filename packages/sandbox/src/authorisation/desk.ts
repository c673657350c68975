import type { Handler } from '@tiemchung/schemas'
import type { Role } from '@tiemchung/schemas/wire'
import type { Account } from '../account/accounts.js'
import { Problem } from '../problem.js'

/** Roles that handle feedback, and the level at which each does. */
const levels: Readonly<Partial<Record<Role, Handler['level']>>> = {
  'facility-staff': 'facility',
  'facility-head': 'facility',
  'commune-station': 'commune',
  'commune-police': 'police',
  'district-centre': 'district',
  'provincial-cdc': 'provincial-cdc',
  province: 'province',
  ministry: 'ministry',
}

/** The desk at which an account handles feedback. Units of two levels may have the same code. */
export function deskOf({ role, unit }: Account): Handler {
  const level = levels[role]
  if (level === undefined || unit === undefined) throw new Problem(403, 'platform.forbidden')
  return { level, unit }
}
