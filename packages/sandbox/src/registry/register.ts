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
import type { Queryable } from '../database/database.js'

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

/** Who has a number, now or before, by that number. */
type Holders = ReadonlyMap<string, Row>

/**
 * Everybody who has one of the claimed numbers. One statement for all questions: the register is gone
 * through once, however many they are.
 */
async function findAll(
  database: Queryable,
  requests: readonly Pick<VerificationRequest, 'number' | 'oldNumber'>[],
): Promise<Holders> {
  const numbers = requests.flatMap(({ number, oldNumber = number }) => [number, oldNumber])
  const rows = await database.query<Row & { held: string }>(
    `with asked as (select value as held from jsonb_array_elements_text($1::jsonb))
     select number as held, ${columns} from register_person
       where number in (select held from asked)
     union all
     select old.value as held, ${columns} from register_person,
       jsonb_array_elements_text(old_numbers) as old
       where old_numbers <> '[]'::jsonb and old.value in (select held from asked)
     order by number desc`,
    [JSON.stringify([...new Set(numbers)])],
  )
  return new Map(rows.map((row) => [row.held, row]))
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

function answerTo(
  request: VerificationRequest,
  row: Row | undefined,
  at: Date,
): VerificationResult {
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

/** The register's answers, each to its question. */
export async function askRegister(
  database: Queryable,
  requests: readonly VerificationRequest[],
  at: Date,
): Promise<readonly VerificationResult[]> {
  const holders = await findAll(database, requests)
  return requests.map((request) => {
    // Only where nobody has the number, who has the old one.
    const { number, oldNumber = number } = request
    return answerTo(request, holders.get(number) ?? holders.get(oldNumber), at)
  })
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
