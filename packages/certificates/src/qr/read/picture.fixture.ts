/** Pictures for the tests of reading: PNGs of every kind, and a JPEG of squares. */
import { deflateSync } from 'node:zlib'

/** Dark modules as `true`. */
export type Modules = readonly (readonly boolean[])[]

/** Every module as a square of that many pixels. */
export function enlarge(modules: Modules, scale: number): Modules {
  return modules.flatMap((row) =>
    Array<readonly boolean[]>(scale).fill(row.flatMap((dark) => Array<boolean>(scale).fill(dark))),
  )
}

/** The modules of a code without the four of its quiet zone. */
export function withoutQuietZone(modules: Modules): Modules {
  return modules.slice(4, -4).map((row) => row.slice(4, -4))
}

/** Pictures next to each other, filled up with white. */
export function sideBySide(...pictures: readonly Modules[]): Modules {
  const height = Math.max(...pictures.map(({ length }) => length))
  return Array.from({ length: height }, (_, y) =>
    pictures.flatMap((rows) => rows[y] ?? Array<boolean>(rows[0]?.length ?? 0).fill(false)),
  )
}

function chunk(name: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  // Our reader does not look at checksums, so these are none.
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)])
}

/** What a PNG is made of. */
export interface PngPlan {
  readonly width: number
  readonly height: number
  readonly bitDepth: number
  readonly colour: number
  readonly interlace?: number
  /** Scanlines with their filter bytes, before deflating. */
  readonly raw: Uint8Array
  readonly palette?: Uint8Array
  readonly transparency?: Uint8Array
}

/** A PNG as planned, whether that makes sense or not. */
export function pngOf(plan: PngPlan): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(plan.width, 0)
  header.writeUInt32BE(plan.height, 4)
  header.set([plan.bitDepth, plan.colour, 0, 0, plan.interlace ?? 0], 8)
  const stream = deflateSync(plan.raw)
  const middle = stream.length >> 1
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', header),
      ...(plan.palette === undefined ? [] : [chunk('PLTE', plan.palette)]),
      ...(plan.transparency === undefined ? [] : [chunk('tRNS', plan.transparency)]),
      chunk('IDAT', stream.subarray(0, middle)),
      chunk('IDAT', stream.subarray(middle)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const adam7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** How modules become samples. */
export interface Ink {
  readonly bitDepth: number
  readonly colour: number
  readonly dark: readonly number[]
  readonly light: readonly number[]
  readonly palette?: Uint8Array
  readonly transparency?: Uint8Array
  readonly interlace?: number
  /** The filter of each row in turn, 0 to 4. */
  readonly filters?: readonly number[]
}

/** Samples packed as one row. */
function packed(samples: readonly number[], bitDepth: number): number[] {
  const bits = samples.map((sample) => sample.toString(2).padStart(bitDepth, '0')).join('')
  return (bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2))
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
  if (pa <= pb && pa <= pc) return a
  return pb <= pc ? b : c
}

/** A row as its filter writes it. */
function filtered(row: number[], above: number[], filter: number, pixel: number): number[] {
  const bytes = row.map((byte, x) => {
    const [a, b, c] = [row[x - pixel] ?? 0, above[x] ?? 0, above[x - pixel] ?? 0]
    const guess = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter] ?? 0
    return (byte - guess) & 255
  })
  return [filter, ...bytes]
}

/** Modules as a PNG, a module a pixel, in the given ink. */
export function inkedPng(modules: Modules, ink: Ink): Uint8Array {
  const { bitDepth, colour, interlace = 0, filters = [0] } = ink
  const [height, width] = [modules.length, modules[0]?.length ?? 0]
  const pixel = Math.max(1, ((channels[colour] ?? 0) * bitDepth) >> 3)
  const raw: number[] = []
  let lines = 0
  for (const [x0, y0, dx, dy] of interlace === 1 ? adam7 : ([[0, 0, 1, 1]] as const)) {
    let above: number[] = []
    for (let y = y0; y < height && x0 < width; y += dy) {
      const cells = (modules[y] ?? []).filter((_, x) => x >= x0 && (x - x0) % dx === 0)
      const row = packed(
        cells.flatMap((dark) => (dark ? ink.dark : ink.light)),
        bitDepth,
      )
      for (const byte of filtered(row, above, filters[lines % filters.length] ?? 0, pixel)) {
        raw.push(byte)
      }
      lines += 1
      above = row
    }
  }
  return pngOf({ ...ink, width, height, raw: Uint8Array.from(raw) })
}

const segment = (code: number, content: readonly number[]): number[] => [
  ...[0xff, code, (content.length + 2) >> 8, (content.length + 2) & 255],
  ...content,
]

/** A grey baseline JPEG, a module as one flat block of eight pixels: only DC differences are coded. */
export function jpegOf(modules: Modules): Uint8Array {
  const [height, width] = [modules.length * 8, (modules[0]?.length ?? 0) * 8]
  const dark = -1024
  const light = 1016
  let before = 0
  const bits = modules
    .flat()
    .map((isDark) => {
      const difference = (isDark ? dark : light) - before
      before += difference
      const size = difference === 0 ? 0 : Math.abs(difference).toString(2).length
      const value = difference > 0 ? difference : difference + 2 ** size - 1
      const magnitude = size === 0 ? '' : value.toString(2).padStart(size, '0')
      const endOfBlock = '0'
      return size.toString(2).padStart(4, '0') + magnitude + endOfBlock
    })
    .join('')
  const data = (bits.match(/.{1,8}/g) ?? []).flatMap((byte) => {
    const value = Number.parseInt(byte.padEnd(8, '1'), 2)
    return value === 0xff ? [value, 0] : [value]
  })
  const sixteen = [height >> 8, height & 255, width >> 8, width & 255]
  const twelveOfFourBits = [0, 0, 0, 12, ...Array<number>(12).fill(0)]
  const oneOfOneBit = [1, ...Array<number>(15).fill(0)]
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    ...segment(0xc0, [8, ...sixteen, 1, 1, 0x11, 0]),
    ...segment(0xc4, [0x00, ...twelveOfFourBits, ...Array.from({ length: 12 }, (_, n) => n)]),
    ...segment(0xc4, [0x10, ...oneOfOneBit, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...data,
    ...[0xff, 0xd9],
  ])
}
