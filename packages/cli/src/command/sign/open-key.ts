/** The key that the options of `sign day` name. */
import { fromUtf8, InputError, type Language } from '@tiemchung/core'
import { softwareSigner } from '@tiemchung/signing'
import { algorithmFor } from '@tiemchung/signing/signer'
import { readCertificate } from '@tiemchung/x509'
import { errorCatalogue } from '../../errors.js'
import { bytesOf } from '../../input.js'
import type { Io } from '../../io.js'
import { optionDers } from '../x509/read-files.js'
import { type KeyOptions, nothingToClose, type OpenKey } from './key-options.js'
import { askPassword } from './password.js'

const wrongUse = (option: string) => new InputError(errorCatalogue, 'cli.use', { path: [option] })

/** Refuses what does not go together, before a file is opened or anybody is asked. @throws InputError `cli.use` */
export function checkKeyOptions(options: KeyOptions): void {
  const { key, pkcs12, pkcs11, chain, token, tokenKey, certificate } = options
  const [first, second] = Object.entries({ key, pkcs12, pkcs11 }).filter(
    ([, given]) => given !== undefined,
  )
  if (first === undefined) throw wrongUse('--key')
  if (second !== undefined) throw wrongUse(`--${second[0]}`)
  if (key !== undefined && chain.length === 0) throw wrongUse('--chain')
  if (key !== undefined && certificate !== undefined) throw wrongUse('--certificate')
  if (pkcs12 !== undefined && chain.length > 0) throw wrongUse('--chain')
  if (pkcs11 === undefined && token !== undefined) throw wrongUse('--token')
  if (pkcs11 === undefined && tokenKey !== undefined) throw wrongUse('--token-key')
}

async function openKeyFile(
  io: Io,
  path: string,
  options: KeyOptions,
  language: Language,
): Promise<OpenKey> {
  const chain = await optionDers(io, '--chain', options.chain, 'certificate', readCertificate)
  const pkcs8Pem = fromUtf8(await bytesOf(io, path, ['--key']))
  const password = () => askPassword(io, options, language)
  const algorithm = algorithmFor(readCertificate(chain[0] ?? new Uint8Array()).spki)
  const signer = await softwareSigner({ privateKey: { pkcs8Pem, password }, algorithm, chain })
  return { signer, close: nothingToClose }
}

/**
 * Opens the key. A password or PIN is asked for when it is needed, and never kept.
 *
 * @throws ParseError `cli.file`, `cli.x509-kind`, `parse.pem`, `x509.*`
 * @throws SigningError `signing.*`, `cli.no-password`
 */
export async function openKey(io: Io, options: KeyOptions, language: Language): Promise<OpenKey> {
  const { key, pkcs12 } = options
  if (key !== undefined) return openKeyFile(io, key, options, language)
  if (pkcs12 === undefined)
    return (await import('./open-token.js')).openKeyInToken(io, options, language)
  const { openKeyContainer } = await import('./open-pkcs12.js')
  return openKeyContainer(io, pkcs12, options, language)
}
