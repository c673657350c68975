import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { utf8 } from '../bytes.js'
import { appendWhole, type OpenFile, openSound, replaceFile, systemFiles } from './index.js'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'durable-file-'))
})
afterEach(() => rm(folder, { recursive: true }))

const lines = (bytes: Uint8Array) => bytes.lastIndexOf(10) + 1

describe('openSound', () => {
  test('cuts off what is not sound, and gives the rest', async () => {
    const path = join(folder, 'a')
    await writeFile(path, 'một\nha')
    const { file, bytes } = await openSound(path, lines)
    expect(Buffer.from(bytes).toString()).toBe('một\n')
    await appendWhole(file, utf8('ba\n'))
    await file.close()
    expect(await readFile(path, 'utf8')).toBe('một\nba\n')
  })

  test('makes the file for its owner alone', async () => {
    const path = join(folder, 'a')
    await (await openSound(path, lines)).file.close()
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0)
  })

  test('lets go of what it cannot judge', async () => {
    const fail = () => {
      throw new RangeError('no')
    }
    await expect(openSound(join(folder, 'a'), fail)).rejects.toThrow('no')
    await expect(openSound(join(folder, 'no', 'a'), lines)).rejects.toThrow('ENOENT')
  })
})

describe('appendWhole', () => {
  test.each(['write', 'flush'] as const)('cuts off what it could not %s', async (step) => {
    const path = join(folder, 'a')
    const file = await systemFiles.open(path, 'kept')
    await appendWhole(file, utf8('one\n'))
    const failing: OpenFile = {
      ...file,
      [step]: async () => {
        await file.write(utf8('tw'), 4)
        throw new Error('full')
      },
    }
    await expect(appendWhole(failing, utf8('two\n'))).rejects.toThrow('full')
    await appendWhole(file, utf8('three\n'))
    await file.close()
    expect(await readFile(path, 'utf8')).toBe('one\nthree\n')
  })
})

describe('replaceFile', () => {
  test('puts the new in the place of the old, and leaves nothing else', async () => {
    const path = join(folder, 'a')
    await writeFile(`${path}.new`, 'what a crash left behind')
    await writeFile(path, 'old')
    await replaceFile(path, [utf8('ne'), utf8('w')])
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['a'])
  })
})

describe('systemFiles', () => {
  test('makes folders at any depth, and again', async () => {
    const path = join(folder, 'một', 'hai', 'ba')
    await systemFiles.makeFolder(path)
    await systemFiles.makeFolder(path)
    expect((await stat(path)).isDirectory()).toBe(true)
    await systemFiles.flushFolder(join(folder, 'not there'))
  })

  test('writes where it is told, over what is there and on', async () => {
    const path = join(folder, 'a')
    for (const how of ['fresh', 'kept'] as const) {
      const file = await systemFiles.open(path, how)
      await file.write(utf8('một hai ba'), 0)
      await file.write(utf8('BA BỐN'), 10)
      await file.write(utf8('MỘT'), 0)
      await file.flush()
      await file.close()
      expect(await readFile(path, 'utf8')).toBe('MỘT hai BA BỐN')
    }
  })

  test('a file that is not there has no octets; a folder is no file', async () => {
    expect(await systemFiles.read(join(folder, 'none'))).toHaveLength(0)
    await expect(systemFiles.read(folder)).rejects.toThrow('EISDIR')
    await expect(systemFiles.open(folder, 'fresh')).rejects.toThrow('EISDIR')
  })
})
