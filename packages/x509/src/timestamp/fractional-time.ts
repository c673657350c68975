import { utf8 } from '@tiemchung/core'
import { onlyElement, refuse } from '../der/cursor.js'
import { readTime, tags } from '../der/values.js'
import { writeElement } from '../der/write.js'

/** RFC 3161 section 2.4.2: a fraction has no trailing zero, and its point is a full stop. */
const fraction = /^(\d{14})(?:\.(\d*[1-9]))?Z$/

/**
 * A GeneralizedTime that may have a fraction of a second; what is below a millisecond is cut off.
 *
 * @throws ParseError `x509.der.time`
 */
export function readFractionalTime(text: string): Date {
  const match = fraction.exec(text)
  if (match === null) return refuse('x509.der.time')
  const [, whole = '', part = ''] = match
  const plain = writeElement(tags.generalizedTime, utf8(`${whole}Z`))
  const seconds = readTime(onlyElement(plain, tags.generalizedTime, plain.length))
  return new Date(seconds.getTime() + Number(part.padEnd(3, '0').slice(0, 3)))
}
