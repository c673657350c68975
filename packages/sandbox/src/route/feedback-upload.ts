import { canonicalJson, issue } from '@tiemchung/core'
import { errorCatalogue as feedbackCatalogue } from '@tiemchung/feedback/rules'
import { type FeedbackItem, uuidSchema } from '@tiemchung/schemas'
import {
  type StartUpload,
  startUploadSchema,
  type Upload,
  uploadSchema,
} from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import { Answered, type App } from '../app/operation-spec.js'
import type { Queryable } from '../database/database.js'
import { evidenceIn, keepEvidence } from '../feedback/evidence.js'
import { type AskedForEvidence, attachedBy, itemWithEvidence } from '../feedback/evidence-access.js'
import { after, load, policy } from '../feedback/items.js'
import { asCitizen, ownOrSessionHeaders } from '../feedback/own-item.js'
import {
  addPiece,
  begin,
  checkRoom,
  finish,
  type Underway,
  underway,
  uploadOf,
} from '../feedback/uploads.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

/** Bytes of one piece. */
const largestPiece = 1_048_576

const path = '/v1/feedback/{id}/evidence/{evidenceId}/upload'
const params = z.object({ id: uuidSchema, evidenceId: uuidSchema })
type Params = z.output<typeof params>

/** Whether a file may be begun: its size, and how many there are. */
async function checkMayBegin(
  services: Services,
  database: Queryable,
  item: FeedbackItem,
  { bytes }: StartUpload,
): Promise<void> {
  const { largest } = policy.evidence
  asCitizen(() => after(services, item, 'attach'))
  if (bytes > largest) {
    const details = { params: { largest } }
    const issues = [issue(feedbackCatalogue, 'feedback.evidence.too-large', details)]
    throw new Problem(422, 'platform.evidence', { issues })
  }
  await checkRoom(services, database, item)
}

/** How a file stands that was announced before, if it was announced alike. */
async function begunAlike(
  database: Queryable,
  item: FeedbackItem,
  id: string,
  body: StartUpload,
): Promise<Upload | undefined> {
  const known = await uploadOf(database, item, id)
  if (known === undefined) return undefined
  const { bytes, mediaType, sha256 } =
    known.evidence ?? ((await underway(database, item.id, id)) as Underway)
  const same = canonicalJson({ bytes, mediaType, sha256 }) === canonicalJson(body)
  if (!same) throw new Problem(409, 'platform.conflict')
  return known
}

function startRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'post',
    path,
    id: 'startUpload',
    summary: 'Begin to attach a file piece by piece',
    description:
      'Says what will come, by whoever may attach it whole. Announced again, it is answered with how far it came. What is not finished within a day is forgotten.',
    problems: [
      [404, 'platform.not-found'],
      [409, 'platform.conflict'],
      [422, 'platform.evidence'],
    ],
    tag: 'feedback',
    action: 'evidence.send',
    params,
    headers: ownOrSessionHeaders,
    body: startUploadSchema,
    status: 201,
    repeats: true,
    answer: uploadSchema,
    handle: async ({ database, params: { id, evidenceId }, body, scope, context }) => {
      await itemWithEvidence(services, database, id, { scope, context })
      const { item } = await load(database, id)
      const known = await begunAlike(database, item, evidenceId, body)
      if (known !== undefined) return new Answered(200, known)
      await checkMayBegin(services, database, item, body)
      await begin(services, database, { item: id, id: evidenceId, body })
      return { offset: 0, bytes: body.bytes }
    },
  })
}

function offsetRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path,
    id: 'getUpload',
    summary: 'How far a file came',
    description: 'Where the next piece begins.',
    headers: ownOrSessionHeaders,
    problems: [[404, 'platform.not-found']],
    tag: 'feedback',
    action: 'evidence.send',
    params,
    status: 200,
    answer: uploadSchema,
    handle: async ({ database, params: { id, evidenceId }, scope, context }) => {
      const item = await itemWithEvidence(services, database, id, { scope, context })
      const known = await uploadOf(database, item, evidenceId)
      if (known === undefined) throw new Problem(404, 'platform.not-found')
      return known
    },
  })
}

/** The upload that a piece belongs to, when the piece begins where the last one ended and fits. */
async function nextPiece(
  database: Queryable,
  item: FeedbackItem,
  { evidenceId }: Params,
  { offset, bytes }: { readonly offset: string; readonly bytes: Uint8Array },
): Promise<Underway> {
  const current = await uploadOf(database, item, evidenceId)
  if (current === undefined) throw new Problem(404, 'platform.not-found')
  const begun = await underway(database, item.id, evidenceId)
  if (begun === undefined || !/^\d{1,10}$/.test(offset) || Number(offset) !== current.offset) {
    throw new Problem(409, 'platform.upload.offset', { current })
  }
  if (begun.offset + bytes.length > begun.bytes) {
    throw new Problem(422, 'platform.evidence', { detail: 'length' })
  }
  return begun
}

/** What came, as what it was announced, and by whom. */
interface Arrived {
  readonly id: string
  readonly claimed: Underway
  readonly by: ReturnType<typeof attachedBy>
}

/** What has come whole: evidence, or a refusal that leaves nothing of it. */
async function complete(
  services: Services,
  database: Queryable,
  item: FeedbackItem,
  { id, claimed, by }: Arrived,
): Promise<Upload | Answered> {
  const bytes = await finish(database, id)
  try {
    const evidence = evidenceIn(services, id, bytes, claimed)
    await keepEvidence(services, database, item, { evidence, bytes, by })
    return { offset: bytes.length, bytes: bytes.length, evidence }
  } catch (caught) {
    if (caught instanceof Problem && caught.code === 'platform.evidence') {
      return Answered.refused(caught)
    }
    throw caught
  }
}

function pieceRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'patch',
    path,
    id: 'appendUpload',
    summary: 'The next piece of a file',
    description:
      'At most 1 MiB, from the offset on at which the last one ended; another offset is answered with the right one. The last piece completes the file: it is checked, and is evidence or thrown away.',
    problems: [
      [404, 'platform.not-found'],
      [409, 'platform.conflict'],
      [409, 'platform.upload.offset'],
      [422, 'platform.evidence'],
    ],
    tag: 'feedback',
    action: 'evidence.send',
    params,
    headers: ownOrSessionHeaders.extend({ 'upload-offset': z.string() }),
    bytes: ['application/partial-upload'],
    largest: largestPiece,
    status: 200,
    answer: uploadSchema,
    handle: async ({ database, params: asked, bytes, context, scope, account }) => {
      const who: AskedForEvidence = { scope, context, account }
      await itemWithEvidence(services, database, asked.id, who)
      const { item } = await load(database, asked.id)
      const offset = context.req.header('upload-offset') ?? ''
      const begun = await nextPiece(database, item, asked, { offset, bytes })
      await addPiece(database, asked.evidenceId, begun.offset, bytes)
      const came = begun.offset + bytes.length
      if (came < begun.bytes) return { offset: came, bytes: begun.bytes }
      return complete(services, database, item, {
        id: asked.evidenceId,
        claimed: begun,
        by: attachedBy(who),
      })
    },
  })
}

/** Files of citizens that come piece by piece (names of draft-ietf-httpbis-resumable-upload). */
export function uploadRoutes(app: App, services: Services): void {
  startRoute(app, services)
  offsetRoute(app, services)
  pieceRoute(app, services)
}
