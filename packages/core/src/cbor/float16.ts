/** Half-precision floats (IEEE 754 binary16), which no typed array of our oldest host can read. */

/** The value of sixteen bits. */
export function readFloat16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

/** The sixteen bits of a value, or undefined when they cannot hold it exactly. */
export function writeFloat16(value: number): number | undefined {
  if (Number.isNaN(value)) return 0x7e00
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0
  const size = Math.abs(value)
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00
  if (size === 0) return sign
  const exponent = Math.floor(Math.log2(size))
  const bits =
    exponent < -14 ? size * 2 ** 24 : (exponent + 15) * 1024 + (size / 2 ** exponent - 1) * 1024
  if (exponent > 15 || !Number.isInteger(bits)) return undefined
  return readFloat16(sign | bits) === value ? sign | bits : undefined
}
