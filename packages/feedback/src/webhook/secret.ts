import { fromBase64, InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'

const prefix = 'whsec_'

/** The key in a secret: 24 to 64 bytes (Standard Webhooks 1.0). */
export function keyOf(secret: string): Uint8Array {
  const refuse = () => new InputError(errorCatalogue, 'feedback.webhook.secret')
  if (!secret.startsWith(prefix)) throw refuse()
  let key: Uint8Array
  try {
    key = fromBase64(secret.slice(prefix.length))
  } catch {
    throw refuse()
  }
  if (key.length < 24 || key.length > 64) throw refuse()
  return key
}
