/**
 * A strict reader of DER (X.690): definite minimal lengths, one-byte tags, no trailing bytes, bounded
 * size and depth. What it does not accept does not exist for the rest of the package.
 */
import { ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'

/** One element: where its header, content and end lie in the bytes it was read from. */
export interface DerElement {
  readonly bytes: Uint8Array
  readonly tag: number
  readonly start: number
  readonly body: number
  readonly end: number
  readonly depth: number
}

/** The deepest nesting that is read; a certificate needs about ten. */
export const maximumDepth = 24

/** Refuses with a code of this package. */
export function refuse(code: keyof typeof errorCatalogue): never {
  throw new ParseError(errorCatalogue, code)
}

/** The whole element, header included, without a copy. */
export function rawOf(element: DerElement): Uint8Array {
  return element.bytes.subarray(element.start, element.end)
}

/** The content of an element, without a copy. */
export function contentOf(element: DerElement): Uint8Array {
  return element.bytes.subarray(element.body, element.end)
}

/** Reads elements one behind the other, within one parent. */
export class DerCursor {
  readonly #bytes: Uint8Array
  readonly #end: number
  readonly #depth: number
  #position: number

  constructor(bytes: Uint8Array, position: number, end: number, depth: number) {
    if (depth > maximumDepth) refuse('x509.der.depth')
    this.#bytes = bytes
    this.#position = position
    this.#end = end
    this.#depth = depth
  }

  /** Whether everything was read. */
  get done(): boolean {
    return this.#position === this.#end
  }

  /** The tag of the next element, or undefined at the end. */
  get nextTag(): number | undefined {
    return this.done ? undefined : this.#bytes[this.#position]
  }

  /** Reads the next element, whatever its tag. */
  any(): DerElement {
    const bytes = this.#bytes
    const start = this.#position
    const tag = this.#octet(start)
    if ((tag & 0x1f) === 0x1f || tag === 0) refuse('x509.der.tag')
    const first = this.#octet(start + 1)
    const body = start + (first < 0x80 ? 2 : 2 + (first & 0x7f))
    const length = first < 0x80 ? first : this.#longLength(start + 2, first & 0x7f)
    const end = body + length
    if (end > this.#end) refuse('x509.der.truncated')
    this.#position = end
    return { bytes, tag, start, body, end, depth: this.#depth }
  }

  /** Reads the next element, which must have this tag. */
  read(tag: number): DerElement {
    if (this.nextTag !== tag) refuse(this.done ? 'x509.der.truncated' : 'x509.der.tag')
    return this.any()
  }

  /** Reads the next element when it has this tag. */
  optional(tag: number): DerElement | undefined {
    return this.nextTag === tag ? this.any() : undefined
  }

  /** Reads the next element, which must have this tag, and goes inside. */
  enter(tag: number): DerCursor {
    return inside(this.read(tag))
  }

  /** Refuses what is left. */
  finish(): void {
    if (!this.done) refuse('x509.der.trailing')
  }

  #octet(at: number): number {
    const octet = at < this.#end ? this.#bytes[at] : undefined
    return octet ?? refuse('x509.der.truncated')
  }

  /** X.690 10.1: definite form, in the fewest octets. Four octets are more than any cap allows. */
  #longLength(at: number, octets: number): number {
    if (octets === 0 || octets > 4) refuse('x509.der.length')
    let length = 0
    for (let index = 0; index < octets; index += 1) length = length * 256 + this.#octet(at + index)
    const least = octets === 1 ? 0x80 : 256 ** (octets - 1)
    return length < least ? refuse('x509.der.length') : length
  }
}

/** Goes inside a constructed element. */
export function inside(element: DerElement): DerCursor {
  return new DerCursor(element.bytes, element.body, element.end, element.depth + 1)
}

/**
 * The one element that a byte string is, no larger than `limit` octets.
 *
 * @throws ParseError `x509.der.*`
 */
export function onlyElement(bytes: Uint8Array, tag: number, limit: number): DerElement {
  if (bytes.length > limit) refuse('x509.der.size')
  const cursor = new DerCursor(bytes, 0, bytes.length, 0)
  const element = cursor.read(tag)
  cursor.finish()
  return element
}
