import { fromBase64, toHex } from '@tiemchung/core'
import { type Evidence, evidenceSchema, uuidSchema } from '@tiemchung/schemas'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { evidenceIn, keepEvidence } from '../feedback/evidence.js'
import { attachedBy, itemWithEvidence } from '../feedback/evidence-access.js'
import { load, policy } from '../feedback/items.js'
import { ownOrSessionHeaders } from '../feedback/own-item.js'
import { checkRoom } from '../feedback/uploads.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

/** The digest in a Content-Digest header (RFC 9530), in hex; undefined when there is none of SHA-256. */
function digestIn(header: string | undefined): string | undefined {
  const text = /^sha-256=:([^:]+):$/.exec(header ?? '')?.[1]
  try {
    return text === undefined ? undefined : toHex(fromBase64(text))
  } catch {
    return undefined
  }
}

/** A file that is there already, when it is the one that came. */
function alike(known: Evidence, evidence: Evidence): Evidence {
  if (known.sha256 !== evidence.sha256) throw new Problem(409, 'platform.conflict')
  return known
}

/** Photos and documents that citizens attach to an item. */
export function evidenceRoutes(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/feedback/{id}/evidence/{evidenceId}',
    id: 'attachEvidence',
    summary: 'Attach a photo or PDF',
    description:
      'JPEG, PNG or PDF as bytes, with their digest (RFC 9530). What the bytes are counts, not what they are called. By the item’s reporter, with the headers `x-feedback-reference` and `x-feedback-phone`, or by an officer of the desk that has it or may take it.',
    problems: [
      [404, 'platform.not-found'],
      [409, 'platform.conflict'],
      [422, 'platform.evidence'],
    ],
    tag: 'feedback',
    action: 'evidence.send',
    params: z.object({ id: uuidSchema, evidenceId: uuidSchema }),
    headers: ownOrSessionHeaders.extend({ 'content-digest': z.string() }),
    bytes: policy.evidence.mediaTypes,
    largest: policy.evidence.largest,
    status: 201,
    answer: evidenceSchema,
    handle: async ({ database, params, bytes, context, scope, account }) => {
      await itemWithEvidence(services, database, params.id, { scope, context })
      const { item } = await load(database, params.id)
      const evidence = evidenceIn(services, params.evidenceId, bytes, {
        mediaType: context.req.header('content-type'),
        sha256: digestIn(context.req.header('content-digest')),
      })
      const known = item.evidence.find((one) => one.id === params.evidenceId)
      if (known !== undefined) return alike(known, evidence)
      await checkRoom(services, database, item)
      const by = attachedBy({ scope, context, account })
      await keepEvidence(services, database, item, { evidence, bytes, by })
      return evidence
    },
  })
}
