import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Issue, JsonValue } from '@tiemchung/core'
import { encryptedStore, type StoreKey } from '../encrypted.js'
import { fileStore } from '../file.js'
import { memoryStore } from '../memory.js'
import { freshFolder, removeFolders, runSuite, wearLine } from '../run-suite.fixture.js'
import { drivers } from '../sqlite/drivers.fixture.js'
import { sqliteStore } from '../sqlite.js'
import type { Store } from '../store.js'

removeFolders()

const keyOf = (id: string, octet: number): StoreKey => ({
  id,
  key: new Uint8Array(32).fill(octet),
})
const old = keyOf('2025', 1)
const fresh = keyOf('2026', 2)
const name = 'day'
const over = (store: Store, keys: readonly StoreKey[] = [fresh]) =>
  encryptedStore(store, { name, keys })

runSuite('encryptedStore over fileStore', { isKept: true, isShared: false }, async () => {
  const folder = await freshFolder()
  return {
    open: async () => over(await fileStore(folder, { salvage: true })),
    spoil: (_, id) => wearLine(folder, id),
  }
})

const [driver] = drivers.flatMap(({ open }) => (typeof open === 'string' ? [] : [open]))
if (driver !== undefined) {
  runSuite('encryptedStore over sqliteStore', { isKept: true, isShared: true }, async () => {
    const path = join(await freshFolder(), 'day.db')
    const options = { name, keys: [fresh], onIssue: () => undefined }
    return {
      open: () => encryptedStore(sqliteStore(driver(path)), options),
      spoil: async (_, id) => {
        const handle = driver(path)
        handle.prepare(`update document set value = '"plain"' where id = ?`).run(id)
        handle.close()
        return Promise.resolve()
      },
    }
  })
}

const child = (id: string, value: JsonValue) => ({ collection: 'child', id, value })
const person = { name: 'Nguyễn Thị Mẫu', note: 'bí mật' }

/** A store with two children, and what it is kept in. */
async function filled(keys: readonly StoreKey[] = [old]) {
  const below = memoryStore()
  await (await over(below, keys)).write([child('a', person), child('b', { name: 'Trần Văn Thử' })])
  return below
}

describe('encryptedStore', () => {
  test('keeps nothing of a value that can be read, and no nonce twice', async () => {
    const below = memoryStore()
    const store = await over(below)
    const nonces = new Set<unknown>()
    for (let times = 0; times < 50; times += 1) {
      await store.write([child('a', person)])
      const kept = (await below.get('child', 'a')) as { nonce: string; key: string }
      expect(JSON.stringify(kept)).not.toMatch(/Nguy|Mẫu|name|note|mật/)
      expect(kept.key).toBe('2026')
      nonces.add(kept.nonce)
    }
    expect(nonces.size).toBe(50)
  })

  test.each([
    ['another key under the same id', [keyOf('2025', 9)], 'clinic.store.sealed'],
    ['no such key', [fresh], 'clinic.store.key-missing'],
  ])('with %s nothing opens', async (_, keys, code) => {
    const store = await over(await filled(), keys)
    await expect(store.get('child', 'a')).rejects.toMatchObject({ code })
    await expect(store.all('child')).rejects.toMatchObject({ code })
    const rests = [{ ...child('a', person) }]
    await expect(store.write([child('a', 1)], rests)).rejects.toMatchObject({ code })
  })

  test.each([
    ['under another id', 'child', 'b'],
    ['in another collection', 'record', 'a'],
  ])('a value that was put %s does not open', async (_, collection, id) => {
    const below = await filled()
    const value = (await below.get('child', 'a')) as JsonValue
    await below.write([{ collection, id, value }])
    const reading = (await over(below, [old])).get(collection, id)
    await expect(reading).rejects.toMatchObject({ code: 'clinic.store.sealed' })
  })

  test('a value of another store does not open', async () => {
    const store = await encryptedStore(await filled(), { name: 'other', keys: [old] })
    await expect(store.get('child', 'a')).rejects.toMatchObject({ code: 'clinic.store.sealed' })
  })

  test('what does not open is told by its collection alone, and the rest goes on', async () => {
    const below = await filled()
    const kept = (await below.get('child', 'a')) as { box: string; nonce: string }
    const changed = { ...kept, box: kept.box.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')) }
    const broken = { ...kept, nonce: '!' }
    await below.write([child('a', changed), child('c', broken), child('d', 'plain')])
    const issues: Issue[] = []
    const onIssue = (one: Issue) => issues.push(one)
    const store = await encryptedStore(below, { name, keys: [old], onIssue })
    expect((await store.all('child')).map(({ id }) => id)).toEqual(['b'])
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ['clinic.store.sealed', ['child']],
      ['clinic.store.sealed', ['child']],
      ['clinic.store.not-sealed', ['child']],
    ])
    expect(await store.unreadable?.(['record', 'child'])).toBe(3)
    const counting = { ...below, unreadable: () => Promise.resolve(2) }
    const both = await encryptedStore(counting, { name, keys: [old], onIssue })
    expect(await both.unreadable?.(['child'])).toBe(5)
    expect(await (await over(counting, [old])).unreadable?.(['child'])).toBe(2)
    expect(issues).toHaveLength(3)
  })

  test('keys change: the old still opens, what is written is under the new, and renew does the rest', async () => {
    const below = await filled([old])
    const store = await over(below, [fresh, old])
    expect(await store.get('child', 'a')).toEqual(person)
    await store.write([child('a', 1)], [child('a', person)])
    expect(await below.get('child', 'a')).toMatchObject({ key: '2026' })
    expect(await below.get('child', 'b')).toMatchObject({ key: '2025' })
    expect(await store.renew(['child'])).toBe(1)
    expect(await store.renew(['child'])).toBe(0)
    const alone = await over(below, [fresh])
    expect((await alone.all('child')).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('a store that was not encrypted is read when asked for, and encrypted by renew', async () => {
    const below = memoryStore()
    await below.write([child('a', person)])
    await expect((await over(below)).all('child')).rejects.toMatchObject({
      code: 'clinic.store.not-sealed',
    })
    const store = await encryptedStore(below, { name, keys: [fresh], plain: 'accept' })
    expect(await store.get('child', 'a')).toEqual(person)
    expect(await store.renew(['child'])).toBe(1)
    expect(await (await over(below)).get('child', 'a')).toEqual(person)
  })

  test('a value that another seals anew meanwhile still stands as it was read', async () => {
    const below = await filled([old])
    const [one, other] = [await over(below, [fresh, old]), await over(below, [fresh, old])]
    const rests = [child('a', person)]
    await Promise.all([one.write([child('c', 1)], rests), other.renew(['child'])])
    expect(await one.get('child', 'c')).toBe(1)
  })

  test.each([
    ['none', []],
    ['two of one id', [fresh, keyOf('2026', 3)]],
    ['one that is too short', [{ id: 'a', key: new Uint8Array(16) }]],
  ])('keys that cannot be used are refused: %s', async (_, keys) => {
    await expect(over(memoryStore(), keys)).rejects.toMatchObject({ code: 'clinic.store.key' })
  })

  test('a key that nobody can read serves as well', async () => {
    const usages: ('encrypt' | 'decrypt')[] = ['encrypt', 'decrypt']
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, usages)
    const store = await over(memoryStore(), [{ id: 'k', key }])
    await store.write([child('a', person)])
    expect(await store.get('child', 'a')).toEqual(person)
  })
})
