/** A library that reads certificates, compiled where neither DOM nor Node types exist. */
import { decodeCertificate } from '@tiemchung/certificates/envelope'
import { type CivilDate, civilDateAt, isSdkError } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'

export function today(now: Date): CivilDate {
  return civilDateAt(now)
}

export function readCertificate(text: string): string {
  try {
    decodeCertificate(text)
    return 'readable'
  } catch (error) {
    if (isSdkError(error)) return error.code
    throw error
  }
}

export async function fingerprint(crypto: CryptoProvider, data: Uint8Array): Promise<Uint8Array> {
  return crypto.digest('SHA-256', data)
}

// @ts-expect-error A day is not just any text.
export const notADay: CivilDate = '2022-04-14'
