/** JPEG files (ITU-T T.81) as far as their segments: enough to leave out what tells where they were taken. */

/** A piece of a JPEG file, its marker first. */
export interface Segment {
  readonly marker: number
  readonly start: number
  readonly end: number
}

const startOfImage = 0xd8
const endOfImage = 0xd9
const startOfScan = 0xda
/** More segments than any camera writes; a file with more is not looked at further. */
const mostSegments = 4096

const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/** The end of a scan's coded data: the next marker that is neither a restart nor a stuffed zero. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] as number
    if (next !== 0x00 && next !== 0xff && !isAlone(next)) return at
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2))
  }
  return -1
}

/** The segment that begins at a place, or undefined where none does. */
function segmentAt(bytes: Uint8Array, start: number): Segment | undefined {
  const marker = bytes[start + 1]
  if (bytes[start] !== 0xff || marker === undefined || marker === 0 || marker === 0xff)
    return undefined
  if (marker === startOfImage || marker === endOfImage || isAlone(marker)) {
    return { marker, start, end: start + 2 }
  }
  const [high, low] = [bytes[start + 2], bytes[start + 3]]
  if (high === undefined || low === undefined || high * 256 + low < 2) return undefined
  const head = start + 2 + high * 256 + low
  const end = marker === startOfScan ? endOfScan(bytes, head) : head
  return end < 0 || end > bytes.length ? undefined : { marker, start, end }
}

/**
 * The segments of a file from its first to its end marker, or undefined where they do not join up. What
 * stands behind the end marker belongs to no segment.
 */
export function segmentsOf(bytes: Uint8Array): readonly Segment[] | undefined {
  const segments: Segment[] = []
  for (let at = 0; segments.length < mostSegments; ) {
    const segment = segmentAt(bytes, at)
    if (segment === undefined) return undefined
    // A second image inside the first is none of ours.
    if ((segment.marker === startOfImage) !== (at === 0)) return undefined
    segments.push(segment)
    if (segment.marker === endOfImage) return hasScan(segments) ? segments : undefined
    at = segment.end
  }
  return undefined
}

const hasScan = (segments: readonly Segment[]): boolean =>
  segments.some(({ marker }) => marker === startOfScan)

const text = (bytes: Uint8Array, start: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(start, start + length))

/** Segments that a viewer needs: the image itself, how its colours are meant, JFIF and Adobe's marks. */
function isNeeded(bytes: Uint8Array, { marker, start }: Segment): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  const name = text(bytes, start + 4, 11)
  if (marker === 0xe0) return name.startsWith('JFIF\0')
  if (marker === 0xe2) return name === 'ICC_PROFILE'
  return marker === 0xee && name.startsWith('Adobe')
}

const exif = 'Exif\0\0'

/** How the picture is to be turned (Exif tag 0x0112), 1 to 8; undefined where it does not say. */
function orientationOf(bytes: Uint8Array, { marker, start, end }: Segment): number | undefined {
  if (marker !== 0xe1 || text(bytes, start + 4, 6) !== exif) return undefined
  const tiff = new DataView(bytes.buffer, bytes.byteOffset + start + 10, end - start - 10)
  if (tiff.byteLength < 8) return undefined
  const little = tiff.getUint16(0) === 0x4949
  const first = tiff.getUint32(4, little)
  if (first + 2 > tiff.byteLength) return undefined
  const count = tiff.getUint16(first, little)
  for (let index = 0; index < count; index += 1) {
    const entry = first + 2 + index * 12
    if (entry + 12 > tiff.byteLength) return undefined
    if (tiff.getUint16(entry, little) === 0x0112) return turned(tiff.getUint16(entry + 8, little))
  }
  return undefined
}

const turned = (value: number): number | undefined => (value >= 1 && value <= 8 ? value : undefined)

/** Exif that says how the picture is to be turned, and nothing else. */
const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.of(
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00],
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01],
    ...[0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  )

const isOurs = (bytes: Uint8Array, segment: Segment): boolean => {
  const orientation = orientationOf(bytes, segment)
  if (orientation === undefined) return false
  const clean = orientationSegment(orientation)
  const there = bytes.subarray(segment.start, segment.end)
  return there.length === clean.length && clean.every((byte, index) => there[index] === byte)
}

/** Pieces of a clean copy; undefined where the file is not whole. */
export function cleanJpeg(bytes: Uint8Array): readonly Uint8Array[] | undefined {
  const segments = segmentsOf(bytes)
  if (segments === undefined) return undefined
  const orientation = segments
    .map((one) => orientationOf(bytes, one))
    .find((one) => one !== undefined)
  const turn =
    orientation === undefined || orientation === 1 ? [] : [orientationSegment(orientation)]
  const [start, ...rest] = segments.filter((one) => isNeeded(bytes, one))
  const piece = ({ start: from, end }: Segment) => bytes.subarray(from, end)
  return start === undefined ? undefined : [piece(start), ...turn, ...rest.map(piece)]
}

/** Whether a file is whole and holds nothing but the picture. */
export function isCleanJpeg(bytes: Uint8Array): boolean {
  const segments = segmentsOf(bytes)
  if (segments?.at(-1)?.end !== bytes.length) return false
  return segments.every((one) => isNeeded(bytes, one) || isOurs(bytes, one))
}
