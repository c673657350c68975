/** Where the platform keeps the day: a folder of its own, or a schema of the server named by DATABASE_URL. */
import pg from 'pg'

/** The schema that a run makes anew and leaves behind, so that it can be looked at and recounted. */
const schemaName = 'tiemchung_clinic_day'

/** The address of a database, with the demo's schema as the place where its tables are made and found. */
function addressOfSchema(url: string): string {
  const address = new URL(url)
  address.searchParams.set('options', `-c search_path=${schemaName}`)
  return address.href
}

/** Throws away what an earlier run left in the schema, and makes it again. */
export async function freshSchema(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`drop schema if exists ${schemaName} cascade`)
    await client.query(`create schema ${schemaName}`)
  } finally {
    await client.end()
  }
  return addressOfSchema(url)
}
