/**
 * A strict CBOR reader (RFC 8949).
 *
 * It reads one item that fills the input, keeps byte strings as views of the received bytes, and stops
 * at a depth and at a number of items, so that neither stack nor memory is the sender's to choose.
 */
import { readFloat16 } from './float16.js'
import { CborFloat, type CborKey, CborSimple, CborTag, type CborValue } from './value.js'

/** How a CBOR text is read. */
export interface CborOptions {
  /** Containers and tags inside each other. Default 32. */
  readonly maxDepth?: number
  /** Items in all, keys and chunks included. Default 10,000. */
  readonly maxItems?: number
  /** Whether lengths may be left open (section 3.2). Default true. */
  readonly indefiniteLengths?: boolean
  /** Whether numbers and lengths may be written longer than needed (section 4.2.1). Default true. */
  readonly longForms?: boolean
}

/** What was read, and which liberties it took. */
export interface CborReading {
  readonly value: CborValue
  readonly indefiniteLengths: boolean
  readonly longForms: boolean
}

/** Why bytes are refused. */
export type CborFault =
  | 'truncated'
  | 'malformed'
  | 'trailing'
  | 'depth'
  | 'items'
  | 'key'
  | 'duplicate-key'
  | 'utf8'
  | 'indefinite'
  | 'long-form'

/** Ends the reading with the error of whoever reads. */
export type RefuseCbor = (why: CborFault) => never

const tag = 6
// `fromUtf8` would bring its sentences along.
const strictUtf8 = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const breakByte = 0xff
const shortestLeast: readonly (number | bigint)[] = [24, 0x100, 0x10000, 0x1_0000_0000]

class Reader {
  indefiniteLengths = false
  longForms = false
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #maxDepth: number
  readonly #maxItems: number
  readonly #refuse: RefuseCbor
  #at = 0
  #items = 0

