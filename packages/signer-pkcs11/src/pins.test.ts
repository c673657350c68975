/** What SoftHSM2 never says: tokens that count PINs, keypads, and a bridge that is not there. All invented. */
import { describe, expect, test } from 'vitest'
import { codeOf } from './judged.fixture.js'
import type { Native, NativeModule, NativeSession, NativeSlot } from './native.js'
import { openTokenBy } from './open-token.js'
import type { TokenOptions } from './session.js'
import { loadNative } from './world.js'

const initialized = 0x400
const withPin = initialized | 0x4 | 0x8
const alreadyInitialized = 0x191

/** An error as the bridge throws it. */
function answer(code: number): Error {
  return Object.assign(new Error(`CKR_SOMETHING:${code}`), { code })
}

interface Script {
  readonly flags?: number
  /** What `C_Login`, `C_Initialize` and finding objects end in. */
  readonly login?: number
  readonly initialize?: number
  readonly find?: number
}

/** A library with one token that does what the script says, and a tally of what was done to it. */
function scripted({ flags = withPin, login, initialize, find }: Script) {
  const tally = { logins: [] as (string | undefined)[], open: 0, finalized: 0, closed: 0 }
  const may = (code: number | undefined) => {
    if (code !== undefined) throw answer(code)
  }
  const session = (slot: NativeSlot): NativeSession => ({
    slot,
    login: (pin) => {
      tally.logins.push(pin)
      may(login)
    },
    close: () => {
      tally.open -= 1
    },
    find: () => {
      may(find)
    },
    create: () => undefined,
  })
  const slot: NativeSlot = {
    slotDescription: 'TEST reader',
    getToken: () => ({
      label: 'TEST token',
      serialNumber: '01',
      model: 'TEST',
      manufacturerID: 'TEST',
      flags,
    }),
    getMechanisms: () => ({ length: 0, tryGetItem: () => null }),
    open: () => {
      tally.open += 1
      return session(slot)
    },
    closeAll: () => undefined,
  }
  const module: NativeModule = {
    lib: {
      C_Initialize: () => {
        may(initialize)
      },
    },
    finalize: () => {
      tally.finalized += 1
    },
    close: () => {
      tally.closed += 1
    },
    getSlots: () => ({ length: 1, items: () => slot }),
  }
  const native: Native = { load: () => module, cryptoOver: () => ({}) as never }
  return { native, tally }
}

const options: TokenOptions = { library: 'TEST', pin: () => '2468' }

describe('openToken', () => {
  test.each([
    ['is locked', 0x4_0000, 'signing.pin-locked'],
    ['wants another PIN', 0x8_0000, 'signing.pin-change'],
    ['has one try left', 0x2_0000, 'signing.pin-last-try'],
  ])('a token that %s is told of before any PIN is asked for', async (_, bit, code) => {
    const { native, tally } = scripted({ flags: withPin | bit })
    const pin = () => Promise.reject(new Error('asked'))
    expect(await codeOf(openTokenBy(native, { ...options, pin }))).toBe(code)
    expect(tally).toEqual({ logins: [], open: 0, finalized: 1, closed: 1 })
  })

  test('a token without a PIN, and one that nobody has set up', async () => {
    const unset = scripted({ flags: initialized | 0x4 })
    expect(await codeOf(openTokenBy(unset.native, options))).toBe('signing.pin-unset')
    const blank = scripted({ flags: 0x4 })
    expect(await codeOf(openTokenBy(blank.native, options))).toBe('signing.token-absent')
  })

  test('the last try is made by whoever asks for it', async () => {
    const { native, tally } = scripted({ flags: withPin | 0x2_0000 })
    const token = await openTokenBy(native, { ...options, lastTry: true })
    await token.close()
    expect(tally).toEqual({ logins: ['2468'], open: 0, finalized: 1, closed: 1 })
  })

  test.each([
    ['PIN_INCORRECT', 0xa0, 'signing.pin'],
    ['PIN_EXPIRED', 0xa3, 'signing.pin-change'],
    ['PIN_LOCKED', 0xa4, 'signing.pin-locked'],
    ['USER_PIN_NOT_INITIALIZED', 0x102, 'signing.pin-unset'],
    ['FUNCTION_CANCELED', 0x50, 'signing.rejected'],
    ['DEVICE_REMOVED', 0x32, 'signing.token-gone'],
    ['GENERAL_ERROR', 0x05, 'signing.unavailable'],
  ])('%s is told by code after one try, and nothing stays open', async (_, login, code) => {
    const { native, tally } = scripted({ login })
    expect(await codeOf(openTokenBy(native, options))).toBe(code)
    expect(tally).toEqual({ logins: ['2468'], open: 0, finalized: 1, closed: 1 })
  })

  test('no PIN is asked for where the device has keys, or where none is wanted', async () => {
    const pin = () => Promise.reject(new Error('asked'))
    const keypad = scripted({ flags: withPin | 0x100 })
    await (await openTokenBy(keypad.native, { ...options, pin })).close()
    expect(keypad.tally.logins).toEqual([undefined])
    const open = scripted({ flags: initialized })
    await (await openTokenBy(open.native, { ...options, pin })).close()
    expect(open.tally.logins).toEqual([])
  })

  test('where this process is in already, the session is in', async () => {
    const { native, tally } = scripted({ login: 0x100 })
    await (await openTokenBy(native, options)).close()
    expect(tally.logins).toHaveLength(1)
  })

  test('a library that somebody else initialized is not finalized', async () => {
    const { native, tally } = scripted({ initialize: alreadyInitialized })
    await (await openTokenBy(native, options)).close()
    expect(tally).toMatchObject({ finalized: 0, closed: 1 })
    expect(await codeOf(openTokenBy(scripted({ initialize: 0x05 }).native, options))).toBe(
      'signing.library',
    )
  })

  test.each([
    ['SESSION_HANDLE_INVALID', 0xb3, 'signing.token-gone'],
    ['TOKEN_NOT_PRESENT', 0xe0, 'signing.token-gone'],
    ['SESSION_READ_ONLY', 0xb5, 'signing.token-read-only'],
    ['MECHANISM_INVALID', 0x70, 'signing.key'],
    ['HOST_MEMORY', 0x02, 'signing.unavailable'],
  ])('%s in an operation closes the session', async (_, find, code) => {
    const { native, tally } = scripted({ find })
    const token = await openTokenBy(native, options)
    expect(await codeOf(token.listKeys())).toBe(code)
    expect(tally).toMatchObject({ open: 0, finalized: 1 })
    expect(await codeOf(token.listKeys())).toBe('signing.token-closed')
    await token.close()
    expect(tally).toMatchObject({ open: 0, finalized: 1, closed: 1 })
  })
})

describe('loadNative', () => {
  test('says what is missing and how to install it', async () => {
    const load = () => Promise.reject(new Error('Cannot find module build/Release/pkcs11.node'))
    await expect(loadNative(load)).rejects.toMatchObject({
      code: 'signing.native-missing',
      todo: {
        en: expect.stringContaining('npm install node-webcrypto-p11 graphene-pk11') as string,
      },
    })
  })
})
