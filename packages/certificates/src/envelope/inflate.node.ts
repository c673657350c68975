/** zlib streams (RFC 1950) with Node's own zlib. */
import { deflateSync, inflateSync } from 'node:zlib'
import type { InflateOutcome } from './inflate-outcome.js'

interface Inflated {
  readonly buffer: Uint8Array
  readonly engine: { readonly bytesWritten: number }
}

/** Inflates a zlib stream, and stops as soon as it has written more than `limit` bytes. */
export function inflate(bytes: Uint8Array, limit: number): InflateOutcome {
  try {
    const { buffer, engine } = inflateSync(bytes, {
      info: true,
      chunkSize: 2048,
      maxOutputLength: limit,
    }) as unknown as Inflated
    const inflated = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    return engine.bytesWritten < bytes.length ? { fault: 'trailing' } : { bytes: inflated }
  } catch (cause) {
    const tooLarge = (cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    return { fault: tooLarge ? 'too-large' : 'malformed' }
  }
}

/** A zlib stream of these bytes, as small as level 9 makes it. */
export function deflate(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(deflateSync(bytes, { level: 9, memLevel: 4, chunkSize: 1024 }))
}
