import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { SimulatedDisk } from 'tiemchung-fixtures/simulated-disk'
import { describe, expect, test } from 'vitest'
import { concatBytes, utf8 } from '@tiemchung/core'
import { fileStore } from './file.js'
import { checksum } from './journal/checksum.js'
import { freshFolder, removeFolders } from './run-suite.fixture.js'
import type { Store } from './store.js'

removeFolders()

const child = (id: string, size = 10) => ({ collection: 'child', id, value: 'x'.repeat(size) })
const idsOf = async (store: Store) => (await store.all('child')).map(({ id }) => id)

/** Mounts something, or says why that cannot be done here. */
async function mounted(args: (path: string) => readonly string[]): Promise<string> {
  const path = await freshFolder()
  execFileSync('mount', args(path), { stdio: 'ignore' })
  return path
}
const unmount = (path: string) => execFileSync('umount', [path], { stdio: 'ignore' })

async function mayMount(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    unmount(await mounted((path) => ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path]))
    return true
  } catch {
    return false
  }
}
const canMount = await mayMount()

describe.runIf(canMount)('fileStore on a disk that is mounted for it', () => {
  test('of 64 kB: what does not fit is refused, nothing is lost, and it goes on when there is room', async () => {
    const disk = await mounted((path) => ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path])
    try {
      const store = await fileStore(join(disk, 'day'))
      const kept: string[] = []
      const filler = join(disk, 'filler')
      await writeFile(filler, 'x'.repeat(30_000))
      for (let number = 0; number < 40; number += 1) {
        const code = await store.write([child(`${number}`, 1500)]).then(
          () => kept.push(`${number}`),
          (error: unknown) => (error as { code: string }).code,
        )
        if (typeof code === 'string') expect(code).toBe('clinic.store.full')
      }
      // Where there is no room to make ahead, what fits is taken all the same.
      expect(kept.length).toBeGreaterThan(14)
      expect(kept.length).toBeLessThan(40)
      expect(await idsOf(store)).toEqual(kept)
      await writeFile(filler, '')
      await store.write([child('later', 1500)])
      await store.close()
      const again = await fileStore(join(disk, 'day'))
      expect(await idsOf(again)).toEqual([...kept, 'later'])
      await again.close()
    } finally {
      unmount(disk)
    }
  })

  test('that becomes read-only: a write is refused, and what was kept can be read; it is not opened', async () => {
    const disk = await mounted((path) => ['-t', 'tmpfs', 'tmpfs', path])
    const folder = join(disk, 'day')
    const remount = (how: string) =>
      execFileSync('mount', ['-o', `remount,${how}`, disk], { stdio: 'ignore' })
    try {
      const first = await fileStore(folder)
      await first.write([child('a')])
      await first.close()
      remount('ro')
      await expect(fileStore(folder)).rejects.toMatchObject({ code: 'clinic.store.read-only' })
      remount('rw')
      const again = await fileStore(folder)
      await again.write([child('b')])
      expect(await idsOf(again)).toEqual(['a', 'b'])
      await again.close()
    } finally {
      unmount(disk)
    }
  })
})

if (!canMount) {
  // skipped: only root may mount, and only on Linux
  test.skip('fileStore on a mounted disk is not run: mounting is for root on Linux', () =>
    undefined)
}

describe('fileStore on a disk that refuses', () => {
  test.each([
    ['write', 'ENOSPC', 'clinic.store.full'],
    ['flush', 'ENOSPC', 'clinic.store.full'],
    ['flush', 'EDQUOT', 'clinic.store.full'],
    ['write', 'EROFS', 'clinic.store.read-only'],
    ['write', 'EACCES', 'clinic.store.read-only'],
    ['flush', 'EIO', 'clinic.store.disk'],
  ])(
    'to %s with %s, the reason is typed, nothing is lost, and the next write works',
    async (what, errno, code) => {
      const disk = new SimulatedDisk()
      const store = await fileStore('day', { files: disk })
      await store.write([child('a')])
      disk.fault = (step) => (step === what ? errno : undefined)
      await expect(store.write([child('b')])).rejects.toMatchObject({ code })
      expect(await idsOf(store)).toEqual(['a'])
      disk.fault = () => undefined
      await store.write([child('c')])
      await store.close()
      const again = await fileStore('day', { files: disk })
      expect(await idsOf(again)).toEqual(['a', 'c'])
    },
  )

  test('even to cut off what it wrote half, the next write begins with that', async () => {
    const disk = new SimulatedDisk()
    const store = await fileStore('day', { files: disk })
    await store.write([child('a')])
    disk.fault = (step) => (step === 'flush' || step === 'truncate' ? 'EIO' : undefined)
    await expect(store.write([child('b')])).rejects.toMatchObject({ code: 'clinic.store.disk' })
    disk.fault = () => undefined
    await store.write([child('c')])
    expect(await idsOf(await fileStore('day', { files: SimulatedDisk.of(disk.files()) }))).toEqual([
      'a',
      'c',
    ])
  })

  test('a batch that was refused never comes back, not even behind one of its length', async () => {
    const disk = new SimulatedDisk()
    const store = await fileStore('day', { files: disk })
    await store.write([child('a')])
    disk.fault = (step) => (step === 'flush' ? 'EIO' : undefined)
    const told = await Promise.allSettled([store.write([child('b')]), store.write([child('c')])])
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    disk.fault = () => undefined
    await store.write([child('d')])
    const copy = SimulatedDisk.of(disk.files())
    expect(await idsOf(await fileStore('day', { files: copy }))).toEqual(['a', 'd'])
  })

  test('and says only when it flushes that there is no room to make ahead, the next write makes none', async () => {
    const disk = new SimulatedDisk()
    const store = await fileStore('day', { files: disk })
    const size = () => disk.files()['day/journal.log']?.length ?? 0
    disk.fault = (step) => (step === 'flush' && size() > 1000 ? 'ENOSPC' : undefined)
    const code = 'clinic.store.full'
    await expect(store.write([child('a')])).rejects.toMatchObject({ code })
    await store.write([child('b')])
    expect(await idsOf(store)).toEqual(['b'])
  })

  test('where it has no room to make ahead, what fits is kept, and no more is taken', async () => {
    const disk = new SimulatedDisk()
    const store = await fileStore('day', { files: disk })
    const size = () => disk.files()['day/journal.log']?.length ?? 0
    disk.room = size() + 1000
    for (const id of ['a', 'b']) await store.write([child(id, 300)])
    expect(disk.files()['day/journal.log']?.at(-1)).toBe(10)
    await expect(store.write([child('c', 300)])).rejects.toMatchObject({
      code: 'clinic.store.full',
    })
    expect(size()).toBeLessThan(disk.room)
    expect(await idsOf(store)).toEqual(['a', 'b'])
  })

  test.each(['makeFolder', 'open', 'rename', 'flush', 'flushFolder'])(
    'to %s when it is opened, the reason is typed, and it can be opened later',
    async (what) => {
      const disk = new SimulatedDisk()
      disk.fault = (step) => (step === what ? 'EROFS' : undefined)
      const code = 'clinic.store.read-only'
      await expect(fileStore('day', { files: disk })).rejects.toMatchObject({ code })
      disk.fault = () => undefined
      await (await fileStore('day', { files: disk })).close()
    },
  )
})

