/** Step 1: the lists are read, what is wrong goes back row by row, and the same child is listed once. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCivilDate } from '@tiemchung/core'
import type { ListedChild } from '@tiemchung/clinic'
import { findDuplicates } from '@tiemchung/identity/offline'
import { joinRows, readPl1, readSupplement, writeBack } from '@tiemchung/schemas/tabular'
import { askAll, type Stage } from '../day/stage.js'
import type { Workbooks } from '../generate/make-workbooks.js'

/** A child of the merged lists, with the facility that is to vaccinate it. */
interface Imported {
  readonly child: ListedChild
  readonly facility: string
}

/** What importing came to. */
export interface ImportOutcome {
  readonly lists: number
  readonly rows: number
  /** Rows that the first import refused; they were put right and handed in again. */
  readonly refused: number
  readonly notes: number
  readonly duplicates: number
  readonly children: number
}

interface ReadList {
  readonly children: readonly Imported[]
  readonly rows: number
  readonly refused: number
  readonly notes: number
}

/** The day as of which the lists' administrative codes hold: 469/NQ-UBTVQH15 in force. */
const unitsAsOf = parseCivilDate('2022-04-10')

// The day goes on without the rows that are refused; their reasons go back to who drew up the list.
const options = { format: 'xlsx', partial: true } as const

const nothing: ReadList = { children: [], rows: 0, refused: 0, notes: 0 }

/** Reads a list with its supplement, and writes the reasons into the template's last column. */
async function readOne(
  stage: Stage,
  books: Workbooks,
  name: string,
  list: Uint8Array,
): Promise<ReadList> {
  const folder = join(stage.out, 'lists')
  await writeFile(join(folder, `${name}.xlsx`), list)
  const reading = await readPl1(await readFile(join(folder, `${name}.xlsx`)), options)
  const more = await readSupplement(books.supplement, options)
  const joined = joinRows(reading.rows, more.rows, unitsAsOf)
  const issues = [...reading.issues, ...joined.issues]
  await writeFile(join(folder, `${name}-ket-qua.xlsx`), writeBack(list, issues, stage.language))
  const children = joined.rows.map(
    ({ listNumber, person, doses, consent, screening, infection }) => {
      const key = books.keys[listNumber - 1] ?? ''
      const child = { key, person, doses, consent, screening, infection }
      return { child, facility: books.facility }
    },
  )
  const notes = issues.length + more.issues.length
  return { children, rows: reading.listed, refused: reading.refused, notes }
}

/** A list as it is handed in first, and the rows that came back put right. */
async function readBoth(stage: Stage, books: Workbooks): Promise<readonly [ReadList, ReadList]> {
  const supplement = join(stage.out, 'lists', `${books.id}-bo-sung.xlsx`)
  await writeFile(supplement, books.supplement)
  const first = await readOne(stage, books, books.id, books.list)
  if (books.again === undefined) return [first, nothing]
  return [first, await readOne(stage, books, `${books.id}-lan-2`, books.again)]
}

/** The same children once: rows that are surely the same person are merged, the first list's row stays. */
function merge(all: readonly Imported[]): readonly Imported[] {
  const groups = findDuplicates(
    all.map(({ child: { person } }) => {
      const document = person.identityDocument
      return {
        fullName: person.fullName,
        birthDate: person.birthDate,
        sex: person.sex,
        commune: person.currentResidence.commune,
        ...(document.kind === 'personal-number' ? { number: document.number } : {}),
        ...(person.guardian === undefined ? {} : { guardianName: person.guardian.fullName }),
      }
    }),
  )
  const surely = groups.filter(({ kind }) => kind === 'exact')
  const dropped = new Set(surely.flatMap(({ rows: [, ...later] }) => later))
  return all.filter((_, index) => !dropped.has(index))
}

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0)

/** Reads all lists as a clinic gets them, merges them, and gives each facility its own children. */
export async function importLists(
  stage: Stage,
  books: readonly Workbooks[],
): Promise<ImportOutcome> {
  await mkdir(join(stage.out, 'lists'), { recursive: true })
  const first: ReadList[] = []
  const again: ReadList[] = []
  for (const one of books) {
    const [list, corrected] = await readBoth(stage, one)
    first.push(list)
    again.push(corrected)
  }
  const all = [...first, ...again].flatMap((list) => list.children)
  const children = merge(all)
  await askAll(stage, ({ code, office }) => {
    const own = children.filter(({ facility }) => facility === code)
    return office.ask(
      'list',
      own.map(({ child }) => child),
    )
  })
  return {
    lists: books.length,
    rows: sum(first.map(({ rows }) => rows)),
    refused: sum(first.map(({ refused }) => refused)),
    notes: sum([...first, ...again].map(({ notes }) => notes)),
    duplicates: all.length - children.length,
    children: children.length,
  }
}
