/**
 * A PDF of one page with a QR code and the text of it attached (ISO 32000-1). It is as small as such a file can be: the
 * pixels of the PNG go into the page as they are, because both pack them alike.
 */
import { concatBytes, utf8 } from '@tiemchung/core'

/** What is on the page. */
export interface PdfPage {
  /** In plain Latin letters: the fonts that every reader has know no others. */
  readonly title: string
  /** A PNG as `qrPng` writes it: one bit a pixel, in shades of grey. */
  readonly png: Uint8Array
  /** The name of the attachment. */
  readonly name: string
  readonly text: string
}

const chunkFrame = 12

/** Width and pixels of a PNG of one bit a pixel. */
function pixelsOf(png: Uint8Array): { readonly width: number; readonly packed: Uint8Array } {
  const view = new DataView(png.buffer, png.byteOffset, png.length)
  const parts: Uint8Array[] = []
  for (let at = 8; at < png.length; at += chunkFrame + view.getUint32(at)) {
    const isData = view.getUint32(at + 4) === 0x49444154
    if (isData) parts.push(png.subarray(at + 8, at + 8 + view.getUint32(at)))
  }
  return { width: view.getUint32(16), packed: concatBytes(...parts) }
}

const stream = (dictionary: string, content: Uint8Array) =>
  concatBytes(
    utf8(`<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    content,
    utf8('\nendstream'),
  )

/** A4 in points, the code 60 mm wide. */
const drawing = (title: string) =>
  utf8(`BT /F 18 Tf 72 770 Td (${title}) Tj ET\nq 170 0 0 170 72 570 cm /Code Do Q`)

function objectsOf({ title, png, name, text }: PdfPage): readonly Uint8Array[] {
  const { width, packed } = pixelsOf(png)
  const image = `/Type /XObject /Subtype /Image /Width ${width} /Height ${width} /ColorSpace /DeviceGray`
  const pixels = `/BitsPerComponent 1 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent 1 /Columns ${width} >>`
  return [
    utf8(
      `<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(${name}) 7 0 R] >> >> >>`,
    ),
    utf8('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    utf8(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> /XObject << /Code 6 0 R >> >> >>',
    ),
    stream('', drawing(title)),
    utf8('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    stream(`${image} ${pixels}`, packed),
    utf8(`<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F 8 0 R >> >>`),
    stream('/Type /EmbeddedFile /Subtype /text#2Fplain', utf8(text)),
  ]
}

/** The bytes of the file: its objects, and where each of them begins. */
export function writePdf(page: PdfPage): Uint8Array {
  const parts: Uint8Array[] = [utf8('%PDF-1.7\n')]
  const lengthSoFar = () => parts.reduce((sum, part) => sum + part.length, 0)
  const places: number[] = []
  for (const [index, object] of objectsOf(page).entries()) {
    places.push(lengthSoFar())
    parts.push(utf8(`${index + 1} 0 obj\n`), object, utf8('\nendobj\n'))
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = places.length + 1
  const tail = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${lengthSoFar()}\n%%EOF\n`
  return concatBytes(...parts, utf8(tail))
}
