/** A JSON document whose members are looked at by name. */
export interface Loose {
  [name: string]: unknown
}

/** Truth file, claims of the demo, and the platform's tables by name. */
export interface RecountedDay {
  truth: Loose
  claims: Loose
  platform: Record<string, Loose[]>
}

export type Expect = (what: string, wanted: unknown, found: unknown) => void

export function ledgerOfFaults(): { readonly faults: string[]; readonly expect: Expect }

export function compare(day: RecountedDay): {
  readonly faults: readonly string[]
  readonly compared: number
  readonly children: number
}
