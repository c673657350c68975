/** Texts that are attached to a PDF. */
import { inflateSync } from 'node:zlib'

/** Longer than any text of a QR code, with room for a few of them. */
const longestAttachment = 65_536

/** More objects than a certificate has by far: what comes after is not read. */
const mostStreams = 10_000

const decoder = new TextDecoder('latin1')

function inflated(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: longestAttachment })
  } catch {
    // Another filter, an encrypted file, or longer than a text can be: it is none that we look for.
    return undefined
  }
}

/** The contents of a stream with this dictionary. */
function contentOf(dictionary: string, bytes: Uint8Array): Uint8Array | undefined {
  if (!dictionary.includes('/Filter')) return bytes.subarray(0, longestAttachment)
  return /\/Filter\s*\[?\s*\/FlateDecode\b/.test(dictionary) ? inflated(bytes) : undefined
}

/** A dictionary of a stream is short; what stands further before the keyword belongs to others. */
const longestDictionary = 4096

function dictionaryBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - longestDictionary), at)
  return before.slice(before.lastIndexOf(' obj') + 1)
}

/** Every stream of a file: what is between `stream` and `endstream` (ISO 32000-1, 7.3.8). */
function* streamsOf(pdf: Uint8Array): Generator<Uint8Array> {
  const text = decoder.decode(pdf)
  let at = 0
  for (let count = 0; count < mostStreams; count += 1) {
    at = text.indexOf('stream', at)
    const begin = at + (text.startsWith('\r\n', at + 6) ? 8 : 7)
    const end = at < 0 ? -1 : text.indexOf('endstream', begin)
    if (end < 0) return
    const content = contentOf(dictionaryBefore(text, at), pdf.subarray(begin, end))
    if (content !== undefined) yield content
    at = end + 'endstream'.length
  }
}

/**
 * The texts that begin with `HC1:` among the streams of a PDF, in the order of the file: the attachments of a
 * certificate. Other attachments, and pages, are not looked at.
 */
export function attachedTexts(pdf: Uint8Array): readonly string[] {
  return [...streamsOf(pdf)].flatMap((content) => {
    const text = decoder.decode(content).trim()
    return text.startsWith('HC1:') ? text.split(/[\r\n]+/) : []
  })
}
