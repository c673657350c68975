/** QR codes out of pictures. */
import { ParseError } from '@tiemchung/core'
import type { ReadResult } from 'zxing-wasm/reader'
import { qrErrors } from '../../errors/qr-errors.js'
import { isPng, readPngHeader } from '../png/png-header.js'
import { readPng } from '../png/read-png.js'
import { isJpeg, readJpegHeader } from './jpeg-header.js'
import { defaultPictureLimits, mostScans, type PictureLimits } from './limits.js'
import { type Decode, openDecoder } from './open-decoder.js'
import { type QrReading, readingOf } from './reading.js'

/** What a picture is read with. */
export interface QrReadOptions {
  /**
   * The bytes of `zxing-wasm/reader/zxing_reader.wasm`, in the version that this package depends on. Node reads
   * them from the installed package; a browser has to be given them.
   */
  readonly decoder?: Uint8Array
  readonly limits?: Partial<PictureLimits>
}

const white = 255
const black = 0

const tooLarge = () => new ParseError(qrErrors, 'certificate-qr.picture-too-large')
const damaged = () => new ParseError(qrErrors, 'certificate-qr.picture-damaged')

async function codesOfPng(bytes: Uint8Array, decode: Decode): Promise<readonly ReadResult[]> {
  const png = readPng(bytes, readPngHeader(bytes))
  const found = await decode(png.on(white))
  // Light modules drawn on nothing are seen on a dark page only.
  return found.length > 0 || !png.transparent ? found : decode(png.on(black))
}

async function codesOfJpeg(bytes: Uint8Array, decode: Decode): Promise<readonly ReadResult[]> {
  const found = await decode(bytes)
  // A picture that cannot be read is answered as a code without a format.
  if (found.some(({ format }) => (format as string) === '')) throw damaged()
  return found
}

/** Which kind of picture it is, once its size is known to be in bounds. */
function kindOf(picture: Uint8Array, limits: PictureLimits) {
  // A limit that is no number lets nothing pass.
  if (!(picture.length <= limits.bytes)) throw tooLarge()
  const png = isPng(picture)
  if (!png && !isJpeg(picture)) throw new ParseError(qrErrors, 'certificate-qr.picture-format')
  const { width, height, scans } = png
    ? { ...readPngHeader(picture), scans: 1 }
    : readJpegHeader(picture)
  if (!(width * height <= limits.pixels) || scans > mostScans) throw tooLarge()
  return png ? codesOfPng : codesOfJpeg
}

/**
 * Every QR code of a PNG or JPEG picture, in the order in which they are found; none when there is none.
 *
 * The kind is told by the content, not by a name. Codes may be rotated, mirrored, inverted, without a quiet
 * zone and on transparent ground. The texts are not checked: hand each to `verifyCertificate`. Nothing is
 * fetched; outside of Node, give the decoder's bytes.
 *
 * @throws ParseError `certificate-qr.picture-format`, `certificate-qr.picture-damaged`,
 * `certificate-qr.picture-too-large`
 * @throws InputError `certificate-qr.decoder`
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 * import { readQrCodes } from '@tiemchung/certificates/qr/read'
 * const codes = await readQrCodes(await readFile('photo.jpg'))
 * const texts = codes.map(({ text }) => text).filter((text) => text.startsWith('HC1:'))
 * ```
 */
export async function readQrCodes(
  picture: Uint8Array,
  options: QrReadOptions = {},
): Promise<readonly QrReading[]> {
  const codesOf = kindOf(picture, { ...defaultPictureLimits, ...options.limits })
  const decode = await openDecoder(options.decoder)
  const found = await codesOf(picture, decode)
  return found.filter(({ isValid }) => isValid).map(readingOf)
}
