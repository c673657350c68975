/**
 * The central directory of a zip file (APPNOTE 4.3.12), read before anything is unpacked: it says how
 * many parts there are and how large each becomes. Zip64 and multi-disk files are no workbooks of ours.
 */
import { fromUtf8, ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../../errors.js'

/** One part of a zip file, as the directory describes it. */
export interface ZipPart {
  readonly name: string
  readonly deflated: boolean
  /** Where its packed bytes begin. */
  readonly start: number
  readonly packed: number
  readonly unpacked: number
  readonly crc: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const longestComment = 0xffff

/** Refuses a file for a reason of ours. */
export function refuseFile(code: keyof typeof errorCatalogue, params = {}): never {
  throw new ParseError(errorCatalogue, code, { params })
}

function findEnd(view: DataView): number {
  const last = view.byteLength - endLength
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return refuseFile('tabular.truncated')
}

function nameAt(bytes: Uint8Array, start: number, length: number): string {
  try {
    return fromUtf8(bytes.subarray(start, start + length))
  } catch {
    return refuseFile('tabular.damaged')
  }
}

/** Where the packed bytes begin: behind the local header, which has a name and extra field of its own. */
function dataStart(view: DataView, header: number, packed: number, directory: number): number {
  if (header + 30 > directory) refuseFile('tabular.truncated')
  if (view.getUint32(header, true) !== localSignature) refuseFile('tabular.damaged')
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  return start + packed > directory ? refuseFile('tabular.truncated') : start
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, directory: number): ZipPart {
  const method = view.getUint16(at + 10, true)
  if ((view.getUint16(at + 8, true) & 1) === 1) refuseFile('tabular.encrypted')
  if (method !== 0 && method !== 8) refuseFile('tabular.unreadable')
  const packed = view.getUint32(at + 20, true)
  const unpacked = view.getUint32(at + 24, true)
  if (method === 0 && packed !== unpacked) refuseFile('tabular.damaged')
  return {
    name: nameAt(bytes, at + 46, view.getUint16(at + 28, true)),
    deflated: method === 8,
    start: dataStart(view, view.getUint32(at + 42, true), packed, directory),
    packed,
    unpacked,
    crc: view.getUint32(at + 16, true),
  }
}

/**
 * The parts of a zip file. Nothing is unpacked. Parts of the same name are refused, because two readers
 * could take different ones, and so are parts that overlap.
 *
 * @throws ParseError `tabular.truncated`, `tabular.damaged`, `tabular.encrypted`, `tabular.unreadable`
 */
export function readZipDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const directory = view.getUint32(end + 16, true)
  const count = view.getUint16(end + 10, true)
  const parts = new Map<string, ZipPart>()
  let at = directory
  let packed = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) refuseFile('tabular.damaged')
    const part = readEntry(bytes, view, at, directory)
    packed += part.packed
    if (parts.has(part.name) || packed > bytes.length) refuseFile('tabular.damaged')
    parts.set(part.name, part)
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  return parts
}
