import type { CivilDate } from '@tiemchung/core'
import type { Facility } from '@tiemchung/schemas'
import {
  type AdministrativeUnits,
  type CommuneConversion,
  convertAddress,
  convertProvince,
  levelsOn,
  periodOn,
} from '@tiemchung/schemas/units'

/** A facility of the list by which a day is rolled up. */
export interface ExpectedFacility extends Facility {
  /** Whether it vaccinates that day by the plan. Default true. */
  readonly vaccinating?: boolean
}

/** The units as they are on the day; without lists units have codes and no names. */
export interface Hierarchy {
  /** Names, and the communes of a day since 01/07/2025 to which addresses of before are brought. */
  readonly units?: AdministrativeUnits
  /** Which commune became which on 01/07/2025. */
  readonly conversion?: CommuneConversion
}

/** What is not known of a place or an owner. */
export const notKnown = 'unknown'

/** Where a facility is counted on a day. */
export interface Placement {
  /** `province`, `ministry-of-health`, or the branch: `defence`, `public-security`, `other`. */
  readonly line: string
  readonly owner: string
  /** Codes from the province down, as many as the day has levels; only of the line `province`. */
  readonly area: readonly string[]
  /** What could not be told; the facility is counted under `unknown`. */
  readonly open: readonly ('address' | 'owner')[]
}

function convertedArea(one: ExpectedFacility, asOf: CivilDate, date: CivilDate, on: Hierarchy) {
  const { province, district, commune } = one
  if (on.units !== undefined && on.conversion !== undefined) {
    const address = { province, commune, asOf, ...(district === undefined ? {} : { district }) }
    const found = convertAddress(address, on.conversion, on.units)
    if (found.status === 'one') return [found.address.province, found.address.commune]
  }
  const moved = convertProvince(province, asOf, date)
  const below = levelsOn(date)
    .slice(1)
    .map(() => notKnown)
  return [moved.status === 'one' ? moved.code : notKnown, ...below]
}

/** The codes of a facility's address as of the day, from the province down. */
function areaOf(one: ExpectedFacility, date: CivilDate, on: Hierarchy): readonly string[] {
  const { province, district, commune, asOf = date } = one
  const levels = levelsOn(date)
  if (levelsOn(asOf) !== levels) return convertedArea(one, asOf, date, on)
  return levels.length === 3 ? [province, district ?? notKnown, commune] : [province, commune]
}

/**
 * Where a facility is counted on a day: by its reporting line of that day, and in the line of the provinces by its
 * address in the codes of that day. One without any periods is taken to report to its province.
 */
export function placementOf(one: ExpectedFacility, date: CivilDate, on: Hierarchy): Placement {
  const period = periodOn(one, date)
  const isOwnerOpen = period === undefined && one.periods !== undefined
  const owner = period?.owner ?? notKnown
  const to = period?.reportsTo ?? { line: 'province' }
  if (isOwnerOpen) return { line: notKnown, owner, area: [], open: ['owner'] }
  if (to.line === 'ministry-or-branch') return { line: to.branch, owner, area: [], open: [] }
  if (to.line !== 'province') return { line: to.line, owner, area: [], open: [] }
  const area = areaOf(one, date, on)
  return { line: 'province', owner, area, open: area.includes(notKnown) ? ['address'] : [] }
}
