import type { CivilDate } from '@tiemchung/core'
import type { UnitLevel } from '../level.js'

/** A province, district or commune of one list. */
export interface AdministrativeUnit {
  /** 2, 3 or 5 digits: the length says the level. */
  readonly code: string
  /** With its kind: `Quận Ba Đình`. */
  readonly name: string
  readonly level: UnitLevel
  /** Code of the unit it belongs to; null for a province. */
  readonly parent: string | null
}

/** How a name is looked for. */
export interface NameQuery {
  readonly level: UnitLevel
  /** Code of the unit that it must lie in: its parent, or a province above that. Absent: anywhere. */
  readonly within?: string
  /** `ignored` finds `ha noi` too, and more that is not meant. Default `needed`. */
  readonly marks?: 'needed' | 'ignored'
}

/** The administrative units of a period. Nothing in it changes. */
export interface AdministrativeUnits {
  /** The day the list is of. */
  readonly from: CivilDate
  /** Last day for which the list may be used; null for no end. */
  readonly to: CivilDate | null
  readonly levels: readonly UnitLevel[]
  /** The unit of a code. */
  find(code: string): AdministrativeUnit | undefined
  /** The units right below a unit, in the order of their codes; all provinces for null. */
  childrenOf(code: string | null): readonly AdministrativeUnit[]
  /** Whether a unit is the other or lies in it. */
  isWithin(code: string, outer: string): boolean
  /**
   * Every unit of that name, with its kind or without: `Quận 1`, `q.1`, `Ba Đình`. More than one is a question to
   * somebody, such as a town and a district of one name.
   */
  named(name: string, query: NameQuery): readonly AdministrativeUnit[]
}
