import { canonicalJson, toBase64, type Uuid } from '@tiemchung/core'
import { type CertificateRequest, certificateRequestSchema, uuidSchema } from '@tiemchung/schemas'
import {
  type IssuedCertificate,
  type IssueRequest,
  issuedCertificateSchema,
  issueRequestSchema,
  pageSchema,
} from '@tiemchung/schemas/wire'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import { Answered, type App } from '../app/operation-spec.js'
import { keyOf, page, pageQuery } from '../app/page.js'
import type { Scope } from '../authorisation/scope.js'
import { issueFor } from '../authority/issue.js'
import { revocationHashesFor, revocationListOf } from '../authority/revocation.js'
import { trustListOf } from '../authority/trust-list.js'
import { courseAfter, coursesOf } from '../certificate/courses.js'
import { one, type Queryable } from '../database/database.js'
import { advanceCorrections } from '../feedback/advance-correction.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

const byId = z.object({ id: uuidSchema })

const courseSchema = z.strictObject({
  recordIds: z.array(uuidSchema),
  request: certificateRequestSchema,
})

interface Row {
  id: string
  body: IssuedCertificate
  revoked_at: string | Date | null
}

const shown = ({ body, revoked_at: revokedAt }: Row): IssuedCertificate => ({
  ...body,
  revoked: revokedAt !== null,
})

async function load(database: Queryable, id: string): Promise<Row> {
  const row = await one<Row>(
    database,
    'select id, body, revoked_at from certificate where id = $1',
    [id],
  )
  if (row === undefined) throw new Problem(404, 'platform.not-found')
  return row
}

async function revoke(services: Services, database: Queryable, id: string): Promise<void> {
  await database.query(
    'update certificate set revoked_at = coalesce(revoked_at, $2) where id = $1',
    [id, services.world.clock.now().toISOString()],
  )
}

async function keep(
  services: Services,
  database: Queryable,
  certificate: IssuedCertificate,
  asked: IssueRequest,
): Promise<void> {
  await database.query(
    `insert into certificate (id, certificate_id, body, request, key_id, revocation_hashes)
     values ($1, $2, $3::jsonb, $4::jsonb, $5, $6::jsonb)`,
    [
      certificate.id,
      certificate.certificateId,
      JSON.stringify(certificate),
      JSON.stringify(asked),
      toBase64(services.authority.documentSigners[asked.algorithm].keyId),
      JSON.stringify(await revocationHashesFor(certificate.text)),
    ],
  )
  for (const record of certificate.recordIds) {
    await database.query('insert into certificate_record (certificate, record) values ($1, $2)', [
      certificate.id,
      record,
    ])
  }
}

/** A course has one certificate that stands; another one replaces it. */
async function checkUncertified(
  database: Queryable,
  recordId: string,
  replaces: string | undefined,
): Promise<void> {
  const standing = await one(
    database,
    `select id from certificate
     join certificate_record on certificate_record.certificate = certificate.id
     where record = $1 and revoked_at is null and id is distinct from $2`,
    [recordId, replaces ?? null],
  )
  if (standing !== undefined) throw new Problem(409, 'platform.conflict')
}

async function issue(
  services: Services,
  database: Queryable,
  id: Uuid,
  asked: IssueRequest,
): Promise<IssuedCertificate> {
  const { recordIds } = asked.request
  const course = await courseAfter(database, recordIds)
  if (course === undefined) throw new Problem(422, 'platform.course-incomplete')
  await checkUncertified(database, course.record.id, asked.replaces)
  const made = await issueFor(services, course, asked.algorithm)
  const certificate: IssuedCertificate = {
    id,
    certificateId: made.certificateId,
    text: made.text,
    issuedAt: made.issuedAt.toISOString(),
    expiresAt: made.expiresAt.toISOString(),
    recordIds,
    revoked: false,
  }
  await keep(services, database, certificate, asked)
  if (asked.replaces !== undefined) {
    await load(database, asked.replaces)
    await revoke(services, database, asked.replaces)
  }
  await advanceCorrections(services, database, recordIds)
  return certificate
}

function issueRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/certificates/{id}',
    id: 'issueCertificate',
    summary: 'Issue a health certificate for a complete course',
    description:
      'Signed centrally. 201 the first time; 200 with the same certificate when the same request comes again. What it replaces is revoked with it.',
    problems: [
      [404, 'platform.not-found'],
      [409, 'platform.conflict'],
      [422, 'platform.course-incomplete'],
    ],
    tag: 'certificates',
    action: 'certificate.issue',
    params: byId,
    body: issueRequestSchema,
    status: 201,
    repeats: true,
    answer: issuedCertificateSchema,
    handle: async ({ database, params, body }) => {
      const known = await one<Row & { request: IssueRequest }>(
        database,
        'select id, body, revoked_at, request from certificate where id = $1',
        [params.id],
      )
      if (known === undefined) return issue(services, database, params.id, body)
      const same = canonicalJson(known.request) === canonicalJson(body)
      if (!same) throw new Problem(409, 'platform.conflict')
      return new Answered(200, shown(known))
    },
  })
}

function revokeRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'post',
    path: '/v1/certificates/{id}/revocation',
    id: 'revokeCertificate',
    summary: 'Revoke a health certificate',
    description: 'Its hash is on the revocation list from now on. Revoking again changes nothing.',
    problems: [[404, 'platform.not-found']],
    tag: 'certificates',
    action: 'certificate.revoke',
    params: byId,
    body: z.strictObject({ reason: z.enum(['amended', 'issued-in-error', 'withdrawn']) }),
    status: 200,
    answer: issuedCertificateSchema,
    handle: async ({ database, params }) => {
      const { body } = await load(database, params.id)
      await revoke(services, database, params.id)
      await advanceCorrections(services, database, body.recordIds)
      return shown(await load(database, params.id))
    },
  })
}

function coursesRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/courses',
    id: 'listCourses',
    summary: 'Complete courses of signed records that have no certificate yet',
    description: 'Each with the request that issues its certificate.',
    tag: 'certificates',
    action: 'course.read',
    query: z.object({ ...pageQuery }),
    status: 200,
    answer: pageSchema(courseSchema),
    handle: async ({ database, query }) => {
      const courses = await coursesOf(database, keyOf(query.cursor), query.limit + 1)
      return page<{ key: string; request: CertificateRequest }, z.input<typeof courseSchema>>(
        courses,
        query.limit,
        (course) => course.key,
        ({ request }) => ({ recordIds: request.recordIds, request }),
      )
    },
  })
}

function signerRoutes(app: App, services: Services): void {
  issueRoute(app, services)
  revokeRoute(app, services)
  coursesRoute(app, services)
}

/** A facility sees the certificates that rest on its own records. */
async function checkOwn(
  database: Queryable,
  scope: Scope,
  recordIds: readonly string[],
): Promise<void> {
  const rows = await database.query<{ facility: string }>(
    'select distinct facility from record where id = any($1)',
    [recordIds],
  )
  scope.check(...rows)
}

function certificateRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/certificates/{id}',
    id: 'getCertificate',
    summary: 'A certificate as it was issued',
    description: 'Facilities see those that rest on their own records.',
    problems: [[404, 'platform.not-found']],
    tag: 'certificates',
    action: 'certificate.read',
    params: byId,
    status: 200,
    answer: issuedCertificateSchema,
    handle: async ({ database, params, scope }) => {
      const row = await load(database, params.id)
      await checkOwn(database, scope, row.body.recordIds)
      return shown(row)
    },
  })
}

function ofRecordRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/certificates',
    id: 'listCertificates',
    summary: 'The certificates that rest on a record',
    description: 'Revoked ones included. Facilities see those that rest on their own records.',
    tag: 'certificates',
    action: 'certificate.read',
    query: z.object({ recordId: uuidSchema }),
    status: 200,
    answer: pageSchema(issuedCertificateSchema),
    handle: async ({ database, query, scope }) => {
      await checkOwn(database, scope, [query.recordId])
      const rows = await database.query<Row>(
        `select id, body, revoked_at from certificate
         join certificate_record on certificate_record.certificate = certificate.id
         where record = $1 order by id`,
        [query.recordId],
      )
      return { items: rows.map(shown) }
    },
  })
}

function trustListRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/trust-list',
    id: 'getTrustList',
    summary: 'The signing certificates of health certificates',
    description: 'What verifiers load. Good for a week.',
    tag: 'certificates',
    action: 'verifier-list.read',
    status: 200,
    answer: z.looseObject({ format: z.string() }),
    handle: () => Promise.resolve(new Answered(200, trustListOf(services))),
  })
}

function revocationListRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/revocation-list',
    id: 'getRevocationList',
    summary: 'The hashes of revoked health certificates',
    description: 'What verifiers load. Good for a day.',
    tag: 'certificates',
    action: 'verifier-list.read',
    status: 200,
    answer: z.looseObject({ format: z.string() }),
    handle: async ({ database }) => new Answered(200, await revocationListOf(services, database)),
  })
}

/** Issuing, revoking, and the two lists that verifiers need. */
export function certificateRoutes(app: App, services: Services): void {
  signerRoutes(app, services)
  certificateRoute(app, services)
  ofRecordRoute(app, services)
  trustListRoute(app, services)
  revocationListRoute(app, services)
}
