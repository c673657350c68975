/** The chunks of a PNG that pixels depend on. */
const signatureLength = 8
/** Length, name and checksum around the data. */
const around = 12

/** What is left of a PNG once it is taken apart. */
export interface PngChunks {
  /** Red, green, blue of each colour, one after another. */
  readonly palette: Uint8Array
  /** Alpha of the palette's colours, or the one colour that is transparent. */
  readonly transparency: Uint8Array | undefined
  /** The zlib stream, put together. */
  readonly data: Uint8Array
}

/**
 * The chunks of a PNG, up to its end or where it is cut off. Checksums are not looked at: a QR code has its
 * own, and a certificate a signature.
 */
export function readPngChunks(bytes: Uint8Array): PngChunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  // Chunks may be any number, so they are not kept: all of them together are no longer than the file.
  const data = new Uint8Array(bytes.length)
  let filled = 0
  let palette = new Uint8Array(0)
  let transparency: Uint8Array | undefined
  let at = signatureLength
  while (at + around <= bytes.length) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const content = bytes.subarray(at + 8, at + 8 + length)
    if (name === 'IDAT') {
      data.set(content, filled)
      filled += content.length
    }
    if (name === 'PLTE') palette = new Uint8Array(content)
    if (name === 'tRNS') transparency = content
    at += around + length
  }
  return { palette, transparency, data: data.subarray(0, filled) }
}
