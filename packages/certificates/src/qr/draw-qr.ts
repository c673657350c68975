/** The modules of a QR code, as health certificates are printed. */
import { InputError } from '@tiemchung/core'
import { encodeQR } from 'qr'
import { qrErrors } from '../errors/qr-errors.js'

/**
 * How a code is drawn. Error correction is level `Q` (25 %), as the hcert specification recommends; level
 * `M` (15 %) makes a smaller symbol with larger modules, and its reason is written down where it is chosen.
 */
export type QrOptions =
  | { readonly errorCorrection?: 'Q' }
  | {
      readonly errorCorrection: 'M'
      /** Why less damage may be repaired, such as `'PS256 on a card of 35 mm'`. It is not printed. */
      readonly because: string
    }

const alphanumeric = /^[0-9A-Z $%*+\-./:]+$/
/** ISO/IEC 18004 section 6.3.8. */
const quietZone = 4

function levelOf(options: QrOptions): 'medium' | 'quartile' {
  const level: string = options.errorCorrection ?? 'Q'
  if (level === 'Q') return 'quartile'
  const { because = '' } = options as { readonly because?: string }
  if (level !== 'M' || because.trim() === '') throw new InputError(qrErrors, 'certificate-qr.level')
  return 'medium'
}

/**
 * The rows of a text's QR code, a dark module as `true`: one segment in alphanumeric mode, with a quiet zone
 * of 4 modules around it.
 *
 * @throws InputError `certificate-qr.not-alphanumeric`, `certificate-qr.too-long`, `certificate-qr.level`
 */
export function drawQr(text: string, options: QrOptions = {}): readonly (readonly boolean[])[] {
  const ecc = levelOf(options)
  // The byte mode would take any text, and 5 versions more for it (P43).
  if (!alphanumeric.test(text)) {
    throw new InputError(qrErrors, 'certificate-qr.not-alphanumeric')
  }
  try {
    return encodeQR(text, 'raw', { ecc, encoding: 'alphanumeric', border: quietZone })
  } catch (cause) {
    throw new InputError(qrErrors, 'certificate-qr.too-long', { cause })
  }
}
