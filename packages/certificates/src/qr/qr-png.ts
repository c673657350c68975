/** QR codes of health certificates as PNG. */
import { InputError } from '@tiemchung/core'
import { qrErrors } from '../errors/qr-errors.js'
import { drawQr, type QrOptions } from './draw-qr.js'
import { writePng } from './png/write-png.js'

/** How a code is drawn in pixels. */
export type QrPngOptions = QrOptions & {
  /** Pixels along one side of a module, 1 to 64. By default 8: version 23 at 50 mm is about 475 dpi. */
  readonly scale?: number
}

const usualScale = 8
const mostScale = 64

/**
 * The QR code of a certificate's text as PNG: black on white, one bit a pixel, with the quiet zone.
 *
 * Print it 35 to 60 mm wide, and never scale it by less than whole pixels.
 *
 * @throws InputError `certificate-qr.not-alphanumeric`, `certificate-qr.too-long`, `certificate-qr.level`,
 * `certificate-qr.scale`
 * @example
 * ```ts
 * import { qrPng } from '@tiemchung/certificates/qr'
 * const png = qrPng('HC1:6BFOXN*TS0BI', { scale: 6 })
 * ```
 */
export function qrPng(text: string, options: QrPngOptions = {}): Uint8Array {
  const { scale = usualScale } = options
  if (!Number.isInteger(scale) || scale < 1 || scale > mostScale) {
    throw new InputError(qrErrors, 'certificate-qr.scale')
  }
  return writePng(drawQr(text, options), scale)
}
