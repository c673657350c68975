import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readQrCodes } from '@tiemchung/certificates/qr/read'
import { judge, type Suite } from '../suite.js'

interface Row {
  /** Name of the picture beside the list. */
  readonly file: string
  /** What its code says; none when nothing can be read of it. */
  readonly text: string | null
}

/** A case that is not one crashes by itself. */
function rowOf(value: unknown): Row {
  const { file, text } = (value ?? {}) as Partial<Row>
  const known = typeof text === 'string' || text === null
  if (typeof file !== 'string' || !known)
    throw new TypeError('a case that names no picture or no text')
  return { file, text }
}

/** The bytes of a picture; one that is not there is no refusal of ours. */
function pictureOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new TypeError('a case without its picture', { cause })
  }
}

/**
 * Pictures from issuers and test sets: JPEG called `.png`, palettes, alpha, no quiet zone, damaged files. Right is
 * exactly the text; what SMART Health Cards demand of a symbol beside its text is not asked.
 */
export const qrImages: Suite = {
  name: 'qr-images',
  folder: 'qr-images',
  files: /^[^/]+\.json$/,
  *judge({ id, value, file: list }) {
    const named = (value as Partial<Row> | null)?.file
    yield judge(
      typeof named === 'string' ? named : id,
      () => rowOf(value).text !== null,
      async () => {
        const { file, text } = rowOf(value)
        const codes = await readQrCodes(pictureOf(join(dirname(list), file)))
        return text === null ? codes.length > 0 : codes.some((code) => code.text === text)
      },
    )
  },
}
