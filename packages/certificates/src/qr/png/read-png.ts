/** Pictures out of PNG files (ISO/IEC 15948), as shades of grey. */
import { ParseError } from '@tiemchung/core'
import { qrErrors } from '../../errors/qr-errors.js'
import { inflateExactly } from './inflate-exactly.js'
import { readPngChunks } from './png-chunks.js'
import { channelsOf, type PngHeader } from './png-header.js'
import { bytesOf, type Pass, passesOf, unfilter } from './scanlines.js'
import { mayBeTransparent, type Sample, shadeOf } from './shades.js'

/** Pixels of four equal bytes and full opacity, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** A PNG whose pixels are at hand. */
export interface Png {
  /** Some pixels may be transparent, so that the background decides what is seen. */
  readonly transparent: boolean
  /** What is seen on a background of this shade, 0 to 255. */
  on(background: number): Pixels
}

/** A pass with its first row's place in the inflated stream. */
type PlacedPass = Pass & { readonly start: number }

function placed(header: PngHeader): readonly PlacedPass[] {
  let start = 0
  return passesOf(header).map((pass) => {
    const at = start
    start += bytesOf(pass)
    return { ...pass, start: at }
  })
}

/** Reads samples from a place that is moved along. */
function sampler(raw: Uint8Array, { bitDepth }: PngHeader) {
  const place = { row: 0, first: 0 }
  const packed: Sample = (channel) => {
    const bit = (place.first + channel) * bitDepth
    const byte = raw[place.row + (bit >> 3)] ?? 0
    return (byte >> (8 - bitDepth - (bit & 7))) & ((1 << bitDepth) - 1)
  }
  const wide: Sample = (channel) => {
    const at = place.row + 2 * (place.first + channel)
    return ((raw[at] ?? 0) << 8) | (raw[at + 1] ?? 0)
  }
  return { place, sample: bitDepth === 16 ? wide : packed }
}

/**
 * The pixels of a PNG, of any colour type, bit depth and interlacing.
 *
 * Never inflates more than the header's width and height need: check those first.
 *
 * @throws ParseError `certificate-qr.picture-damaged`
 */
export function readPng(bytes: Uint8Array, header: PngHeader): Png {
  const chunks = readPngChunks(bytes)
  const passes = placed(header)
  const size = passes.reduce((sum, pass) => sum + bytesOf(pass), 0)
  const raw = inflateExactly(chunks.data, size)
  if (raw === undefined || !passes.every((pass) => unfilter(raw, pass.start, pass, header))) {
    throw new ParseError(qrErrors, 'certificate-qr.picture-damaged')
  }
  const { width, height } = header
  const channels = channelsOf(header)
  const on = (background: number): Pixels => {
    const data = new Uint8ClampedArray(width * height * 4).fill(255)
    const { place, sample } = sampler(raw, header)
    const shade = shadeOf(header, chunks, sample, background)
    for (const pass of passes) {
      for (let y = 0; y < pass.height; y += 1) {
        place.row = pass.start + y * (1 + pass.rowBytes) + 1
        const row = (pass.y + y * pass.dy) * width
        for (let x = 0; x < pass.width; x += 1) {
          place.first = x * channels
          const at = (row + pass.x + x * pass.dx) * 4
          const grey = shade()
          data[at] = grey
          data[at + 1] = grey
          data[at + 2] = grey
        }
      }
    }
    return { width, height, data }
  }
  return { transparent: mayBeTransparent(header, chunks), on }
}
