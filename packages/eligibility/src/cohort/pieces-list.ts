/** A list of stretches of days in typed arrays: written, read and written over, never allocated anew. */

/** Nothing known stands in the way: only screening, consent or a fact may be missing. */
export const clearFlag = 1
/** A rule with a date stands in the way. */
export const datedFlag = 2
/** Somebody is too old. */
export const tooOldFlag = 4

/** Policy place where possible days of birth lead to different ones. */
export const noPolicy = 255

/** Stretches in order, without a hole. */
export class PieceList {
  length = 0
  from: Int32Array
  end: Int32Array
  status: Uint8Array
  flags: Uint8Array
  dose: Uint8Array
  products: Int32Array
  policy: Uint8Array
  /** Rules that stand in the way, as bits. */
  bits: Int32Array

  constructor(size: number) {
    this.from = new Int32Array(size)
    this.end = new Int32Array(size)
    this.status = new Uint8Array(size)
    this.flags = new Uint8Array(size)
    this.dose = new Uint8Array(size)
    this.products = new Int32Array(size)
    this.policy = new Uint8Array(size)
    this.bits = new Int32Array(size)
  }

  /** The place of the stretch that holds a day. */
  at(day: number): number {
    let place = 0
    while (place < this.length - 1 && day >= (this.end[place] as number)) place += 1
    return place
  }

  /** Whether two stretches tell the person the same. */
  sameAnswer(left: number, right: number): boolean {
    return (
      this.status[left] === this.status[right] &&
      this.dose[left] === this.dose[right] &&
      this.policy[left] === this.policy[right] &&
      this.products[left] === this.products[right]
    )
  }
}

/** Writes into `into` what two lists agree on, as `agreeing` of the engine does. */
export function agree(left: PieceList, right: PieceList, unknown: number, into: PieceList): void {
  let [one, other, day] = [0, 0, left.from[0] as number]
  into.length = 0
  while (one < left.length && other < right.length) {
    const [leftEnd, rightEnd] = [left.end[one] as number, right.end[other] as number]
    const end = Math.min(leftEnd, rightEnd)
    agreeOne(left, one, right, other, unknown, into)
    into.from[into.length] = day
    into.end[into.length] = end
    into.length += 1
    if (leftEnd === end) one += 1
    if (rightEnd === end) other += 1
    day = end
  }
}

function agreeOne(
  left: PieceList,
  one: number,
  right: PieceList,
  other: number,
  unknown: number,
  into: PieceList,
): void {
  const at = into.length
  const sameDose = left.dose[one] === right.dose[other]
  const products = (left.products[one] as number) & (right.products[other] as number)
  const bothClear = ((left.flags[one] as number) & (right.flags[other] as number) & clearFlag) !== 0
  const sameStatus = left.status[one] === right.status[other]
  const sure = sameStatus && (!bothClear || (sameDose && products !== 0))
  const clear = bothClear && sure
  into.status[at] = sure ? (left.status[one] as number) : unknown
  into.flags[at] = clear ? clearFlag : 0
  into.dose[at] = sameDose ? (left.dose[one] as number) : 0
  into.products[at] = clear ? products : 0
  const policy = left.policy[one] as number
  into.policy[at] = policy === right.policy[other] ? policy : noPolicy
  into.bits[at] = (left.bits[one] as number) | (right.bits[other] as number)
}
