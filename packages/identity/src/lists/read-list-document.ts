import { canonicalJson, fromUtf8, type Issue } from '@tiemchung/core'
import { issuesFromZod } from '@tiemchung/schemas'
import {
  type HandOverDocument,
  type ReturnedDocument,
  returnedListSchema,
} from '@tiemchung/schemas/wire'
import { listIssue } from './check-findings.js'

/** What came back, before it is judged. */
export interface Returned {
  readonly findings: ReturnedDocument['findings']
  readonly issues: readonly Issue[]
}

export const refused = (...issues: readonly Issue[]): Returned => ({ findings: [], issues })

/** Where two lists of one id differ. */
function differences(list: HandOverDocument, sent: HandOverDocument): readonly Issue[] {
  const bare = ({ rows: _, ...head }: HandOverDocument) => canonicalJson(head)
  const issues: Issue[] = bare(list) === bare(sent) ? [] : [listIssue('identity.list.altered')]
  const came = new Map(list.rows.map((row) => [row.recordId, row]))
  if (came.size < list.rows.length) issues.push(listIssue('identity.list.twice'))
  for (const [index, row] of sent.rows.entries()) {
    const back = came.get(row.recordId)
    if (back === undefined) issues.push(listIssue('identity.list.dropped', index))
    else if (canonicalJson(back) !== canonicalJson(row)) {
      issues.push(listIssue('identity.list.altered', index))
    }
    came.delete(row.recordId)
  }
  for (const _ of came) issues.push(listIssue('identity.list.added'))
  const asSent = canonicalJson(list) === canonicalJson(sent)
  return issues.length > 0 || asSent ? issues : [listIssue('identity.list.altered')]
}

function parsed(content: Uint8Array): unknown {
  try {
    const text = fromUtf8(content)
    const value: unknown = JSON.parse(text)
    return canonicalJson(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

/** A returned list of canonical JSON: a key that stands twice, which two readers read differently, is refused. */
export function readListDocument(content: Uint8Array, sent: HandOverDocument): Returned {
  const value = parsed(content)
  if (value === undefined) return refused(listIssue('identity.list.unreadable'))
  const read = returnedListSchema.safeParse(value, { reportInput: true })
  if (!read.success) return refused(...issuesFromZod(read.error))
  const { list, findings } = read.data
  if (list.id !== sent.id) return refused(listIssue('identity.list.other-list'))
  return { findings, issues: differences(list, sent) }
}
