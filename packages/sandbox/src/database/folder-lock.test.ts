import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockFolder } from './folder-lock.js'
import { openInFolder } from './pglite.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const inUse = { code: 'sandbox.database.in-use' }

describe('lockFolder', () => {
  test('keeps others out until it is given back', async () => {
    const unlock = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toMatchObject(inUse)
    await unlock()
    await (await lockFolder(folder))()
  })

  test('a lock of another machine on a shared disk is respected', async () => {
    await writeFile(join(folder, 'sandbox.lock'), `${process.pid} 1 not-${hostname()}`)
    await expect(lockFolder(folder)).rejects.toMatchObject(inUse)
  })
})

describe('openInFolder', () => {
  test('a folder that holds no database that can be opened is given back', async () => {
    await writeFile(join(folder, 'PG_VERSION'), 'not a version')
    await expect(openInFolder(folder)).rejects.toThrow()
    await expect(readFile(join(folder, 'sandbox.lock'))).rejects.toThrow()
  }, 60_000)
})
