/** SQL over the platform's own database: the folder of the run, or the server named by DATABASE_URL. */
import { join } from 'node:path'
import process from 'node:process'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

async function connect(out, url) {
  if (url === '') {
    const pglite = await PGlite.create(join(out, 'platform'))
    return { query: async (sql) => (await pglite.query(sql)).rows, close: () => pglite.close() }
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // The schema in which the demo lets the platform make its tables.
  await client.query('set search_path to tiemchung_clinic_day')
  return { query: async (sql) => (await client.query(sql)).rows, close: () => client.end() }
}

const tables = {
  records: `select id, facility, hash, jws, minutes_id, amends, superseded_by, document, receipt,
    dose_number, person_key from record`,
  minutes: 'select id, facility, body from minutes',
  certificates: `select certificate.id, certificate.request, revoked_at, revocation_hashes, record,
    body->>'text' as text from certificate
    join certificate_record on certificate_record.certificate = certificate.id`,
  plans: 'select facility, day, vaccinating from day_plan',
  reports: 'select facility, day, body from day_report',
  corrections: 'select number, body from register_correction',
  feedback: 'select id, unit, state, item from feedback',
  evidence: 'select feedback from evidence',
  secrets: "select body from secret where name = 'authority'",
}

/** All that the recount looks at, table by table. */
export async function readPlatform(out, url = process.env.DATABASE_URL ?? '') {
  const database = await connect(out, url)
  const platform = {}
  for (const [name, sql] of Object.entries(tables)) platform[name] = await database.query(sql)
  await database.close()
  return platform
}
