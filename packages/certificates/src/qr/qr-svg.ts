/** QR codes of health certificates as SVG. */
import { drawQr, type QrOptions } from './draw-qr.js'

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

/** A drawn code: dark modules as one SVG path in units of modules. */
export interface QrPath {
  /** Modules along one side, quiet zone included. */
  readonly size: number
  readonly path: string
}

/**
 * The code of a text as one SVG path.
 *
 * @throws InputError as `drawQr`
 */
export function qrPath(text: string, options?: QrOptions): QrPath {
  const rows = drawQr(text, options)
  return { size: rows.length, path: rows.map(rowPath).join('') }
}

/**
 * The QR code of a certificate's text as SVG: black on white, to be printed 35 to 60 mm wide.
 *
 * @throws InputError `certificate-qr.not-alphanumeric`, `certificate-qr.too-long`, `certificate-qr.level`
 * @example
 * ```ts
 * import { qrSvg } from '@tiemchung/certificates/qr'
 * const svg = qrSvg('HC1:6BFOXN*TS0BI')
 * const small = qrSvg('HC1:6BFOXN*TS0BI', { errorCorrection: 'M', because: 'a card of 35 mm' })
 * ```
 */
export function qrSvg(text: string, options?: QrOptions): string {
  const { size, path } = qrPath(text, options)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" ` +
    `shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/>` +
    `<path d="${path}" fill="#000"/></svg>`
  )
}
