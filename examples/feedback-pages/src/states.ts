/** What states and steps are called in both languages. */
import type { CorrectionView } from '@tiemchung/feedback/rules'
import type { FeedbackState } from '@tiemchung/schemas'
import { type Pair, pair } from './words.js'

export const stateWords: Readonly<Record<FeedbackState, Pair>> = {
  'awaiting-code': pair('Chờ mã xác nhận', 'Waits for the code'),
  received: pair('Đã ghi nhận', 'Recorded'),
  'in-review': pair('Đang xem xét', 'Being looked at'),
  'needs-information': pair('Cần bổ sung thông tin', 'More is needed'),
  approved: pair('Đã chấp nhận, đang sửa', 'Accepted, being put right'),
  later: pair('Sẽ xử lý sau', 'To be handled later'),
  rejected: pair('Không chấp nhận', 'Rejected'),
  withdrawn: pair('Đã rút', 'Withdrawn'),
  resolved: pair('Đã sửa xong', 'Put right'),
}

export const stepWords: Readonly<Record<CorrectionView['step'], Pair>> = {
  amended: pair('Sửa dữ liệu', 'Record amended'),
  matched: pair('Đối chiếu lại danh tính', 'Identity matched again'),
  signed: pair('Cơ sở ký lại', 'Signed again by the facility'),
  reissued: pair('Cấp lại chứng nhận', 'Certificate issued again'),
  revoked: pair('Thu hồi chứng nhận cũ', 'Old certificate revoked'),
}

export const standsWords: Readonly<Record<CorrectionView['stands'], Pair>> = {
  done: pair('xong', 'done'),
  'not-needed': pair('không cần', 'not needed'),
  next: pair('đang chờ', 'next'),
  waiting: pair('chưa đến', 'later'),
}
