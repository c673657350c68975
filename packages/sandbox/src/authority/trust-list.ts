import { type JsonValue, toBase64 } from '@tiemchung/core'
import type { Services } from '../services.js'

const week = 7 * 24 * 3_600_000

/** The trust list of the sandbox's health certificates: what `@tiemchung/certificates/trust` loads. */
export function trustListOf({ authority, world }: Services): JsonValue {
  const now = world.clock.now()
  return {
    format: 'trust-list/1',
    version: '1',
    issuedAt: now.toISOString(),
    nextUpdate: new Date(now.getTime() + week).toISOString(),
    items: Object.values(authority.documentSigners).map(({ certificate }) => ({
      certificate: toBase64(certificate),
      country: 'VN',
      usages: ['vaccination'],
    })),
  }
}
