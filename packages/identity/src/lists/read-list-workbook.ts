import { isPartialDate, isSdkError, type Issue } from '@tiemchung/core'
import { readSheet, type SheetCells } from '@tiemchung/schemas/tabular'
import type { HandOverDocument, ReturnedDocument } from '@tiemchung/schemas/wire'
import { listIssue } from './check-findings.js'
import { columnCount, fixedCells, fixedCount, headCells, headingRow } from './list-sheet.js'
import { codeOfWord, outcomeWords, reasonWords, sexWords } from './list-words.js'
import { type Returned, refused } from './read-list-document.js'

type Finding = ReturnedDocument['findings'][number]
type Cell = SheetCells['rows'][number][number]

/** A cell as people see it; a day that a spreadsheet program made of it is a day again. */
function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split('-').reverse().join('/')
  return String(cell).normalize('NFC').trim()
}

const textsOf = (row: readonly Cell[] | undefined): readonly string[] =>
  Array.from({ length: Math.max(columnCount, row?.length ?? 0) }, (_, at) => textOf(row?.[at]))

/** `05/2016` as `2016-05`; undefined for what is no day, month or year. */
function dayOf(text: string) {
  const iso = text
    .split('/')
    .map((part) => part.padStart(2, '0'))
    .reverse()
    .join('-')
  return isPartialDate(iso) ? iso : undefined
}

const isBlank = (cells: readonly string[]) => cells.every((text) => text === '')

/** What a row finds, or undefined when a cell holds no word or day that is known. */
function findingOf(recordId: Finding['recordId'], cells: readonly string[]): Finding | undefined {
  const [outcomeText = '', because = '', number = '', fullName = '', birth = '', sexText = ''] =
    cells
  const outcome = outcomeText === '' ? 'left-open' : codeOfWord(outcomeWords, outcomeText)
  const reason = because === '' ? undefined : codeOfWord(reasonWords, because)
  const birthDate = birth === '' ? undefined : dayOf(birth)
  const sex = sexText === '' ? undefined : codeOfWord(sexWords, sexText)
  const lost =
    (because !== '' && reason === undefined) ||
    (birth !== '' && birthDate === undefined) ||
    (sexText !== '' && sex === undefined)
  if (outcome === undefined || lost) return undefined
  const corrected = {
    ...(number === '' ? {} : { number }),
    ...(fullName === '' ? {} : { fullName }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(sex === undefined ? {} : { sex }),
  }
  return {
    recordId,
    outcome,
    ...(reason === undefined ? {} : { because: reason }),
    ...(Object.keys(corrected).length === 0 ? {} : { corrected }),
  }
}

function headIssue(cells: SheetCells, sent: HandOverDocument): Issue | undefined {
  if (textOf(cells.rows[1]?.[2]) !== sent.id) return listIssue('identity.list.other-list')
  const heads = headCells(sent)
  const same = heads.every((row, index) => {
    const came = textsOf(cells.rows[index])
    return came.every((text, at) => text === (row[at] ?? '').normalize('NFC').trim())
  })
  return same ? undefined : listIssue('identity.list.altered')
}

/** The rows of cases; those that were sent are looked for by record, in whatever order they came. */
function readRows(cells: SheetCells, sent: HandOverDocument): Returned {
  const known = new Map(sent.rows.map((row, index) => [row.recordId as string, { row, index }]))
  const issues: Issue[] = []
  const findings: Finding[] = []
  for (const row of cells.rows.slice(headingRow).map(textsOf)) {
    if (isBlank(row)) continue
    const one = known.get(row[1] ?? '')
    if (one === undefined) {
      issues.push(listIssue('identity.list.added'))
      continue
    }
    const expected = fixedCells(one.row, one.index)
    const same = expected.every((text, at) => text.normalize('NFC').trim() === row[at])
    if (!same || !isBlank(row.slice(columnCount))) {
      issues.push(listIssue('identity.list.altered', one.index))
    }
    const finding = findingOf(one.row.recordId, row.slice(fixedCount, columnCount))
    if (finding === undefined) issues.push(listIssue('identity.list.word', one.index))
    findings.push(finding ?? { recordId: one.row.recordId, outcome: 'left-open' })
  }
  return { findings, issues }
}

/** A returned workbook. Formulas and errors of Excel show what nobody signed, and are refused. */
export async function readListWorkbook(
  content: Uint8Array,
  sent: HandOverDocument,
): Promise<Returned> {
  let cells: SheetCells
  try {
    cells = await readSheet(content, { format: 'xlsx' })
  } catch (caught) {
    if (isSdkError(caught)) return refused(listIssue('identity.list.unreadable'))
    throw caught
  }
  if (cells.formulas.size + cells.faulty.size + cells.merged.length > 0) {
    return refused(listIssue('identity.list.formula'))
  }
  const head = headIssue(cells, sent)
  return head === undefined ? readRows(cells, sent) : refused(head)
}
