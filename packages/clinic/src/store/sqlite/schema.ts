import { ParseError } from '@tiemchung/core'
import { storeErrors } from '../../errors/store-errors.js'
import type { SqliteHandle } from './handle.js'

/** "tchg": says whose database it is. */
const applicationId = 0x74636867

/**
 * The steps from one version of the schema to the next; `user_version` is how many were made. Only ever appended.
 * A document that is written again after it was deleted gets a position behind all others of the database.
 */
const steps: readonly string[] = [
  `create table document (
    position integer primary key,
    collection text not null,
    id text not null,
    value text not null,
    unique (collection, id)
  );`,
]

const numberOf = (handle: SqliteHandle, sql: string): number =>
  Number(Object.values(handle.prepare(sql).get() as Record<string, unknown>)[0])

/** @throws ParseError `clinic.store.newer`, `clinic.store.foreign`; nothing was touched */
function versionOf(handle: SqliteHandle): number {
  const version = numberOf(handle, 'pragma user_version')
  const owner = numberOf(handle, 'pragma application_id')
  const isEmpty = numberOf(handle, 'select count(*) from sqlite_master') === 0 && version === 0
  if (!isEmpty && owner !== applicationId) throw new ParseError(storeErrors, 'clinic.store.foreign')
  if (version > steps.length) {
    throw new ParseError(storeErrors, 'clinic.store.newer', { params: { version } })
  }
  return version
}

/**
 * Makes a database ready: flushed at every commit, readers beside a writer, and a patience of five seconds for
 * another process that writes.
 */
export function makeReady(handle: SqliteHandle): void {
  handle.exec('pragma busy_timeout = 5000')
  if (versionOf(handle) < steps.length) {
    handle.exec('begin immediate')
    try {
      for (const step of steps.slice(versionOf(handle))) handle.exec(step)
      handle.exec(`pragma application_id = ${applicationId}; pragma user_version = ${steps.length}`)
      handle.exec('commit')
    } catch (caught) {
      handle.exec('rollback')
      throw caught
    }
  }
  handle.exec('pragma journal_mode = wal; pragma synchronous = full')
}

/** The file of the database; undefined for one in memory. */
export function fileOf(handle: SqliteHandle): string | undefined {
  const all = handle.prepare('pragma database_list').all() as { name: string; file: string }[]
  const { file } = all.find(({ name }) => name === 'main') ?? {}
  return file === undefined || file === '' ? undefined : file
}
