import * as z from 'zod'

/** A problem (RFC 9457) with our members: a stable code, both sentences, and issues with their paths. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  sentences: z.strictObject({ vi: z.string(), en: z.string() }).optional(),
  issues: z
    .array(
      z.looseObject({
        code: z.string(),
        path: z.array(z.union([z.string(), z.number()])),
      }),
    )
    .optional(),
  requestId: z.string().optional(),
  /** The current state of the thing, when the problem is a conflict. */
  current: z.unknown().optional(),
})

/** One page of a list. `next` is opaque; absent on the last page. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), next: z.string().optional() })
}

/** A value that {@link problemSchema} has read. */
export type Problem = z.infer<typeof problemSchema>
