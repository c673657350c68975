/** A plain script of a page: no Node, no framework. It answers through `globalThis.answer`. */
import { decodeCertificate } from '@tiemchung/certificates'
import { civilDateAt, isSdkError, parseInstant, toHex, utf8 } from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'

async function ask() {
  const digest = toHex(await systemCrypto.digest('SHA-256', utf8('abc')))
  const today = civilDateAt(parseInstant('2022-04-14T23:30:00+07:00'))
  try {
    decodeCertificate('not a certificate')
    return { digest, today, code: 'readable' }
  } catch (error) {
    return { digest, today, code: isSdkError(error) ? error.code : String(error) }
  }
}

globalThis.answer = ask()
