/** What the sandbox needs of a PostgreSQL, whichever way it is reached. */
export interface Queryable {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
}

/** A database: transactions are serial, and either all of one happens or none. */
export interface Database extends Queryable {
  transaction<Result>(run: (inside: Queryable) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** The first row of an answer, or undefined. */
export async function one<Row extends object>(
  database: Queryable,
  sql: string,
  values?: readonly unknown[],
): Promise<Row | undefined> {
  return (await database.query<Row>(sql, values))[0]
}
