/** New certificate ids (UVCI). */
import { type RandomSource, toHex } from '@tiemchung/core'
import { checkCharacterOf } from '../payload/check-character.js'
import { systemRandom } from '../world.js'

/** How a certificate id is made. */
export interface CertificateIdOptions {
  /** Default `VN`. */
  readonly country?: string
  /** Whether `#` and the check character follow. Default false, as Viet Nam issues. */
  readonly checkCharacter?: boolean
  /** Default: the host's. */
  readonly random?: RandomSource
}

/**
 * A new certificate id: `URN:UVCI:01:VN:` and 32 capital hex digits from 128 random bits.
 *
 * @example
 * ```ts
 * import { newCertificateId } from '@tiemchung/certificates/issue'
 * const certificateId = newCertificateId()
 * ```
 */
export function newCertificateId(options: CertificateIdOptions = {}): string {
  const random = (options.random ?? systemRandom).bytes(16)
  const id = `URN:UVCI:01:${options.country ?? 'VN'}:${toHex(random).toUpperCase()}`
  return options.checkCharacter === true ? `${id}#${checkCharacterOf(id) ?? ''}` : id
}
