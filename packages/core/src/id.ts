/** Ids made by the sender: UUIDv7 for operations (ordered by time), UUIDv5 for things (collide on purpose). */
import { concatBytes, fromHex, toHex, utf8 } from './bytes.js'
import type { CryptoProvider, MaybePromise } from './crypto/types.js'
import { uuidErrors } from './errors/text-errors.js'
import { ParseError } from './sdk-error.js'
import type { Clock, RandomSource } from './world.js'

declare const uuid: unique symbol

/** A UUID in lower case (RFC 9562). */
export type Uuid = string & { readonly [uuid]: true }

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is a UUID in lower case. */
export function isUuid(text: unknown): text is Uuid {
  return typeof text === 'string' && pattern.test(text)
}

/**
 * Reads a UUID in lower case.
 *
 * @throws ParseError `parse.uuid`
 */
export function parseUuid(text: string): Uuid {
  if (!isUuid(text)) throw new ParseError(uuidErrors, 'parse.uuid')
  return text
}

function format(bytes: Uint8Array, version: number): Uuid {
  bytes[6] = ((bytes[6] as number) & 0x0f) | (version << 4)
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = toHex(bytes)
  const [low, mid, high] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16)]
  return `${low}-${mid}-${high}-${hex.slice(16, 20)}-${hex.slice(20)}` as Uuid
}

/**
 * A new UUIDv7: 48 bits of time in milliseconds, 74 random bits (RFC 9562 section 5.7). Two of one
 * millisecond are in no order, and the time is as right as the clock.
 *
 * @example
 * ```ts
 * import { systemClock, systemRandom, uuidv7 } from '@tiemchung/core'
 * const operation = uuidv7({ clock: systemClock, random: systemRandom })
 * ```
 */
export function uuidv7(world: { readonly clock: Clock; readonly random: RandomSource }): Uuid {
  const bytes = new Uint8Array(16)
  bytes.set(world.random.bytes(16))
  let time = world.clock.now().getTime()
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256
    time = Math.floor(time / 256)
  }
  return format(bytes, 7)
}

/**
 * The UUIDv5 of a name in a namespace (RFC 9562 section 5.5): the same name, the same id, anywhere. It
 * hides nothing: who can guess the name can make the id.
 *
 * @throws ParseError `parse.utf8` for half of a surrogate pair in the name
 */
export function uuidv5(namespace: Uuid, name: string, crypto: CryptoProvider): MaybePromise<Uuid> {
  const input = concatBytes(fromHex(namespace.replaceAll('-', '')), utf8(name))
  const finish = (digest: Uint8Array) => format(digest.slice(0, 16), 5)
  const digest = crypto.digest('SHA-1', input)
  return digest instanceof Uint8Array ? finish(digest) : digest.then(finish)
}
