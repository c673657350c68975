import { SigningError } from '@tiemchung/core'
import { errorCatalogue } from './errors.js'
import { privateKeysOf, type StoredKey } from './objects.js'
import type { Opened } from './session.js'

/** Which key: by its id in hex or its label. Needed when the token holds several. */
export interface KeyChoice {
  readonly id?: string
  readonly label?: string
}

/**
 * The one private key that is meant.
 *
 * @throws SigningError `signing.token-key`
 */
export function chooseKey(opened: Opened, choice: KeyChoice = {}): StoredKey {
  const id = choice.id?.toLowerCase()
  const meant = privateKeysOf(opened).filter(
    (key) =>
      (id === undefined || key.id === id) &&
      (choice.label === undefined || key.label === choice.label),
  )
  const [only] = meant
  if (only !== undefined && meant.length === 1) return only
  throw new SigningError(errorCatalogue, 'signing.token-key', { params: { count: meant.length } })
}
