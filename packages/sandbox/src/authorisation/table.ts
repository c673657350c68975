import type { Role } from '@tiemchung/schemas/wire'

/**
 * Whose data a caller may act on.
 *
 * - `any`: everybody's.
 * - `own-facility`, `own-commune`: of their unit; `own-district`, `own-province`: of facilities below it.
 * - `own-desk`: items that are with their desk, or that it may take; `own-and-below`: also those of the desks
 *   below it, to read.
 * - `own-request`: what their account asked for; `own-account`: their account.
 * - `own-item`: of the item whose reference and phone, or one-time code, they have.
 */
export type Whose =
  | 'any'
  | 'own-facility'
  | 'own-commune'
  | 'own-district'
  | 'own-province'
  | 'own-desk'
  | 'own-and-below'
  | 'own-request'
  | 'own-account'
  | 'own-item'

/** Who may do one action, and on whose data. `public`: without a session. Who is not named may not. */
export type Row = Readonly<Partial<Record<Role | 'public', Whose>>>

const facility = { 'facility-staff': 'own-facility', 'facility-head': 'own-facility' } as const

const askers = {
  'facility-staff': 'any',
  'facility-head': 'any',
  'commune-station': 'any',
  'district-centre': 'any',
  province: 'any',
} as const

const desks = {
  'facility-staff': 'own-desk',
  'facility-head': 'own-desk',
  'commune-station': 'own-desk',
  'commune-police': 'own-desk',
  'district-centre': 'own-desk',
  'provincial-cdc': 'own-desk',
  province: 'own-desk',
  ministry: 'own-desk',
} as const

const everybody = {
  citizen: 'own-account',
  'facility-staff': 'own-account',
  'facility-head': 'own-account',
  'commune-station': 'own-account',
  'commune-police': 'own-account',
  'commune-chair': 'own-account',
  'district-centre': 'own-account',
  'provincial-cdc': 'own-account',
  province: 'own-account',
  ministry: 'own-account',
  'central-signer': 'own-account',
} as const

const readers = {
  'facility-staff': 'own-desk',
  'facility-head': 'own-desk',
  'commune-station': 'own-desk',
  'commune-police': 'own-desk',
  'district-centre': 'own-and-below',
  'provincial-cdc': 'own-desk',
  province: 'own-and-below',
  ministry: 'any',
} as const

const batches = {
  'facility-staff': 'own-request',
  'facility-head': 'own-request',
  'commune-station': 'own-request',
  'district-centre': 'own-request',
  province: 'own-request',
} as const

/** Role by action: whose data. The one place that says who may do what; the app keeps to it in `app/operation.ts`. */
export const table = {
  'session.open': { public: 'any' },
  'account.change-password': everybody,
  'audit.read': { ministry: 'any' },
  'identity.verify': askers,
  'identity.batch': batches,
  'register.correct': { 'commune-police': 'any' },
  'register.share': { ministry: 'any', province: 'any' },
  'record.submit': facility,
  'record.read': facility,
  'record.minute': { ...facility, 'commune-chair': 'own-commune' },
  'certificate.issue': { 'central-signer': 'any' },
  'certificate.revoke': { 'central-signer': 'any' },
  'certificate.read': { 'central-signer': 'any', ...facility, ministry: 'any' },
  'course.read': { 'central-signer': 'any' },
  'verifier-list.read': { public: 'any' },
  'facility-certificate.request': { 'facility-head': 'own-facility' },
  'facility-certificate.revoke': { 'facility-head': 'own-facility', ministry: 'any' },
  'facility-certificate.read': { ...facility, ministry: 'any' },
  'feedback.send': { public: 'any' },
  'feedback.own': { public: 'own-item' },
  'feedback.list': { ...readers, ministry: 'own-and-below' },
  'feedback.read': readers,
  'feedback.handle': desks,
  'evidence.send': { public: 'own-item', ...desks },
  'evidence.read': { public: 'own-item', ...desks },
  'feedback.watch': desks,
  'feedback.report': { ...readers, ministry: 'own-and-below' },
  'webhook.manage': desks,
  'notice.give': facility,
  'notice.read': { public: 'any' },
  'facility.read': { public: 'any' },
  'day.plan': { 'district-centre': 'own-district', province: 'own-province' },
  'day.report': facility,
  'day.read': {
    ...facility,
    'district-centre': 'own-district',
    province: 'own-province',
    ministry: 'any',
  },
  'day.roll-up': {
    'district-centre': 'own-district',
    province: 'own-province',
    ministry: 'any',
  },
} as const satisfies Readonly<Record<string, Row>>

/** What operations do, by the names that the table knows. */
export type Action = keyof typeof table

/** The row of an action. */
export const rowOf = (action: Action): Row => table[action]

/** Whether an action is open to callers without a session, and to them alone. */
export const isPublic = (action: Action): boolean =>
  Object.keys(rowOf(action)).every((role) => role === 'public')

/** The roles that need a session for an action. */
export const rolesOf = (action: Action): readonly Role[] =>
  Object.keys(rowOf(action)).filter((role) => role !== 'public') as Role[]
