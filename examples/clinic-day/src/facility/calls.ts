/** What a facility's process can be asked to do. Everything here travels as JSON between processes. */
import type { DrainResult, Ledger, ListedChild } from '@tiemchung/clinic'
import type { DayReport, HandOverDocument, MatchField } from '@tiemchung/schemas/wire'
import type { IdentityStatus } from '@tiemchung/schemas'
import type { Language } from '../show/words.js'

/** A facility as its own process knows it. */
export interface FacilityStart {
  readonly out: string
  readonly code: string
  readonly canSign: boolean
  readonly district: string
  readonly date: string
  readonly at: string
  readonly language: Language
  readonly address: string
  readonly account: { readonly name: string; readonly password: string }
}

/** What the register answered about a child. */
export interface IdentityFinding {
  readonly key: string
  readonly status: IdentityStatus
  /** The fields that the register has otherwise. */
  readonly fields: readonly MatchField[]
}

/** A list that goes to one office: whose it is, and which children are on it. */
export interface HandedOver {
  readonly to: HandOverDocument['to']
  readonly unit: string
  readonly children: readonly string[]
}

/** A dose that was entered, and what the desk was told of it. */
export interface EntryFinding {
  readonly key: string
  readonly codes: readonly string[]
  readonly corrected: boolean
}

/** An amendment of a sealed record. */
export interface Amended {
  readonly key: string
  readonly firstRecordId: string
  readonly amendmentId: string
}

/** Where a child stands: the class of the ledger in which it stopped. */
export interface ChildStanding {
  readonly key: string
  /** Stage and class, such as `listed.tooSoon` or `signed.acknowledged`. */
  readonly at: string
  readonly firstRecordId?: string
  readonly doseNumber?: number
}

/** What a facility knows of its day. */
export interface Standing {
  readonly ledger: Ledger
  readonly children: readonly ChildStanding[]
}

/** A child's record as a parent is told of it. */
export interface RecordOfChild {
  readonly recordId: string
  readonly fullName: string
  readonly birthDate: string
  readonly doseNumber: number
}

/** Every call: what goes in and what comes out. */
export interface Calls {
  readonly setClock: { readonly input: string; readonly output: null }
  readonly list: { readonly input: readonly ListedChild[]; readonly output: number }
  readonly judge: { readonly input: null; readonly output: Readonly<Record<string, number>> }
  readonly match: { readonly input: null; readonly output: readonly IdentityFinding[] }
  readonly handOver: {
    /** What the register answered, for the class of each case. */
    readonly input: readonly IdentityFinding[]
    readonly output: readonly HandedOver[]
  }
  readonly takeBack: { readonly input: readonly string[]; readonly output: number }
  readonly correctClaims: { readonly input: null; readonly output: number }
  readonly give: { readonly input: null; readonly output: readonly EntryFinding[] }
  readonly seal: {
    readonly input: null
    readonly output: { readonly signed: number; readonly failed: number; readonly minuted: number }
  }
  readonly send: {
    /** So many acknowledgements after which the process dies; null: it lives. */
    readonly input: { readonly dieAfter: number | null }
    readonly output: DrainResult
  }
  readonly recordOf: { readonly input: string; readonly output: RecordOfChild | null }
  readonly amendSex: {
    readonly input: { readonly key: string; readonly feedbackId: string }
    readonly output: Amended
  }
  readonly report: { readonly input: null; readonly output: DayReport }
  readonly standing: { readonly input: null; readonly output: Standing }
  readonly close: { readonly input: null; readonly output: null }
}

export type CallName = keyof Calls

/** A call on its way to a facility. */
export interface Call {
  readonly call: number
  readonly name: CallName
  readonly input: unknown
}

/** What a facility says: the answer to a call, or how far it is. */
export type Said =
  | { readonly kind: 'answer'; readonly call: number; readonly output: unknown }
  | { readonly kind: 'failure'; readonly call: number; readonly message: string }
  | {
      readonly kind: 'progress'
      readonly label: string
      readonly done: number
      readonly total: number
    }
