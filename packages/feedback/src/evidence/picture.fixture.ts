/** Pictures of one grey point, and what cameras put beside the picture. */
import { concatBytes, fromBase64, utf8 } from '@tiemchung/core'

/** A JPEG that holds nothing but the picture. */
export const jpeg = fromBase64(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
)

/** A PNG that holds nothing but the picture. */
export const png = fromBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
)

/** A segment of a JPEG. */
export const segment = (marker: number, content: Uint8Array): Uint8Array =>
  concatBytes(
    Uint8Array.of(0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 0xff),
    content,
  )

/** A picture with segments behind its first marker. */
export const withSegments = (...segments: readonly Uint8Array[]): Uint8Array =>
  concatBytes(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2))

/** Exif in either byte order: how the picture is turned, and a place on earth. */
export function exifOf(order: 'II' | 'MM', orientation: number): Uint8Array {
  const tiff = new DataView(new ArrayBuffer(38 + 18))
  const little = order === 'II'
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d)
  tiff.setUint16(2, 42, little)
  tiff.setUint32(4, 8, little)
  tiff.setUint16(8, 2, little)
  const entry = (at: number, tag: number, type: number, value: number) => {
    tiff.setUint16(at, tag, little)
    tiff.setUint16(at + 2, type, little)
    tiff.setUint32(at + 4, 1, little)
    if (type === 3) tiff.setUint16(at + 8, value, little)
    else tiff.setUint32(at + 8, value, little)
  }
  entry(10, 0x0112, 3, orientation)
  // The table of the place: one entry, latitude north.
  entry(22, 0x8825, 4, 38)
  tiff.setUint16(38, 1, little)
  entry(40, 0x0001, 2, 0x4e000000)
  return segment(0xe1, concatBytes(utf8('Exif\0\0'), new Uint8Array(tiff.buffer)))
}

/** A chunk of a PNG; what it is checked by is left zero, as nobody here checks it. */
export function chunk(type: string, content: Uint8Array): Uint8Array {
  const head = new DataView(new ArrayBuffer(4))
  head.setUint32(0, content.length)
  return concatBytes(new Uint8Array(head.buffer), utf8(type), content, new Uint8Array(4))
}

/** A PNG with chunks behind its header. */
export const withChunks = (...chunks: readonly Uint8Array[]): Uint8Array =>
  concatBytes(png.subarray(0, 33), ...chunks, png.subarray(33))
