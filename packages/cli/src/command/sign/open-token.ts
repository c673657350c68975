/** A key in a token or HSM; loaded when somebody has one. */
import type { Language } from '@tiemchung/core'
import { listTokens, openToken, type TokenChoice } from '@tiemchung/signer-pkcs11'
import { readCertificate } from '@tiemchung/x509'
import type { Io } from '../../io.js'
import { optionDers } from '../x509/read-files.js'
import type { KeyOptions, OpenKey } from './key-options.js'
import { askPassword } from './password.js'

/** By the serial number where one has it, else by the label. */
async function tokenOf(library: string, name: string | undefined): Promise<TokenChoice> {
  if (name === undefined) return {}
  const found = await listTokens({ library })
  return found.some(({ serial }) => serial === name) ? { serial: name } : { label: name }
}

function keyOf(name: string) {
  return /^(?:[0-9a-f]{2})+$/i.test(name) ? { id: name } : { label: name }
}

/** @throws as `openToken` and `Token.signer` do */
export async function openKeyInToken(
  io: Io,
  options: KeyOptions,
  language: Language,
): Promise<OpenKey> {
  const { pkcs11: library = '', certificate, tokenKey } = options
  const chain = await optionDers(io, '--chain', options.chain, 'certificate', readCertificate)
  const token = await openToken({
    library,
    ...(await tokenOf(library, options.token)),
    pin: () => askPassword(io, options, language),
  })
  const close = () => token.close()
  try {
    const signer = await token.signer({
      chain,
      ...(tokenKey === undefined ? {} : { key: keyOf(tokenKey) }),
      ...(certificate === undefined ? {} : { certificate }),
    })
    return { signer, close }
  } catch (caught) {
    await close()
    throw caught
  }
}
