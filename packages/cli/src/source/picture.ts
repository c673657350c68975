/** Texts in the QR codes of pictures. */
import type { QrReading } from '@tiemchung/certificates/qr/read'
import { ParseError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { Where } from '../input.js'
import { isScan } from '../scan.js'
import type { Entry, Place } from './entry.js'

/** The reader is a megabyte: only who has a picture waits for it. */
async function readCodes(picture: Uint8Array): Promise<readonly QrReading[]> {
  const { readQrCodes } = await import('@tiemchung/certificates/qr/read')
  return readQrCodes(picture)
}

/** The certificates among the codes of a picture; other codes, such as an advertisement's, are passed over. */
export async function* codesOf(picture: Uint8Array, place: Place): AsyncGenerator<Entry> {
  const codes = await readCodes(picture)
  for (const [index, { text }] of codes.entries()) {
    if (isScan(text)) yield { text, place: { ...place, code: index + 1 } }
  }
}

/**
 * The certificates in a picture.
 *
 * @throws ParseError `cli.no-code` when there is none, `certificate-qr.*`
 */
export async function* pictureEntries(
  picture: Uint8Array,
  place: Place,
  where: Where,
): AsyncGenerator<Entry> {
  let some = false
  for await (const entry of codesOf(picture, place)) {
    some = true
    yield entry
  }
  if (!some) throw new ParseError(errorCatalogue, 'cli.no-code', { path: where })
}
