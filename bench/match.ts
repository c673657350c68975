/** Matching of persons, and duplicates in a list of 100,000: ours, the floor and what compares texts by likeness. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { parsePartialDate } from '@tiemchung/core'
import { type IdentityFacts, matchPerson, matchPolicy1815 } from '@tiemchung/identity/offline'
import type { Bench } from './bench.js'
import type { Entrant } from './contest.js'
import { peer } from './peers.js'

const registered: IdentityFacts = {
  number: '001316000017',
  fullName: 'Nguyễn Thị Quỳnh Hoà',
  birthDate: parsePartialDate('2016-05-01'),
  sex: 'female',
}
const { number: _, ...withoutNumber } = registered
const agreeing: IdentityFacts = { ...registered, fullName: 'NGUYỄN THỊ QUỲNH HÒA' }
const open: IdentityFacts = {
  ...withoutNumber,
  birthDate: parsePartialDate('2016'),
  sex: 'unknown',
}

/** So many in a run, so that the clock costs nothing. */
const pairsOfRun = 1000

function times(compare: () => boolean): () => void {
  return () => {
    for (let count = 0; count < pairsOfRun; count += 1)
      if (!compare()) throw new Error('other verdict')
  }
}

/** Four comparisons of texts that somebody has prepared: what nobody can do without. */
function equalFields(): () => boolean {
  // A text of its own, so that the letters are compared and not the reference.
  const left = { ...registered, fullName: `${registered.fullName.slice(0, -1)}à` }
  const right = registered
  return () =>
    left.number === right.number &&
    left.fullName === right.fullName &&
    left.birthDate === right.birthDate &&
    left.sex === right.sex
}

/** The four fields in one text, as a matcher by likeness takes them. */
export const textOf = ({ fullName, birthDate, sex, number = '' }: IdentityFacts): string =>
  `${fullName.normalize('NFC').toLocaleLowerCase('und')}|${birthDate}|${sex}|${number}`

/** How alike two texts are, from 0 to 1. */
export type Likeness = (left: string, right: string) => number

/** Share of the longer text that is left after the edits. @throws when the peer is not installed */
export function levenshteinLikeness(): Likeness {
  const { distance } = peer<{ distance: Likeness }>('fastest-levenshtein')
  return (left, right) => 1 - distance(left, right) / Math.max(left.length, right.length, 1)
}

interface FuseModule {
  new (
    list: readonly string[],
    options: object,
  ): { search: (text: string) => readonly { readonly score?: number }[] }
}

/** Fuse.js as it is used over lists, over a list of one. @throws when the peer is not installed */
export function fuseLikeness(): Likeness {
  const Fuse = peer<FuseModule>('fuse.js')
  const options = { includeScore: true, threshold: 1, ignoreLocation: true }
  return (left, right) => 1 - (new Fuse([right], options).search(left)[0]?.score ?? 1)
}

function likenessEntrant(name: string, likeness: () => Likeness): Entrant {
  const enter = () => {
    const compare = likeness()
    return times(() => compare(textOf(agreeing), textOf(registered)) > 0)
  }
  return { name, enter }
}

/** A thousand pairs a run. */
export function matchOne(): Bench {
  const verdictOf = (claimed: IdentityFacts, verdict: string) =>
    times(() => matchPerson(claimed, registered, matchPolicy1815).verdict === verdict)
  return {
    ours: [
      { name: '1,000 pairs, four === of prepared texts', run: times(equalFields()) },
      { name: '1,000 pairs, NFC, agreeing', run: verdictOf(agreeing, 'valid') },
      { name: '1,000 pairs, NFC, fields open', run: verdictOf(open, 'indeterminate') },
    ],
    peers: [
      likenessEntrant('1,000 pairs, fastest-levenshtein', levenshteinLikeness),
      likenessEntrant('1,000 pairs, fuse.js', fuseLikeness),
    ],
  }
}

/** What a process of its own needs for a list. */
export interface DuplicatesHeld {
  readonly rows: number
  readonly groups: number
  readonly seconds: number
  /** Resident at most: Node, the list and the work. */
  readonly peakMb: number
  readonly peakOverNodeMb: number
}

/** `findDuplicates` over 100,000 invented children, once, in a process of its own. */
export function duplicatesOnce(): DuplicatesHeld {
  const script = join(import.meta.dirname, 'start', 'duplicates.mjs')
  const maxRss = 'process.stdout.write(String(process.resourceUsage().maxRSS))'
  const bare = Number(execFileSync(process.execPath, ['-e', maxRss], { encoding: 'utf8' })) / 1024
  const said = execFileSync(process.execPath, [script], { encoding: 'utf8' })
  const held = JSON.parse(said) as Omit<DuplicatesHeld, 'peakOverNodeMb'>
  return { ...held, peakOverNodeMb: Math.round(held.peakMb - bare) }
}
