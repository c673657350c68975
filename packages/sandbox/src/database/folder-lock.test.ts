import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Processes } from '../world.js'
import { lockFolder } from './folder-lock.js'
import { openInFolder } from './pglite.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const processes = (id: number, running: readonly number[], since = 1000): Processes => ({
  own: { id, since },
  isRunning: (other) => running.includes(other),
})

const inUse = { code: 'sandbox.database.in-use' }

describe('lockFolder', () => {
  test('keeps others out until it is given back', async () => {
    const unlock = await lockFolder(folder, processes(1, []))
    await expect(lockFolder(folder, processes(2, [1]))).rejects.toMatchObject(inUse)
    await unlock()
    await (await lockFolder(folder, processes(2, [1])))()
  })

  test('keeps out the same process too', async () => {
    await lockFolder(folder, processes(1, []))
    await expect(lockFolder(folder, processes(1, [1]))).rejects.toMatchObject(inUse)
  })

  test.each([
    ['a process that has ended', '7 500'],
    ['an earlier process of our own number', '1 500'],
    ['nobody: the file was cut short', ''],
  ])('takes over the lock of %s', async (_, text) => {
    await writeFile(join(folder, 'sandbox.lock'), text)
    await lockFolder(folder, processes(1, [1]))
    expect(await readFile(join(folder, 'sandbox.lock'), 'utf8')).toBe('1 1000')
  })
})

describe('openInFolder', () => {
  test('a folder that holds no database that can be opened is given back', async () => {
    await writeFile(join(folder, 'PG_VERSION'), 'not a version')
    await expect(openInFolder(folder, processes(1, []))).rejects.toThrow()
    await expect(readFile(join(folder, 'sandbox.lock'))).rejects.toThrow()
  }, 60_000)
})
