/** What a whole run came to: how often the two agreed, change by change, and what explained the rest. */
import type { Account } from '../long-run.js'
import type { Explanation } from './explained.js'
import type { Fault } from './faults/fault.js'
import type { Judged, Relation } from './judge.js'

type Counts = Readonly<Record<string, number>>

const relations: readonly (readonly [relation: Relation, says: string])[] = [
  ['both-accept', 'both accept'],
  ['both-refuse', 'both refuse'],
  ['only-we-refuse', 'only we refuse'],
  ['only-openssl-refuses', 'only openssl refuses'],
]

/** What a case adds to the counts. */
export function countsOf(fault: Fault, { relation, explanation }: Judged): Counts {
  const own = { [`${fault.id}/${relation}`]: 1 }
  return explanation === undefined ? own : { ...own, [`${fault.id}/explained`]: 1 }
}

const add = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

function rowOf(fault: Fault, counts: Counts): readonly string[] {
  const numbers = relations.map(([relation]) => counts[`${fault.id}/${relation}`] ?? 0)
  const explained = counts[`${fault.id}/explained`] ?? 0
  return [fault.id, fault.stands, ...[add(numbers), ...numbers, explained].map(String)]
}

function table(rows: readonly (readonly string[])[]): string[] {
  const [heading = []] = rows
  const widths = heading.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  )
}

/** An explanation at length. */
const told = ({ faults, difference, because, source }: Explanation): readonly string[] => [
  `${difference}: ${faults.join(', ')}`,
  `    ${because}`,
  `    ${source}`,
]

/** Explanations that explained nothing, change by change. */
function deadOf(explanations: readonly Explanation[], counts: Counts): readonly string[] {
  return explanations.flatMap(({ faults, difference, because }) =>
    faults
      .filter((id) => counts[`${id}/${difference}`] === undefined)
      .map((id) => `nothing to explain any more: ${difference}, ${id}: ${because}`),
  )
}

/** The account of a run by its counts. In a whole run, an explanation that explained nothing is a fault. */
export function accountOf(
  faults: readonly Fault[],
  explanations: readonly Explanation[],
): (counts: Counts, isWhole: boolean) => Account {
  return (counts, isWhole) => {
    const total = (relation: string) =>
      add(faults.map(({ id }) => counts[`${id}/${relation}`] ?? 0))
    const sums = relations.map(([relation, says]) => `${total(relation)} ${says}`)
    const heading = ['change', 'to be', 'cases', 'accept', 'refuse', 'we', 'openssl', 'explained']
    const used = explanations.filter(({ faults: ids, difference }) =>
      ids.some((id) => counts[`${id}/${difference}`] !== undefined),
    )
    const rows = faults
      .filter(({ id }) => relations.some(([relation]) => counts[`${id}/${relation}`] !== undefined))
      .map((fault) => rowOf(fault, counts))
    return {
      short: `${sums.join(', ')}, ${total('explained')} explained`,
      lines: rows.length === 0 ? [] : [...table([heading, ...rows]), '', ...used.flatMap(told)],
      faults: isWhole ? deadOf(explanations, counts) : [],
    }
  }
}
