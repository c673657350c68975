import { toHex } from '@tiemchung/core'
import { type CryptoProvider, isPending, type MaybePromise } from '@tiemchung/core/crypto'
import type { SealContent } from './day-seal.js'
import { nodeHashOf } from './merkle.js'

const digits = '0123456789abcdef'
const values = /* @__PURE__ */ Int8Array.from({ length: 128 }, (_, code) =>
  digits.indexOf(String.fromCharCode(code)),
)
const hashLength = 32

/** The bytes of a SHA-256 in lower-case hex, undefined for everything else. A day's proofs have thousands. */
function hashOf(text: unknown): Uint8Array | undefined {
  if (typeof text !== 'string' || text.length !== 2 * hashLength) return undefined
  const bytes = new Uint8Array(hashLength)
  for (let at = 0; at < hashLength; at += 1) {
    const high = values[text.charCodeAt(2 * at)] ?? -1
    const low = values[text.charCodeAt(2 * at + 1)] ?? -1
    if (high < 0 || low < 0) return undefined
    bytes[at] = high * 16 + low
  }
  return bytes
}

/** A node of the way from a leaf to the root, and where its sibling stands. */
interface Step {
  readonly level: number
  readonly index: number
  readonly sibling: string
}

/**
 * What is known of a signed tree: the root, and every node that some proof has led to it. A proof that meets a
 * known node need not be climbed further, so that all proofs of a day cost about one hash a record, and
 * nothing is believed that a proof alone would not have shown.
 */
export class ProvenTree {
  readonly #size: number
  readonly #crypto: CryptoProvider
  /** Hashes in hex by level and place. */
  readonly #known: Map<number, string>[] = []

  constructor({ size, root }: Pick<SealContent, 'size' | 'root'>, crypto: CryptoProvider) {
    this.#size = size
    this.#crypto = crypto
    let level = 0
    for (let width = size; width > 1; width = Math.ceil(width / 2)) level += 1
    this.#learn(level, 0, root)
  }

  #learn(level: number, index: number, hash: string): void {
    const row = this.#known[level] ?? new Map<number, string>()
    row.set(index, hash)
    this.#known[level] = row
  }

  #knows(level: number, index: number): string | undefined {
    return this.#known[level]?.get(index)
  }

  /** The steps of a proof, undefined when it is too short or too long for its place. */
  #stepsOf(place: number, hashes: readonly string[]): readonly Step[] | undefined {
    const steps: Step[] = []
    let [index, level] = [place, 0]
    for (let width = this.#size; width > 1; width = Math.ceil(width / 2)) {
      const alone = index % 2 === 0 && index === width - 1
      if (!alone) {
        const sibling = hashes[steps.length]
        if (sibling === undefined) return undefined
        steps.push({ level, index, sibling })
      }
      index = Math.floor(index / 2)
      level += 1
    }
    return steps.length === hashes.length ? steps : undefined
  }

  #parent(own: Uint8Array, sibling: Uint8Array, isLeft: boolean): MaybePromise<Uint8Array> {
    return isLeft ? nodeHashOf(own, sibling, this.#crypto) : nodeHashOf(sibling, own, this.#crypto)
  }

  /** Whether all siblings from a step on are the known ones: they are known wherever the node beside them is. */
  #areKnown(steps: readonly Step[], from: number): boolean {
    for (let at = from; at < steps.length; at += 1) {
      const { level, index, sibling } = steps[at] as Step
      if (this.#knows(level, index % 2 === 0 ? index + 1 : index - 1) !== sibling) return false
    }
    return true
  }

  /** Whether a leaf is at a place under the root. */
  async has(leaf: Uint8Array, place: number, hashes: readonly string[]): Promise<boolean> {
    if (!Number.isSafeInteger(place) || place < 0 || place >= this.#size) return false
    const steps = this.#stepsOf(place, hashes)
    if (steps === undefined) return false
    const climbed: string[] = []
    let hash = leaf
    for (const [at, { level, index, sibling }] of steps.entries()) {
      const text = toHex(hash)
      const known = this.#knows(level, index)
      if (known !== undefined) {
        return known === text && this.#areKnown(steps, at) && this.#remember(steps, climbed)
      }
      const other = hashOf(sibling)
      if (other === undefined) return false
      climbed.push(text)
      const parent = this.#parent(hash, other, index % 2 === 0)
      hash = isPending(parent) ? await parent : parent
    }
    const root = this.#knows(this.#known.length - 1, 0)
    return root === toHex(hash) && this.#remember(steps, climbed)
  }

  #remember(steps: readonly Step[], climbed: readonly string[]): true {
    for (const [at, hash] of climbed.entries()) {
      const { level, index, sibling } = steps[at] as Step
      this.#learn(level, index, hash)
      this.#learn(level, index % 2 === 0 ? index + 1 : index - 1, sibling)
    }
    return true
  }
}
