/** What a JPEG says of itself before its pixels (ITU-T T.81 annex B). */
import { ParseError } from '@tiemchung/core'
import { qrErrors } from '../../errors/qr-errors.js'

/** What reading a JPEG will cost. */
export interface JpegHeader {
  readonly width: number
  readonly height: number
  /** Scans, each of which goes over the whole picture. */
  readonly scans: number
}

const marker = 0xff
const startOfScan = 0xda
/** Start of frame, but for DHT, JPG and DAC, which lie among them. */
const isFrame = (code: number) =>
  code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc

/** Whether a file begins as a JPEG, whatever its name says (P44). */
export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === marker && bytes[1] === 0xd8 && bytes[2] === marker
}

/** How often the marker of a scan occurs; in the data of a scan, `FF` is followed by `00` or a restart. */
function countScans(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(marker); at !== -1; at = bytes.indexOf(marker, at + 1)) {
    if (bytes[at + 1] === startOfScan) count += 1
  }
  return count
}

/** Where the frame header's content begins, past the segments before it. */
function frameAt(view: DataView): number | undefined {
  let at = 2
  while (at + 4 <= view.byteLength && view.getUint8(at) === marker) {
    const code = view.getUint8(at + 1)
    if (isFrame(code)) return at + 4
    // Any number of `FF` may stand before a marker.
    at += code === marker ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}

/**
 * The header of a JPEG.
 *
 * @throws ParseError `certificate-qr.picture-damaged`
 */
export function readJpegHeader(bytes: Uint8Array): JpegHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const at = frameAt(view)
  if (at === undefined || at + 5 > bytes.length) {
    throw new ParseError(qrErrors, 'certificate-qr.picture-damaged')
  }
  const [height, width] = [view.getUint16(at + 1), view.getUint16(at + 3)]
  return { width, height, scans: countScans(bytes) }
}
