import type { RenewalPolicy, TimestampTrust } from '@tiemchung/signing'
import type { CodeLimits, PasswordLimit } from './account/limits.js'
import type { RequestLimit } from './app/request-limit.js'
import type { Authority } from './authority/authority.js'
import type { FacilityIssuer } from './authority/facility-issuer.js'
import type { FacilityLists } from './authority/facility-lists.js'
import type { Database } from './database/database.js'
import type { Faults } from './fault/faults.js'
import type { SandboxWorld } from './world.js'

/** Everything that a route works with. */
export interface Services {
  readonly database: Database
  readonly world: SandboxWorld
  readonly authority: Authority
  readonly issuer: FacilityIssuer
  readonly lists: FacilityLists
  /** How long facility certificates live, and when and how they are renewed. */
  readonly renewal: RenewalPolicy
  /** Whose timestamps are believed; undefined: nobody's. */
  readonly timestamps: TimestampTrust | undefined
  readonly faults: Faults
  /** How often a batch is pending before it is done. */
  readonly batchPolls: number
  /** Whole days from an answer of the register on, after which it is forgotten. */
  readonly holdDays: number
  /** How many one-time codes are sent within an hour. */
  readonly codeLimits: CodeLimits
  /** How many wrong passwords a name may meet. */
  readonly passwordLimit: PasswordLimit
  /** Counts what callers ask. */
  readonly requests: RequestLimit
}
