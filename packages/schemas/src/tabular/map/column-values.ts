/** What the cells of a column look like: how many read as each kind, the order of its dates, its words. */
import { productsNamed } from '../../products/find-product.js'
import { type CellValue, dateKinds, readCell } from '../cells.js'
import type { CellKind } from '../layout.js'
import type { DateOrder } from './column-map.js'

/** Kinds that values show by themselves: other texts are names, days or numbers of whom nobody knows. */
const telling: ReadonlySet<CellKind> = new Set<CellKind>(['phone', 'identity-number', 'product'])

/** Whether the shape of values speaks for a kind without a heading. */
export const isTelling = (kind: CellKind): boolean => telling.has(kind)

const isFilled = (cell: CellValue): boolean =>
  cell !== null && (typeof cell !== 'string' || cell.trim() !== '')

/** The cells of a column that hold something. */
export const filled = (cells: readonly CellValue[]): readonly CellValue[] => cells.filter(isFilled)

/** A name of a person has two words at least, and nothing that stands in no name. */
const isFullName = (cell: CellValue): boolean =>
  typeof cell === 'string' && /\S\s+\S/.test(cell) && 'value' in readCell(cell, 'name')

/** A reading, or a refusal that offers what was meant: a lost zero is still a phone. */
function fits(cell: CellValue, kind: CellKind): boolean {
  if (kind === 'name') return isFullName(cell)
  if (kind === 'product') return productsNamed(String(cell)).length > 0
  const reading = readCell(cell, kind)
  if ('value' in reading) return true
  return reading.suggestion !== undefined
}

/** The share of a column's cells that read as a kind; undefined when there are none. */
export function shareOf(cells: readonly CellValue[], kind: CellKind): number | undefined {
  if (cells.length === 0) return undefined
  if (kind === 'sex' && sexCoding(cells) !== undefined) return 1
  return cells.filter((cell) => fits(cell, kind)).length / cells.length
}

/** What the dates of a column say of their order. */
export interface OrderFound {
  readonly order: DateOrder
  /** Whether a value shows it: one of 13 to 31 in a place where no month can be. */
  readonly shown: boolean
}

const parted = /^\s*(\d{1,4})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{1,4})\s*$/

/** The order of dates that are text: `none` when there are none, undefined when they contradict each other. */
export function orderOf(cells: readonly CellValue[]): OrderFound | 'none' | undefined {
  const parts = cells.flatMap((cell) => {
    const match = typeof cell === 'string' ? parted.exec(cell) : null
    return match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const]
  })
  if (parts.length === 0) return 'none'
  if (parts.every(([first]) => first.length === 4)) return { order: 'ymd', shown: true }
  const dayFirst = parts.some(([first]) => Number(first) > 12)
  const monthFirst = parts.some(([, second]) => Number(second) > 12)
  if (dayFirst && monthFirst) return undefined
  return { order: monthFirst ? 'mdy' : 'dmy', shown: dayFirst || monthFirst }
}

const codings: readonly Readonly<Record<string, string>>[] = [
  { nam: 'Nam', nữ: 'Nữ' },
  { nam: 'Nam', nu: 'Nữ' },
  { trai: 'Nam', gái: 'Nữ' },
  { m: 'Nam', f: 'Nữ' },
  { male: 'Nam', female: 'Nữ' },
]
/** Social insurance and the portal: 1 male, 2 female. The template has 0 and 1. */
const oneTwo = { '1': 'Nam', '2': 'Nữ' }

/** How a column writes the sexes; undefined when it does not, or when a lone 1 could mean either. */
export function sexCoding(
  cells: readonly CellValue[],
): { readonly codes?: Readonly<Record<string, string>> } | undefined {
  const words = new Set(cells.map((cell) => String(cell).trim().toLowerCase()))
  const within = (known: readonly string[]) => [...words].every((word) => known.includes(word))
  if (words.size === 0) return undefined
  if (words.has('0') && within(['0', '1'])) return {}
  if (within(['nam', 'nữ'])) return {}
  if (words.has('2') && within(['1', '2'])) return { codes: oneTwo }
  const codes = codings.find((one) => within(Object.keys(one)))
  return codes === undefined ? undefined : { codes }
}

/** Whether all cells are one cross, as in a column of its own for each answer. */
export function crossOf(cells: readonly CellValue[]): string | undefined {
  const words = new Set(cells.map((cell) => String(cell).trim().toLowerCase()))
  const [only = ''] = words
  return words.size === 1 && /^[x1v+✓]$/.test(only) ? only : undefined
}

/** Whether the kind holds dates. */
export const isDateKind = (kind: CellKind): boolean => dateKinds.has(kind)
