import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it } from 'vitest'
import { openLines } from './line-file.js'

const folder = mkdtempSync(join(tmpdir(), 'tiemchung-lines-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('openLines', () => {
  it('keeps what was appended, for its owner alone', async () => {
    const path = join(folder, 'kept')
    const file = await openLines(path)
    await file?.append('một')
    await file?.append('hai')
    await file?.close()
    expect(readFileSync(path, 'utf8')).toBe('một\nhai\n')
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0)
    const again = await openLines(path)
    expect(again?.lines).toEqual(['một', 'hai'])
    await again?.close()
  })

  it('cuts off a line that was torn, so that the next is whole', async () => {
    const path = join(folder, 'torn')
    appendFileSync(path, 'một\nha')
    const file = await openLines(path)
    expect(file?.lines).toEqual(['một'])
    await file?.append('ba')
    await file?.close()
    expect(readFileSync(path, 'utf8')).toBe('một\nba\n')
  })

  it('gives it to one at a time', async () => {
    const path = join(folder, 'held')
    const file = await openLines(path)
    expect(await openLines(path)).toBeUndefined()
    await file?.close()
    const next = await openLines(path)
    expect(next?.lines).toEqual([])
    await next?.close()
  })

  it('lets go of what it cannot open', async () => {
    await expect(openLines(join(folder, 'no', 'where'))).rejects.toThrow('ENOENT')
    await expect(openLines(folder)).rejects.toThrow('EISDIR')
    await expect(openLines(folder)).rejects.toThrow('EISDIR')
  })
})
