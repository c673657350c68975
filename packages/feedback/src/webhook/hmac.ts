import { concatBytes } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'

const block = 64

/** HMAC-SHA-256 (RFC 2104) over any provider that hashes. */
export async function hmacSha256(
  crypto: CryptoProvider,
  key: Uint8Array,
  data: Uint8Array,
): Promise<Uint8Array> {
  const padded = new Uint8Array(block)
  padded.set(key.length > block ? await crypto.digest('SHA-256', key) : key)
  const inner = await crypto.digest(
    'SHA-256',
    concatBytes(
      padded.map((byte) => byte ^ 0x36),
      data,
    ),
  )
  return crypto.digest(
    'SHA-256',
    concatBytes(
      padded.map((byte) => byte ^ 0x5c),
      inner,
    ),
  )
}

/** Whether two codes are the same, in a time that does not tell where they differ. */
export function sameCode(left: Uint8Array, right: Uint8Array): boolean {
  let different = left.length ^ right.length
  for (const [index, byte] of left.entries()) different |= byte ^ (right[index] ?? 0)
  return different === 0
}
