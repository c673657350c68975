import { toBase64 } from '@tiemchung/core'
import { facilityCodeSchema, uuidSchema } from '@tiemchung/schemas'
import { pageSchema } from '@tiemchung/schemas/wire'
import { renewalOf } from '@tiemchung/signing'
import * as z from 'zod'
import { addOperation } from '../app/operation.js'
import { Answered, type App } from '../app/operation-spec.js'
import type { Scope } from '../authorisation/scope.js'
import { signerRegisterOf } from '../authority/signer-register.js'
import type { Queryable } from '../database/database.js'
import { facilityOf, issueOnce } from '../facility-certificate/issue-certificate.js'
import {
  addEvent,
  certificatesOf,
  certificateWith,
  derOf,
  eventsOf,
  type KeptCertificate,
  revokedAmong,
} from '../facility-certificate/kept.js'
import {
  facilityCertificateSchema,
  facilityCrlsSchema,
  facilitySubjectSchema,
  requestSchema,
  type RevocationBody,
  revocationSchema,
} from '../facility-certificate/schemas.js'
import { facilitySubject } from '../facility-certificate/subject.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'

const byId = z.object({ id: uuidSchema })
const byFacility = z.object({ facility: facilityCodeSchema })

async function shown({ renewal, world }: Services, database: Queryable, kept: KeptCertificate) {
  const { dueFrom } = renewalOf(derOf(kept), renewal, world.clock.now())
  return {
    id: kept.id,
    facility: kept.facility,
    chain: [...kept.chain],
    serial: kept.serial,
    fingerprint: kept.fingerprint,
    notBefore: kept.notBefore.toISOString(),
    notAfter: kept.notAfter.toISOString(),
    dueFrom: dueFrom.toISOString(),
    ...(kept.replaces === null ? {} : { replaces: kept.replaces }),
    revoked: kept.revokedAt !== undefined,
    events: [...(await eventsOf(database, kept.id))],
  }
}

/** The certificate under an id, for a caller who may see to it. */
async function load(database: Queryable, scope: Scope, id: string): Promise<KeptCertificate> {
  const kept = await certificateWith(database, id)
  if (kept === undefined) throw new Problem(404, 'platform.not-found')
  scope.check({ facility: kept.facility })
  return kept
}

/** Revokes once: the same again changes nothing. */
async function revoke(
  { world }: Services,
  database: Queryable,
  { id, revokedAt, reason }: KeptCertificate,
  asked: RevocationBody & { by: string },
): Promise<void> {
  if (revokedAt !== undefined) {
    if (reason !== asked.reason) throw new Problem(409, 'platform.conflict')
    return
  }
  const at = world.clock.now().toISOString()
  await addEvent(database, id, { at, what: 'revoked', by: asked.by, reason: asked.reason })
}

function requestRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'put',
    path: '/v1/facility-certificates/{id}',
    id: 'requestFacilityCertificate',
    summary: 'Ask for a signing certificate, or renew one',
    description:
      "A PKCS #10 request that its own key signed, with exactly the facility's subject and a key that was never certified. A first certificate is issued when there is none that is good; a renewal names what it replaces and comes in its last days. What is replaced stays good until its end. 200 when the same request comes again.",
    problems: [
      [404, 'platform.not-found'],
      [409, 'platform.conflict'],
      [409, 'platform.facility-certificate.not-due'],
      [422, 'platform.facility-certificate.request'],
    ],
    tag: 'facility-certificates',
    action: 'facility-certificate.request',
    params: byId,
    body: requestSchema,
    status: 201,
    repeats: true,
    answer: facilityCertificateSchema,
    handle: async ({ database, params, body, account, scope }) => {
      const facility = await facilityOf(database, scope.own.unit)
      const asked = { id: params.id, body, by: account.name }
      const { kept, fresh } = await issueOnce(services, database, facility, asked)
      const answer = await shown(services, database, kept)
      return fresh ? answer : new Answered(200, answer)
    },
  })
}

function revokeRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'post',
    path: '/v1/facility-certificates/{id}/revocation',
    id: 'revokeFacilityCertificate',
    summary: 'Revoke a signing certificate, from now on',
    description:
      'It is in the next revocation list, and its entry in the signer register ends today. Who revoked, when and why stays on record. Revoked again for the same reason, it is answered as it stands.',
    problems: [
      [404, 'platform.not-found'],
      [409, 'platform.conflict'],
    ],
    tag: 'facility-certificates',
    action: 'facility-certificate.revoke',
    params: byId,
    body: revocationSchema,
    status: 200,
    answer: facilityCertificateSchema,
    handle: async ({ database, params, body, account, scope }) => {
      const kept = await load(database, scope, params.id)
      await revoke(services, database, kept, { ...body, by: account.name })
      return shown(services, database, await load(database, scope, params.id))
    },
  })
}

function oneRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/facility-certificates/{id}',
    id: 'getFacilityCertificate',
    summary: 'A signing certificate, and what was done with it',
    description: 'Facilities see their own.',
    problems: [[404, 'platform.not-found']],
    tag: 'facility-certificates',
    action: 'facility-certificate.read',
    params: byId,
    status: 200,
    answer: facilityCertificateSchema,
    handle: async ({ database, params, scope }) =>
      shown(services, database, await load(database, scope, params.id)),
  })
}

function listRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/facilities/{facility}/certificates',
    id: 'listFacilityCertificates',
    summary: 'All signing certificates that a facility ever had',
    description: 'In the order in which they were issued. Facilities see their own.',
    tag: 'facility-certificates',
    action: 'facility-certificate.read',
    params: byFacility,
    status: 200,
    answer: pageSchema(facilityCertificateSchema),
    handle: async ({ database, params, scope }) => {
      scope.check({ facility: params.facility })
      const kept = await certificatesOf(database, params.facility)
      return { items: await Promise.all(kept.map((each) => shown(services, database, each))) }
    },
  })
}

function subjectRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/facilities/{facility}/certificate-subject',
    id: 'getFacilitySubject',
    summary: 'The subject that a request of a facility must have',
    description: 'As the platform knows the facility. The tax code is invented.',
    problems: [[404, 'platform.not-found']],
    tag: 'facility-certificates',
    action: 'facility-certificate.read',
    params: byFacility,
    status: 200,
    answer: facilitySubjectSchema,
    handle: async ({ database, params, scope }) => {
      scope.check({ facility: params.facility })
      return { ...facilitySubject(await facilityOf(database, params.facility)) }
    },
  })
}

function crlsRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/facility-crls',
    id: 'getFacilityCrls',
    summary: 'The revocation lists of facility certificates',
    description:
      'X.509 lists (RFC 5280) of the root and of the issuing authority: what `revocation.crls` of a verification takes. The latter is good for a day, and is signed anew when a certificate is revoked.',
    tag: 'facility-certificates',
    action: 'verifier-list.read',
    status: 200,
    answer: facilityCrlsSchema,
    handle: async ({ database }) => {
      const revoked = revokedAmong(await certificatesOf(database))
      const lists = await services.lists(revoked, services.world.clock.now())
      return { items: lists.map(toBase64) }
    },
  })
}

function registerRoute(app: App, services: Services): void {
  addOperation(app, services, {
    method: 'get',
    path: '/v1/signer-register',
    id: 'getSignerRegister',
    summary: 'Who may sign for which facility, and when',
    description: 'What `parseSignerRegister` reads. It names certificates, not people.',
    tag: 'facility-certificates',
    action: 'verifier-list.read',
    status: 200,
    answer: z.looseObject({ format: z.string() }),
    handle: async ({ database }) => new Answered(200, await signerRegisterOf(services, database)),
  })
}

/** Signing certificates of facilities: asked for, renewed, revoked, and the two lists that verifiers need. */
export function facilityCertificateRoutes(app: App, services: Services): void {
  requestRoute(app, services)
  revokeRoute(app, services)
  oneRoute(app, services)
  listRoute(app, services)
  subjectRoute(app, services)
  crlsRoute(app, services)
  registerRoute(app, services)
}
