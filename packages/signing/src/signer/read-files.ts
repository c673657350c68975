/** Keys and chains as they lie in files: PEM. */
import { fromPem, SigningError } from '@tiemchung/core'
import type { MaybePromise } from '@tiemchung/core/crypto'
import { errorCatalogue } from '../errors.js'
import { hostSubtle } from '../world.js'
import { askSecret } from './ask-secret.js'
import { passwordForms } from './password-forms.js'
import { decryptPkcs8 } from './pbes2.js'

function firstBlock(pem: string, label: string): Uint8Array | undefined {
  if (!pem.includes(`-----BEGIN ${label}-----`)) return undefined
  try {
    return fromPem(pem, label)[0]
  } catch {
    return undefined
  }
}

/** PKCS#8 in DER out of a PEM file; the bytes are the caller's to wipe. */
export async function readKeyFile(
  pem: string,
  password: (() => MaybePromise<string>) | undefined,
): Promise<Uint8Array> {
  const open = firstBlock(pem, 'PRIVATE KEY')
  if (open !== undefined) return open
  const locked = firstBlock(pem, 'ENCRYPTED PRIVATE KEY')
  if (locked === undefined) throw new SigningError(errorCatalogue, 'signing.key-file')
  const forms = password && (async () => passwordForms(await askSecret(password)))
  return decryptPkcs8(locked, forms, hostSubtle())
}

/**
 * The certificates of a PEM file, as they stand in it.
 *
 * @throws ParseError `parse.pem`
 */
export function readChainFile(pem: string): readonly Uint8Array[] {
  return fromPem(pem, 'CERTIFICATE')
}
