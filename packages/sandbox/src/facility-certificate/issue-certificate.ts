import { fromBase64, InputError } from '@tiemchung/core'
import type { Facility } from '@tiemchung/schemas'
import { renewalOf } from '@tiemchung/signing'
import { type CertificateRequest, readRequest } from '@tiemchung/x509/ca'
import { issueTo } from '../authority/facility-issuer.js'
import { one, type Queryable } from '../database/database.js'
import { Problem } from '../problem.js'
import type { Services } from '../services.js'
import {
  certificatesForKey,
  certificatesOf,
  certificateWith,
  derOf,
  isActive,
  keepCertificate,
  type KeptCertificate,
} from './kept.js'
import type { RequestBody } from './schemas.js'
import { facilitySubject, isSubjectOf } from './subject.js'

type Refusal = 'form' | 'subject' | 'key-used' | 'replaces'

const refused = (detail: Refusal) =>
  new Problem(422, 'platform.facility-certificate.request', { detail })

/**
 * A request that its own key signed, and a key that is strong enough: `readRequest` believes no other signature.
 * Nothing is known yet of who asks.
 */
async function readAsked(text: string): Promise<CertificateRequest> {
  try {
    return await readRequest(fromBase64(text))
  } catch (caught) {
    if (caught instanceof InputError) throw refused('form')
    throw caught
  }
}

/** A renewal takes its turn in the last days of what it replaces; a first certificate, when there is none. */
async function checkTurn(
  { world, renewal }: Services,
  database: Queryable,
  facility: string,
  replaces: string | undefined,
): Promise<KeptCertificate | undefined> {
  const now = world.clock.now()
  const own = await certificatesOf(database, facility)
  if (replaces === undefined) {
    if (own.some((one) => isActive(one, now))) {
      throw new Problem(409, 'platform.facility-certificate.not-due')
    }
    return undefined
  }
  const before = own.find(({ id }) => id === replaces)
  if (before === undefined || !isActive(before, now)) throw refused('replaces')
  const { state } = renewalOf(derOf(before), renewal, now)
  const again = own.some((one) => one.replaces === replaces && isActive(one, now))
  if (state === 'not-yet' || again) throw new Problem(409, 'platform.facility-certificate.not-due')
  return before
}

/**
 * A key is certified once. It may stay at a renewal where the policy says so, unless a certificate of it was
 * ever revoked or is another facility's.
 */
async function checkKey(
  { renewal }: Services,
  database: Queryable,
  keyHash: string,
  before: KeptCertificate | undefined,
): Promise<void> {
  const known = await certificatesForKey(database, keyHash)
  if (known.length === 0) return
  const stays =
    renewal.keyAtRenewal === 'new-or-same' &&
    before?.keyHash === keyHash &&
    known.every(
      ({ facility, revokedAt }) => facility === before.facility && revokedAt === undefined,
    )
  if (!stays) throw refused('key-used')
}

/** The facility of an account. */
export async function facilityOf(database: Queryable, code: string | undefined): Promise<Facility> {
  const row = await one<{ body: Facility }>(database, 'select body from facility where code = $1', [
    code ?? '',
  ])
  if (row === undefined) throw new Problem(404, 'platform.not-found')
  return row.body
}

async function issue(
  services: Services,
  database: Queryable,
  facility: Facility,
  { id, body, by }: { id: string; body: RequestBody; by: string },
): Promise<void> {
  const { world, issuer, renewal } = services
  const { spki, subject } = await readAsked(body.request)
  if (!isSubjectOf(facility, subject)) throw refused('subject')
  const before = await checkTurn(services, database, facility.code, body.replaces)
  await checkKey(services, database, world.hash(spki), before)
  const now = world.clock.now()
  const made = await issueTo(issuer, facilitySubject(facility), spki, now, renewal.lifetimeDays)
  const chain = [made.certificate, issuer.certificate]
  const requestHash = world.hash(body.request)
  const replaces = body.replaces === undefined ? {} : { replaces: body.replaces }
  const { code } = facility
  await keepCertificate(
    database,
    world,
    { id, facility: code, chain, requestHash, ...replaces },
    by,
  )
}

/**
 * Issues the certificate that a facility asks for, once: the same request under the same id changes nothing.
 *
 * @throws Problem `platform.conflict`, `platform.facility-certificate.*`
 */
export async function issueOnce(
  services: Services,
  database: Queryable,
  facility: Facility,
  asked: { id: string; body: RequestBody; by: string },
): Promise<{ readonly kept: KeptCertificate; readonly fresh: boolean }> {
  const { id, body } = asked
  const known = await certificateWith(database, id)
  if (known !== undefined) {
    const same =
      known.facility === facility.code &&
      known.requestHash === services.world.hash(body.request) &&
      known.replaces === (body.replaces ?? null)
    if (!same) throw new Problem(409, 'platform.conflict')
    return { kept: known, fresh: false }
  }
  await issue(services, database, facility, asked)
  const kept = await certificateWith(database, id)
  if (kept === undefined) throw new Problem(409, 'platform.conflict')
  return { kept, fresh: true }
}
