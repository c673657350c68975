/** What was made is read by the strict reader, and its signature checked, before anybody gets it. */
import { equalBytes, InputError } from '@tiemchung/core'
import { type SubtleLike, webCryptoProvider } from '@tiemchung/core/crypto'
import { errorCatalogue } from './errors.js'
import { SignatureJudge } from '../signature/signature-judge.js'
import type { Signed } from '../signature/signed.js'
import type { CaWorld } from './world.js'

/** Refuses to hand out what was made. */
export function refuseMade(cause?: unknown): never {
  throw new InputError(errorCatalogue, 'x509.ca.made', { cause })
}

/** Reads back what was made. */
export function readBack<Value>(der: Uint8Array, read: (der: Uint8Array) => Value): Value {
  try {
    return read(der)
  } catch (cause) {
    return refuseMade(cause)
  }
}

/** Whether something is signed by a key, by the same judge that verifies paths. */
export async function isSignedBy(
  signed: Signed,
  spki: Uint8Array,
  world: CaWorld,
): Promise<boolean> {
  const provider = webCryptoProvider(world.crypto.subtle as SubtleLike)
  return (await new SignatureJudge(provider, 1).judge(signed, { spki })) === 'holds'
}

/** Refuses two byte strings that must be the same and are not. */
export function mustEqual(made: Uint8Array, meant: Uint8Array): void {
  if (!equalBytes(made, meant)) refuseMade()
}
