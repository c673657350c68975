import { InputError } from '@tiemchung/core'
import { errorCatalogue } from '../errors.js'
import type { DoseNotice } from './dose-notice.js'
import { noticeLink } from './notice-link.js'

const most = 160

/** Letters that every telephone can show: without diacritics, the rest left out. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]/g, '')

/**
 * The notice of a dose as a text message: at most 160 characters without diacritics, one message on every
 * telephone. The name of the facility is cut where it does not fit.
 *
 * @throws InputError `feedback.notice.address`, `feedback.notice.reference`; `feedback.notice.too-long` when
 *   the address alone is too long
 * @example
 * ```ts
 * import { parseCivilDate } from '@tiemchung/core'
 * import { noticeText } from '@tiemchung/feedback/notice'
 * noticeText({
 *   page: 'https://phan-anh.example.vn/',
 *   reference: 'H7KQ-29XM-4TRB',
 *   doseNumber: 1,
 *   date: parseCivilDate('2022-05-20'),
 *   against: 'COVID-19',
 *   facility: 'Trạm Y tế phường Mẫu',
 * })
 * ```
 */
export function noticeText(notice: DoseNotice): string {
  const { doseNumber, date, against, facility } = notice
  const day = date.split('-').reverse().join('/')
  const link = noticeLink(notice.page, notice.reference)
  const before = `Da tiem mui ${doseNumber} ${plain(against)} ngay ${day} tai `
  const after = `. Thong tin sai? Bao tai ${link}`
  const room = most - before.length - after.length
  if (room < 8)
    throw new InputError(errorCatalogue, 'feedback.notice.too-long', { params: { most } })
  return `${before}${plain(facility).slice(0, room).trimEnd()}${after}`
}
