/** Facility certificates as the database has them. Nothing of them is changed or taken away, only added. */
import { fromBase64, toBase64 } from '@tiemchung/core'
import { readCertificate, type RevokedEntry } from '@tiemchung/x509'
import { one, type Queryable } from '../database/database.js'
import type { FacilityKey } from '../authority/authority.js'
import type { SandboxWorld } from '../world.js'
import type { CertificateEvent, GivenReason } from './schemas.js'

/** One certificate, and when and why it was revoked. */
export interface KeptCertificate {
  readonly id: string
  readonly facility: string
  readonly fingerprint: string
  readonly serial: string
  readonly keyHash: string
  readonly requestHash: string | null
  readonly chain: readonly string[]
  readonly notBefore: Date
  readonly notAfter: Date
  readonly replaces: string | null
  readonly revokedAt: Date | undefined
  readonly reason: GivenReason | undefined
}

interface Row {
  readonly id: string
  readonly facility: string
  readonly fingerprint: string
  readonly serial: string
  readonly key_hash: string
  readonly request_hash: string | null
  readonly chain: readonly string[]
  readonly not_before: string | Date
  readonly not_after: string | Date
  readonly replaces: string | null
  readonly revoked_at: string | Date | null
  readonly reason: GivenReason | null
}

const read = (row: Row): KeptCertificate => ({
  id: row.id,
  facility: row.facility,
  fingerprint: row.fingerprint,
  serial: row.serial,
  keyHash: row.key_hash,
  requestHash: row.request_hash,
  chain: row.chain,
  notBefore: new Date(row.not_before),
  notAfter: new Date(row.not_after),
  replaces: row.replaces,
  revokedAt: row.revoked_at === null ? undefined : new Date(row.revoked_at),
  reason: row.reason ?? undefined,
})

const select = `select kept.id, facility, fingerprint, serial, key_hash, request_hash, chain, not_before,
     not_after, replaces, revoked.at as revoked_at, revoked.reason as reason
   from facility_certificate kept
   left join facility_certificate_event revoked
     on revoked.certificate = kept.id and revoked.what = 'revoked'`

/** All certificates of a facility, or of all, in the order of their ids. */
export async function certificatesOf(
  database: Queryable,
  facility?: string,
): Promise<readonly KeptCertificate[]> {
  const rows = await database.query<Row>(
    `${select} where $1::text is null or facility = $1 order by kept.id`,
    [facility ?? null],
  )
  return rows.map(read)
}

/** All certificates of a key, whosever they are. */
export async function certificatesForKey(
  database: Queryable,
  keyHash: string,
): Promise<readonly KeptCertificate[]> {
  return (await database.query<Row>(`${select} where key_hash = $1`, [keyHash])).map(read)
}

/** The certificate under an id, or undefined. */
export async function certificateWith(
  database: Queryable,
  id: string,
): Promise<KeptCertificate | undefined> {
  const row = await one<Row>(database, `${select} where kept.id = $1`, [id])
  return row === undefined ? undefined : read(row)
}

/** Whether a facility could sign with one of these now. */
export function isActive({ revokedAt, notAfter }: KeptCertificate, now: Date): boolean {
  return revokedAt === undefined && now.getTime() < notAfter.getTime() + 1000
}

/** Adds to the audit; the database lets nobody change or take away what is there. */
export async function addEvent(
  database: Queryable,
  id: string,
  event: CertificateEvent,
): Promise<void> {
  await database.query(
    `insert into facility_certificate_event (certificate, at, what, account, reason)
     values ($1, $2, $3, $4, $5)`,
    [id, event.at, event.what, event.by, event.reason ?? null],
  )
}

/** Everything that was done with a certificate, oldest first. */
export async function eventsOf(
  database: Queryable,
  id: string,
): Promise<readonly CertificateEvent[]> {
  const rows = await database.query<{
    at: string | Date
    what: CertificateEvent['what']
    account: string
    reason: GivenReason | null
  }>(
    'select at, what, account, reason from facility_certificate_event where certificate = $1 order by id',
    [id],
  )
  return rows.map(({ at, what, account, reason }) => ({
    at: new Date(at).toISOString(),
    what,
    by: account,
    ...(reason === null ? {} : { reason }),
  }))
}

/** A certificate that is to be kept. */
export interface NewCertificate {
  readonly id: string
  readonly facility: string
  readonly chain: readonly Uint8Array[]
  readonly requestHash?: string
  readonly replaces?: string
}

/** Keeps a certificate unless it is there already; whether it was new. */
export async function keepCertificate(
  database: Queryable,
  world: SandboxWorld,
  made: NewCertificate,
  by: string,
): Promise<boolean> {
  const { id, facility, chain, requestHash = null, replaces = null } = made
  const der = chain[0] ?? new Uint8Array()
  const { serialNumber, spki, notBefore, notAfter } = readCertificate(der)
  const texts = JSON.stringify(chain.map(toBase64))
  const dates = [notBefore.toISOString(), notAfter.toISOString()]
  const rows = await database.query(
    `insert into facility_certificate (id, facility, fingerprint, serial, key_hash, request_hash, chain,
       not_before, not_after, replaces)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10)
     on conflict (fingerprint) do nothing returning id`,
    [
      id,
      facility,
      world.hash(der),
      serialNumber,
      world.hash(spki),
      requestHash,
      texts,
      ...dates,
      replaces,
    ],
  )
  if (rows.length === 0) return false
  await addEvent(database, id, { at: world.clock.now().toISOString(), what: 'issued', by })
  return true
}

/** Keeps the certificates of the keys that a sandbox begins with, so that they can be renewed and revoked. */
export async function seedCertificates(
  database: Queryable,
  world: SandboxWorld,
  keys: readonly FacilityKey[],
): Promise<void> {
  for (const { facility, chain } of keys) {
    await keepCertificate(database, world, { id: world.newId(), facility, chain }, 'sandbox')
  }
}

/** What a revocation list has to say of these. */
export function revokedAmong(certificates: readonly KeptCertificate[]): readonly RevokedEntry[] {
  return certificates.flatMap(({ serial, revokedAt, reason = 'unspecified' }) =>
    revokedAt === undefined
      ? []
      : [
          {
            serialNumber: serial,
            revocationDate: new Date(Math.floor(revokedAt.getTime() / 1000) * 1000),
            reason,
          },
        ],
  )
}

/** The certificate itself, in DER. */
export const derOf = ({ chain }: KeptCertificate): Uint8Array => fromBase64(chain[0] ?? '')
