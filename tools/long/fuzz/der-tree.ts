/** DER as a tree, so that what is inside can change while every length around it stays right. */
import { repeats } from '../mutate-bytes.js'
import type { Random } from '../random.js'

interface Node {
  tag: number
  /** Of a constructed element. */
  children?: Node[]
  /** Of a primitive one. */
  body: Uint8Array
}

function lengthAt(bytes: Uint8Array, at: number): { length: number; start: number } | undefined {
  const first = bytes[at + 1] ?? 0
  if (first < 0x80) return { length: first, start: at + 2 }
  const count = first & 0x7f
  if (count === 0 || count > 4) return undefined
  let length = 0
  for (let index = 0; index < count; index += 1)
    length = length * 256 + (bytes[at + 2 + index] ?? 0)
  return { length, start: at + 2 + count }
}

/** Whether there may be elements inside: always in what is constructed, and where it is asked in octet strings. */
const mayHold = (tag: number, body: Uint8Array, deep: boolean): boolean =>
  (tag & 0x20) !== 0 || (deep && tag === 0x04 && body.length > 1)

/** Elements one after another; undefined when the bytes are something else. */
function read(bytes: Uint8Array, deep = false): Node[] | undefined {
  const nodes: Node[] = []
  let at = 0
  while (at < bytes.length) {
    const tag = bytes[at] ?? 0
    const size = lengthAt(bytes, at)
    if (size === undefined || size.start + size.length > bytes.length) return undefined
    const body = bytes.subarray(size.start, size.start + size.length)
    const children = mayHold(tag, body, deep) ? read(body, deep) : undefined
    nodes.push(children === undefined ? { tag, body } : { tag, body, children })
    at = size.start + size.length
  }
  return nodes
}

function header(tag: number, length: number): number[] {
  if (length < 0x80) return [tag, length]
  const digits: number[] = []
  for (let left = length; left > 0; left = Math.floor(left / 256)) digits.unshift(left % 256)
  return [tag, 0x80 | digits.length, ...digits]
}

function write(node: Node): Uint8Array {
  const body = node.children === undefined ? node.body : writeAll(node.children)
  const head = header(node.tag, body.length)
  const whole = new Uint8Array(head.length + body.length)
  whole.set(head)
  whole.set(body, head.length)
  return whole
}

function writeAll(nodes: readonly Node[]): Uint8Array {
  const parts = nodes.map(write)
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

interface Place {
  readonly list: Node[]
  readonly index: number
}

function placesIn(list: Node[], found: Place[] = []): Place[] {
  list.forEach((node, index) => {
    found.push({ list, index })
    if (node.children !== undefined) placesIn(node.children, found)
  })
  return found
}

const tags = [0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x0c, 0x13, 0x17, 0x18, 0x1e, 0x30, 0x31]
const contexts = [0x80, 0x81, 0x82, 0xa0, 0xa1, 0xa2, 0xa3]

/** About how many octets a node comes to. */
function weightOf({ children, body }: Node): number {
  if (children === undefined) return 2 + body.length
  return children.reduce((sum, child) => sum + weightOf(child), 2)
}

/** The same again, sharing no list: a change in one copy is in no other. */
function cloned({ tag, body, children }: Node): Node {
  return children === undefined ? { tag, body } : { tag, body, children: children.map(cloned) }
}

/** Copies of copies grow no larger than this, so that the time of a case is the reader's. */
const heaviest = 200_000

type Change = (place: Place, node: Node, random: Random, places: readonly Place[]) => void

const changes: readonly Change[] = [
  ({ list, index }) => list.splice(index, 1),
  ({ list, index }, node) => list.splice(index, 0, cloned(node)),
  ({ list, index }, node, random) => {
    const copies = Math.min(repeats(random), 3000, Math.floor(heaviest / weightOf(node)))
    list.splice(index, 0, ...Array.from({ length: copies }, () => cloned(node)))
  },
  (_, node, random) => {
    node.tag = random.pick(random.chance(0.5) ? tags : contexts)
  },
  (_, node, random) => {
    delete node.children
    node.body = random.bytes(random.below(24))
  },
  (_, node, random) => {
    if (node.children !== undefined) return node.children.reverse()
    const body = node.body.slice()
    const at = random.below(body.length)
    if (body.length > 0) body[at] = (body[at] ?? 0) ^ (1 << random.below(8))
    return (node.body = body)
  },
  ({ list, index }, node, random, places) => {
    const other = random.pick(places)
    list[index] = cloned(other.list[other.index] ?? node)
  },
  ({ list, index }, node, random) => {
    let inner = node
    // Each level is written anew around all below it.
    const deepest = Math.min(repeats(random), 600, Math.ceil((heaviest * 50) / weightOf(node)))
    for (let depth = deepest; depth > 0; depth -= 1) {
      inner = { tag: random.chance(0.5) ? 0x30 : 0xa0, body: new Uint8Array(), children: [inner] }
    }
    list[index] = inner
  },
]

/**
 * The bytes of a structure after one to three changes inside it, in sound DER but for what was changed; `deep`:
 * also in what octet strings hold.
 */
export function mutateDer(random: Random, der: Uint8Array, deep = false): Uint8Array {
  const roots = read(der, deep)
  if (roots === undefined) return der
  const times = 1 + random.below(random.chance(0.7) ? 1 : 3)
  for (let time = 0; time < times; time += 1) {
    const places = placesIn(roots)
    if (places.length === 0) break
    const place = random.pick(places)
    const node = place.list[place.index]
    if (node !== undefined) random.pick(changes)(place, node, random, places)
  }
  return writeAll(roots)
}

/** A structure in which the lowest bits of some octet are turned, and nothing else: mostly it still reads. */
export function touchDer(random: Random, der: Uint8Array): Uint8Array {
  const roots = read(der, true)
  if (roots === undefined) return der
  const touchable = placesIn(roots).flatMap(({ list, index }) => {
    const node = list[index]
    return node === undefined || node.children !== undefined || node.body.length === 0 ? [] : [node]
  })
  if (touchable.length === 0) return der
  const node = random.pick(touchable)
  const at = random.below(node.body.length)
  node.body = node.body.with(at, (node.body[at] ?? 0) ^ (1 + random.below(3)))
  return writeAll(roots)
}
