import { writeSheet } from '@tiemchung/schemas/tabular'
import type { HandOverDocument, ReturnedDocument } from '@tiemchung/schemas/wire'
import { columnWidths, dayText, fixedCells, headCells, headingRow } from './list-sheet.js'
import { outcomeWords, reasonWords, sexWords } from './list-words.js'

type Finding = ReturnedDocument['findings'][number]

function findingCells(finding: Finding | undefined): readonly string[] {
  if (finding === undefined) return ['', '', '', '', '', '']
  const { outcome, because, corrected: { number, fullName, birthDate, sex } = {} } = finding
  return [
    outcomeWords[outcome],
    because === undefined ? '' : reasonWords[because],
    number ?? '',
    fullName ?? '',
    birthDate === undefined ? '' : dayText(birthDate),
    sex === undefined ? '' : sexWords[sex],
  ]
}

/**
 * A list as a workbook: what is claimed of each case, and empty columns for what is found. Every cell is
 * one of text, empty ones too, so that Excel keeps zeros and days as they are typed. With findings it is the list as it comes back.
 */
export function writeListWorkbook(
  list: HandOverDocument,
  findings: ReturnedDocument['findings'] = [],
): Promise<Uint8Array> {
  const byRecord = new Map(findings.map((one) => [one.recordId, one]))
  const cells = list.rows.map((row, index) => [
    ...fixedCells(row, index),
    ...findingCells(byRecord.get(row.recordId)),
  ])
  return writeSheet([...headCells(list), ...cells], {
    widths: columnWidths,
    heading: headingRow,
    orientation: 'landscape',
    text: true,
  })
}
