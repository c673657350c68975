/** One session with a token: one operation at a time, and closed by the first thing that goes wrong in it. */
import { SigningError } from '@tiemchung/core'
import type { MaybePromise } from '@tiemchung/core/crypto'
import { askSecret } from '@tiemchung/signing/signer'
import { errorCatalogue } from './errors.js'
import { failureOf, returnValueOf } from './failure.js'
import type { Native, NativeCrypto, NativeSession } from './native.js'
import { chooseToken, type FoundToken, type TokenChoice, type TokenInfo } from './tokens.js'
import { openLibrary } from './world.js'

/** Which token, and how it is opened. */
export interface TokenOptions extends TokenChoice {
  /** Path of the token's PKCS#11 library (`.so`, `.dylib` or `.dll`), as its maker installs it. */
  readonly library: string
  /** Asked for once, and only when the token wants a PIN and none is being entered on the device. */
  readonly pin: () => MaybePromise<string>
  /** Whether keys and certificates will be written. Default false. */
  readonly write?: boolean
  /** Whether to try a PIN although a wrong one would lock the token. Default false. */
  readonly lastTry?: boolean
}

/** What operations need of an open session. */
export interface Opened {
  readonly session: NativeSession
  readonly crypto: NativeCrypto
}

/** An open session. */
export interface Session {
  readonly info: TokenInfo
  readonly write: boolean
  /**
   * Runs an operation after those before it. What the token itself refuses closes the session: whoever goes
   * on opens a new one.
   *
   * @throws SigningError `signing.token-closed`, and what the operation ends in
   */
  run<Value>(operation: (opened: Opened) => MaybePromise<Value>): Promise<Value>
  close: () => Promise<void>
}

const serialSession = 0x4
const readWrite = 0x2
const alreadyLoggedIn = 0x100

/** What the token says of its PIN, before one is asked for. */
function checkPin({ pin }: TokenInfo, lastTry: boolean): void {
  if (pin.locked) throw new SigningError(errorCatalogue, 'signing.pin-locked')
  if (!pin.set) throw new SigningError(errorCatalogue, 'signing.pin-unset')
  if (pin.toBeChanged) throw new SigningError(errorCatalogue, 'signing.pin-change')
  if (pin.lastTry && !lastTry) throw new SigningError(errorCatalogue, 'signing.pin-last-try')
}

/** Enters the PIN once. Sessions of one process share it: where another has entered it, it is in. */
async function login(
  session: NativeSession,
  info: TokenInfo,
  options: TokenOptions,
): Promise<void> {
  if (!info.loginRequired) return
  checkPin(info, options.lastTry ?? false)
  const pin = info.ownKeypad ? undefined : await askSecret(options.pin)
  try {
    session.login(pin)
  } catch (caught) {
    if (returnValueOf(caught) !== alreadyLoggedIn) throw caught
  }
}

function openAt(token: FoundToken, write: boolean): NativeSession {
  return token.native.open(write ? serialSession | readWrite : serialSession)
}

function guarded(opened: Opened, end: () => void): Pick<Session, 'run' | 'close'> {
  let state: 'open' | 'closed' = 'open'
  let last: Promise<unknown> = Promise.resolve()
  const finish = () => {
    if (state === 'closed') return
    state = 'closed'
    end()
  }
  const attempt = async <Value>(operation: (opened: Opened) => MaybePromise<Value>) => {
    if (state === 'closed') throw new SigningError(errorCatalogue, 'signing.token-closed')
    try {
      return await operation(opened)
    } catch (caught) {
      const failure = failureOf(caught)
      if (failure !== caught) finish()
      throw failure
    }
  }
  const inTurn = <Value>(work: () => MaybePromise<Value>): Promise<Value> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  return { run: (operation) => inTurn(() => attempt(operation)), close: () => inTurn(finish) }
}

/**
 * Opens a session and enters the PIN. Whatever goes wrong on the way, nothing stays open.
 *
 * @throws SigningError as `openToken`
 */
export async function openSession(native: Native, options: TokenOptions): Promise<Session> {
  const { write = false } = options
  const library = openLibrary(native, options.library)
  let session: NativeSession | undefined
  const end = () => {
    try {
      session?.close()
    } catch {
      // It is gone already, with the token.
    }
    library.release()
  }
  try {
    const token = chooseToken(library, options)
    session = openAt(token, write)
    await login(session, token.info, options)
    const opened = { session, crypto: native.cryptoOver(session) }
    return { info: token.info, write, ...guarded(opened, end) }
  } catch (caught) {
    end()
    throw failureOf(caught)
  }
}

/**
 * Holds a session against what is about to be written.
 *
 * @throws SigningError `signing.token-read-only`
 */
export function checkWritable({ write, info }: Session): void {
  if (write && !info.writeProtected) return
  throw new SigningError(errorCatalogue, 'signing.token-read-only')
}
