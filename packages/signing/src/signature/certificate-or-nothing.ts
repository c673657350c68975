import { ParseError } from '@tiemchung/core'
import { type Certificate, readCertificate } from '@tiemchung/x509'

/** A certificate from DER, or undefined when it is none. */
export function certificateOrNothing(der: Uint8Array | undefined): Certificate | undefined {
  try {
    return der === undefined ? undefined : readCertificate(der)
  } catch (caught) {
    if (caught instanceof ParseError) return undefined
    throw caught
  }
}
