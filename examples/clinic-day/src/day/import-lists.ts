import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCivilDate } from '@tiemchung/core'
import type { ListedChild } from '@tiemchung/clinic'
import { findDuplicates } from '@tiemchung/identity/offline'
import { joinRows, readPl1, readSupplement, writeBack } from '@tiemchung/schemas/tabular'
import type { Workbooks } from '../generate/make-workbooks.js'
import type { Stage } from './stage.js'

/** A child of the merged lists, with the facility that is to vaccinate it. */
export interface Imported {
  readonly child: ListedChild
  readonly facility: string
}

/** What importing came to. */
export interface ImportOutcome {
  readonly children: readonly Imported[]
  readonly rows: number
  readonly issues: number
  readonly duplicates: number
}

/** The day as of which the lists' administrative codes hold: 469/NQ-UBTVQH15 in force. */
const unitsAsOf = parseCivilDate('2022-04-10')

async function importOne(
  stage: Stage,
  books: Workbooks,
): Promise<{ children: Imported[]; issues: number }> {
  const folder = join(stage.out, 'lists')
  // The day goes on without the rows that are refused; their reasons go back to who drew up the list.
  const options = { format: 'xlsx', partial: true } as const
  const list = await readPl1(await readFile(join(folder, `${books.id}.xlsx`)), options)
  const more = await readSupplement(
    await readFile(join(folder, `${books.id}-bo-sung.xlsx`)),
    options,
  )
  const joined = joinRows(list.rows, more.rows, unitsAsOf)
  const issues = [...list.issues, ...joined.issues]
  const filled = writeBack(books.list, issues)
  await writeFile(join(folder, `${books.id}-ket-qua.xlsx`), filled)
  const children = joined.rows.map((row): Imported => {
    const key = books.keys[row.listNumber - 1] ?? ''
    const { person, doses, consent, screening, infection } = row
    return {
      child: { key, person, doses, consent, screening, infection },
      facility: books.id === 'out-of-school' ? '01235' : '01234',
    }
  })
  return { children, issues: issues.length + more.issues.length }
}

/** The same children once: rows that are surely the same person are merged, the first list's row stays. */
function merge(all: readonly Imported[]): readonly Imported[] {
  const pairs = findDuplicates(
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
  const dropped = new Set(pairs.filter((pair) => pair.kind === 'exact').map((pair) => pair.second))
  return all.filter((_, index) => !dropped.has(index))
}

/** Writes the lists out as a clinic gets them, reads them in again, and merges them. */
export async function importLists(
  stage: Stage,
  books: readonly Workbooks[],
): Promise<ImportOutcome> {
  const folder = join(stage.out, 'lists')
  await mkdir(folder, { recursive: true })
  const all: Imported[] = []
  let issues = 0
  for (const one of books) {
    await writeFile(join(folder, `${one.id}.xlsx`), one.list)
    await writeFile(join(folder, `${one.id}-bo-sung.xlsx`), one.supplement)
    const imported = await importOne(stage, one)
    all.push(...imported.children)
    issues += imported.issues
  }
  const children = merge(all)
  return { children, rows: all.length, issues, duplicates: all.length - children.length }
}