describe('fileStore on bad input', () => {
  const journal = (folder: string) => join(folder, 'journal.log')
  async function filled(): Promise<string> {
    const folder = await freshFolder()
    const store = await fileStore(folder)
    for (const id of ['a', 'b', 'c', 'd']) await store.write([child(id)])
    await store.close()
    return folder
  }
  async function damage(folder: string): Promise<Buffer> {
    const lines = (await readFile(journal(folder), 'utf8')).split('\n')
    // The head, the end of a new journal, then a, b, c, d.
    lines[3] = lines[3]?.replace('xxx', 'yyy') ?? ''
    await writeFile(journal(folder), lines.join('\n'))
    return readFile(journal(folder))
  }

  test('of a newer version it is refused and untouched', async () => {
    const folder = await freshFolder()
    await mkdir(folder, { recursive: true })
    const body = '{"journal":3,"id":"0a1b2c3d"}'
    const bytes = concatBytes(utf8(`${checksum(utf8(body))} ${body}\n`), utf8('something new\n'))
    await writeFile(journal(folder), bytes)
    const salvage = fileStore(folder, { salvage: true })
    await expect(salvage).rejects.toMatchObject({
      code: 'clinic.store.newer',
      params: { version: 3 },
    })
    await expect(fileStore(folder)).rejects.toMatchObject({ code: 'clinic.store.newer' })
    expect(new Uint8Array(await readFile(journal(folder)))).toEqual(bytes)
  })

  test('a damaged line is refused by its number, and nothing is touched', async () => {
    const folder = await filled()
    const bytes = await damage(folder)
    await expect(fileStore(folder)).rejects.toMatchObject({
      code: 'clinic.store.damaged',
      params: { line: 4 },
    })
    expect(await readFile(journal(folder))).toEqual(bytes)
  })

  test('salvaged, it is kept aside and told without what is in it, and the rest goes on', async () => {
    const folder = await filled()
    await damage(folder)
    const store = await fileStore(folder, { salvage: true })
    expect(store.issues.map(({ code, params }) => [code, params])).toEqual([
      ['clinic.store.damaged-line', { line: 4 }],
    ])
    expect(JSON.stringify(store.issues)).not.toContain('xx')
    expect(await idsOf(store)).toEqual(['a', 'c', 'd'])
    await store.write([child('e')])
    await store.close()
    const aside = `${journal(folder)}.damaged`
    expect(await readFile(aside, 'utf8')).toContain('"b","yyyxxxxxxx"')
    expect((await stat(aside)).mode & 0o077).toBe(0)
    const again = await fileStore(folder)
    expect(again.issues).toEqual([])
    expect(await idsOf(again)).toEqual(['a', 'c', 'd', 'e'])
    await again.close()
  })

  test('what lies aside is counted by every later opening too, until it was taken away', async () => {
    const folder = await filled()
    await damage(folder)
    const aside = `${journal(folder)}.damaged`
    for (const options of [{ salvage: true }, {}]) {
      const store = await fileStore(folder, options)
      expect(await store.unreadable?.(['child'])).toBe(1)
      await store.close()
    }
    await appendFile(aside, 'an end without a line feed')
    const more = await fileStore(folder)
    expect(await more.unreadable?.(['child'])).toBe(2)
    await more.close()
    await rename(aside, `${aside}.compared`)
    const compared = await fileStore(folder)
    expect(await compared.unreadable?.(['child'])).toBe(0)
    await compared.close()
  })

  test('a worn last line of a store that was closed is damage, and no torn end', async () => {
    const folder = await filled()
    const lines = (await readFile(journal(folder), 'utf8')).split('\n')
    lines[5] = lines[5]?.replace('xxx', 'yyy') ?? ''
    await writeFile(journal(folder), lines.join('\n'))
    await expect(fileStore(folder)).rejects.toMatchObject({ params: { line: 6 } })
  })
})
