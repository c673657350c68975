import type { CivilDate } from '@tiemchung/core'
import type { UnitLevel } from '../level.js'
import type { AdministrativeUnit, AdministrativeUnits, NameQuery } from './administrative-unit.js'
import { foldUnitName, withoutMarks } from './fold-name.js'

type Names = ReadonlyMap<string, ReadonlySet<AdministrativeUnit>>
type Marks = 'needed' | 'ignored'

const keyOf = (level: UnitLevel, folded: string, marks: Marks): string =>
  `${level} ${marks === 'ignored' ? withoutMarks(folded) : folded}`

function namesOf(units: Iterable<AdministrativeUnit>, marks: Marks): Names {
  const names = new Map<string, Set<AdministrativeUnit>>()
  for (const unit of units) {
    const { whole, bare } = foldUnitName(unit.name)
    for (const folded of [whole, bare]) {
      const key = keyOf(unit.level, folded, marks)
      const known = names.get(key)
      if (known === undefined) names.set(key, new Set([unit]))
      else known.add(unit)
    }
  }
  return names
}

function childrenIn(units: Iterable<AdministrativeUnit>) {
  const children = new Map<string | null, AdministrativeUnit[]>()
  for (const unit of units) {
    const siblings = children.get(unit.parent)
    if (siblings === undefined) children.set(unit.parent, [unit])
    else siblings.push(unit)
  }
  return children
}

/** What an index is made of: units that hang together. */
export interface UnitList {
  readonly from: CivilDate
  readonly to: CivilDate | null
  readonly levels: readonly UnitLevel[]
  readonly units: readonly AdministrativeUnit[]
}

/** An index of units that are known to be sound; names are indexed when the first is asked for. */
export function indexUnits({ from, to, levels, units }: UnitList): AdministrativeUnits {
  const sorted = [...units].sort((left, right) => (left.code < right.code ? -1 : 1))
  const byCode = new Map(sorted.map((unit) => [unit.code, Object.freeze(unit)]))
  const children = childrenIn(sorted)
  const names: Partial<Record<Marks, Names>> = {}
  const isWithin = (code: string, outer: string): boolean => {
    if (code === outer) return byCode.has(code)
    const parent = byCode.get(code)?.parent ?? null
    return parent !== null && isWithin(parent, outer)
  }
  const named = (name: string, { level, within, marks = 'needed' }: NameQuery) => {
    const index = (names[marks] ??= namesOf(sorted, marks))
    const { whole } = foldUnitName(name)
    const found = index.get(keyOf(level, whole, marks)) ?? []
    return [...found].filter(({ code }) => within === undefined || isWithin(code, within))
  }
  return Object.freeze({
    from,
    to,
    levels,
    find: (code: string) => byCode.get(code),
    childrenOf: (code: string | null) => [...(children.get(code) ?? [])],
    isWithin,
    named,
  })
}
