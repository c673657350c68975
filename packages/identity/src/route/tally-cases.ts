import { type CaseClass, caseClasses, wrongClasses } from './case-class.js'

/** How many are in each class, and the totals that were published. */
export interface CaseTally {
  readonly classes: Readonly<Record<CaseClass, number>>
  readonly people: number
  readonly entered: number
  /** Entered and to be matched; foreigners with a passport are not. */
  readonly sent: number
  readonly withNumber: number
  readonly withoutOrMalformed: number
  readonly correct: number
  readonly wrong: number
  readonly unverified: number
}

const isWrong: ReadonlySet<CaseClass> = new Set<CaseClass>(wrongClasses)
const withoutNumber: ReadonlySet<CaseClass> = new Set<CaseClass>(['no-number', 'malformed-number'])
const neverSent: ReadonlySet<CaseClass> = new Set<CaseClass>([
  'not-entered',
  'not-required',
  'not-sent',
])

/** Counts a class towards each total by what the class is, so that the sums below can fail. */
function totalsOf(one: CaseClass, many: number) {
  const sent = !neverSent.has(one)
  const bare = withoutNumber.has(one)
  const when = (holds: boolean) => (holds ? many : 0)
  return {
    people: many,
    entered: when(one !== 'not-entered'),
    sent: when(sent),
    withNumber: when(sent && !bare),
    withoutOrMalformed: when(bare),
    correct: when(one === 'correct'),
    wrong: when(isWrong.has(one)),
    unverified: when(one === 'unverified'),
  }
}

type Totals = ReturnType<typeof totalsOf>

function add(left: Totals, right: Totals): Totals {
  const sums = Object.keys(left).map((key) => [
    key,
    left[key as keyof Totals] + right[key as keyof Totals],
  ])
  return Object.fromEntries(sums) as Totals
}

/** How many of each class there are. */
export function tallyCases(classes: Iterable<CaseClass>): CaseTally {
  const counts = Object.fromEntries(caseClasses.map((one) => [one, 0])) as Record<CaseClass, number>
  for (const one of classes) counts[one] += 1
  const totals = caseClasses.map((one) => totalsOf(one, counts[one]))
  return { classes: counts, ...totals.reduce(add) }
}

/**
 * The sums that do not hold, by name; empty is right. *sent = with number + without or malformed; with number
 * = correct + wrong + unverified*, and every class counted once (the figures of March and April 2022 add up
 * so).
 */
export function tallyFaults(tally: CaseTally): readonly string[] {
  const { classes, people, entered, sent, withNumber } = tally
  const sum = (some: Iterable<CaseClass>) =>
    [...some].reduce((total, one) => total + classes[one], 0)
  const sums: readonly (readonly [string, number, number])[] = [
    ['people', people, sum(caseClasses)],
    ['entered', entered, people - classes['not-entered']],
    ['sent-of-entered', sent, entered - classes['not-required'] - classes['not-sent']],
    ['sent', sent, withNumber + tally.withoutOrMalformed],
    ['with-number', withNumber, tally.correct + tally.wrong + tally.unverified],
    ['without-or-malformed', tally.withoutOrMalformed, sum(withoutNumber)],
    ['wrong', tally.wrong, sum(isWrong)],
  ]
  return sums.filter(([, whole, parts]) => whole !== parts).map(([name]) => name)
}
