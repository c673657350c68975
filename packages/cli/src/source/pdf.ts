/** Texts in a PDF: attached to it, else on the pictures of its pages. */
import { ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Where } from '../input.js'
import type { Io } from '../io.js'
import type { Entry, Place } from './entry.js'
import { attachedTexts } from './pdf-attachments.js'
import { codesOf } from './picture.js'

/** A certificate has one page or two; an archive of a year is not meant to be read this way. */
const mostPages = 50

/** 200 dots an inch: at least four a module of a certificate's code as it is printed. */
const drawing = ['-png', '-gray', '-r', '200', '-l', String(mostPages), '-'] as const

const signatureLength = 8
/** Length, type and checksum of a chunk beside what it holds (PNG, section 5.3). */
const chunkFrame = 12
const lastChunk = 0x49454e44

/** The pictures in a row of PNG files, each of which ends with its chunk `IEND`. */
function* picturesIn(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let [begin, at] = [0, signatureLength]
  while (at + chunkFrame <= bytes.length) {
    const isLast = view.getUint32(at + 4) === lastChunk
    at += chunkFrame + view.getUint32(at)
    if (!isLast) continue
    yield bytes.subarray(begin, at)
    begin = at
    at += signatureLength
  }
}

async function pagesOf(io: Io, pdf: Uint8Array, where: Where): Promise<Uint8Array> {
  const drawn = await io.runProgram('pdftoppm', drawing, pdf).catch((cause: unknown) => {
    throw new ParseError(errorCatalogue, 'cli.pdf', { path: where, cause })
  })
  if (drawn === undefined) throw new ParseError(errorCatalogue, 'cli.no-pdftoppm', { path: where })
  return drawn
}

/**
 * The certificates in a PDF: what is attached to it, and when that is none, the codes on its pages.
 *
 * @throws ParseError `cli.no-pdftoppm`, `cli.pdf`, `cli.no-code`
 */
export async function* pdfEntries(
  io: Io,
  pdf: Uint8Array,
  place: Place,
  where: Where,
): AsyncGenerator<Entry> {
  const attached = attachedTexts(pdf)
  yield* attached.map((text) => ({ text, place }))
  if (attached.length > 0) return
  let [page, some] = [0, false]
  for (const picture of picturesIn(await pagesOf(io, pdf, where))) {
    page += 1
    for await (const entry of codesOf(picture, { ...place, page })) {
      some = true
      yield entry
    }
  }
  if (!some) throw new ParseError(errorCatalogue, 'cli.no-code', { path: where })
}
