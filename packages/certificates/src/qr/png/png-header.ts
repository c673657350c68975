/** What a PNG says of itself before its pixels (ISO/IEC 15948 section 11.2.1). */
import { ParseError } from '@tiemchung/core'
import { qrErrors } from '../../errors/qr-errors.js'

/** How the pixels of a PNG are laid out. */
export interface PngHeader {
  readonly width: number
  readonly height: number
  readonly bitDepth: number
  readonly colour: ColourType
  readonly interlaced: boolean
}

/** Colour types by their numbers. */
export const colourTypes = { grey: 0, rgb: 2, palette: 3, greyAlpha: 4, rgbAlpha: 6 } as const
export type ColourType = (typeof colourTypes)[keyof typeof colourTypes]

/** Colour type → samples of a pixel, and the bit depths that it may have (table 11.1). */
const layouts: ReadonlyMap<
  number,
  { readonly channels: number; readonly depths: readonly number[] }
> = new Map([
  [colourTypes.grey, { channels: 1, depths: [1, 2, 4, 8, 16] }],
  [colourTypes.rgb, { channels: 3, depths: [8, 16] }],
  [colourTypes.palette, { channels: 1, depths: [1, 2, 4, 8] }],
  [colourTypes.greyAlpha, { channels: 2, depths: [8, 16] }],
  [colourTypes.rgbAlpha, { channels: 4, depths: [8, 16] }],
])

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Signature, length and name: IHDR is always the first chunk, of 13 bytes. */
const headerAt = 16
const headerEnd = headerAt + 13

/** Whether a file begins as a PNG. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Samples of a pixel. */
export function channelsOf({ colour }: PngHeader): number {
  return layouts.get(colour)?.channels ?? 0
}

/**
 * The header of a PNG.
 *
 * @throws ParseError `certificate-qr.picture-damaged`
 */
export function readPngHeader(bytes: Uint8Array): PngHeader {
  const damaged = () => new ParseError(qrErrors, 'certificate-qr.picture-damaged')
  if (bytes.length < headerEnd) throw damaged()
  const view = new DataView(bytes.buffer, bytes.byteOffset + headerAt)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [bitDepth, colour, interlace] = [view.getUint8(8), view.getUint8(9), view.getUint8(12)]
  const sound = layouts.get(colour)?.depths.includes(bitDepth) === true && interlace <= 1
  if (!sound || width === 0 || height === 0) throw damaged()
  return { width, height, bitDepth, colour: colour as ColourType, interlaced: interlace === 1 }
}
