/** What a return value of PKCS#11 means to whoever signs (PKCS#11 2.40 section 6.1). */
import { isSdkError, type SdkError, SigningError } from '@tiemchung/core'
import { errorCatalogue as signing } from '@tiemchung/signing'
import { errorCatalogue } from './errors.js'

type TokenCode = keyof typeof errorCatalogue

const own = new Map<number, TokenCode>([
  [0x03, 'signing.token-gone'], // SLOT_ID_INVALID
  [0x30, 'signing.token-gone'], // DEVICE_ERROR
  [0x32, 'signing.token-gone'], // DEVICE_REMOVED
  [0x60, 'signing.token-gone'], // KEY_HANDLE_INVALID
  [0x82, 'signing.token-gone'], // OBJECT_HANDLE_INVALID
  [0xa0, 'signing.pin'], // PIN_INCORRECT
  [0xa1, 'signing.pin'], // PIN_INVALID
  [0xa2, 'signing.pin'], // PIN_LEN_RANGE
  [0xa3, 'signing.pin-change'], // PIN_EXPIRED
  [0xa4, 'signing.pin-locked'], // PIN_LOCKED
  [0xb0, 'signing.token-gone'], // SESSION_CLOSED
  [0xb3, 'signing.token-gone'], // SESSION_HANDLE_INVALID
  [0xb5, 'signing.token-read-only'], // SESSION_READ_ONLY
  [0xe0, 'signing.token-gone'], // TOKEN_NOT_PRESENT
  [0xe1, 'signing.token-gone'], // TOKEN_NOT_RECOGNIZED
  [0xe2, 'signing.token-read-only'], // TOKEN_WRITE_PROTECTED
  [0x101, 'signing.token-gone'], // USER_NOT_LOGGED_IN
  [0x102, 'signing.pin-unset'], // USER_PIN_NOT_INITIALIZED
  [0x190, 'signing.token-gone'], // CRYPTOKI_NOT_INITIALIZED
])

/** Codes of `@tiemchung/signing` for the rest that a user can act on. */
const shared = new Map<number, 'signing.key' | 'signing.rejected'>([
  [0x01, 'signing.rejected'], // CANCEL
  [0x50, 'signing.rejected'], // FUNCTION_CANCELED
  [0x62, 'signing.key'], // KEY_SIZE_RANGE
  [0x63, 'signing.key'], // KEY_TYPE_INCONSISTENT
  [0x68, 'signing.key'], // KEY_FUNCTION_NOT_PERMITTED
  [0x70, 'signing.key'], // MECHANISM_INVALID
  [0x71, 'signing.key'], // MECHANISM_PARAM_INVALID
])

/** The number that a token answered with, when it was the token that failed. */
export function returnValueOf(caught: unknown): number | undefined {
  if (isSdkError(caught) || typeof caught !== 'object' || caught === null) return undefined
  const { code } = caught as { readonly code?: unknown }
  return typeof code === 'number' ? code : undefined
}

/**
 * The error of a token as one of ours. Of the original its name, number and frames are kept: its message
 * may repeat what it was given.
 */
export function failureOf(caught: unknown): SdkError {
  if (isSdkError(caught)) return caught
  const value = returnValueOf(caught) ?? -1
  const mine = own.get(value)
  if (mine !== undefined) return new SigningError(errorCatalogue, mine, { cause: caught })
  const code = shared.get(value) ?? 'signing.unavailable'
  return new SigningError(signing, code, { cause: caught })
}
