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

/** What the desk types wrong: 2 ml for 0.2 ml, no lot, a day to come, the vial for the grown. */
export type EntrySlip = 'volume' | 'lot' | 'date' | 'product'

/** What the clerk who draws up the list types wrong, so that the row is refused. */
export type RowSlip = 'birth-date' | 'sex'

export interface Facts {
  readonly fullName: string
  readonly birthDate: string
  readonly sex: 'male' | 'female'
  readonly number?: string
}

export interface TrueChild {
  /** Key of the child over all files. */
  readonly key: string
  /** The workbook that the child stands in. */
  readonly list: string
  readonly group: string
  readonly facility: string
  /** Commune of permanent residence, whose police answers for the register. */
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
  /** What goes wrong when the dose is entered, and whether it is put right on the day. */
  readonly entry?: { readonly slip: EntrySlip; readonly corrected: boolean }
  readonly listedTwice: boolean
  /** The row is refused at the first import and handed in again. */
  readonly rowSlip?: RowSlip
  /** What a parent reports later that day. */
  readonly feedback?: 'wrong-sex' | 'wrong-date'
}

/** A facility of the district. `vaccinates`: by the district's plan; `silent`: it does, and nothing is heard. */
export interface TrueFacility {
  readonly code: string
  readonly name: string
  readonly canSign: boolean
  readonly ofCommune: boolean
  readonly plan: 'vaccinates' | 'silent' | 'rests'
}

/** Everything that the day starts from. */
export interface Truth {
  readonly seed: number
  readonly day: string
  readonly district: string
  readonly facilities: readonly TrueFacility[]
  /** The commune's children: those that the table follows. */
  readonly children: readonly TrueChild[]
  /** The few children of the neighbouring facilities' own days. */
  readonly neighbours: readonly TrueChild[]
}

/** The commune's children and the neighbours'. */
export const everybody = ({ children, neighbours }: Truth): readonly TrueChild[] => [
  ...children,
  ...neighbours,
]
