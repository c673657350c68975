/** A row of the table: a stage or a kind, and the classes that it divides into. */
export interface Row {
  readonly id: string
  readonly count: number
  /** Disjoint; they add up to `count`. Where rows follow each other, the first part is the next row. */
  readonly parts: readonly { readonly id: string; readonly count: number }[]
}

/** Counts words into a row: the given first ones always and in order, the others by how many. */
export function rowOf(id: string, first: readonly string[], words: readonly string[]): Row {
  const counts = new Map<string, number>(first.map((word) => [word, 0]))
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const rest = [...counts]
    .filter(([word]) => !first.includes(word))
    .sort(([left, one], [right, other]) => other - one || (left < right ? -1 : 1))
  const parts = [...first.map((word): [string, number] => [word, counts.get(word) ?? 0]), ...rest]
  return { id, count: words.length, parts: parts.map(([part, count]) => ({ id: part, count })) }
}

/** Rows whose parts do not add up. */
export function sumFaults(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ id, count, parts }) => {
    const sum = parts.reduce((total, part) => total + part.count, 0)
    return sum === count ? [] : [`${id}: ${sum} of ${count}`]
  })
}

/** Rows that do not begin with what the row before handed on. */
export function carryFaults(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ id, count }, index) => {
    const before = rows[index - 1]?.parts[0]?.count
    return before === undefined || before === count ? [] : [`${id}: ${count}, carried ${before}`]
  })
}
