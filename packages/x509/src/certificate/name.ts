/** Distinguished names: read from DER, kept raw, and compared as RFC 5280 section 7.1 says. */
import { toHex } from '@tiemchung/core'
import { contentOf, type DerCursor, type DerElement, inside, rawOf, refuse } from '../der/cursor.js'
import { octetAt } from '../der/octet.js'
import { readAscii, readOid, readUtf8, tags } from '../der/values.js'

/** One attribute of a name. */
export interface NameAttribute {
  /** The attribute's object identifier, such as `2.5.4.3` for the common name. */
  readonly type: string
  /** The text, when it is of a string type whose alphabet is certain; else undefined. */
  readonly text: string | undefined
}

/** A distinguished name. */
export interface Name {
  /** The bytes as the certificate has them. */
  readonly raw: Uint8Array
  readonly attributes: readonly NameAttribute[]
  /** One comparison key for each relative distinguished name, in order. */
  readonly keys: readonly string[]
  /** Equal for two names exactly when the names match (RFC 5280 section 7.1). */
  readonly key: string
}

const maximumAttributes = 64
/** As many as a path of certificates usually has, so that looking them up costs next to nothing. */
const mostRecent = 4
const numericString = 0x12

/** Attributes of IA5String whose case does not count: domain component and e-mail address. */
const caseless = new Set(['0.9.2342.19200300.100.1.25', '1.2.840.113549.1.9.1'])

function textOf(value: DerElement): string | undefined {
  if (value.tag === tags.utf8String) return readUtf8(value)
  if (
    value.tag === tags.printableString ||
    value.tag === tags.ia5String ||
    value.tag === numericString
  ) {
    return readAscii(value)
  }
  return undefined
}

/** Folded text that is ASCII without blanks to take out; undefined for any other. */
function foldAscii(text: string): string | undefined {
  let blank = true
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit >= 0x80 || (unit < 0x20 && unit >= 0x09) || (unit === 0x20 && blank)) return undefined
    blank = unit === 0x20
  }
  return blank ? undefined : text.toLowerCase()
}

/** Case folded, compatibility-normalised, with outer blanks off and inner runs of blanks as one. */
function fold(text: string): string {
  const plain = foldAscii(text)
  if (plain !== undefined) return plain
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').trim().replace(/\s+/gu, ' ')
}

function keyOf(type: string, value: DerElement, text: string | undefined): string {
  const folds = value.tag === tags.utf8String || value.tag === tags.printableString
  if (text !== undefined && folds) return `${type}=s:${fold(text)}`
  if (text !== undefined && caseless.has(type)) return `${type}=i:${text.toLowerCase()}`
  return `${type}=${value.tag}:${toHex(contentOf(value))}`
}

/** DER orders the members of a SET OF by their bytes (X.690 11.6). */
export function follows(before: DerElement, after: DerElement): boolean {
  const left = rawOf(before)
  const right = rawOf(after)
  const shorter = Math.min(left.length, right.length)
  for (let at = 0; at < shorter; at += 1) {
    const difference = octetAt(left, at) - octetAt(right, at)
    if (difference !== 0) return difference < 0
  }
  // No element is the beginning of another: these are equal.
  return false
}

/** Keys as one, the comparison key of a name: each behind its length, so that no two lists give the same. */
export function keyOfAll(keys: readonly string[]): string {
  let all = ''
  for (const key of keys) all += `${key.length}:${key}`
  return all
}

/** Reads one attribute, and gives its comparison key. */
function readAttribute(member: DerElement, attributes: NameAttribute[]): string {
  const pair = inside(member)
  const type = readOid(pair.read(tags.oid))
  const value = pair.any()
  pair.finish()
  const text = textOf(value)
  attributes.push({ type, text })
  if (attributes.length > maximumAttributes) refuse('x509.certificate.name')
  return keyOf(type, value, text)
}

/** Reads the members of a relative distinguished name, and gives its comparison key. */
function readMembers(members: DerCursor, attributes: NameAttribute[]): string {
  let before = members.read(tags.sequence)
  const keys = [readAttribute(before, attributes)]
  while (!members.done) {
    const member = members.read(tags.sequence)
    if (!follows(before, member)) refuse('x509.der.order')
    before = member
    keys.push(readAttribute(member, attributes))
  }
  return keyOfAll(keys.sort())
}

/** Whether these bytes stand there. */
function isAt(bytes: Uint8Array, start: number, end: number, sought: Uint8Array): boolean {
  if (end - start !== sought.length) return false
  for (let at = 0; at < sought.length; at += 1) {
    if (bytes[start + at] !== sought[at]) return false
  }
  return true
}

/** Reads a Name, which is a SEQUENCE. An empty name is read; whether it is allowed is for the path to say. */
export function readName(element: DerElement): Name {
  const cursor = inside(element)
  const attributes: NameAttribute[] = []
  const keys: string[] = []
  while (!cursor.done) keys.push(readMembers(cursor.enter(tags.set), attributes))
  return { raw: rawOf(element), attributes, keys, key: keyOfAll(keys) }
}

/** The few names that were read last, so that the same bytes are not read twice. */
export class RecentNames {
  readonly #names: Name[] = []
  #next = 0

  /** The name of an element: one that is remembered, or else a fresh one. */
  readonly read = (element: DerElement): Name => {
    const { bytes, start, end } = element
    for (const name of this.#names) if (isAt(bytes, start, end, name.raw)) return name
    return readName(element)
  }

  /** Remembers a name in the place of the oldest. Its bytes must not be the caller's to change. */
  keep(name: Name): void {
    if (this.#names.includes(name)) return
    this.#names[this.#next] = name
    this.#next = (this.#next + 1) % mostRecent
  }
}

/** The comparison key of a relative distinguished name whose tag was replaced (`[1] IMPLICIT`). */
export function readRelativeName(element: DerElement): string {
  return readMembers(inside(element), [])
}

/** The comparison key of a name with one relative distinguished name more. */
export function keyBelow(name: Name, relative: string): string {
  return keyOfAll([...name.keys, relative])
}

/** Whether two names match: case and runs of blanks in directory strings do not count. */
export function namesMatch(left: Name, right: Name): boolean {
  return left.key === right.key
}

/** The first text of an attribute type in a name. */
export function attributeOf(name: Name, type: string): string | undefined {
  return name.attributes.find((attribute) => attribute.type === type)?.text
}
