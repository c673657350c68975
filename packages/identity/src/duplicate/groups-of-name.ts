/** What rows of one name, sex and commune have in common beside it. */
import type { PartialDate } from '@tiemchung/core'
import { foldName } from '../match/name.js'

/** A row as the rules see it. */
export interface Row {
  readonly index: number
  readonly number: string | undefined
  readonly birthDate: PartialDate
  readonly guardian: string | undefined
  /** Its name in two layers; see `nameKeys`. */
  readonly name: string
  readonly bare: string
}

/** Rows by what a key makes of them, in the order in which each key came first. */
export function groupedBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string | undefined,
): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups.values()]
}

/** How long a birth date is that says the year, the month, the day. */
const [yearLength, monthLength, dayLength] = [4, 7, 10]

const numbersIn = (rows: readonly Row[]) =>
  new Set(rows.flatMap(({ number }) => (number === undefined ? [] : [number])))
const lacksNumber = ({ number }: Row) => number === undefined

/** Two different numbers are two people, so somebody must have none, for whom it is open who that is. */
export const isOpen = (rows: readonly Row[]) => rows.length > 1 && rows.some(lacksNumber)

/** Rows of one birth date whose guardian is the same: one person, unless they have two numbers. */
export function sameGuardian(rows: readonly Row[]): readonly (readonly Row[])[] {
  const day = rows[0]?.birthDate
  if (day?.length !== dayLength) return []
  const families = groupedBy(rows, ({ guardian }) =>
    guardian === undefined ? undefined : foldName(guardian),
  )
  return families.filter((family) => isOpen(family) && numbersIn(family).size <= 1)
}

/** The rows that take part in a pair of one from each side of whom at least one has no number. */
function paired(left: readonly Row[], right: readonly Row[]): readonly Row[] {
  const [leftOpen, rightOpen] = [left.some(lacksNumber), right.some(lacksNumber)]
  const rows = [
    ...left.filter((row) => (lacksNumber(row) ? right.length > 0 : rightOpen)),
    ...right.filter((row) => (lacksNumber(row) ? left.length > 0 : leftOpen)),
  ]
  return rows.sort((one, other) => one.index - other.index)
}

/** Rows whose birth date is a year or month only, with those whose date is more precise and lies within it. */
export function partialDates(rows: readonly Row[]): readonly (readonly Row[])[] {
  const vague = rows.filter(({ birthDate }) => birthDate.length < dayLength)
  const sides = new Map(vague.map(({ birthDate }) => [birthDate as string, [[], []] as Row[][]]))
  for (const row of rows) {
    sides.get(row.birthDate)?.[0]?.push(row)
    for (const length of [yearLength, monthLength]) {
      if (row.birthDate.length > length) sides.get(row.birthDate.slice(0, length))?.[1]?.push(row)
    }
  }
  return [...sides.values()]
    .map(([left = [], right = []]) => paired(left, right))
    .filter(({ length }) => length > 1)
}

/** Rows whose name was typed without any diacritics, with those that have them. */
export function withoutDiacritics(rows: readonly Row[]): readonly (readonly Row[])[] {
  const isPlain = ({ name, bare }: Row) => name === bare
  const found = paired(
    rows.filter(isPlain),
    rows.filter((row) => !isPlain(row)),
  )
  return found.length > 1 ? [found] : []
}

/** A number with one digit covered, and with two neighbours in either order. */
function slipsOf(number: string): readonly string[] {
  const digits = [...number]
  const covered = digits.map((_, at) => number.slice(0, at) + '*' + number.slice(at + 1))
  const turned = digits.slice(1).map((right, at) => {
    const pair = [digits[at] ?? '', right].sort().join('')
    return `${number.slice(0, at)}<${pair}>${number.slice(at + 2)}`
  })
  return [...covered, ...turned]
}

/** Rows of one birth date whose numbers are one typing slip apart: a digit, or two neighbours exchanged. */
export function slippedNumbers(rows: readonly Row[]): readonly (readonly Row[])[] {
  if (numbersIn(rows).size < 2) return []
  const slips = rows.flatMap((row) => slipsOf(row.number ?? '').map((slip) => ({ slip, row })))
  return groupedBy(slips, ({ slip }) => slip)
    .map((group) => group.map(({ row }) => row))
    .filter((group) => numbersIn(group).size > 1)
}
