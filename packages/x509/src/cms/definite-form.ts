/**
 * Messages with lengths of the indefinite form (X.690 8.1.3.6), as streaming signers write around what is
 * itself in DER: only the wrapping is written anew, and the strict reader reads on.
 */
import { DerCursor, maximumDepth, rawOf, refuse } from '../der/cursor.js'
import { writeElement } from '../der/write.js'

interface Piece {
  readonly der: Uint8Array
  /** Where the next element begins. */
  readonly end: number
}

const indefinite = 0x80
const constructed = 0x20

function isEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0 && bytes[at + 1] === 0
}

function pieceAt(bytes: Uint8Array, start: number, depth: number): Piece {
  if (bytes[start + 1] !== indefinite) {
    const element = new DerCursor(bytes, start, bytes.length, depth).any()
    return { der: rawOf(element), end: element.end }
  }
  if (depth >= maximumDepth) refuse('x509.der.depth')
  const tag = Number(bytes[start])
  if ((tag & constructed) === 0 || (tag & 0x1f) === 0x1f) refuse('x509.der.length')
  const parts: Uint8Array[] = []
  let at = start + 2
  while (!isEnd(bytes, at)) {
    const { der, end } = pieceAt(bytes, at, depth + 1)
    parts.push(der)
    at = end
  }
  return { der: writeElement(tag, ...parts), end: at + 2 }
}

/**
 * The same message with definite lengths; one that has them already is given back as it is.
 *
 * What stands inside an element of definite length is not looked at: indefinite lengths there are for the
 * strict reader to refuse. Signed attributes are signed in DER, however they were sent (RFC 5652 section
 * 5.4).
 *
 * @throws ParseError `x509.der.*`
 */
export function definiteForm(bytes: Uint8Array, limit: number): Uint8Array {
  if (bytes.length > limit) refuse('x509.der.size')
  const { der, end } = pieceAt(bytes, 0, 0)
  return end === bytes.length ? der : refuse('x509.der.trailing')
}
