/**
 * How the matcher judges pairs of whom the truth is known: by layer of each field, by kind of pair. `npm run bench
 * match-quality` prints the rows.
 */
import { matchPerson, matchPolicy1815 } from '@tiemchung/identity/offline'
import type { LabelledPair } from './labelled-pairs.fixture.js'

/** A layer or kind → how often, by truth. */
export interface Row {
  readonly label: string
  readonly counts: readonly number[]
}

/** What each field may say, strictest first: `passed` layers are matches of the policy. */
const layers = [
  'number passed',
  'number passed older-number',
  'number unknown no-number',
  'number failed differs',
  'name passed exact',
  'name passed tone-position',
  'name failed without-diacritics',
  'name failed different',
  'birth-date passed exact',
  'birth-date unknown partial',
  'birth-date failed differs',
  'sex passed',
  'sex unknown not-stated',
  'sex failed differs',
  'verdict valid',
  'verdict indeterminate',
  'verdict invalid',
] as const

function saysOf({ claimed, registered }: LabelledPair): readonly string[] {
  const { verdict, checks } = matchPerson(claimed, registered, matchPolicy1815)
  const fields = checks.map(({ id, status, reason, params }) =>
    [id.replace('identity.', ''), status, reason ?? params?.['by']].filter(Boolean).join(' '),
  )
  return [...fields, `verdict ${verdict}`]
}

/** Each layer with the pairs of one person and of two that came to it. */
export function byLayer(pairs: readonly LabelledPair[]): readonly Row[] {
  const counts = new Map<string, [same: number, different: number]>(
    layers.map((layer) => [layer, [0, 0]]),
  )
  for (const pair of pairs) {
    for (const layer of saysOf(pair)) {
      const count = counts.get(layer)
      if (count === undefined) throw new Error(`no layer ${layer}`)
      count[pair.same ? 0 : 1] += 1
    }
  }
  return [...counts].map(([label, count]) => ({ label, counts: count }))
}

/** Each kind of pair, with what it was judged: valid, indeterminate, invalid; and of these, name as a hint. */
export function byKind(pairs: readonly LabelledPair[]): readonly Row[] {
  const columns = ['verdict valid', 'verdict indeterminate', 'verdict invalid', layers[6]]
  const kinds = new Map<string, number[]>()
  for (const pair of pairs) {
    const says = saysOf(pair)
    const label = `${pair.same ? 'same' : 'different'} ${pair.kind}`
    const counts = kinds.get(label) ?? columns.map(() => 0)
    kinds.set(label, counts)
    for (const [at, column] of columns.entries())
      if (says.includes(column)) counts[at] = (counts[at] ?? 0) + 1
  }
  return [...kinds].map(([label, counts]) => ({ label, counts }))
}

const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ' ')

/** A row of a table in a page. */
export const markdownRow = ({ label, counts }: Row): string =>
  `| \`${label.replace(' ', '` | `')}\` | ${counts.map(grouped).join(' | ')} |`
