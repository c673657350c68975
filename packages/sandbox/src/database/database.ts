import { type ErrorDetails, SdkError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'

/** What the sandbox needs of a PostgreSQL, whichever way it is reached. */
export interface Queryable {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
}

/** A database: transactions are serial, and either all of one happens or none. */
export interface Database extends Queryable {
  transaction<Result>(run: (inside: Queryable) => Promise<Result>): Promise<Result>
  /** Runs something while no other process on this database runs anything in here. */
  alone<Result>(run: () => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** The database cannot do its part: it is away, or somebody else has it. What was asked is not at fault. */
export class DatabaseError extends SdkError {
  override readonly name = 'DatabaseError'

  constructor(
    code: 'sandbox.database.unreachable' | 'sandbox.database.in-use',
    details: ErrorDetails = {},
  ) {
    super(errorCatalogue, code, details)
  }
}

/** The SQLSTATE of an error that the database itself gave, or undefined; all that it gives have a digit. */
export function sqlStateOf(caught: unknown): string | undefined {
  const { code } = caught as { readonly code?: unknown }
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** The first row of an answer, or undefined. */
export async function one<Row extends object>(
  database: Queryable,
  sql: string,
  values?: readonly unknown[],
): Promise<Row | undefined> {
  return (await database.query<Row>(sql, values))[0]
}
