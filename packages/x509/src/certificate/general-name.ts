/** GeneralNames (RFC 5280 section 4.2.1.6), as far as this package judges them. */
import { contentOf, type DerElement, inside, refuse } from '../der/cursor.js'
import { readAscii, tags } from '../der/values.js'
import { type Name, readName } from './name.js'

/** One general name. Forms that are not judged keep their tag only. */
export type GeneralName =
  | { readonly type: 'email' | 'dns' | 'uri'; readonly value: string }
  | { readonly type: 'ip'; readonly value: Uint8Array }
  | { readonly type: 'directory'; readonly value: Name }
  | { readonly type: 'other'; readonly tag: number }

const textTags: ReadonlyMap<number, 'email' | 'dns' | 'uri'> = new Map([
  [0x81, 'email'],
  [0x82, 'dns'],
  [0x86, 'uri'],
])
const ipTag = 0x87
const directoryTag = 0xa4
const otherTags: ReadonlySet<number> = new Set([0xa0, 0xa3, 0xa5, 0x88])

/** Reads one general name. */
export function readGeneralName(element: DerElement): GeneralName {
  const text = textTags.get(element.tag)
  if (text !== undefined) return { type: text, value: readAscii(element) }
  if (element.tag === ipTag) return { type: 'ip', value: contentOf(element) }
  if (element.tag === directoryTag) {
    const cursor = inside(element)
    const value = readName(cursor.read(tags.sequence))
    cursor.finish()
    return { type: 'directory', value }
  }
  return otherTags.has(element.tag)
    ? { type: 'other', tag: element.tag }
    : refuse('x509.certificate.extension')
}

/** Reads a list of general names, which is never empty. */
export function readGeneralNames(element: DerElement): readonly GeneralName[] {
  const cursor = inside(element)
  const names: GeneralName[] = []
  do names.push(readGeneralName(cursor.any()))
  while (!cursor.done)
  return names
}
