import { canonicalJson, fromUtf8 } from '@tiemchung/core'

/** The JSON of some octets, when writing it again in this way gives the same text. */
export function jsonWrittenAs(
  bytes: Uint8Array,
  write: (value: unknown) => string,
): { readonly value: unknown } | undefined {
  try {
    const text = fromUtf8(bytes)
    const value: unknown = JSON.parse(text)
    return write(value) === text ? { value } : undefined
  } catch {
    return undefined
  }
}

/** What some octets say, when they are canonical JSON (RFC 8785): one record has one text to sign. */
export function canonicalPayload(bytes: Uint8Array): { readonly value: unknown } | undefined {
  return jsonWrittenAs(bytes, canonicalJson)
}