  constructor(bytes: Uint8Array, options: CborOptions, refuse: RefuseCbor) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#maxDepth = options.maxDepth ?? 32
    this.#maxItems = options.maxItems ?? 10_000
    this.#refuse = refuse
  }

  get left(): number {
    return this.#bytes.length - this.#at
  }

  item(depth: number): CborValue {
    const first = this.#open(depth)
    const major = first >> 5
    const info = first & 31
    if (major === 7) return this.#simple(info)
    if (info === 31) return this.#indefinite(major, depth)
    const argument = this.#argument(info)
    if (major === 0) return argument
    if (major === 1) return negative(argument)
    if (major === tag) return new CborTag(argument, this.item(depth + 1))
    const length = this.#length(argument)
    if (major === 2) return this.#take(length)
    if (major === 3) return this.#text(length)
    return major === 4 ? this.#array(length, depth) : this.#map(length, depth)
  }

  #open(depth: number): number {
    if (depth > this.#maxDepth) this.#refuse('depth')
    this.#items += 1
    if (this.#items > this.#maxItems) this.#refuse('items')
    return this.#byte()
  }

  #byte(): number {
    const byte = this.#bytes[this.#at]
    if (byte === undefined) return this.#refuse('truncated')
    this.#at += 1
    return byte
  }

  #need(length: number): number {
    if (length > this.left) this.#refuse('truncated')
    const start = this.#at
    this.#at += length
    return start
  }

  #argument(info: number): number | bigint {
    if (info < 24) return info
    if (info > 27) return this.#refuse('malformed')
    const start = this.#need(1 << (info - 24))
    const value =
      info === 24
        ? this.#view.getUint8(start)
        : info === 25
          ? this.#view.getUint16(start)
          : info === 26
            ? this.#view.getUint32(start)
            : this.#view.getBigUint64(start)
    if (value < (shortestLeast[info - 24] ?? 0)) this.longForms = true
    return typeof value === 'bigint' ? narrow(value) : value
  }

  #length(argument: number | bigint): number {
    return typeof argument === 'number' && argument <= this.left
      ? argument
      : this.#refuse('truncated')
  }

  #take(length: number): Uint8Array {
    const start = this.#need(length)
    return this.#bytes.subarray(start, start + length)
  }

  #text(length: number): string {
    const start = this.#need(length)
    let text = ''
    for (let index = start; index < start + length; index += 1) {
      const byte = this.#bytes[index] ?? 0
      if (byte >= 0x80) return this.#utf8(this.#bytes.subarray(start, start + length))
      text += String.fromCharCode(byte)
    }
    return text
  }

  #utf8(bytes: Uint8Array): string {
    try {
      return strictUtf8.decode(bytes)
    } catch {
      return this.#refuse('utf8')
    }
  }

  #array(length: number, depth: number): readonly CborValue[] {
    const items: CborValue[] = []
    for (let index = 0; index < length; index += 1) items.push(this.item(depth + 1))
    return items
  }

  #map(length: number, depth: number): ReadonlyMap<CborKey, CborValue> {
    const map = new Map<CborKey, CborValue>()
    for (let index = 0; index < length; index += 1) this.#pair(map, depth)
    return map
  }

  #pair(map: Map<CborKey, CborValue>, depth: number): void {
    const key = this.item(depth + 1)
    if (typeof key !== 'string' && typeof key !== 'number' && typeof key !== 'bigint') {
      return this.#refuse('key')
    }
    if (map.has(key)) this.#refuse('duplicate-key')
    map.set(key, this.item(depth + 1))
  }

  #simple(info: number): CborValue {
    if (info < 20) return new CborSimple(info)
    if (info === 20 || info === 21) return info === 21
    if (info === 22) return null
    if (info === 23) return undefined
    if (info === 24) {
      const value = this.#byte()
      return value < 32 ? this.#refuse('malformed') : new CborSimple(value)
    }
    if (info === 25) return new CborFloat(readFloat16(this.#view.getUint16(this.#need(2))))
    if (info === 26) return new CborFloat(this.#view.getFloat32(this.#need(4)))
    if (info === 27) return new CborFloat(this.#view.getFloat64(this.#need(8)))
    return this.#refuse('malformed')
  }

  #indefinite(major: number, depth: number): CborValue {
    this.indefiniteLengths = true
    if (major === 2) return joinBytes(this.#chunks(2, depth) as readonly Uint8Array[])
    if (major === 3) return (this.#chunks(3, depth) as readonly string[]).join('')
    if (major === 4) {
      const items: CborValue[] = []
      while (!this.#ended()) items.push(this.item(depth + 1))
      return items
    }
    if (major !== 5) return this.#refuse('malformed')
    const map = new Map<CborKey, CborValue>()
    while (!this.#ended()) this.#pair(map, depth)
    return map
  }

  /** Chunks of an open string are themselves strings of the same type and of stated length. */
  #chunks(major: number, depth: number): readonly CborValue[] {
    const chunks: CborValue[] = []
    while (!this.#ended()) {
      const next = this.#bytes[this.#at] ?? 0
      if (next >> 5 !== major || (next & 31) === 31) this.#refuse('malformed')
      chunks.push(this.item(depth + 1))
    }
    return chunks
  }

  #ended(): boolean {
    if (this.#bytes[this.#at] !== breakByte) return false
    this.#at += 1
    return true
  }
}

function narrow(value: bigint): number | bigint {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value
}

function negative(argument: number | bigint): number | bigint {
  if (typeof argument === 'number' && argument < Number.MAX_SAFE_INTEGER) return -1 - argument
  return -1n - BigInt(argument)
}

function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/**
 * The one item that fills the bytes, and the liberties that its encoding took. For readers with faults of their
 * own: `refuse` is told why, and throws; everybody else takes `decodeCbor`.
 *
 * What is refused: an item that is not well formed or does not fill the bytes, a key that is neither a whole number
 * nor text, a key twice, invalid UTF-8, more depth or items than `options` allow. The order of keys and the length
 * of floats are not looked at; `decodeDeterministicCbor` does.
 */
export function readCbor(bytes: Uint8Array, options: CborOptions, refuse: RefuseCbor): CborReading {
  const reader = new Reader(bytes, options, refuse)
  const value = reader.item(0)
  if (reader.left > 0) refuse('trailing')
  const { indefiniteLengths, longForms } = reader
  if (indefiniteLengths && options.indefiniteLengths === false) refuse('indefinite')
  if (longForms && options.longForms === false) refuse('long-form')
  return { value, indefiniteLengths, longForms }
}
