/** What CBOR (RFC 8949) can say, told apart as far as encoding it again needs. */

/** A key of a map. Other types are well formed CBOR, have no use here, and are refused. */
export type CborKey = number | bigint | string

/** A map, in the order of its bytes. */
export type CborMap = ReadonlyMap<CborKey, CborValue>

/** Any CBOR item. Whole numbers beyond 2^53 are bigints; byte strings are views of the input. */
export type CborValue =
  | number
  | bigint
  | string
  | boolean
  | null
  | undefined
  | Uint8Array
  | readonly CborValue[]
  | CborMap
  | CborFloat
  | CborTag
  | CborSimple

/** A number that was written as a float, so that `1.0` and `1` stay two things. */
export class CborFloat {
  readonly value: number

  constructor(value: number) {
    this.value = value
  }
}

/** An item with a tag in front. */
export class CborTag {
  readonly tag: number | bigint
  readonly value: CborValue

  constructor(tag: number | bigint, value: CborValue) {
    this.tag = tag
    this.value = value
  }
}

/** A simple value that has no meaning of its own: 0 to 19 and 32 to 255. */
export class CborSimple {
  readonly value: number

  constructor(value: number) {
    this.value = value
  }
}

/** Whether an item is a map. */
export function isCborMap(value: CborValue): value is CborMap {
  return value instanceof Map
}
