/** What an office may find of the cases on a list, and no more. */
import { hasCode, type Issue, issue } from '@tiemchung/core'
import { nameSchema } from '@tiemchung/schemas'
import type { HandOverDocument, MatchField, ReturnedDocument } from '@tiemchung/schemas/wire'
import { listErrors } from '../errors/list-errors.js'
import { parsePersonalNumber } from '../number/personal-number.js'
import { openFields } from '../route/correction-state.js'
import type { ListRow } from './make-list.js'

type Code = keyof typeof listErrors
type Finding = ReturnedDocument['findings'][number]
type Claim = ListRow['claimed']

/** An issue of a list; the row is counted from 0 among the cases. */
export function listIssue(code: Code, row?: number): Issue {
  return issue(listErrors, code, row === undefined ? {} : { path: ['rows', row] })
}

/** The member of a claim behind each compared field. */
export const memberOf = {
  number: 'number',
  name: 'fullName',
  'birth-date': 'birthDate',
  sex: 'sex',
} as const satisfies Readonly<Record<MatchField, keyof Claim>>

const fields = Object.keys(memberOf) as readonly MatchField[]

/** The fields that a finding gives another value. */
export const correctedFields = ({ corrected }: Finding): readonly MatchField[] =>
  fields.filter((field) => corrected?.[memberOf[field]] !== undefined)

function isPersonalNumber(text: string | undefined): boolean {
  try {
    return parsePersonalNumber(text ?? '').number === text
  } catch (caught) {
    if (hasCode(caught, 'identity.personal-number')) return false
    throw caught
  }
}

function checkCorrected(row: ListRow, finding: Finding): Code | undefined {
  const given = correctedFields(finding)
  if (given.length === 0) return 'identity.list.no-correction'
  const open = openFields(row)
  if (given.some((field) => !open.includes(field))) return 'identity.list.field-not-open'
  const { corrected = {} } = finding
  if (given.some((field) => corrected[memberOf[field]] === row.claimed[memberOf[field]])) {
    return 'identity.list.unchanged'
  }
  const now = { ...row.claimed, ...corrected }
  const named = nameSchema.safeParse(now.fullName).success || corrected.fullName === undefined
  return isPersonalNumber(now.number) && named && corrected.sex !== 'unknown'
    ? undefined
    : 'identity.list.value'
}

function checkFinding(row: ListRow, finding: Finding): Code | undefined {
  const { outcome, because } = finding
  const changes = correctedFields(finding).length > 0
  if (outcome === 'left-open') return changes ? 'identity.list.outcome' : undefined
  if (because === undefined) return 'identity.list.no-reason'
  if (outcome === 'claim-wrong') return checkCorrected(row, finding)
  // The register says nothing of somebody without a personal number, who could not be asked about again.
  const classed = row.class === 'no-number' || row.class === 'malformed-number'
  const bare = classed || !isPersonalNumber(row.claimed.number)
  return bare || changes ? 'identity.list.outcome' : undefined
}

/** Everything that is wrong with the findings: each case of the list has exactly one, and no other has. */
export function checkFindings(
  list: HandOverDocument,
  findings: readonly Finding[],
): readonly Issue[] {
  const issues: Issue[] = []
  const rows = new Map(list.rows.map((row, index) => [row.recordId, { row, index }]))
  const seen = new Set<string>()
  for (const finding of findings) {
    const known = rows.get(finding.recordId)
    if (known === undefined) issues.push(listIssue('identity.list.added'))
    else if (seen.has(finding.recordId)) issues.push(listIssue('identity.list.twice', known.index))
    else {
      const code = checkFinding(known.row, finding)
      if (code !== undefined) issues.push(listIssue(code, known.index))
    }
    seen.add(finding.recordId)
  }
  for (const [id, { index }] of rows) {
    if (!seen.has(id)) issues.push(listIssue('identity.list.dropped', index))
  }
  return issues
}
