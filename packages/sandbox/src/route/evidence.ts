import { type Evidence, uuidSchema } from '@tiemchung/schemas'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import type { App } from '../app/operation-spec.js'
import { one } from '../database/database.js'
import { itemWithEvidence } from '../feedback/evidence-access.js'
import { policy } from '../feedback/items.js'
import { ownOrSessionHeaders } from '../feedback/own-item.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const

/** A file as an answer that no browser runs, shows in a page or keeps. */
function served({ id, mediaType }: Evidence, bytes: Uint8Array): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${id}.${endings[mediaType]}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    },
  })
}

/** Evidence for those who may see it. */
export function servedEvidenceRoutes(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/feedback/{id}/evidence/{evidenceId}',
    id: 'getEvidence',
    summary: 'A photo or PDF that was attached',
    description:
      'For the desk that has the item and those that may take it; for its reporter without a session, by the headers `x-feedback-reference` and `x-feedback-phone`. To others it does not exist. Its type is what its bytes are; it comes as a download that runs nowhere.',
    problems: [[404, 'platform.not-found']],
    tag: 'feedback',
    action: 'evidence.read',
    params: z.object({ id: uuidSchema, evidenceId: uuidSchema }),
    headers: ownOrSessionHeaders,
    status: 200,
    answer: z.string(),
    answerTypes: policy.evidence.mediaTypes,
    handle: () => Promise.resolve(null),
    stream: async ({ database, params, scope, context }) => {
      await itemWithEvidence(services, database, params.id, { scope, context })
      const row = await one<{ body: Evidence; bytes: Uint8Array }>(
        database,
        'select body, bytes from evidence where id = $1 and feedback = $2',
        [params.evidenceId, params.id],
      )
      if (row === undefined) throw new Problem(404, 'platform.not-found')
      return served(row.body, row.bytes)
    },
  })
}
