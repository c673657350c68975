/** From samples to shades of grey, laid on a background where they are transparent. */
import type { PngChunks } from './png-chunks.js'
import { colourTypes, type PngHeader } from './png-header.js'

/** The sample of one channel of the pixel at hand. */
export type Sample = (channel: number) => number
/** The shade of the pixel at hand, 0 to 255. */
export type Shade = () => number

/** ITU-R BT.601. */
const luma = (red: number, green: number, blue: number) =>
  0.299 * red + 0.587 * green + 0.114 * blue

/** A 16-bit field of a tRNS chunk; without one, what no sample is. */
const field = (bytes: Uint8Array | undefined, index: number) =>
  bytes === undefined ? -1 : ((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)

function paletteShades({ palette, transparency }: PngChunks, background: number): number[] {
  return Array.from({ length: palette.length / 3 }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = palette.subarray(3 * index)
    const alpha = (transparency?.[index] ?? 255) / 255
    return luma(red, green, blue) * alpha + background * (1 - alpha)
  })
}

/** Whether any pixel can be other than opaque. */
export function mayBeTransparent({ colour }: PngHeader, { transparency }: PngChunks): boolean {
  const { greyAlpha, rgbAlpha } = colourTypes
  return colour === greyAlpha || colour === rgbAlpha || transparency !== undefined
}

/** How the pixels of a PNG become shades on a background. */
export function shadeOf(
  { colour, bitDepth }: PngHeader,
  chunks: PngChunks,
  sample: Sample,
  background: number,
): Shade {
  const most = 2 ** bitDepth - 1
  const byte = (channel: number) => (sample(channel) * 255) / most
  const { transparency } = chunks
  const [first, second, third] = [
    field(transparency, 0),
    field(transparency, 1),
    field(transparency, 2),
  ]
  // Asked for every pixel: no allocation in here.
  const isKey = () => sample(0) === first && sample(1) === second && sample(2) === third
  const blend = (shade: number, alpha: number) => shade * alpha + background * (1 - alpha)
  const rgb = () => luma(byte(0), byte(1), byte(2))
  const shades = paletteShades(chunks, background)
  const by: Readonly<Record<number, Shade>> = {
    [colourTypes.grey]: () => (sample(0) === first ? background : byte(0)),
    [colourTypes.rgb]: () => (isKey() ? background : rgb()),
    [colourTypes.palette]: () => shades[sample(0)] ?? 0,
    [colourTypes.greyAlpha]: () => blend(byte(0), byte(1) / 255),
    [colourTypes.rgbAlpha]: () => blend(rgb(), byte(3) / 255),
  }
  return by[colour] ?? (() => background)
}
