/**
 * Walks the entries of a revocation list as bytes: one pass, no object an entry, whatever the size of the
 * list. What it lets by has the shape of RFC 5280 section 5.1; only what it finds is read in full.
 */
import { type DerElement, refuse } from '../der/cursor.js'
import { tags } from '../der/values.js'
import type { RevocationList } from './read-crl.js'
import { revocationReasons } from './read-entry.js'

/** The last octet of the entry extensions below 2.5.29 that are processed. */
const reasonCode = 0x15
const invalidityDate = 0x18
const certificateIssuer = 0x1d

const isDigit = (octet: number): boolean => octet >= 0x30 && octet <= 0x39

/** A position among the entries of one list, moved by `next`. */
export class EntryWalker {
  readonly #bytes: Uint8Array
  readonly #depth: number
  readonly #end: number
  readonly #hasExtensions: boolean
  readonly #indirect: boolean
  #position: number
  /** The element that was opened last. */
  #tag = 0
  #body = 0
  #stop = 0
  #serial = 0
  #serialEnd = 0
  #usable = true
  #start = 0
  #entryBody = 0
  /** Where the value of the certificate issuer in effect lies; at 0 while none was named. */
  #issuer = 0
  #issuerEnd = 0

  constructor(list: RevocationList, entries: DerElement) {
    this.#bytes = entries.bytes
    this.#depth = entries.depth + 1
    this.#position = entries.body
    this.#end = entries.end
    this.#hasExtensions = list.version === 2
    this.#indirect = list.scope?.indirect === true
  }

  /** The entry in hand, to be read. */
  get entry(): DerElement {
    return {
      bytes: this.#bytes,
      tag: tags.sequence,
      start: this.#start,
      body: this.#entryBody,
      end: this.#position,
      depth: this.#depth,
    }
  }

  /** The value of the certificate issuer in effect; undefined while none was named. */
  get issuer(): Uint8Array | undefined {
    return this.#issuer === 0 ? undefined : this.#bytes.subarray(this.#issuer, this.#issuerEnd)
  }

  /** False from the first entry on that keeps the whole list from being used. */
  get usable(): boolean {
    return this.#usable
  }

