import { isSdkError, SigningError } from '@tiemchung/core'
import type { MaybePromise } from '@tiemchung/core/crypto'
import { errorCatalogue } from '../errors.js'

/**
 * What a person answers when asked for a PIN or a password. Whatever the asking ends in is not kept as the
 * cause: it may repeat what was typed.
 *
 * @throws SigningError `signing.rejected` when nobody answered
 */
export async function askSecret(ask: () => MaybePromise<string>): Promise<string> {
  let answer: unknown
  try {
    answer = await ask()
  } catch (caught) {
    throw isSdkError(caught) ? caught : new SigningError(errorCatalogue, 'signing.rejected')
  }
  if (typeof answer === 'string') return answer
  throw new SigningError(errorCatalogue, 'signing.rejected')
}
