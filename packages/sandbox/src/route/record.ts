import { canonicalJson, type Uuid } from '@tiemchung/core'
import {
  civilDateSchema,
  type DoseRecord,
  type Facility,
  facilityCodeSchema,
  uuidSchema,
} from '@tiemchung/schemas'
import {
  type Minutes,
  minutedRecordsSchema,
  pageSchema,
  type Receipt,
  receiptSchema,
  sealedRecordSchema,
  signedRecordSchema,
} from '@tiemchung/schemas/wire'
import { checkMinutes, signingPolicy1815 } from '@tiemchung/signing'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import { Answered, type App } from '../app/operation-spec.js'
import { keyOf, page, pageQuery } from '../app/page.js'
import type { Scope } from '../authorisation/scope.js'
import { one, type Queryable } from '../database/database.js'
import { certificatesOf, isActive } from '../facility-certificate/kept.js'
import { Problem } from '../problem.js'
import {
  acceptRecord,
  type Evidence,
  openSubmission,
  parseDocument,
  type UnderSeal,
} from '../record/accept-record.js'
import { jwsOf, type KeptJws } from '../record/kept-jws.js'
import type { Services } from '../services.js'

const listedSchema = z.strictObject({
  recordId: uuidSchema,
  facility: facilityCodeSchema,
  receivedAt: z.string(),
  amends: uuidSchema.optional(),
  superseded: z.boolean(),
  signed: z.boolean(),
})

const minutesAnswerSchema = z.strictObject({ id: uuidSchema, receipts: z.array(receiptSchema) })

/**
 * Minutes vouch only for the records of a facility that has no good certificate now. Its people hand them in, or the chair
 * of its commune's People's Committee, when it was the chair who led (9438/BYT-CNTT).
 */
async function checkMayMinute(
  { world }: Services,
  database: Queryable,
  scope: Scope,
  { facility, ledBy }: Minutes,
): Promise<void> {
  const row = await one<{ body: Facility }>(database, 'select body from facility where code = $1', [
    facility,
  ])
  scope.check({ facility, commune: row?.body.commune })
  if (scope.whose === 'own-commune' && ledBy.role !== 'commune-chair') {
    throw new Problem(403, 'platform.forbidden')
  }
  const now = world.clock.now()
  const kept = await certificatesOf(database, facility)
  if (row === undefined || kept.some((one) => isActive(one, now))) {
    throw new Problem(422, 'platform.minutes.not-allowed')
  }
}

async function checkVouchedFor(minutes: Minutes, records: readonly DoseRecord[]): Promise<void> {
  const report = await checkMinutes(minutes, records, signingPolicy1815)
  if (report.verdict === 'valid') return
  const open = report.checks.find((check) => check.status !== 'passed')
  throw new Problem(422, 'platform.minutes.records', { detail: open?.id ?? 'minutes' })
}

async function acceptMinutes(
  services: Services,
  database: Queryable,
  minutes: Minutes,
  records: readonly DoseRecord[],
): Promise<Receipt[]> {
  const kept = await one<{ body: Minutes }>(database, 'select body from minutes where id = $1', [
    minutes.id,
  ])
  if (kept === undefined) {
    await database.query('insert into minutes (id, facility, body) values ($1, $2, $3::jsonb)', [
      minutes.id,
      minutes.facility,
      JSON.stringify(minutes),
    ])
  } else if (canonicalJson(kept.body) !== canonicalJson(minutes)) {
    throw new Problem(409, 'platform.conflict')
  }
  const receipts: Receipt[] = []
  for (const record of records) {
    const { receipt } = await acceptRecord(services, database, record, { minutesId: minutes.id })
    receipts.push(receipt)
  }
  return receipts
}

function minutesRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/minutes/{id}',
    id: 'submitMinutes',
    summary: 'Hand in records that minutes vouch for',
    description:
      "For a facility that has no signing certificate. Its own people hand the minutes in, or the chair of its commune's People's Committee when the chair led.",
    problems: [
      [409, 'platform.conflict'],
      [409, 'platform.record.duplicate'],
      [422, 'platform.id-mismatch'],
      [422, 'platform.minutes.not-allowed'],
      [422, 'platform.minutes.records'],
      [422, 'platform.record.not-settled'],
      [422, 'platform.record.amends-unknown'],
    ],
    tag: 'records',
    action: 'record.minute',
    params: z.object({ id: uuidSchema }),
    body: minutedRecordsSchema,
    status: 201,
    answer: minutesAnswerSchema,
    handle: async ({ database, params, body, scope }) => {
      const { minutes } = body
      if (minutes.id !== params.id) throw new Problem(422, 'platform.id-mismatch')
      await checkMayMinute(services, database, scope, minutes)
      const records = body.records.map((text) => parseDocument(text, 'platform.minutes.records'))
      await checkVouchedFor(minutes, records)
      return { id: minutes.id, receipts: await acceptMinutes(services, database, minutes, records) }
    },
  })
}

