import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../database/database.js'
import { migrate } from '../database/migrations.js'
import { openInMemory } from '../database/pglite.js'
import { addEvent, eventsOf } from './kept.js'

let database: Database
beforeAll(async () => {
  database = await openInMemory()
  await migrate(database)
}, 60_000)
afterAll(() => database.close())

const id = '01802361-8400-7000-8000-000000000001'
const issued = { at: '2022-05-20T01:00:00.000Z', what: 'issued', by: 'head.01234' } as const
const revoked = { ...issued, what: 'revoked', reason: 'keyCompromise' } as const

describe('what was done with a certificate', () => {
  test('is only ever added to', async () => {
    await database.query(
      `insert into facility_certificate (id, facility, fingerprint, serial, key_hash, chain, not_before,
         not_after) values ($1, '01234', 'f', '4a', 'k', '[]'::jsonb, now(), now())`,
      [id],
    )
    await addEvent(database, id, issued)
    await addEvent(database, id, revoked)
    const table = 'facility_certificate_event'
    for (const change of [
      `update ${table} set account = 'nobody'`,
      `delete from ${table}`,
      `update facility_certificate set facility = '01236'`,
    ]) {
      await expect(database.query(change)).rejects.toThrow('only added to')
    }
    await expect(addEvent(database, id, revoked)).rejects.toThrow()
    expect(await eventsOf(database, id)).toEqual([issued, revoked])
  })
})
