/** What may happen to a token while it is in use, and to its PIN; in SoftHSM2. */
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { isSdkError, utf8 } from '@tiemchung/core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, judged, subject, testAuthority } from './judged.fixture.js'
import type { Native } from './native.js'
import { openToken, type Token } from './open-token.js'
import {
  counted,
  library,
  pin,
  titled,
  type TokenFolder,
  tokenFolder,
  withoutSoftHsm,
} from './softhsm.fixture.js'
import { listTokens } from './tokens.js'
import { type Library, loadNative, openLibrary } from './world.js'

const data = utf8('bản ghi mẫu')
const options = { library, label: 'tram-y-te', pin: () => Promise.resolve(pin) }

describe.skipIf(withoutSoftHsm)(titled('a token in use'), () => {
  let tokens: TokenFolder
  let certificate: Uint8Array
  let held: Library
  let native: Native
  let sessions: () => number
  let token: Token

  beforeAll(async () => {
    tokens = tokenFolder()
    tokens.init('tram-y-te')
    const { issue } = await testAuthority()
    token = await openToken({ ...options, write: true })
    await token.generateKey({ algorithm: 'ES256', label: 'ký' })
    certificate = await issue(await token.createRequest({ subject }))
    await token.importCertificate({ certificate })
    await token.close()
  })
  beforeEach(async () => {
    ;({ native, open: sessions } = counted(await loadNative()))
    // Whoever opens the library from now on joins this use of it, and is counted.
    held = openLibrary(native, library)
  })
  afterEach(async () => {
    await token.close()
    held.release()
  })
  afterAll(() => {
    tokens.remove()
  })

  async function signsAgain(): Promise<void> {
    const again = await openToken(options)
    const signer = await again.signer()
    expect(judged('ES256', certificate, data, await signer.sign(data))).toBe('Verified OK')
    await again.close()
    expect(sessions()).toBe(0)
  }

  test('a folder that is moved away between two calls ends the session by code; put back, it signs on', async () => {
    token = await openToken(options)
    const signer = await token.signer()
    await signer.sign(data)
    expect(sessions()).toBe(1)
    const [here, away] = [join(tokens.folder, 'tokens'), join(tokens.folder, 'away')]
    renameSync(here, away)
    try {
      expect(await codeOf(signer.sign(data))).toBe('signing.token-gone')
      expect(sessions()).toBe(0)
      expect(await codeOf(signer.sign(data))).toBe('signing.token-closed')
      expect(await codeOf(openToken(options))).toBe('signing.token-absent')
    } finally {
      renameSync(away, here)
    }
    await token.close()
    held.release()
    held = openLibrary(native, library)
    await signsAgain()
  })

  test('a slot that is closed during a call ends in a code for every signature that was waiting', async () => {
    token = await openToken(options)
    const signer = await token.signer()
    const waiting = Array.from({ length: 20 }, () => codeOf(signer.sign(data)))
    held.module.getSlots(true).items(0).closeAll()
    const codes = await Promise.all(waiting)
    expect(codes.at(-1)).toBe('signing.token-closed')
    expect(codes).toContain('signing.token-gone')
    expect(sessions()).toBe(0)
    await signsAgain()
  })

  test('a wrong PIN is entered once, told by code, and is in no error; nothing stays open', async () => {
    const wrong = '40917265'
    let asked = 0
    const ask = () => {
      asked += 1
      return wrong
    }
    const caught = await openToken({ ...options, pin: ask }).catch((error: unknown) => error)
    expect(isSdkError(caught) && caught.code).toBe('signing.pin')
    const { stack, cause } = caught as Error
    expect(
      `${JSON.stringify(caught)}${String(stack)}${String((cause as Error).stack)}`,
    ).not.toContain(wrong)
    expect(asked).toBe(1)
    expect(sessions()).toBe(0)
    expect((await listTokens({ library }))[0]?.pin.countLow).toBe(true)
    await signsAgain()
    expect((await listTokens({ library }))[0]?.pin.countLow).toBe(false)
  })

  test('a PIN of a length that the token never has is wrong as well', async () => {
    expect(await codeOf(openToken({ ...options, pin: () => '1' }))).toBe('signing.pin')
  })

  test('who gives up when asked for the PIN has refused; nothing stays open', async () => {
    const given = [() => Promise.reject(new Error(`closed after ${pin}`)), () => undefined as never]
    for (const ask of given) {
      expect(await codeOf(openToken({ ...options, pin: ask }))).toBe('signing.rejected')
      expect(sessions()).toBe(0)
    }
  })

  test('a library that is none is told by code', async () => {
    const missing = join(tokens.folder, 'không-có.so')
    const paths = [join(tokens.folder, 'softhsm2.conf'), missing, '', undefined as never]
    for (const path of paths) {
      expect(await codeOf(listTokens({ library: path }))).toBe('signing.library')
      expect(await codeOf(openToken({ ...options, library: path }))).toBe('signing.library')
    }
  })
})
