/** A key in a PKCS#12 file; loaded when somebody has one. */
import type { Language } from '@tiemchung/core'
import { openPkcs12 } from '@tiemchung/signer-pkcs12'
import { bytesOf } from '../../input.js'
import type { Io } from '../../io.js'
import { type KeyOptions, nothingToClose, type OpenKey } from './key-options.js'
import { askPassword } from './password.js'

/** @throws as `openPkcs12` does */
export async function openKeyContainer(
  io: Io,
  path: string,
  options: KeyOptions,
  language: Language,
): Promise<OpenKey> {
  const { certificate } = options
  const signer = await openPkcs12({
    file: await bytesOf(io, path, ['--pkcs12']),
    password: () => askPassword(io, options, language),
    ...(certificate === undefined ? {} : { certificate }),
  })
  for (const { message, code } of signer.warnings) io.say(`${message[language]} [${code}]`)
  return { signer, close: nothingToClose }
}
