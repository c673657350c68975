/** QR codes of health certificates as SVG. */
import { InputError } from '@tiemchung/core'
import { encodeQR } from 'qr'
import { qrErrors } from '../errors/qr-errors.js'

/** How a code is drawn. */
export interface QrOptions {
  /** `Q` (25 %, the default) as the hcert specification recommends; `M` (15 %) makes larger modules. */
  readonly errorCorrection?: 'M' | 'Q'
}

/** A drawn code: dark modules as one SVG path in units of modules. */
export interface QrDrawing {
  /** Modules along one side, quiet zone included. */
  readonly size: number
  readonly path: string
}

const alphanumeric = /^[0-9A-Z $%*+\-./:]+$/
/** ISO/IEC 18004 section 6.3.8. */
const quietZone = 4
const levels = { M: 'medium', Q: 'quartile' } as const

function modulesOf(text: string, errorCorrection: 'M' | 'Q'): readonly (readonly boolean[])[] {
  if (!alphanumeric.test(text)) {
    throw new InputError(qrErrors, 'certificate-qr.not-alphanumeric')
  }
  try {
    const ecc = levels[errorCorrection]
    return encodeQR(text, 'raw', { ecc, encoding: 'alphanumeric', border: quietZone })
  } catch (cause) {
    throw new InputError(qrErrors, 'certificate-qr.too-long', { cause })
  }
}

/** Runs of dark modules in one row, each as a flat rectangle. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue
    const start = x
    while (row[x + 1] === true) x += 1
    path += `M${start} ${y}h${x - start + 1}v1H${start}z`
  }
  return path
}

/**
 * The dark modules of a text's QR code, in alphanumeric mode with a quiet zone of 4 modules.
 *
 * @throws InputError `certificate-qr.not-alphanumeric`, `certificate-qr.too-long`
 */
export function drawQr(text: string, options: QrOptions = {}): QrDrawing {
  const rows = modulesOf(text, options.errorCorrection ?? 'Q')
  return { size: rows.length, path: rows.map(rowPath).join('') }
}

/**
 * The QR code of a certificate's text as SVG: black on white, to be printed 35 to 60 mm wide.
 *
 * @throws InputError `certificate-qr.not-alphanumeric`, `certificate-qr.too-long`
 * @example
 * ```ts
 * import { qrSvg } from '@tiemchung/certificates/qr'
 * const svg = qrSvg('HC1:6BFOXN*TS0BI', { errorCorrection: 'Q' })
 * ```
 */
export function qrSvg(text: string, options: QrOptions = {}): string {
  const { size, path } = drawQr(text, options)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" ` +
    `shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/>` +
    `<path d="${path}" fill="#000"/></svg>`
  )
}
