import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { PassThrough } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { askHidden, type Keys, readSecret } from './secret.js'

const folder = mkdtempSync(join(tmpdir(), 'tiemchung-secret-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** The keys of a terminal that is typed on. */
function keyboard(isTTY = true) {
  const raw: boolean[] = []
  const keys = Object.assign(new PassThrough(), {
    isTTY,
    setRawMode: (mode: boolean) => raw.push(mode),
  }) satisfies Keys
  return { keys, raw }
}

async function typed(...parts: readonly (string | Uint8Array)[]) {
  const { keys, raw } = keyboard()
  const shown: string[] = []
  const answer = askHidden(keys, (text) => shown.push(text), 'Mật khẩu: ')
  for (const part of parts) keys.write(part)
  return { answer: await answer, shown: shown.join(''), raw }
}

describe('askHidden', () => {
  it.each([
    ['a line', ['bí mật\r'], 'bí mật'],
    ['key by key', ['b', 'í', '\n'], 'bí'],
    ['letters that come in pieces', [Uint8Array.of(0xc3), Uint8Array.of(0xad), '\n'], 'í'],
    ['what was taken back', ['ab\u007F\u007F\u007Fcd\bé\r'], 'cé'],
    ['nothing', ['\r'], ''],
    ['what stands before the end of the line', ['một\rhai\r'], 'một'],
    ['giving up', ['bí\u0003'], undefined],
    ['the end', ['\u0004'], undefined],
  ])('takes %s, and shows none of it', async (_, parts, answer) => {
    const asked = await typed(...parts)
    expect(asked).toEqual({ answer, shown: 'Mật khẩu: \n', raw: [true, false] })
  })

  it('asks nobody where there is no terminal', async () => {
    const { keys, raw } = keyboard(false)
    const show = () => expect.unreachable()
    expect(await askHidden(keys, show, 'Mật khẩu: ')).toBeUndefined()
    expect(raw).toEqual([])
  })
})

describe('readSecret', () => {
  it('reads a variable of the environment', async () => {
    process.env['TIEMCHUNG_TEST_SECRET'] = 'bí mật'
    expect(await readSecret({ variable: 'TIEMCHUNG_TEST_SECRET' })).toBe('bí mật')
    delete process.env['TIEMCHUNG_TEST_SECRET']
    expect(await readSecret({ variable: 'TIEMCHUNG_TEST_SECRET' })).toBeUndefined()
  })

  it.each([
    ['the first line', 'bí mật\r\nhai\n', 'bí mật'],
    ['a line without an end', 'bí mật', 'bí mật'],
    ['blanks as they are', ' bí mật \n', ' bí mật '],
    ['nothing', '', ''],
  ])('reads of a descriptor %s', async (_, text, secret) => {
    const path = join(folder, 'secret')
    writeFileSync(path, text)
    expect(await readSecret({ descriptor: openSync(path, 'r') })).toBe(secret)
  })

  it('refuses a descriptor with far too much, and one that is not open', async () => {
    const path = join(folder, 'long')
    writeFileSync(path, 'x'.repeat(5000))
    await expect(readSecret({ descriptor: openSync(path, 'r') })).rejects.toThrow('ETOOLONG')
    const closed = openSync(path, 'r')
    closeSync(closed)
    await expect(readSecret({ descriptor: closed })).rejects.toThrow('EBADF')
  })
})
