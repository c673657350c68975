import type { PublicKey } from '@tiemchung/core/crypto'
import { ecdsaSignatureToRaw } from '@tiemchung/x509'

const sizes = { 'P-256': 64, 'P-384': 96, 'P-521': 132 } as const

/**
 * A signature as `Signer` gives it: of ECDSA the raw `r||s`, whichever form the provider uses. The forms
 * cannot be mistaken for each other unseen, as every signature is checked afterwards.
 */
export function rawSignature(key: PublicKey, signature: Uint8Array): Uint8Array {
  if (key.kind.type !== 'ec' || signature.length === sizes[key.kind.curve]) return signature
  try {
    return ecdsaSignatureToRaw(signature, key.kind.curve)
  } catch {
    // Neither form: it will not hold.
    return signature
  }
}
