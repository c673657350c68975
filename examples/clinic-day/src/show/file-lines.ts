import { join } from 'node:path'
import { left } from './columns.js'
import type { Language } from './words.js'

const files: readonly (readonly [name: string, vi: string, en: string])[] = [
  ['day.html', 'báo cáo buổi tiêm, mở bằng trình duyệt', 'the day report, for a browser'],
  ['day.json', 'báo cáo buổi tiêm, cho phần mềm', 'the day report, for programs'],
  [
    'certificate.svg',
    'một chứng nhận để in, kèm mã QR',
    'one certificate to print, with its QR code',
  ],
  [
    'verification.json',
    'kết quả kiểm tra chứng nhận đó',
    'the verification report of that certificate',
  ],
  [
    'lists/',
    'các danh sách, và -ket-qua có lỗi từng dòng',
    'the lists, and -ket-qua with row errors',
  ],
  ['eligibility-*.json', 'từng trẻ: lý do, ngày kế tiếp', 'each child: reasons, next date'],
  ['hand-over-*', 'danh sách chuyển công an, y tế', 'the lists for police and health'],
]

/** What the demo wrote, and what for. */
export function fileLines(out: string, language: Language): string {
  const paths = files.map(([name]) => join(out, name))
  const width = Math.max(38, ...paths.map((path) => path.length + 2))
  return files
    .map(([, vi, en], at) => `  ${left(paths[at] ?? '', width)}${language === 'vi' ? vi : en}`)
    .join('\n')
}
