import type { CivilDate } from '@tiemchung/core'

/** What a notice says of a dose. No name, no number of a person. */
export interface DoseNotice {
  /** Address of the page with the form, https. */
  readonly page: string
  /** The random reference that the platform gave the dose. */
  readonly reference: string
  readonly doseNumber: number
  readonly date: CivilDate
  /** Against what: `COVID-19`. */
  readonly against: string
  /** Name of the facility. */
  readonly facility: string
  /** Where people may call; printed when given. */
  readonly hotline?: string
}
