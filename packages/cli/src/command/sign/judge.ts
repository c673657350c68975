/** What stands in the way of signing a record. */
import type { Issue } from '@tiemchung/core'
import {
  type CompletenessPolicy,
  covid2022SameDay,
  doseRecordSchema,
  issuesFromZod,
  judgeCompleteness,
  niis2026,
  parseCompletenessPolicy,
} from '@tiemchung/schemas'
import type { RecordJudge } from '@tiemchung/signing'
import { jsonOf } from '../../input.js'
import type { Io } from '../../io.js'
import { policyVolumes } from '../../volumes.js'

const shipped = [covid2022SameDay, niis2026]

async function policyNamed(io: Io, name: string): Promise<CompletenessPolicy> {
  const regime = shipped.find(({ id }) => id === name)
  if (regime !== undefined) return regime.completeness
  return parseCompletenessPolicy(await jsonOf(io, name, ['--policy']))
}

/** A code with the place that it is about: without the place nobody knows what to supply. */
const placed = ({ code, path }: Issue) => [code, path.join('.')].filter(Boolean).join(' ')

/**
 * Judges records by the regime of an id, or by a completeness policy in a file. It answers with codes, each with its place.
 *
 * @throws ParseError `cli.file`, `cli.json`, and those of a policy
 */
export async function judgeBy(io: Io, name: string): Promise<RecordJudge> {
  const policy = await policyNamed(io, name)
  return (record) => {
    const read = doseRecordSchema.safeParse(record, { reportInput: true })
    if (!read.success) return issuesFromZod(read.error).map(placed)
    const question = { policy, purpose: 'may-be-signed', volumes: policyVolumes } as const
    return judgeCompleteness(record, question).issues.map(placed)
  }
}
