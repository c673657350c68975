import { SigningError } from '@tiemchung/core'
import { errorCatalogue } from './errors.js'
import { failureOf, returnValueOf } from './failure.js'
import type { NativeSlot } from './native.js'
import { loadNative, type Library, openLibrary } from './world.js'

/** What the token says of its PIN. */
export interface PinState {
  /** Whether somebody has set one. */
  readonly set: boolean
  /** Whether a wrong one was entered since the last right one. */
  readonly countLow: boolean
  /** Whether the next wrong one locks the token. */
  readonly lastTry: boolean
  readonly locked: boolean
  readonly toBeChanged: boolean
}

/** A token as its library describes it. */
export interface TokenInfo {
  /** Its place in the list of slots that hold a token; another one may have it next time. */
  readonly slot: number
  readonly label: string
  readonly serial: string
  readonly model: string
  readonly manufacturer: string
  /** The reader. */
  readonly reader: string
  /** Whether it wants a PIN before it shows private keys. */
  readonly loginRequired: boolean
  /** Whether the PIN is entered on the device itself. */
  readonly ownKeypad: boolean
  readonly writeProtected: boolean
  readonly pin: PinState
}

/** CKF_… (PKCS#11 2.40 section 3.2). */
const flag = {
  writeProtected: 0x2,
  loginRequired: 0x4,
  pinSet: 0x8,
  ownKeypad: 0x100,
  initialized: 0x400,
  countLow: 0x1_0000,
  lastTry: 0x2_0000,
  locked: 0x4_0000,
  toBeChanged: 0x8_0000,
} as const

/** A token and where it is plugged in. */
export interface FoundToken {
  readonly info: TokenInfo
  readonly native: NativeSlot
}

/** A token that was taken away, or is broken, must not stand before those that are there. */
function answered<Value>(ask: () => Value): Value | undefined {
  try {
    return ask()
  } catch (caught) {
    if (returnValueOf(caught) === undefined) throw caught
    return undefined
  }
}

function describe(native: NativeSlot, slot: number): FoundToken | undefined {
  const token = answered(() => native.getToken())
  if (token === undefined) return undefined
  const has = (bit: number) => (token.flags & bit) !== 0
  if (!has(flag.initialized)) return undefined
  const pin = {
    set: has(flag.pinSet),
    countLow: has(flag.countLow),
    lastTry: has(flag.lastTry),
    locked: has(flag.locked),
    toBeChanged: has(flag.toBeChanged),
  }
  const info = {
    slot,
    label: token.label.trim(),
    serial: token.serialNumber.trim(),
    model: token.model.trim(),
    manufacturer: token.manufacturerID.trim(),
    reader: native.slotDescription.trim(),
    loginRequired: has(flag.loginRequired),
    ownKeypad: has(flag.ownKeypad),
    writeProtected: has(flag.writeProtected),
    pin,
  }
  return { info, native }
}

/** Every token that is set up and answers, in the order of the library. */
export function tokensOf({ module }: Library): readonly FoundToken[] {
  const slots = module.getSlots(true)
  return Array.from({ length: slots.length }, (_, index) => index).flatMap((index) => {
    const native = answered(() => slots.items(index))
    const found = native && describe(native, index)
    return found === undefined ? [] : [found]
  })
}

/** Which token: by its serial number, its label, or its place. Needed when there are several. */
export interface TokenChoice {
  readonly serial?: string
  readonly label?: string
  readonly slot?: number
}

/**
 * The one token that is meant.
 *
 * @throws SigningError `signing.token-absent`, `signing.token-choice`
 */
export function chooseToken(library: Library, choice: TokenChoice): FoundToken {
  const { serial, label, slot } = choice
  const meant = tokensOf(library).filter(
    ({ info }) =>
      (serial === undefined || info.serial === serial) &&
      (label === undefined || info.label === label) &&
      (slot === undefined || info.slot === slot),
  )
  const [only] = meant
  if (only === undefined) throw new SigningError(errorCatalogue, 'signing.token-absent')
  if (meant.length === 1) return only
  const params = { count: meant.length }
  throw new SigningError(errorCatalogue, 'signing.token-choice', { params })
}

/**
 * The tokens that a PKCS#11 library finds, without opening any of them. Tokens that nobody has set up, and
 * those that do not answer, are left out.
 *
 * @throws SigningError `signing.native-missing`, `signing.library`, `signing.token-gone`
 */
export async function listTokens(options: {
  /** Path of the token's PKCS#11 library (`.so`, `.dylib` or `.dll`), as its maker installs it. */
  readonly library: string
}): Promise<readonly TokenInfo[]> {
  const library = openLibrary(await loadNative(), options.library)
  try {
    return tokensOf(library).map(({ info }) => info)
  } catch (caught) {
    throw failureOf(caught)
  } finally {
    library.release()
  }
}
