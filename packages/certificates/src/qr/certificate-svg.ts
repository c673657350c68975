/** One printable health certificate, A6, in Vietnamese and English. */
import { escapeMarkup } from '@tiemchung/core'
import type { QrOptions } from './draw-qr.js'
import { qrPath } from './qr-svg.js'

/** The eleven fields of Decision 5772/QĐ-BYT, as they are to be read by people. */
export interface CertificateFields {
  readonly fullName: string
  readonly birthDate: string
  /** Displayed although the EU DCC has no field for it. */
  readonly nationality: string
  readonly disease: string
  readonly dosesReceived: number
  readonly vaccinationDate: string
  readonly doseNumber: number
  readonly vaccine: string
  readonly product: string
  readonly manufacturer: string
  readonly certificateId: string
}

/** What is printed. */
export interface CertificatePrint {
  readonly text: string
  readonly fields: CertificateFields
  /** Who issues, as the last line. */
  readonly issuer?: string
  readonly qr?: QrOptions
}

/** Millimetres. */
const page = { width: 105, height: 148 }
const qrSide = 52
const qrTop = 17
const firstLine = qrTop + qrSide + 4.5
const lineHeight = 5.6
const left = 6
const valueColumn = 47
const valueWidth = page.width - left - valueColumn
/** Mean advance of a character at a font size of 1 mm; longer lines are squeezed to fit. */
const meanAdvance = 0.52
const labelSize = 2.1
const valueSize = 2.7

const labels: readonly (readonly [keyof CertificateFields, string, string])[] = [
  ['fullName', 'Họ và tên', 'Full name'],
  ['birthDate', 'Ngày sinh', 'Date of birth'],
  ['nationality', 'Quốc tịch', 'Nationality'],
  ['disease', 'Bệnh', 'Disease targeted'],
  ['dosesReceived', 'Số mũi đã tiêm', 'Doses received'],
  ['vaccinationDate', 'Ngày tiêm', 'Date of vaccination'],
  ['doseNumber', 'Liều số', 'Dose number'],
  ['vaccine', 'Vắc xin', 'Vaccine'],
  ['product', 'Sản phẩm vắc xin', 'Vaccine product'],
  ['manufacturer', 'Nhà cung cấp hoặc sản xuất', 'Supplier or manufacturer'],
  ['certificateId', 'Mã chứng nhận', 'Certificate code'],
]

function textAt(
  x: number,
  y: number,
  text: string,
  size: number,
  rest: { readonly width?: number; readonly attributes?: string } = {},
): string {
  const { width, attributes = '' } = rest
  const tooWide = width !== undefined && [...text].length * size * meanAdvance > width
  const squeeze = tooWide ? ` textLength="${width}" lengthAdjust="spacingAndGlyphs"` : ''
  return `<text x="${x}" y="${y.toFixed(2)}" font-size="${size}"${squeeze}${attributes}>${escapeMarkup(text)}</text>`
}

function line(fields: CertificateFields, index: number): string {
  const [key, vi, en] = labels[index] ?? ['fullName', '', '']
  const y = firstLine + index * lineHeight
  const width = valueColumn - left - 2
  return (
    textAt(left, y, vi, labelSize, { width }) +
    textAt(left, y + 2.2, en, labelSize * 0.85, { width, attributes: ' fill="#555"' }) +
    textAt(valueColumn, y + 0.6, String(fields[key]), valueSize, {
      width: valueWidth,
      attributes: ' font-weight="600"',
    })
  )
}

function heading(): string {
  const middle = page.width / 2
  const centred = ' text-anchor="middle"'
  return (
    textAt(middle, 8, 'CHỨNG NHẬN TIÊM CHỦNG', 4.4, {
      attributes: `${centred} font-weight="700"`,
    }) + textAt(middle, 13, 'VACCINATION CERTIFICATE', 3, { attributes: `${centred} fill="#555"` })
  )
}

/**
 * A printable certificate as SVG, 105 by 148 mm: heading, QR code, the eleven fields of Decision
 * 5772/QĐ-BYT in Vietnamese and English.
 *
 * The fields are printed as given. Nothing compares them with the signed content; the code is what
 * verifiers believe.
 *
 * @throws InputError `certificate-qr.not-alphanumeric`, `certificate-qr.too-long`, `certificate-qr.level`
 * @example
 * ```ts
 * import { type CertificateFields, certificateSvg } from '@tiemchung/certificates/qr'
 * const page = (text: string, fields: CertificateFields) => certificateSvg({ text, fields })
 * ```
 */
export function certificateSvg(print: CertificatePrint): string {
  const { size, path } = qrPath(print.text, print.qr)
  const scale = qrSide / size
  const qrLeft = (page.width - qrSide) / 2
  const lines = labels.map((_, index) => line(print.fields, index)).join('')
  const issuer =
    print.issuer === undefined
      ? ''
      : textAt(left, page.height - 5, print.issuer, labelSize, { width: page.width - 2 * left })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}mm" height="${page.height}mm" ` +
    `viewBox="0 0 ${page.width} ${page.height}" font-family="'Noto Sans', Arial, sans-serif">` +
    `<rect width="${page.width}" height="${page.height}" fill="#fff"/>${heading()}` +
    `<g transform="translate(${qrLeft} ${qrTop}) scale(${scale.toFixed(5)})" shape-rendering="crispEdges">` +
    `<path d="${path}" fill="#000"/></g>${lines}${issuer}</svg>`
  )
}
