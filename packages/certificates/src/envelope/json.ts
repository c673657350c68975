/** The bridge between CBOR items and JSON values. */
import { toBase64, type JsonValue } from '@tiemchung/core'
import {
  CborFloat,
  type CborMap,
  CborSimple,
  CborTag,
  type CborValue,
  isCborMap,
} from '@tiemchung/core/cbor'

/** A JSON object. */
export type JsonObject = { readonly [key: string]: JsonValue | undefined }

/** Sets an own member, `__proto__` included. */
export function setOwn(target: JsonObject, key: string, value: JsonValue): void {
  if (key !== '__proto__') {
    ;(target as Record<string, JsonValue>)[key] = value
    return
  }
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  })
}

/** A CBOR map as a JSON object. Keys become text. */
export function jsonObjectOf(map: CborMap): JsonObject {
  const object: Record<string, JsonValue> = {}
  for (const [key, value] of map) setOwn(object, String(key), jsonOf(value))
  return object
}

/**
 * A CBOR item as JSON: tags fall away, bytes become base64, whole numbers beyond 2^53 become text,
 * undefined, simple values and numbers that are not finite become null.
 */
export function jsonOf(value: CborValue): JsonValue {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value
  if (value === null || value === undefined || value instanceof CborSimple) return null
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return toBase64(value)
  if (value instanceof CborFloat) return Number.isFinite(value.value) ? value.value : null
  if (value instanceof CborTag) return jsonOf(value.value)
  if (isCborMap(value)) return jsonObjectOf(value)
  return value.map(jsonOf)
}

/** A JSON value as a CBOR item. Members that are undefined are left out. */
export function cborOf(value: JsonValue): CborValue {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((inner: JsonValue) => cborOf(inner))
  const map = new Map<string, CborValue>()
  for (const [key, inner] of Object.entries(value as JsonObject)) {
    if (inner !== undefined) map.set(key, cborOf(inner))
  }
  return map
}
