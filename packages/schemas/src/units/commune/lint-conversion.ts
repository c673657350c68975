import { type Issue, issue, type Path } from '@tiemchung/core'
import { unitErrors } from '../../errors/units.js'
import type { AdministrativeUnits } from '../list/administrative-unit.js'
import { mayBecome } from '../province/becomes.js'
import type { CommuneConversion } from './commune-conversion.js'

/** The list that the old codes are of, and the one that the new codes are of. */
export interface ConvertedLists {
  readonly before: AdministrativeUnits
  readonly after: AdministrativeUnits
}

function provinceOf(units: AdministrativeUnits, code: string): string | undefined {
  const unit = units.find(code)
  if (unit === undefined || unit.parent === null) return unit?.code
  return provinceOf(units, unit.parent)
}

function communesOf(units: AdministrativeUnits, under: string | null = null): readonly string[] {
  return units
    .childrenOf(under)
    .flatMap(({ code, level }) => (level === 'commune' ? [code] : communesOf(units, code)))
}

/**
 * Where a table of communes disagrees with the lists of units: an old commune that is missing, codes that the lists do
 * not have, a new commune in a province that the old one did not become part of. No issue means that every commune of
 * the old list has its place in the new one, and not that it is the right one.
 */
export function lintCommuneConversion(
  { communes }: CommuneConversion,
  { before, after }: ConvertedLists,
): readonly Issue[] {
  const issues: Issue[] = []
  let row = 0
  for (const [old, news] of communes) {
    const path: Path = ['communes', row++]
    const province = before.find(old)?.level === 'commune' ? provinceOf(before, old) : undefined
    if (province === undefined)
      issues.push(issue(unitErrors, 'units.conversion.old-unknown', { path }))
    for (const code of news) {
      const now = after.find(code)?.level === 'commune' ? provinceOf(after, code) : undefined
      if (now === undefined)
        issues.push(issue(unitErrors, 'units.conversion.new-unknown', { path }))
      else if (province !== undefined && !mayBecome(province, now)) {
        issues.push(issue(unitErrors, 'units.conversion.province', { path }))
      }
    }
  }
  const count = communesOf(before).filter((code) => !communes.has(code)).length
  if (count > 0) issues.push(issue(unitErrors, 'units.conversion.missing', { params: { count } }))
  return issues
}
