import { fromHex, toBase64 } from '@tiemchung/core'
import { checkEvidence, sniffMediaType } from '@tiemchung/feedback/rules'
import { evidenceSchema, uuidSchema } from '@tiemchung/schemas'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App, AppContext } from '../app/operation-spec.js'
import { after, load, policy, save } from '../feedback/items.js'
import { asCitizen } from '../feedback/own-item.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

/** What is known of the bytes, when they are evidence, are what they say, and came whole. */
function evidenceOf(id: string, bytes: Uint8Array, context: AppContext, services: Services) {
  const sha256 = services.world.hash(bytes)
  const digest = `sha-256=:${toBase64(fromHex(sha256))}:`
  const mediaType = sniffMediaType(bytes)
  const sound =
    checkEvidence(bytes, policy).length === 0 &&
    mediaType === context.req.header('content-type') &&
    digest === context.req.header('content-digest')
  if (!sound) throw new Problem(422, 'platform.evidence')
  return evidenceSchema.parse({ id, mediaType, bytes: bytes.length, sha256 })
}

/** Photos and documents that citizens attach to an item. */
export function evidenceRoutes(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/feedback/{id}/evidence/{evidenceId}',
    id: 'attachEvidence',
    summary: 'Attach a photo or PDF',
    description:
      'JPEG, PNG or PDF as bytes, with their digest (RFC 9530). What the bytes are counts, not what they are called.',
    problems: [
      [404, 'platform.not-found'],
      [409, 'platform.conflict'],
      [422, 'platform.evidence'],
    ],
    tag: 'feedback',
    action: 'feedback.send',
    params: z.object({ id: uuidSchema, evidenceId: uuidSchema }),
    headers: z.object({ 'content-digest': z.string() }),
    bytes: policy.evidence.mediaTypes,
    status: 201,
    answer: evidenceSchema,
    handle: async ({ database, params, bytes, context }) => {
      const { item } = await load(database, params.id)
      const evidence = evidenceOf(params.evidenceId, bytes, context, services)
      const known = item.evidence.find((one) => one.id === params.evidenceId)
      if (known !== undefined) {
        if (known.sha256 !== evidence.sha256) throw new Problem(409, 'platform.conflict')
        return known
      }
      if (item.evidence.length >= policy.evidence.most) throw new Problem(422, 'platform.evidence')
      await database.query(
        'insert into evidence (id, feedback, body, bytes) values ($1, $2, $3::jsonb, $4)',
        [evidence.id, item.id, JSON.stringify(evidence), bytes],
      )
      const next = asCitizen(() => after(services, item, 'attach'))
      await save(services, database, item, { ...next, evidence: [...item.evidence, evidence] })
      return evidence
    },
  })
}
