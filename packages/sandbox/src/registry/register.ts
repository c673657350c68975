/**
 * The population register, as the sandbox plays it: its own exact comparison, on purpose not the
 * matcher of `@tiemchung/identity`, so that nobody tests a matcher against itself.
 */
import type { PartialDate } from '@tiemchung/core'
import type {
  MatchField,
  RegisterCorrection,
  VerificationRequest,
  VerificationResult,
} from '@tiemchung/schemas/wire'
import { one, type Queryable } from '../database/database.js'

/** Somebody in the register. */
export interface RegisteredPerson {
  readonly number: string
  readonly oldNumbers?: readonly string[]
  readonly fullName: string
  readonly birthDate: PartialDate
  readonly sex: 'male' | 'female' | 'unknown'
  /** The register holds the person but cannot decide. */
  readonly unverifiable?: boolean
}

interface Row {
  full_name: string
  birth_date: string
  sex: string
  unverifiable: boolean
}

const columns = 'full_name, birth_date, sex, unverifiable'

/** Adds people, or changes those that are there; a thousand at a time. */
export async function putPeople(
  database: Queryable,
  people: readonly RegisteredPerson[],
): Promise<void> {
  for (let start = 0; start < people.length; start += 1000) {
    const rows = people.slice(start, start + 1000).map((person) => ({
      number: person.number,
      old_numbers: person.oldNumbers ?? [],
      full_name: person.fullName,
      birth_date: person.birthDate,
      sex: person.sex,
      unverifiable: person.unverifiable ?? false,
    }))
    await database.query(
      `insert into register_person
         select * from jsonb_to_recordset($1::jsonb) as given
           (number text, old_numbers jsonb, full_name text, birth_date text, sex text, unverifiable boolean)
       on conflict (number) do update set old_numbers = excluded.old_numbers,
         full_name = excluded.full_name, birth_date = excluded.birth_date, sex = excluded.sex,
         unverifiable = excluded.unverifiable`,
      [JSON.stringify(rows)],
    )
  }
}

async function find(
  database: Queryable,
  request: Pick<VerificationRequest, 'number' | 'oldNumber'>,
): Promise<Row | undefined> {
  const numbers = [request.number, ...(request.oldNumber === undefined ? [] : [request.oldNumber])]
  return one<Row>(
    database,
    `select ${columns} from register_person
     where number = any($1) or exists (
       select 1 from jsonb_array_elements_text(old_numbers) as old where old = any($1))
     order by number limit 1`,
    [numbers],
  )
}

/** The register writes names in capitals with single blanks. */
const written = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toUpperCase()

function differences(request: VerificationRequest, row: Row): MatchField[] {
  const fields: MatchField[] = []
  if (written(request.fullName) !== written(row.full_name)) fields.push('name')
  if (request.birthDate !== row.birth_date) fields.push('birth-date')
  if (request.sex !== row.sex) fields.push('sex')
  return fields
}

/** The register's answer to one question. */
export async function askRegister(
  database: Queryable,
  request: VerificationRequest,
  at: Date,
): Promise<VerificationResult> {
  const row = await find(database, request)
  const mismatched = row === undefined ? [] : differences(request, row)
  const outcome =
    row === undefined
      ? 'not-found'
      : row.unverifiable
        ? 'unverifiable'
        : mismatched.length > 0
          ? 'mismatch'
          : 'match'
  return {
    id: request.id,
    outcome,
    mismatched: outcome === 'mismatch' ? mismatched : [],
    at: at.toISOString(),
    source: 'sandbox-register',
  }
}

/** Changes the register as the police decided. False when nobody has that number. */
export async function correctRegister(
  database: Queryable,
  correction: RegisterCorrection,
): Promise<boolean> {
  const changed = await database.query<{ number: string }>(
    `update register_person set full_name = coalesce($2, full_name),
       birth_date = coalesce($3, birth_date), sex = coalesce($4, sex), unverifiable = false
     where number = $1 returning number`,
    [
      correction.number,
      correction.fullName ?? null,
      correction.birthDate ?? null,
      correction.sex ?? null,
    ],
  )
  return changed.length > 0
}