  /** Goes to the next entry; false when there is none. */
  next(): boolean {
    if (this.#position === this.#end) return false
    this.#start = this.#position
    this.#open(this.#start, this.#end, tags.sequence)
    this.#entryBody = this.#body
    const end = this.#stop
    this.#position = end
    this.#readSerial(this.#body, end)
    const time = this.#serialEnd
    this.#checkTime(time, end)
    if (this.#stop !== end) this.#readExtensions(this.#stop, end)
    return true
  }

  /** Whether the entry in hand has this serial number, given as the content of its INTEGER. */
  hasSerial(content: Uint8Array): boolean {
    if (content.length !== this.#serialEnd - this.#serial) return false
    for (let index = content.length - 1; index >= 0; index -= 1) {
      if (content[index] !== this.#bytes[this.#serial + index]) return false
    }
    return true
  }

  #octet(at: number, limit: number): number {
    const octet = at < limit ? this.#bytes[at] : undefined
    return octet ?? refuse('x509.der.truncated')
  }

  /** Reads the header at a position into the fields; tag 0 stands for any. */
  #open(at: number, limit: number, tag: number): void {
    this.#tag = this.#octet(at, limit)
    if (tag !== 0 && this.#tag !== tag) refuse('x509.der.tag')
    const first = this.#octet(at + 1, limit)
    this.#body = at + 2
    const length = first < 0x80 ? first : this.#longLength(first & 0x7f, limit)
    this.#stop = this.#body + length
    if (this.#stop > limit) refuse('x509.der.truncated')
  }

  /** X.690 10.1: in the fewest octets. */
  #longLength(octets: number, limit: number): number {
    if (octets === 0 || octets > 4) refuse('x509.der.length')
    let length = 0
    for (let index = 0; index < octets; index += 1) {
      length = length * 256 + this.#octet(this.#body + index, limit)
    }
    this.#body += octets
    return length < (octets === 1 ? 0x80 : 256 ** (octets - 1)) ? refuse('x509.der.length') : length
  }

  /** RFC 5280 section 4.1.2.2: shortest form, not negative, at most 20 octets. */
  #readSerial(at: number, limit: number): void {
    this.#open(at, limit, tags.integer)
    this.#serial = this.#body
    this.#serialEnd = this.#stop
    const size = this.#serialEnd - this.#serial
    const first = this.#octet(this.#serial, this.#serialEnd)
    if (first >= 0x80 || size > (first === 0 ? 21 : 20)) refuse('x509.certificate.serial')
    if (first !== 0 || size === 1) return
    if (this.#octet(this.#serial + 1, this.#serialEnd) < 0x80) refuse('x509.der.integer')
  }

  #checkTime(at: number, limit: number): void {
    this.#open(at, limit, 0)
    const size = this.#tag === tags.utcTime ? 13 : 15
    if (size === 15 && this.#tag !== tags.generalizedTime) refuse('x509.der.tag')
    const last = this.#stop - 1
    if (this.#stop - this.#body !== size || this.#bytes[last] !== 0x5a) refuse('x509.der.time')
    for (let index = this.#body; index < last; index += 1) {
      if (!isDigit(this.#octet(index, last))) refuse('x509.der.time')
    }
  }

  #readExtensions(at: number, limit: number): void {
    if (!this.#hasExtensions) refuse('x509.crl.version')
    this.#open(at, limit, tags.sequence)
    if (this.#stop !== limit) refuse('x509.der.trailing')
    let position = this.#body
    do position = this.#readExtension(position, limit)
    while (position !== limit)
  }

  /** Gives where the extension ends. */
  #readExtension(at: number, limit: number): number {
    this.#open(at, limit, tags.sequence)
    const end = this.#stop
    this.#open(this.#body, end, tags.oid)
    const known = this.#knownOid()
    const isCritical = this.#bytes[this.#stop] === tags.boolean
    if (isCritical) this.#checkTrue(this.#stop, end)
    this.#open(this.#stop, end, tags.octetString)
    if (this.#stop !== end) refuse('x509.der.trailing')
    this.#take(known, isCritical)
    return end
  }

  /** The last octet of an identifier below 2.5.29, else 0. */
  #knownOid(): number {
    const bytes = this.#bytes
    const isKnown =
      this.#stop - this.#body === 3 && bytes[this.#body] === 0x55 && bytes[this.#body + 1] === 0x1d
    return isKnown ? this.#octet(this.#body + 2, this.#stop) : 0
  }

  #checkTrue(at: number, limit: number): void {
    this.#open(at, limit, tags.boolean)
    if (this.#stop - this.#body !== 1) refuse('x509.der.boolean')
    if (this.#bytes[this.#body] !== 0xff) refuse('x509.der.default')
  }

  /** Takes an extension whose value was opened. */
  #take(known: number, isCritical: boolean): void {
    if (known === reasonCode) this.#checkReason()
    else if (known === certificateIssuer) this.#takeIssuer()
    else if (known !== invalidityDate && isCritical) this.#usable = false
  }

  #takeIssuer(): void {
    if (!this.#indirect) this.#usable = false
    this.#issuer = this.#body
    this.#issuerEnd = this.#stop
  }

  #checkReason(): void {
    const bytes = this.#bytes
    const isShaped =
      this.#stop - this.#body === 3 &&
      bytes[this.#body] === tags.enumerated &&
      bytes[this.#body + 1] === 1
    if (!isShaped) refuse('x509.certificate.extension')
    const reason = revocationReasons[this.#octet(this.#body + 2, this.#stop)]
    if (reason === undefined) refuse('x509.certificate.extension')
  }
}
