import type { Ledger, LedgerStage } from '@tiemchung/clinic'
import { type Language, word } from './words.js'

/** A stage of the demo's table; the last ones come from the platform. */
export type Row = Pick<LedgerStage, 'count' | 'parts'> & { readonly id: string }

/** The stages of several facilities added up, with what the platform issued behind them. */
export function addUp(ledgers: readonly Ledger[], issued: number): readonly Row[] {
  const [first] = ledgers
  const rows = (first?.stages ?? []).map(({ id }): Row => {
    const counts = new Map<string, number>()
    let count = 0
    for (const ledger of ledgers) {
      const stage = ledger.stages.find((one) => one.id === id)
      count += stage?.count ?? 0
      for (const part of stage?.parts ?? []) {
        counts.set(part.id, (counts.get(part.id) ?? 0) + part.count)
      }
    }
    return { id, count, parts: [...counts].map(([part, sum]) => ({ id: part, count: sum })) }
  })
  const acknowledged = rows.at(-1)?.parts[0]?.count ?? 0
  const parts = [
    { id: 'issued', count: issued },
    { id: 'course-incomplete', count: acknowledged - issued },
  ]
  return [...rows, { id: 'acknowledged', count: acknowledged, parts }]
}

/** Rows whose parts do not add up, or that do not begin where the one before went on. */
export function faultsOf(rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row, index) => {
    const sum = row.parts.reduce((total, part) => total + part.count, 0)
    const before = rows[index - 1]?.parts[0]?.count
    return [
      ...(sum === row.count ? [] : [`${row.id}: ${sum} of ${row.count}`]),
      ...(before === undefined || before === row.count ? [] : [`${row.id}: not carried`]),
    ]
  })
}

/** The table as text: each stage, and what it divides into. */
export function ledgerTable(rows: readonly Row[], language: Language): string {
  return rows
    .map(({ id, count, parts }) => {
      const list = parts
        .filter((part, index) => index === 0 || part.count > 0)
        .map((part) => `${word(part.id, language)} ${part.count}`)
      return `${word(id, language).padEnd(26)} ${String(count).padStart(6)} = ${list.join(' + ')}`
    })
    .join('\n')
}
