/** CBOR as a tree, changed inside and written again, so that every length around a change stays right. */
import {
  CborFloat,
  CborSimple,
  CborTag,
  type CborValue,
  decodeCbor,
  encodeCbor,
} from '@tiemchung/certificates/envelope'
import { mutateBytes } from '../mutate-bytes.js'
import { mutateText } from '../mutate-text.js'
import type { Random } from '../random.js'

const odd = (random: Random): CborValue =>
  random.pick<CborValue>([
    null,
    undefined,
    true,
    0,
    -1,
    2 ** 40,
    2n ** 63n,
    'HC1',
    '',
    new Uint8Array(),
    new Uint8Array(8),
    [],
    new Map(),
    new CborFloat(Number.NaN),
    new CborFloat(1.5),
    new CborSimple(99),
    new CborTag(18, []),
    new CborTag(1, 5),
  ])

const isMap = (value: CborValue): value is ReadonlyMap<string | number, CborValue> =>
  value instanceof Map

const isList = (value: CborValue): value is readonly CborValue[] => Array.isArray(value)

function changedList(list: readonly CborValue[], random: Random): CborValue {
  const copy = [...list]
  const at = random.below(copy.length)
  const kind = random.below(8)
  if (kind === 0) copy.splice(at, 1)
  else if (kind === 1) copy.splice(at, 0, odd(random))
  else if (kind === 2) copy.reverse()
  else if (at < copy.length) copy[at] = changed(copy[at], random)
  return copy
}

function changedMap(map: ReadonlyMap<string | number, CborValue>, random: Random): CborValue {
  const entries = [...map]
  const at = random.below(entries.length)
  const [key, inner] = entries[at] ?? [1, undefined]
  const kind = random.below(10)
  if (kind === 0) entries.splice(at, 1)
  else if (kind === 1) entries.push([random.pick(['extra', 99, -260, 4, 1, 'v']), inner])
  else entries[at] = [key, changed(inner, random)]
  return new Map(entries)
}

/** Bytes that hold CBOR are changed inside, where they do. */
function changedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  try {
    if (random.chance(0.8)) return encodeCbor(changed(decodeCbor(bytes), random))
  } catch {
    // They hold something else: a key id, a signature.
  }
  return bytes.length === 0 ? random.bytes(2) : mutateBytes(random, [bytes])
}

function changed(value: CborValue, random: Random): CborValue {
  if (random.chance(0.12)) return odd(random)
  if (value instanceof CborTag) {
    const tag = random.chance(0.2) ? random.pick([17, 18, 61, 98, 55_799]) : value.tag
    return new CborTag(tag, random.chance(0.9) ? changed(value.value, random) : value.value)
  }
  if (value instanceof Uint8Array) return changedBytes(value, random)
  if (isMap(value)) return changedMap(value, random)
  if (isList(value)) return changedList(value, random)
  if (typeof value === 'string') return mutateText(random, [value, 'VN'])
  return typeof value === 'number' ? value + random.pick([-1, 1, 1e9]) : odd(random)
}

/** The bytes of a structure after one change inside it, in sound CBOR. */
export const mutateCbor = (random: Random, bytes: Uint8Array): Uint8Array =>
  encodeCbor(changed(decodeCbor(bytes), random))
