const table = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** CRC-32 of bytes as eight hex digits. It finds torn writes, not forgery. */
export function checksum(bytes: Uint8Array): string {
  let value = 0xffffffff
  // By index: an iterator over octets takes several times as long.
  for (let at = 0; at < bytes.length; at += 1) {
    value = (table[(value ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (value >>> 8)
  }
  return ((value ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')
}
