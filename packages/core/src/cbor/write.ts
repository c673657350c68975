/** Writes CBOR in its deterministic form (RFC 8949 section 4.2.1): shortest heads, sorted keys. */
import { utf8 } from '../bytes.js'
import { writeFloat16 } from './float16.js'
import { compareKeys } from './key-order.js'
import { CborFloat, type CborMap, CborSimple, CborTag, type CborValue, isCborMap } from './value.js'

/** Most items that are written are smaller: the payload of a certificate. */
const initialRoom = 512

/** Ends the writing with the error of whoever writes. */
export type RefuseValue = () => never

class Writer {
  #bytes = new Uint8Array(initialRoom)
  #view = new DataView(this.#bytes.buffer)
  #at = 0
  readonly #refuse: RefuseValue

  constructor(refuse: RefuseValue) {
    this.#refuse = refuse
  }

  get written(): Uint8Array {
    return this.#bytes.slice(0, this.#at)
  }

  item(value: CborValue): void {
    if (typeof value === 'number') return this.#number(value)
    if (typeof value === 'bigint') return this.#integer(value)
    if (typeof value === 'string') return this.#text(value)
    if (typeof value === 'boolean') return this.#byte(value ? 0xf5 : 0xf4)
    if (value === null) return this.#byte(0xf6)
    if (value === undefined) return this.#byte(0xf7)
    if (value instanceof Uint8Array) return this.#string(2, value)
    if (isCborMap(value)) return this.#map(value)
    if (value instanceof CborFloat) return this.#float(value.value)
    if (value instanceof CborSimple) return this.#simple(value.value)
    if (value instanceof CborTag) {
      this.head(6, value.tag)
      return this.item(value.value)
    }
    const items = value
    this.head(4, items.length)
    for (const inner of items) this.item(inner)
  }

  head(major: number, argument: number | bigint): void {
    const first = major << 5
    if (argument < 24) return this.#byte(first | Number(argument))
    const info =
      argument < 0x100 ? 24 : argument < 0x10000 ? 25 : argument < 0x1_0000_0000 ? 26 : 27
    this.#byte(first | info)
    const start = this.#room(1 << (info - 24))
    if (info === 24) this.#view.setUint8(start, Number(argument))
    else if (info === 25) this.#view.setUint16(start, Number(argument))
    else if (info === 26) this.#view.setUint32(start, Number(argument))
    else this.#view.setBigUint64(start, BigInt(argument))
  }

  bytes(bytes: Uint8Array): void {
    const start = this.#room(bytes.length)
    this.#bytes.set(bytes, start)
  }

  /** Where so many bytes may be written. It may replace the buffer, so it is asked before each write. */
  #room(length: number): number {
    const start = this.#at
    this.#at += length
    if (this.#at > this.#bytes.length) {
      const larger = new Uint8Array(this.#at * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
      this.#view = new DataView(larger.buffer)
    }
    return start
  }

  #byte(byte: number): void {
    const start = this.#room(1)
    this.#bytes[start] = byte
  }

  #number(value: number): void {
    if (!Number.isInteger(value) || Object.is(value, -0)) return this.#float(value)
    if (!Number.isSafeInteger(value)) return this.#refuse()
    this.head(value < 0 ? 1 : 0, value < 0 ? -1 - value : value)
  }

  #integer(value: bigint): void {
    const argument = value < 0n ? -1n - value : value
    if (argument > 0xffff_ffff_ffff_ffffn) this.#refuse()
    this.head(value < 0n ? 1 : 0, argument)
  }

  #string(major: number, bytes: Uint8Array): void {
    this.head(major, bytes.length)
    this.bytes(bytes)
  }

  #text(text: string): void {
    for (let index = 0; index < text.length; index += 1) {
      if (text.charCodeAt(index) >= 0x80) return this.#string(3, utf8(text))
    }
    this.head(3, text.length)
    const start = this.#room(text.length)
    for (let index = 0; index < text.length; index += 1) {
      this.#bytes[start + index] = text.charCodeAt(index)
    }
  }

  #simple(value: number): void {
    if (value < 20) return this.#byte(0xe0 | value)
    if (value < 32 || value > 255) return this.#refuse()
    this.#byte(0xf8)
    this.#byte(value)
  }

  #float(value: number): void {
    const half = writeFloat16(value)
    if (half !== undefined) {
      this.#byte(0xf9)
      const start = this.#room(2)
      this.#view.setUint16(start, half)
      return
    }
    const single = Math.fround(value) === value
    this.#byte(single ? 0xfa : 0xfb)
    const start = this.#room(single ? 4 : 8)
    if (single) this.#view.setFloat32(start, value)
    else this.#view.setFloat64(start, value)
  }

  #map(map: CborMap): void {
    this.head(5, map.size)
    for (const key of [...map.keys()].sort(compareKeys)) {
      this.item(key)
      this.item(map.get(key))
    }
  }
}

/**
 * An item in its deterministic encoding. For writers with faults of their own: `refuse` throws; everybody else
 * takes `encodeCbor`.
 */
export function writeCbor(value: CborValue, refuse: RefuseValue): Uint8Array {
  const writer = new Writer(refuse)
  writer.item(value)
  return writer.written
}
