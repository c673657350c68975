import {
  type Issue,
  issue,
  lintPolicyHead,
  ParseError,
  type PolicyHead,
  parsePolicyHead,
} from '@tiemchung/core'
import * as z from 'zod'
import { completenessErrors } from '../../errors/completeness.js'
import { schemaErrors } from '../../errors/schema.js'
import { issuesFromZod } from '../../issues-from-zod.js'

/** Steps of a record that have a deadline here. When it must be signed is a matter of the signing policy. */
export type DeadlineStep = 'entered' | 'sent'

/** By when one step must be done. */
export interface Deadline {
  readonly step: DeadlineStep
  /** What the time runs from: the dose, or the entry of its record. */
  readonly from: 'dose' | 'entry'
  /** `end-of-day`: before the end of the day, Viet Nam time, or of the last of `days` more. `real-time`: at once. */
  readonly due:
    | { readonly kind: 'end-of-day'; readonly days: number }
    | { readonly kind: 'real-time' }
  readonly cite: readonly string[]
}

/** By when records must be entered and sent. */
export interface DeadlinePolicy extends PolicyHead {
  readonly format: 'deadline-policy/1'
  /** At most one for each step; a step without one has no deadline that is known. */
  readonly deadlines: readonly Deadline[]
}

const format = 'deadline-policy/1'
const bodySchema = z.object({
  deadlines: z
    .array(
      z.strictObject({
        step: z.enum(['entered', 'sent']),
        from: z.enum(['dose', 'entry']),
        due: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('end-of-day'), days: z.int().min(0).max(31) }),
          z.strictObject({ kind: z.literal('real-time') }),
        ]),
        cite: z.array(z.string()).min(1),
      }),
    )
    .refine((all) => new Set(all.map(({ step }) => step)).size === all.length, {
      error: 'schema.choice',
    }),
})

/** Everything that is wrong with a deadline policy; empty when it is sound. */
export function lintDeadlinePolicy(document: unknown): readonly Issue[] {
  const head = lintPolicyHead(document, format)
  const body = z.safeParse(bodySchema, document, { reportInput: true })
  const found = [...head, ...(body.success ? [] : issuesFromZod(body.error))]
  if (found.length > 0) return found
  const { sources, deadlines } = document as DeadlinePolicy
  const known = new Set(sources.map(({ id }) => id))
  return deadlines.flatMap(({ cite }, index) =>
    cite.every((id) => known.has(id))
      ? []
      : [issue(schemaErrors, 'schema.choice', { path: ['deadlines', index, 'cite'] })],
  )
}

/**
 * A deadline policy from its document.
 *
 * @throws ParseError `policy.head` when the head is malformed, `deadline.policy` when the body is, two
 *   deadlines name one step or one cites a source that the head does not have; both with an issue for each
 */
export function parseDeadlinePolicy(document: unknown): DeadlinePolicy {
  const head = parsePolicyHead(document, format)
  const issues = lintDeadlinePolicy(head)
  if (issues.length > 0) throw new ParseError(completenessErrors, 'deadline.policy', { issues })
  return head as unknown as DeadlinePolicy
}
