/** Which people's courses are complete, by the signed records that stand. */
import type { Uuid } from '@tiemchung/core'
import type { CertificateRequest, DoseRecord } from '@tiemchung/schemas'
import { one, type Queryable } from '../database/database.js'

/** Doses of a complete primary course of the campaign (1535/BYT-DP: two doses of the same vaccine). */
export const courseDoses = 2

/** A complete course: the record of its last dose, and what to certify. */
export interface Course {
  /** Where it stands in the list of courses. */
  readonly key: string
  readonly record: DoseRecord
  readonly request: CertificateRequest
}

/** Họ, and chữ đệm và tên: the family name is the first word. */
export function splitName(fullName: string): { familyName: string; givenName?: string } {
  const [familyName = '', ...rest] = fullName.split(' ')
  return rest.length === 0 ? { familyName } : { familyName, givenName: rest.join(' ') }
}

/** An id for the request that comes out the same each time the list is read. */
function requestIdOf(recordId: string): Uuid {
  return `${recordId.slice(0, 14)}8${recordId.slice(15)}` as Uuid
}

function courseOf(record: DoseRecord): Course {
  const { person, dose } = record
  return {
    key: record.id,
    record,
    request: {
      format: 'certificate-request/1',
      id: requestIdOf(record.id),
      ...splitName(person.fullName),
      birthDate: person.birthDate,
      nationality: person.nationality,
      disease: '840539006',
      dosesReceived: dose.number,
      courseDoses,
      vaccinationDate: dose.date,
      doseNumber: dose.number,
      product: dose.product,
      lot: dose.lot,
      recordIds: [record.id],
    },
  }
}

/** Signed records stand for a complete course when the dose they carry is its last. */
const complete = `(jws is not null or seal is not null) and superseded_by is null and dose_number >= ${courseDoses}`

/** Complete courses without a certificate, behind a key. */
export async function coursesOf(
  database: Queryable,
  after: string,
  most: number,
): Promise<readonly Course[]> {
  const rows = await database.query<{ document: DoseRecord }>(
    `select document from record
     where ${complete} and id::text > $1 and not exists (
       select 1 from certificate_record
       join certificate on certificate.id = certificate_record.certificate
       where certificate_record.record = record.id and certificate.revoked_at is null)
     order by id::text limit $2`,
    [after, most],
  )
  return rows.map(({ document }) => courseOf(document))
}

/** The course that these records are, or undefined. */
export async function courseAfter(
  database: Queryable,
  recordIds: readonly string[],
): Promise<Course | undefined> {
  const [last, ...others] = recordIds
  if (others.length > 0) return undefined
  const row = await one<{ document: DoseRecord }>(
    database,
    `select document from record where id = $1 and ${complete}`,
    [last],
  )
  return row === undefined ? undefined : courseOf(row.document)
}
