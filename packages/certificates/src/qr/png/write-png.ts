/** PNG pictures of one bit a pixel (ISO/IEC 15948). */
import { concatBytes, utf8 } from '@tiemchung/core'
import { deflate } from '#inflate'

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const greyscale = 0

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

function bigEndian(number: number): Uint8Array {
  return Uint8Array.of(number >>> 24, number >>> 16, number >>> 8, number)
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = concatBytes(utf8(name), data)
  return concatBytes(bigEndian(data.length), named, bigEndian(crc32(named)))
}

/** One row, each cell `scale` pixels wide: the filter `none`, then a bit a pixel, 1 for white. */
function scanline(row: readonly boolean[], scale: number): Uint8Array {
  const width = row.length * scale
  const line = new Uint8Array(1 + Math.ceil(width / 8))
  for (let x = 0; x < width; x += 1) {
    if (row[Math.floor(x / scale)] === true) continue
    const at = 1 + (x >> 3)
    line[at] = (line[at] ?? 0) | (0x80 >> (x & 7))
  }
  return line
}

/** A square or rectangle of black (`true`) and white cells, `scale` pixels a side, as a PNG. */
export function writePng(rows: readonly (readonly boolean[])[], scale: number): Uint8Array {
  const lines = rows.flatMap((row) => Array<Uint8Array>(scale).fill(scanline(row, scale)))
  const width = (rows[0]?.length ?? 0) * scale
  const bitDepth = 1
  const header = concatBytes(
    bigEndian(width),
    bigEndian(lines.length),
    Uint8Array.of(bitDepth, greyscale, 0, 0, 0),
  )
  return concatBytes(
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflate(concatBytes(...lines))),
    chunk('IEND', new Uint8Array(0)),
  )
}
