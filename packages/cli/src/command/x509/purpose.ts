/** What a certificate must be for, as `--purpose` has it. */
import { InputError } from '@tiemchung/core'
import { any, documentSigning, type Purpose, timeStamping } from '@tiemchung/x509'
import { errorCatalogue } from '../../errors.js'

/** An object identifier in dotted decimal. */
export const oidPattern = /^[0-2](?:\.(?:0|[1-9]\d{0,30})){1,30}$/

const purposes = new Map<string, Purpose>(
  [any, documentSigning, timeStamping].map((purpose) => [purpose.id, purpose]),
)

/**
 * A purpose by its name, or an extended key usage by its object identifier.
 *
 * @throws InputError `cli.use`
 */
export function purposeOf(text: string): Purpose {
  const named = purposes.get(text)
  if (named !== undefined) return named
  if (!oidPattern.test(text)) {
    throw new InputError(errorCatalogue, 'cli.use', { path: ['--purpose'] })
  }
  return { id: text, extendedKeyUsage: [text] }
}
