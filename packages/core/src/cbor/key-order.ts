/** The order of map keys in deterministic CBOR: that of their encoded bytes (RFC 8949 section 4.2.1). */
import { utf8 } from '../bytes.js'
import type { CborKey } from './value.js'

const text = 3

function majorOf(key: CborKey): number {
  if (typeof key === 'string') return text
  return key < 0 ? 1 : 0
}

function isAscii(key: string): boolean {
  for (let at = 0; at < key.length; at += 1) if (key.charCodeAt(at) >= 0x80) return false
  return true
}

function compareText(left: string, right: string): number {
  if (isAscii(left) && isAscii(right)) {
    return left.length - right.length || (left < right ? -1 : 1)
  }
  const [first, second] = [utf8(left), utf8(right)]
  if (first.length !== second.length) return first.length - second.length
  const at = first.findIndex((byte, index) => byte !== second[index])
  return (first[at] ?? 0) - (second[at] ?? 0)
}

/** Which of two different keys comes first: whole numbers from 0 up, from -1 down, then text by length. */
export function compareKeys(left: CborKey, right: CborKey): number {
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right)
  const major = majorOf(left)
  if (major !== majorOf(right)) return major - majorOf(right)
  const ascending = left < right ? -1 : 1
  return major === 0 ? ascending : -ascending
}
