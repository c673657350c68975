/**
 * Pairs of a claimed and a registered person of whom it is known whether they are one: the same in the same order
 * every time, and nobody's.
 */
import { type PartialDate, parsePartialDate } from '@tiemchung/core'
import { bareName, type IdentityFacts } from '@tiemchung/identity/offline'
import { type SampleName, vietnameseNames } from './vietnamese-names.fixture.js'

/** A pair, and what was done to make it. */
export interface LabelledPair {
  readonly kind: string
  readonly same: boolean
  readonly claimed: IdentityFacts
  readonly registered: IdentityFacts
}

type Registered = IdentityFacts & { readonly number: string; readonly sample: SampleName }
/** What is claimed in place of what is registered; undefined where the change would change nothing. */
type Change = (one: Registered) => Partial<IdentityFacts> | undefined

const people = 1000
const pad = (value: number, length: number) => String(value).padStart(length, '0')
const dateOf = (year: number, month: number, day: number): PartialDate =>
  parsePartialDate(`${year}-${pad(month, 2)}-${pad(day, 2)}`)

/** Day and month are both at most 12 and never equal, so that they can be exchanged. */
function registeredPerson(sample: SampleName, index: number): Registered {
  const year = 2011 + (index % 6)
  const month = 1 + (index % 12)
  const sex = index % 2 === 0 ? 'male' : 'female'
  return {
    sample,
    number: `0${pad(1 + (index % 96), 2)}${sex === 'male' ? 2 : 3}${pad(year % 100, 2)}${pad(index, 6)}`,
    otherNumbers: [`9${pad(index, 8)}`],
    fullName: sample.name,
    birthDate: dateOf(year, month, 1 + ((month + (index % 7)) % 12)),
    sex,
  }
}

const words = (name: string) => name.split(' ')
const renamed =
  (write: (name: string) => string): Change =>
  ({ fullName }) => {
    const written = write(fullName)
    return written === fullName ? undefined : { fullName: written }
  }

/** Keys of the tones by input method: a key that the method did not take stays behind the word. */
const telex = ['f', 's', 'x', 'r', 'j']
const vni = ['2', '1', '4', '3', '5']
const toneMarks = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

function withStrayKey(name: string, keys: readonly string[]): string {
  const parts = words(name)
  const at = parts.findLastIndex((word) => toneMarks.some((m) => word.normalize('NFD').includes(m)))
  if (at === -1) return name
  const apart = (parts[at] ?? '').normalize('NFD')
  const tone = toneMarks.findIndex((mark) => apart.includes(mark))
  const stray = apart.replace(toneMarks[tone] ?? '', '').normalize('NFC') + (keys[tone] ?? '')
  return parts.with(at, stray).join(' ')
}

const withYForI = (name: string) =>
  name
    .replace(/([hklmstv])ỳ(?=\s|$)/giu, '$1ì')
    .replace(/([hklmstv])ỹ(?=\s|$)/giu, '$1ĩ')
    .replace(/([hklmstv])ý(?=\s|$)/giu, '$1í')

function initials(name: string): string {
  const parts = words(name)
  return parts
    .map((part, at) => (at === 0 || at === parts.length - 1 ? part : `${part[0]}.`))
    .join(' ')
}

function turned(date: PartialDate): PartialDate {
  const [year, month, day] = date.split('-')
  return parsePartialDate(`${year}-${day}-${month}`)
}

const nextDigit = (text: string) => text.slice(0, -1) + String((Number(text.slice(-1)) + 1) % 10)

/** One person, written otherwise. */
const sameBy: Readonly<Record<string, Change>> = {
  'as-registered': () => ({}),
  decomposed: renamed((name) => name.normalize('NFD')),
  capitals: renamed((name) => name.toLocaleUpperCase('und')),
  'two-blanks': renamed((name) => name.replaceAll(' ', '  ')),
  'tone-position': ({ sample }) =>
    sample.oldTone === sample.name ? undefined : { fullName: sample.oldTone },
  'without-diacritics': renamed((name) =>
    bareName(name) === name.toLocaleUpperCase('und') ? name : bareName(name),
  ),
  'telex-slip': renamed((name) => withStrayKey(name, telex)),
  'vni-slip': renamed((name) => withStrayKey(name, vni)),
  'i-for-y': renamed(withYForI),
  'given-name-first': renamed((name) => words(name).toReversed().join(' ')),
  'middle-name-dropped': renamed((name) => words(name).toSpliced(1, 1).join(' ')),
  'middle-initials': renamed(initials),
  'year-only': ({ birthDate }) => ({ birthDate: parsePartialDate(birthDate.slice(0, 4)) }),
  'day-and-month-exchanged': ({ birthDate }) => ({ birthDate: turned(birthDate) }),
  'old-number': ({ otherNumbers: [number = ''] = [] }) => ({ number }),
  'no-number': () => ({}),
  'number-slip': ({ number }) => ({ number: nextDigit(number) }),
  'sex-not-stated': () => ({ sex: 'unknown' }),
  'sex-slip': ({ sex }) => ({ sex: sex === 'male' ? 'female' : 'male' }),
}

