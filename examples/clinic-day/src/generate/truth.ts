/**
 * What is true of each child, decided before any list is written. The independent recount reads this
 * and never our packages.
 */

export type IdentityClass =
  | 'correct'
  | 'wrong'
  | 'unverifiable'
  | 'no-number'
  | 'malformed-number'
  | 'foreign'

/** Which answer the policies give today, by how the child was made. */
export type EligibilityClass =
  | 'eligible'
  | 'tooYoung'
  | 'handedOver'
  | 'needsConsent'
  | 'consentRefused'
  | 'infected'
  | 'deferred'
  | 'contraindicated'
  | 'tooSoon'
  | 'complete'
  | 'unknownAge'

export type Attendance = 'given' | 'refused' | 'deferred' | 'absent'

export interface Facts {
  readonly fullName: string
  readonly birthDate: string
  readonly sex: 'male' | 'female'
  readonly number?: string
}

export interface TrueChild {
  /** Key of the child over all files. */
  readonly key: string
  readonly list: 'school' | 'kindergarten' | 'out-of-school'
  readonly group: string
  readonly facility: string
  readonly commune: string
  readonly facts: Facts
  /** What the list says; the same object as `facts` when the clerk made no slip. */
  readonly claimed: Facts
  /** What the population register says; absent when the child is not in it. */
  readonly registered?: Facts & { readonly unverifiable: boolean }
  readonly identity: IdentityClass
  readonly wrong?: { readonly field: string; readonly side: 'claim' | 'register' }
  readonly corrected: boolean
  readonly nationality: string
  readonly passport?: string
  readonly guardian?: {
    readonly fullName: string
    readonly relationship: string
    readonly phone: string
  }
  readonly consent: 'agreed' | 'refused' | 'none'
  readonly infection?: string
  readonly acuteDisease: boolean
  readonly anaphylaxis: boolean
  readonly doses: readonly {
    readonly date: string
    readonly product: string
    readonly lot: string
  }[]
  readonly eligibility: EligibilityClass
  readonly attendance?: Attendance
  readonly listedTwice: boolean
  /** What a parent reports later that day. */
  readonly feedback?: 'wrong-sex' | 'wrong-date'
}

/** Everything that the day starts from. */
export interface Truth {
  readonly seed: number
  readonly day: string
  readonly district: string
  readonly facilities: readonly {
    readonly code: string
    readonly name: string
    readonly canSign: boolean
    readonly role: 'signs' | 'minutes' | 'open' | 'finished' | 'silent' | 'resting'
  }[]
  readonly children: readonly TrueChild[]
}
