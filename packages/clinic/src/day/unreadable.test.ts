import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Issue, JsonValue } from '@tiemchung/core'
import { dayReportSchema } from '@tiemchung/schemas/wire'
import { afterEach, describe, expect, test } from 'vitest'
import { dayReportFaults } from '../report/faults.js'
import { encryptedStore } from '../store/encrypted.js'
import { fileStore } from '../store/file.js'
import { memoryStore } from '../store/memory.js'
import { wearLine } from '../store/run-suite.fixture.js'
import { drivers } from '../store/sqlite/drivers.fixture.js'
import { type SqliteHandle, sqliteStore } from '../store/sqlite.js'
import type { Store } from '../store/store.js'
import { optionsOf, readyDay, testSigner } from './day.fixture.js'
import { openDay } from './open-day.js'
import { openKeptDay } from './open-kept-day.js'

const head = { by: 'head-1' }
const reason = 'Đã đối chiếu với phiếu giấy'
const collections = ['head', 'child', 'record', 'outbox', 'seal', 'minutes']

/** A day on which everything was done and sent, put into another store. */
async function doneDay(into: Store): Promise<Store> {
  const { day, store } = await readyDay(3)
  await day.sign(await testSigner())
  await day.send()
  expect((await day.report()).finished).toBe(true)
  for (const collection of collections) {
    const all = await store.all(collection)
    await into.write(all.map(({ id, value }) => ({ collection, id, value })))
  }
  return into
}

/** Of a day on which one document cannot be read. */
async function expectNamed(store: Store, unreadable = 1): Promise<void> {
  const day = openDay(optionsOf(store))
  const report = await day.report()
  expect(report).toMatchObject({ finished: false, unreadable })
  expect(dayReportFaults(report)).toEqual([])
  expect(dayReportSchema.parse(report)).toMatchObject({ unreadable })
  expect(dayReportFaults({ ...report, finished: true })).toContain('finished')
  const refused = await day.close(head)
  expect(refused).toMatchObject({ closed: false, issue: { code: 'clinic.close.open' } })
  const closed = await (await openKeptDay(store))?.close({ ...head, reason })
  expect(closed).toMatchObject({ closed: true, closing: { reason, open: { unreadable } } })
  const [kept] = await day.closings()
  expect(kept).toMatchObject({ reason, open: { unreadable } })
  expect(await day.queueReport()).toMatchObject({ finished: false, unreadable })
}

const [driver] = drivers.flatMap(({ open }) => (typeof open === 'string' ? [] : [open]))

describe.runIf(driver !== undefined)('a day on a store that leaves out what it cannot read', () => {
  const spoil = (handle: SqliteHandle, collection: string) => {
    const first = `select min(position) from document where collection = '${collection}'`
    handle.exec(`update document set value = '{' where position = (${first})`)
  }

  test.each([['child'], ['record'], ['outbox']])(
    'is not finished over a spoilt %s, and closes only with a reason, which is kept',
    async (collection) => {
      const handle = (driver as NonNullable<typeof driver>)(':memory:')
      const issues: Issue[] = []
      const store = await doneDay(sqliteStore(handle, { onIssue: (one) => issues.push(one) }))
      expect(await openDay(optionsOf(store)).report()).toMatchObject({ finished: true })
      spoil(handle, collection)
      await expectNamed(store)
      expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['clinic.store.document']))
      await store.close()
    },
  )

  test('is not reported at all where nobody asked to be told', async () => {
    const handle = (driver as NonNullable<typeof driver>)(':memory:')
    const store = await doneDay(sqliteStore(handle))
    spoil(handle, 'record')
    const day = openDay(optionsOf(store))
    const refused = { code: 'clinic.store.document' }
    await expect(day.report()).rejects.toMatchObject(refused)
    await expect(day.close({ ...head, reason })).rejects.toMatchObject(refused)
    await store.close()
  })
})

test('a day on an encrypted store is not finished over what does not open', async () => {
  const below = memoryStore()
  const keys = [{ id: '2022', key: new Uint8Array(32).fill(7) }]
  const how = { name: 'day', keys, onIssue: () => undefined }
  const store = await doneDay(await encryptedStore(below, how))
  const [record] = await below.all('record')
  const value: JsonValue = { box: 'AAAA' }
  await below.write([{ collection: 'record', id: record?.id ?? '', value }])
  await expectNamed(store)
})

describe('a day in a folder that was salvaged', () => {
  const folders: string[] = []
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
  })

  test('is not finished until somebody has compared, also when it is opened again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clinic-day-'))
    folders.push(folder)
    const first = await doneDay(await fileStore(folder))
    // A dose of which nothing is left but a damaged line.
    const extra = { collection: 'child', id: 'row-9', value: { key: 'row-9' } }
    await first.write([extra])
    await first.write([{ collection: 'other', id: 'last', value: 1 }])
    await first.close()
    await wearLine(folder, 'row-9')
    const salvaged = await fileStore(folder, { salvage: true })
    expect(await openDay(optionsOf(salvaged)).report()).toMatchObject({ finished: false })
    await salvaged.close()
    const again = await fileStore(folder)
    await expectNamed(again)
    await again.close()
  })
})

test('one that is spoilt or mended while the day is counted is named', async () => {
  const kept = await doneDay(memoryStore())
  for (const looks of [[1], [0, 1]]) {
    const store = { ...kept, unreadable: () => Promise.resolve(looks.shift() ?? 0) }
    const report = await openDay(optionsOf(store)).report()
    expect(report).toMatchObject({ finished: false, unreadable: 1 })
  }
})
