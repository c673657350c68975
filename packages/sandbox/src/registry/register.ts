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
  number: string
  old_numbers: readonly string[]
  full_name: string
  birth_date: string
  sex: string
  unverifiable: boolean
}

const columns = 'number, old_numbers, full_name, birth_date, sex, unverifiable'

/** Rows of people into the register, a thousand at a time; `known` says what becomes of those in it. */
async function insertPeople(
  database: Queryable,
  people: readonly RegisteredPerson[],
  known: string,
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
       on conflict (number) do ${known}`,
      [JSON.stringify(rows)],
    )
  }
}

/** Adds people, or changes those that are there. */
export function putPeople(database: Queryable, people: readonly RegisteredPerson[]): Promise<void> {
  const changed = `update set old_numbers = excluded.old_numbers, full_name = excluded.full_name,
    birth_date = excluded.birth_date, sex = excluded.sex, unverifiable = excluded.unverifiable`
  return insertPeople(database, people, changed)
}

/** Adds people; those that are there stay, with what the police corrected. */
export function seedPeople(
  database: Queryable,
  people: readonly RegisteredPerson[],
): Promise<void> {
  return insertPeople(database, people, 'nothing')
}

/** Who has the claimed number, now or before; only where nobody has it, who has the claimed old number. */
async function find(
  database: Queryable,
  { number, oldNumber = number }: Pick<VerificationRequest, 'number' | 'oldNumber'>,
): Promise<Row | undefined> {
  return one<Row>(
    database,
    `select ${columns} from register_person
     where number in ($1, $2) or old_numbers ? $1 or old_numbers ? $2
     order by number = $1 or old_numbers ? $1 desc, number limit 1`,
    [number, oldNumber],
  )
}

/** The register writes names in capitals with single blanks. */
const written = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toUpperCase()

function differences(request: VerificationRequest, row: Row): MatchField[] {
  const fields: MatchField[] = []
  const known = request.number === row.number || row.old_numbers.includes(request.number)
  if (!known) fields.push('number')
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