const submissionSchema = z.discriminatedUnion('format', [signedRecordSchema, sealedRecordSchema])

function evidenceOf(body: z.infer<typeof submissionSchema>): Evidence {
  if (body.format === 'signed-record/1') return { jws: body.jws }
  const { seal, proof } = body
  return { underSeal: { seal, proof } }
}

function submitRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/records/{id}',
    id: 'submitRecord',
    summary: 'Hand in a signed or sealed record, or an amendment',
    description:
      'A JWS over the canonical JSON of the record, signed by the facility: compact, or flattened with a timestamp over the signature; or the canonical JSON with the day seal that it is under and the proof. 201 the first time; 200 with the same receipt when the same record comes again.',
    problems: [
      [409, 'platform.conflict'],
      [409, 'platform.record.duplicate'],
      [422, 'platform.id-mismatch'],
      [422, 'platform.record.signature'],
      [422, 'platform.record.not-settled'],
      [422, 'platform.record.amends-unknown'],
    ],
    tag: 'records',
    action: 'record.submit',
    params: z.object({ id: uuidSchema }),
    body: submissionSchema,
    status: 201,
    repeats: true,
    answer: receiptSchema,
    handle: async ({ database, params, body, scope }) => {
      if (params.id !== body.recordId) throw new Problem(422, 'platform.id-mismatch')
      scope.check({ facility: body.facility })
      const record = await openSubmission(services, database, body)
      const { receipt, fresh } = await acceptRecord(services, database, record, evidenceOf(body))
      return fresh ? receipt : new Answered(200, receipt)
    },
  })
}

interface HandedIn extends KeptJws {
  readonly facility: string
  readonly document: DoseRecord
  readonly seal: UnderSeal | null
}

/** A submission as it was handed in; undefined of a record that minutes vouch for. */
function submissionIn(recordId: Uuid, row: HandedIn): z.infer<typeof submissionSchema> | undefined {
  const { facility, seal } = row
  if (seal !== null) {
    const record = canonicalJson(row.document)
    return { format: 'sealed-record/1', recordId, facility, record, ...seal }
  }
  const jws = jwsOf(row)
  return jws === null ? undefined : { format: 'signed-record/1', recordId, facility, jws }
}

function getRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/records/{id}',
    id: 'getRecord',
    summary: 'A signed or sealed record as it was handed in',
    description:
      'With its own signature and timestamp, or its seal and proof, for the facility that handed it in. What minutes vouch for has no signature, and is not found here.',
    problems: [[404, 'platform.not-found']],
    tag: 'records',
    action: 'record.read',
    params: z.object({ id: uuidSchema }),
    status: 200,
    answer: submissionSchema,
    handle: async ({ database, params, scope }) => {
      const row = await one<HandedIn>(
        database,
        'select facility, document, jws, unsigned_header, seal from record where id = $1',
        [params.id],
      )
      const own = scope.covers({ facility: row?.facility }) ? row : undefined
      const found = own === undefined ? undefined : submissionIn(params.id, own)
      if (found === undefined) throw new Problem(404, 'platform.not-found')
      return found
    },
  })
}

interface ListedRow {
  readonly id: string
  readonly facility: string
  readonly received_at: string | Date
  readonly amends: string | null
  readonly superseded_by: string | null
  readonly jws: string | null
  readonly seal: unknown
}

const listed = (row: ListedRow) => ({
  recordId: row.id,
  facility: row.facility,
  receivedAt: new Date(row.received_at).toISOString(),
  ...(row.amends === null ? {} : { amends: row.amends }),
  superseded: row.superseded_by !== null,
  signed: row.jws !== null || row.seal !== null,
})

function listRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/records',
    id: 'listRecords',
    summary: 'The records of a facility and day',
    description: 'Without their contents: what is there, what was replaced, what is signed.',
    tag: 'records',
    action: 'record.read',
    query: z.object({ ...pageQuery, facility: facilityCodeSchema, date: civilDateSchema }),
    status: 200,
    answer: pageSchema(listedSchema),
    handle: async ({ database, query, scope }) => {
      scope.check({ facility: query.facility })
      const rows = await database.query<ListedRow>(
        `select id, facility, received_at, amends, superseded_by, jws, seal from record
         where facility = $1 and day = $2 and id::text > $3 order by id::text limit $4`,
        [query.facility, query.date, keyOf(query.cursor), query.limit + 1],
      )
      return page(rows, query.limit, (row) => row.id, listed)
    },
  })
}

/** Signed records, records by minutes, and the list of what is there. */
export function recordRoutes(app: App, services: Services): void {
  submitRoute(app, services)
  getRoute(app, services)
  listRoute(app, services)
  minutesRoute(app, services)
}
