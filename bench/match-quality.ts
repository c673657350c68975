/** Precision and recall over the labelled pairs: ours beside likeness of texts at the threshold that suits it best. */
import { compareNames, matchPerson, matchPolicy1815 } from '@tiemchung/identity/offline'
import { byKind, byLayer, markdownRow } from '../tests/names/confusion.js'
import { type LabelledPair, labelledPairs } from '../tests/names/labelled-pairs.fixture.js'
import { fuseLikeness, type Likeness, levenshteinLikeness, textOf } from './match.js'
import { installPeers } from './peers.js'

/** How a matcher did over pairs of whom the truth is known. */
export interface Quality {
  readonly matcher: string
  /** Of two people taken for one. */
  readonly wronglyMatched: number
  /** Of one person taken for two, or left open. */
  readonly missed: number
  readonly precision: number
  readonly recall: number
  readonly threshold?: number
}

const thousandths = (value: number) => Math.round(value * 1000) / 1000

function qualityOf(
  matcher: string,
  pairs: readonly LabelledPair[],
  matches: (index: number) => boolean,
): Quality {
  let [right, wrong, missed] = [0, 0, 0]
  for (const [index, { same }] of pairs.entries()) {
    const match = matches(index)
    if (match && same) right += 1
    else if (match) wrong += 1
    else if (same) missed += 1
  }
  const precision = thousandths(right / Math.max(right + wrong, 1))
  const recall = thousandths(right / Math.max(right + missed, 1))
  return { matcher, wronglyMatched: wrong, missed, precision, recall }
}

const harmonic = ({ precision, recall }: Quality) =>
  (2 * precision * recall) / Math.max(precision + recall, Number.EPSILON)

/** A likeness at the hundredth at which precision and recall are best together, and at the least that is never wrong. */
function atItsBest(
  matcher: string,
  pairs: readonly LabelledPair[],
  likeness: Likeness,
  textIn: (facts: LabelledPair['claimed']) => string,
): readonly Quality[] {
  const values = pairs.map(({ claimed, registered }) =>
    likeness(textIn(claimed), textIn(registered)),
  )
  const all = Array.from({ length: 101 }, (_, at) => {
    const threshold = at / 100
    return { ...qualityOf(matcher, pairs, (index) => (values[index] ?? 0) >= threshold), threshold }
  })
  const best = all.reduce((most, one) => (harmonic(one) > harmonic(most) ? one : most))
  const safe = all.find(({ wronglyMatched }) => wronglyMatched === 0)
  return safe === undefined ? [best] : [best, safe]
}

const nameText = ({ fullName }: LabelledPair['claimed']) =>
  fullName.normalize('NFC').toLocaleLowerCase('und')

function ofNames(pairs: readonly LabelledPair[], peers: readonly (readonly [string, Likeness])[]) {
  const agreements = pairs.map(({ claimed, registered }) =>
    compareNames(claimed.fullName, registered.fullName),
  )
  const layer = (name: string, accepted: readonly string[]) =>
    qualityOf(name, pairs, (index) => accepted.includes(agreements[index] ?? ''))
  return [
    layer('compareNames, exact', ['exact']),
    layer('compareNames, as the policy', ['exact', 'tone-position']),
    layer('compareNames, hints too', ['exact', 'tone-position', 'without-diacritics']),
    ...peers.flatMap(([name, likeness]) => atItsBest(name, pairs, likeness, nameText)),
  ]
}

function ofPersons(
  pairs: readonly LabelledPair[],
  peers: readonly (readonly [string, Likeness])[],
) {
  const verdicts = pairs.map(
    ({ claimed, registered }) => matchPerson(claimed, registered, matchPolicy1815).verdict,
  )
  const ours = (name: string, accepted: readonly string[]) =>
    qualityOf(name, pairs, (index) => accepted.includes(verdicts[index] ?? ''))
  return [
    ours('matchPerson, valid', ['valid']),
    ours('matchPerson, not invalid', ['valid', 'indeterminate']),
    ...peers.flatMap(([name, likeness]) => atItsBest(name, pairs, likeness, textOf)),
  ]
}

/** Names of two people that are not the same name: the truth of a name alone. */
const isAboutNames = ({ same, kind, claimed, registered }: LabelledPair) =>
  same ? claimed.fullName !== registered.fullName : /^(twin|sibling|one-mark-apart)$/.test(kind)

/** Both tables, or why there are no peers. */
export function matchQuality(): Readonly<Record<'names' | 'persons', readonly Quality[]>> | string {
  const lacking = installPeers('common')
  if (lacking !== undefined) return lacking
  const pairs = labelledPairs()
  const peers = [
    ['fastest-levenshtein', levenshteinLikeness()],
    ['fuse.js', fuseLikeness()],
  ] as const
  return { names: ofNames(pairs.filter(isAboutNames), peers), persons: ofPersons(pairs, peers) }
}

/** The tables as lines of a page. */
export function qualityLines(table: string, rows: readonly Quality[]): readonly string[] {
  return rows.map(({ matcher, threshold, precision, recall, wronglyMatched, missed }) => {
    const by = threshold === undefined ? 'rule' : `≥ ${threshold.toFixed(2)}`
    const shares = `${precision.toFixed(3)} | ${recall.toFixed(3)}`
    return `| \`${table}\` | \`${matcher}\` | ${by} | ${shares} | ${wronglyMatched} | ${missed} |`
  })
}

/** The confusion tables as lines of a page. */
export function confusionLines(): readonly string[] {
  const pairs = labelledPairs()
  return [...byLayer(pairs), ...byKind(pairs)].map(markdownRow)
}
