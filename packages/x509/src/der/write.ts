/** Writes DER: just what a question to a responder or a timestamp authority needs. */
import { concatBytes } from '@tiemchung/core'
import { tags } from './values.js'

/** The length of a content in the one short form (X.690 10.1). */
function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length]
  const octets: number[] = []
  for (let left = length; left > 0; left = Math.floor(left / 256)) octets.unshift(left % 256)
  return [0x80 | octets.length, ...octets]
}

/** One element around its parts. */
export function writeElement(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...parts)
  return concatBytes(new Uint8Array([tag, ...lengthOctets(content.length)]), content)
}

/** The content of an INTEGER of a magnitude that is not negative, in its shortest form. */
export function unsignedContent(magnitude: Uint8Array): Uint8Array {
  const first = magnitude.findIndex((octet) => octet !== 0)
  const shortest = first === -1 ? new Uint8Array(1) : magnitude.subarray(first)
  const positive = shortest.subarray(0, 1).every((octet) => octet < 0x80)
  return positive ? shortest : concatBytes(new Uint8Array(1), shortest)
}

/** An INTEGER of a magnitude that is not negative. */
export function writeUnsigned(magnitude: Uint8Array): Uint8Array {
  return writeElement(tags.integer, unsignedContent(magnitude))
}

function arcOctets(arc: number): readonly number[] {
  const octets = [arc % 128]
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
    octets.unshift((left % 128) + 128)
  }
  return octets
}

/** An OBJECT IDENTIFIER of dotted decimals. */
export function writeOid(dotted: string): Uint8Array {
  const [root = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const octets = [root * 40 + second, ...rest].flatMap(arcOctets)
  return writeElement(tags.oid, new Uint8Array(octets))
}
