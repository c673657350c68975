/** Hashes of one width, sorted and packed into one array: a million of sixteen octets take 16 MB. */

/** A set of hashes that is looked up in by halving. */
export interface PackedHashes {
  readonly width: number
  /** Sorted, each once. */
  readonly octets: Uint8Array
}

/** Compares the hash at one place with the hash at a place of another array. */
function compareAt(
  left: Uint8Array,
  leftAt: number,
  right: Uint8Array,
  rightAt: number,
  width: number,
): number {
  for (let index = 0; index < width; index += 1) {
    const difference = (left[leftAt + index] as number) - (right[rightAt + index] as number)
    if (difference !== 0) return difference
  }
  return 0
}

function isSorted(octets: Uint8Array, width: number): boolean {
  for (let at = width; at < octets.length; at += width) {
    if (compareAt(octets, at - width, octets, at, width) >= 0) return false
  }
  return true
}

/** The hashes in order, each once. */
function sorted(octets: Uint8Array, width: number): Uint8Array {
  const places = new Uint32Array(octets.length / width).map((_, index) => index * width)
  places.sort((left, right) => compareAt(octets, left, octets, right, width))
  const ordered = new Uint8Array(octets.length)
  let end = 0
  for (const place of places) {
    if (end > 0 && compareAt(ordered, end - width, octets, place, width) === 0) continue
    ordered.set(octets.subarray(place, place + width), end)
    end += width
  }
  return end === octets.length ? ordered : ordered.slice(0, end)
}

/** Packs hashes that stand behind each other. Kept as they are when they are in order already. */
export function packHashes(octets: Uint8Array, width: number): PackedHashes {
  return { width, octets: isSorted(octets, width) ? octets : sorted(octets, width) }
}

/** Whether a hash is among them; of a longer one the first octets count. */
export function hasHash({ octets, width }: PackedHashes, hash: Uint8Array): boolean {
  if (hash.length < width) return false
  let low = 0
  let high = octets.length / width
  while (low < high) {
    const middle = (low + high) >>> 1
    const order = compareAt(octets, middle * width, hash, 0, width)
    if (order === 0) return true
    if (order < 0) low = middle + 1
    else high = middle
  }
  return false
}

/** Both sets as one, in one pass over each. */
export function mergeHashes(left: PackedHashes, right: PackedHashes): PackedHashes {
  const { width } = left
  const octets = new Uint8Array(left.octets.length + right.octets.length)
  let [leftAt, rightAt, end] = [0, 0, 0]
  while (leftAt < left.octets.length && rightAt < right.octets.length) {
    const order = compareAt(left.octets, leftAt, right.octets, rightAt, width)
    const [from, at] = order > 0 ? [right.octets, rightAt] : [left.octets, leftAt]
    for (let index = 0; index < width; index += 1) octets[end + index] = from[at + index] as number
    end += width
    if (order <= 0) leftAt += width
    if (order >= 0) rightAt += width
  }
  const rest =
    leftAt < left.octets.length ? left.octets.subarray(leftAt) : right.octets.subarray(rightAt)
  octets.set(rest, end)
  end += rest.length
  return { width, octets: end === octets.length ? octets : octets.slice(0, end) }
}

/** Each hash, in order. */
export function* hashesIn({ octets, width }: PackedHashes): Generator<Uint8Array> {
  for (let at = 0; at < octets.length; at += width) yield octets.subarray(at, at + width)
}
