import { escapeMarkup } from '@tiemchung/core'
import { encodeQR } from 'qr'
import type { DoseNotice } from './dose-notice.js'
import { noticeLink } from './notice-link.js'

/** Millimetres of an A6 sheet, and of what stands on it. */
const sheet = { width: 105, height: 148, left: 8, code: 46 }
const quietZone = 4

/** Dark modules as one path, and how many modules one side has. */
function codeOf(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone })
  const dark = rows.flatMap((row, y) =>
    row.flatMap((module, x) => (module ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return { size: rows.length, path: dark.join('') }
}

interface Line {
  readonly text: string
  readonly size: number
  readonly bold?: boolean
  /** Millimetres below the line before. */
  readonly below: number
}

const widest = sheet.width - 2 * sheet.left
/** Width of a letter of one millimetre, on average, in a common sans-serif. */
const letter = 0.56

function textOf(lines: readonly Line[], from: number): string {
  let y = from
  return lines
    .map(({ text, size, bold = false, below }) => {
      y += below
      const squeezed = text.length * size * letter > widest
      const fit = squeezed ? ` textLength="${widest}" lengthAdjust="spacingAndGlyphs"` : ''
      const weight = bold ? ' font-weight="700"' : ''
      return `<text x="${sheet.left}" y="${y}" font-size="${size}"${weight}${fit}>${escapeMarkup(text)}</text>`
    })
    .join('\n')
}

function above(notice: DoseNotice): readonly Line[] {
  const day = notice.date.split('-').reverse().join('/')
  return [
    { text: 'Kiểm tra thông tin tiêm chủng', size: 5.6, bold: true, below: 0 },
    { text: `Đã tiêm mũi ${notice.doseNumber} phòng ${notice.against}`, size: 4, below: 8 },
    { text: `Ngày ${day}`, size: 4, below: 6 },
    { text: notice.facility, size: 4, below: 6 },
    { text: 'Họ tên, ngày sinh, số định danh hay mũi tiêm bị sai?', size: 3.6, below: 10 },
    { text: 'Quét mã bằng điện thoại để báo cho chúng tôi.', size: 3.6, bold: true, below: 5.5 },
  ]
}

function beneath({ reference, hotline }: DoseNotice): readonly Line[] {
  return [
    { text: `Mã phiếu: ${reference}`, size: 3.8, bold: true, below: 0 },
    { text: 'Chuẩn bị ảnh giấy xác nhận đã tiêm, chụp rõ, không che.', size: 3.4, below: 7 },
    { text: 'Trả lời trong 48 giờ kể từ khi ghi nhận.', size: 3.4, below: 5.5 },
    ...(hotline === undefined ? [] : [{ text: `Hỏi thêm: ${hotline}`, size: 3.4, below: 5.5 }]),
  ]
}

/**
 * The notice of a dose as an A6 sheet to hand out, in Vietnamese: what was given, when and where, and a QR code
 * that opens the feedback form for that dose. It names no person, so that a lost sheet tells nothing.
 *
 * @throws InputError `feedback.notice.address`, `feedback.notice.reference`
 */
export function noticeSvg(notice: DoseNotice): string {
  const { width, height, left, code } = sheet
  const { size, path } = codeOf(noticeLink(notice.page, notice.reference))
  const scale = (code / size).toFixed(5)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" font-family="'Noto Sans', Arial, sans-serif" role="img" aria-label="Phiếu kiểm tra thông tin tiêm chủng"><rect width="${width}" height="${height}" fill="#fff"/>
${textOf(above(notice), 14)}
<g transform="translate(${left} 55) scale(${scale})" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></g>
${textOf(beneath(notice), 112)}
</svg>
`
}