const otherNumber = (number: string) =>
  number.slice(0, 6) + pad(500_000 + Number(number.slice(6)), 6)
const otherGiven = (name: string) =>
  [...words(name).slice(0, -1), words(name).at(-1) === 'Bình' ? 'An' : 'Bình'].join(' ')

/** The name with another tone, or one where there was none, on its last word: Hoà, Hoá. */
function oneMarkApart(name: string): string {
  const apart = name.normalize('NFD')
  const [last = ''] = apart.match(/[aeiouy][\u0300-\u036f]*(?=[^aeiouy\s]*$)/iu) ?? []
  const mark = last.includes('\u0301') ? '\u0300' : '\u0301'
  const bare = last.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
  const at = apart.lastIndexOf(last)
  return (apart.slice(0, at) + bare + mark + apart.slice(at + last.length)).normalize('NFC')
}

const nextYear = (date: PartialDate) =>
  parsePartialDate(`${Number(date.slice(0, 4)) + 1}${date.slice(4)}`)
const another = ({ number }: Registered) => ({ number: otherNumber(number), otherNumbers: [] })

/** Two people of like names. */
const differentBy: Readonly<Record<string, Change>> = {
  'namesake-other-birth-date': (one) => ({ ...another(one), birthDate: nextYear(one.birthDate) }),
  'namesake-same-birth-date': another,
  'namesake-same-birth-date-no-number': () => ({}),
  'namesake-same-year-year-only-no-number': ({ birthDate }) => ({
    birthDate: parsePartialDate(birthDate.slice(0, 4)),
  }),
  twin: (one) => ({ ...another(one), fullName: otherGiven(one.fullName) }),
  'twin-no-number': ({ fullName }) => ({ fullName: otherGiven(fullName) }),
  'twin-with-the-number-of-the-other': ({ fullName }) => ({ fullName: otherGiven(fullName) }),
  sibling: (one) => ({
    ...another(one),
    fullName: otherGiven(one.fullName),
    birthDate: nextYear(one.birthDate),
  }),
  'one-mark-apart': (one) => ({ ...another(one), fullName: oneMarkApart(one.fullName) }),
  'one-mark-apart-with-the-number-of-the-other': ({ fullName }) => ({
    fullName: oneMarkApart(fullName),
  }),
  'tone-position-other-birth-date': (one) =>
    one.sample.oldTone === one.sample.name
      ? undefined
      : { ...another(one), fullName: one.sample.oldTone, birthDate: nextYear(one.birthDate) },
}

/** Kinds in which the claimed person names no number. */
const numberless = (kind: string) => kind.endsWith('no-number')

function pairOf(
  kind: string,
  same: boolean,
  one: Registered,
  change: Change,
): LabelledPair | undefined {
  const changed = change(one)
  if (changed === undefined) return undefined
  const { sample: _, ...registered } = one
  const { number, ...rest } = { ...registered, ...changed }
  return { kind, same, registered, claimed: numberless(kind) ? rest : { ...rest, number } }
}

/** All pairs: of a thousand people, in each way that changes something. */
export function labelledPairs(): readonly LabelledPair[] {
  const named = vietnameseNames().filter(({ name }) => words(name).length > 2)
  const step = Math.floor(named.length / people)
  const registered = named
    .filter((_, index) => index % step === 0)
    .slice(0, people)
    .map(registeredPerson)
  const made = (same: boolean, by: Readonly<Record<string, Change>>) =>
    Object.entries(by).flatMap(([kind, change]) =>
      registered.flatMap((one) => pairOf(kind, same, one, change) ?? []),
    )
  return [...made(true, sameBy), ...made(false, differentBy)]
}
