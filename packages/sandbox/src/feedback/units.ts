/** The units that handle feedback, as the list of facilities has them. */
import type { Facility, Handler } from '@tiemchung/schemas'
import type { Queryable } from '../database/database.js'

/** A unit and the one above it. */
export interface Unit extends Handler {
  readonly name: string
  readonly parent?: Handler
}

export const ministry: Handler = { level: 'ministry', unit: 'BYT' }

const keyOf = ({ level, unit }: Handler): string => `${level} ${unit}`

/** A facility, and the units that are there because it is. Since 01/07/2025 there may be no district. */
function around({ code, name, province, district, commune }: Facility): Unit[] {
  const top: Handler = { level: 'province', unit: province }
  const centre: Handler = { level: 'district', unit: `${province}${district ?? ''}` }
  const parent = district === undefined ? top : centre
  return [
    { ...ministry, name: 'Bộ Y tế' },
    { ...top, name: `Sở Y tế ${province}`, parent: ministry },
    { level: 'provincial-cdc', unit: province, name: `CDC ${province}`, parent: top },
    ...(district === undefined
      ? []
      : [{ ...centre, name: `Trung tâm Y tế ${centre.unit}`, parent: top }]),
    { level: 'commune', unit: commune, name: `Trạm Y tế ${commune}`, parent },
    { level: 'police', unit: commune, name: `Công an ${commune}`, parent },
    { level: 'facility', unit: code, name, parent },
  ]
}

/** Every unit that there is. */
export async function unitsOf(database: Queryable): Promise<readonly Unit[]> {
  const rows = await database.query<{ body: Facility }>('select body from facility order by code')
  const units = new Map<string, Unit>([[keyOf(ministry), { ...ministry, name: 'Bộ Y tế' }]])
  for (const unit of rows.flatMap(({ body }) => around(body))) {
    if (!units.has(keyOf(unit))) units.set(keyOf(unit), unit)
  }
  return [...units.values()]
}

/** A unit of a list and all below it. */
export function unitsBelow(units: readonly Unit[], top: Handler): readonly Unit[] {
  const known = new Set([keyOf(top)])
  for (let size = 0; size < known.size; ) {
    size = known.size
    for (const unit of units) {
      if (unit.parent !== undefined && known.has(keyOf(unit.parent))) known.add(keyOf(unit))
    }
  }
  return units.filter((unit) => known.has(keyOf(unit)))
}

/** Whether there is such a unit. */
export const isUnit = (units: readonly Unit[], desk: Handler): boolean =>
  units.some((unit) => keyOf(unit) === keyOf(desk))
