import type { DayRollUp, RollUpUnit } from './roll-up.js'
import type { RollUpTally } from './roll-up-tally.js'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

function tallyFaults(name: string, one: RollUpTally): readonly string[] {
  const parts = one.finished + one.silent + sum(Object.values(one.open))
  return parts === one.vaccinating ? [] : [`${name}: parts`]
}

const numbers = ['vaccinating', 'finished', 'silent', 'dosesGiven', 'dosesAcknowledged'] as const

/** Whether rows make up the tally of what is above them. */
function sumFaults(
  name: string,
  above: RollUpTally,
  rows: readonly RollUpTally[],
): readonly string[] {
  const same = numbers.every((key) => sum(rows.map((row) => row[key])) === above[key])
  const reasons = new Set([
    ...Object.keys(above.open),
    ...rows.flatMap(({ open }) => Object.keys(open)),
  ])
  const alike = [...reasons].every(
    (reason) => sum(rows.map(({ open }) => open[reason] ?? 0)) === (above.open[reason] ?? 0),
  )
  return same && alike ? [] : [`${name}: sum`]
}

const keyOf = ({ within, code }: RollUpUnit): string => [...within, code].join(' ')

function areaFaults({ areas, lines, levels }: DayRollUp): readonly string[] {
  const below = new Map<string, RollUpUnit[]>()
  for (const one of areas) {
    const key = one.within.join(' ')
    below.set(key, [...(below.get(key) ?? []), one])
  }
  const line = lines.find(({ code }) => code === 'province')
  const top = line === undefined ? [] : sumFaults('provinces', line, below.get('') ?? [])
  const last = levels.at(-1)
  const inner = areas
    .filter(({ level }) => level !== last)
    .flatMap((one) => sumFaults(`${one.level} ${one.code}`, one, below.get(keyOf(one)) ?? []))
  return [...top, ...inner]
}

/**
 * What of a roll-up does not add up; empty is right. Every row is finished + every reason + silent; lines and owners make
 * up the total, provinces their line, and units what is above them.
 */
export function rollUpFaults(one: DayRollUp): readonly string[] {
  const { total, lines, owners, areas, open } = one
  const left = total.vaccinating - total.finished
  return [
    ...tallyFaults('total', total),
    ...[...lines, ...owners, ...areas].flatMap((row) =>
      tallyFaults(`${row.level} ${row.code}`, row),
    ),
    ...sumFaults('lines', total, lines),
    ...sumFaults('owners', total, owners),
    ...areaFaults(one),
    ...(open.length === left ? [] : ['open: facilities']),
  ]
}
