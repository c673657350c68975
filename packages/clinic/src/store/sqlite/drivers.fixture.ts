/** The drivers that this Node has, and why it does not have the others. */
import process from 'node:process'
import type { SqliteHandle } from './handle.js'

type Opener = new (path: string) => SqliteHandle

interface Driver {
  readonly name: string
  /** What opens a database; a text says why there is nothing. */
  readonly open: ((path: string) => SqliteHandle) | string
}

async function driver(
  name: string,
  from: string,
  opener: (module: Record<string, unknown>) => unknown,
): Promise<Driver> {
  try {
    const Database = opener((await import(from)) as Record<string, unknown>) as Opener
    return { name, open: (path) => new Database(path) }
  } catch (caught) {
    const reason = (caught as { code?: string }).code ?? 'it cannot be loaded'
    return { name, open: `${reason} on Node ${process.version}` }
  }
}

/** better-sqlite3 has its binaries on a host of its own, so it is not installed here: this says where it is. */
const betterSqlite = process.env['TIEMCHUNG_BETTER_SQLITE3'] ?? ''

const photostructure = '@photostructure/sqlite'

export const drivers: readonly Driver[] = [
  await driver(photostructure, photostructure, ({ DatabaseSync }) => DatabaseSync),
  await driver('node:sqlite', 'node:sqlite', ({ DatabaseSync }) => DatabaseSync),
  betterSqlite === ''
    ? { name: 'better-sqlite3', open: 'TIEMCHUNG_BETTER_SQLITE3 does not say where it is' }
    : await driver('better-sqlite3', betterSqlite, (module) => module['default']),
]
