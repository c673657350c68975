/** The rows of a PNG: which there are, and their filters undone (ISO/IEC 15948 sections 8 and 9). */
import { channelsOf, type PngHeader } from './png-header.js'

/** Rows that cover every `dx`-th column from `x` and every `dy`-th row from `y`. */
export interface Pass {
  readonly x: number
  readonly y: number
  readonly dx: number
  readonly dy: number
  readonly width: number
  readonly height: number
  /** Bytes of a row, without the one that names its filter. */
  readonly rowBytes: number
}

const whole = [[0, 0, 1, 1]] as const
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** The passes that a PNG is drawn in: one, or up to seven when it is interlaced. */
export function passesOf(header: PngHeader): readonly Pass[] {
  return (header.interlaced ? adam7 : whole)
    .map(([x, y, dx, dy]) => {
      const width = Math.ceil((header.width - x) / dx)
      const height = Math.ceil((header.height - y) / dy)
      const rowBytes = Math.ceil((width * channelsOf(header) * header.bitDepth) / 8)
      return { x, y, dx, dy, width, height, rowBytes }
    })
    .filter(({ width, height }) => width > 0 && height > 0)
}

/** Bytes of a pass in the inflated stream. */
export function bytesOf({ height, rowBytes }: Pass): number {
  return height * (1 + rowBytes)
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [
    Math.abs(guess - left),
    Math.abs(guess - up),
    Math.abs(guess - corner),
  ]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** Filter → what it predicts of a byte from the bytes left, above, and left above. */
const predictors: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
]

/**
 * Undoes the filters of a pass in place, its first row at `start`. False when a filter is unknown.
 */
export function unfilter(raw: Uint8Array, start: number, pass: Pass, header: PngHeader): boolean {
  const { height, rowBytes } = pass
  const stride = 1 + rowBytes
  const pixel = Math.max(1, (channelsOf(header) * header.bitDepth) >> 3)
  for (let y = 0; y < height; y += 1) {
    const at = start + y * stride
    const predict = predictors[raw[at] ?? 0]
    if (predict === undefined) return false
    for (let x = 1; x <= rowBytes; x += 1) {
      const left = x > pixel ? (raw[at + x - pixel] ?? 0) : 0
      const up = y > 0 ? (raw[at + x - stride] ?? 0) : 0
      const corner = x > pixel && y > 0 ? (raw[at + x - pixel - stride] ?? 0) : 0
      raw[at + x] = (raw[at + x] ?? 0) + predict(left, up, corner)
    }
  }
  return true
}
