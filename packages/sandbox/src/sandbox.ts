import type { Facility } from '@tiemchung/schemas'
import type { RenewalPolicy, TimestampTrust } from '@tiemchung/signing'
import type { SeededAccount } from './account/accounts.js'
import type { Authority } from './authority/authority.js'
import type { Faults } from './fault/faults.js'
import type { SigningProviders } from './provider/provider.js'
import type { RegisteredPerson } from './registry/register.js'
import type { WebhookDeliveries } from './webhook/deliver.js'

/** Where a sandbox keeps its data. */
export type SandboxDatabase =
  | 'memory'
  | { readonly folder: string }
  /** A PostgreSQL server. */
  | { readonly url: string }

/** How a sandbox is made. */
export interface SandboxOptions {
  /** Default: in memory. */
  readonly database?: SandboxDatabase
  /** The instant at which its clock begins; it runs on from there. Default: now. */
  readonly at?: Date
  readonly facilities?: readonly Facility[]
  /** Who is in the population register at first. Default: a few invented people. */
  readonly people?: readonly RegisteredPerson[]
  /** How often a batch of verifications is pending before it is done. Default 1. */
  readonly batchPolls?: number
  /** Whole days for which an answer of the register is held. No text that could be read says how many. Default 30. */
  readonly holdDays?: number
  /** One-time codes that are sent to a phone, and to an account, within an hour. Default 30 each. */
  readonly codeLimits?: { readonly perPhone?: number; readonly perAccount?: number }
  /**
   * Wrong passwords for one name, whether it is an account or not, and the minutes after which they are forgotten.
   * Default 10 in 15 minutes.
   */
  readonly passwordLimit?: { readonly tries?: number; readonly minutes?: number }
  /**
   * Requests of one account, or of one address without a session, within a minute of the sandbox's clock; more are
   * answered with 429 and `Retry-After`. Default 60,000, which nobody meets who does not mean to: set it low to see
   * what a client makes of it.
   */
  readonly requestsPerMinute?: number
  /** Whether the accounts have to change their passwords at the first log-in (9458/BYT-CNTT). Default: they have. */
  readonly freshAccounts?: boolean
  /** Origins such as `http://127.0.0.1:8000` whose pages may read its answers (CORS). Default: none. */
  readonly origins?: readonly string[]
  /** How long facility certificates live and when they are renewed. Default: `facilityRenewalPolicy`. */
  readonly renewal?: RenewalPolicy
  /**
   * Whose timestamps on records and day seals are believed. Default: nobody's, and when something was signed is the
   * signer's word.
   */
  readonly timestamps?: TimestampTrust
}

/** A text message that was sent. */
export interface SentMessage {
  readonly phone: string
  readonly account: string | null
  readonly purpose: string
  readonly text: string
}

/** A platform to develop against. Nothing in it is secret, and no key of it is to be trusted. */
export interface Sandbox {
  /** Speaks the whole HTTP API, in process. A server says from which address a request came. */
  fetch(request: Request, from?: { readonly address?: string }): Promise<Response>
  /** Moves the clock; it runs on from there. Undefined: the host's time again. */
  setClock(at: Date | undefined): void
  readonly faults: Faults
  /** Accounts of every role, with the passwords that were made at the first start. */
  readonly accounts: readonly SeededAccount[]
  readonly authority: Authority
  /** Remote signing services to develop against, below `/providers`. */
  readonly providers: SigningProviders
  /** Adds people to the population register. */
  addPeople(people: readonly RegisteredPerson[]): Promise<void>
  /** Text messages to a phone or an account, newest first. */
  messages(to: {
    readonly phone?: string
    readonly account?: string
  }): Promise<readonly SentMessage[]>
  /**
   * Sends what webhook endpoints are to be told by now, by the sandbox's clock; the command does so each second.
   * What does not arrive is due again later.
   */
  deliverWebhooks(): Promise<WebhookDeliveries>
  /** The OpenAPI 3.1 document of the platform. */
  openApi(): object
  close(): Promise<void>
}
