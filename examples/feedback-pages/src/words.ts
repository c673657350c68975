/** What kinds of errors, levels and refusals are called in both languages. */
import type { Level } from '@tiemchung/feedback/rules'
import type { ClaimedData, FeedbackType } from '@tiemchung/schemas'

export interface Pair {
  readonly vi: string
  readonly en: string
}

/** A day as it is written in Viet Nam. */
export const dayOf = (date: string): string => date.split('-').reverse().join('/')

export const pair = (vi: string, en: string): Pair => ({ vi, en })

export const typeWords: Readonly<Record<FeedbackType, Pair>> = {
  'missing-dose': pair('Thiếu mũi tiêm', 'A dose is missing'),
  'wrong-dose-date': pair('Sai ngày tiêm', 'Wrong date of the dose'),
  'wrong-product': pair('Sai loại vắc xin', 'Wrong vaccine'),
  'wrong-lot': pair('Sai số lô', 'Wrong lot'),
  'wrong-dose-number': pair('Sai số mũi', 'Wrong dose number'),
  'wrong-name': pair('Sai họ tên', 'Wrong name'),
  'wrong-birth-date': pair('Sai ngày sinh', 'Wrong date of birth'),
  'wrong-sex': pair('Sai giới tính', 'Wrong sex'),
  'wrong-identity-number': pair('Sai số định danh', 'Wrong identity number'),
  'duplicate-dose': pair('Mũi tiêm bị ghi hai lần', 'A dose is recorded twice'),
  other: pair('Lỗi khác', 'Something else'),
}

export const levelWords: Readonly<Record<Level, Pair>> = {
  facility: pair('Cơ sở tiêm chủng', 'Vaccination facility'),
  commune: pair('Trạm Y tế', 'Commune health station'),
  district: pair('Trung tâm Y tế', 'District health centre'),
  'provincial-cdc': pair('CDC', 'Provincial CDC'),
  province: pair('Sở Y tế', 'Provincial health department'),
  ministry: pair('Bộ Y tế', 'Ministry of Health'),
  police: pair('Công an', 'Police'),
}

const sexWords = {
  male: pair('nam', 'male'),
  female: pair('nữ', 'female'),
  unknown: pair('?', '?'),
}

/** What a reporter says is right, by name and text. */
export const claimLines = (claimed: ClaimedData): readonly (readonly [Pair, string | Pair])[] => [
  [pair('Họ tên đúng', 'Right name'), claimed.fullName ?? ''],
  [pair('Ngày sinh đúng', 'Right date of birth'), dayOf(claimed.birthDate ?? '')],
  [pair('Giới tính đúng', 'Right sex'), claimed.sex === undefined ? '' : sexWords[claimed.sex]],
  [pair('Ngày tiêm đúng', 'Right date of the dose'), dayOf(claimed.doseDate ?? '')],
  [pair('Mũi thứ', 'Dose number'), String(claimed.doseNumber ?? '')],
  [pair('Số lô đúng', 'Right lot'), claimed.lot ?? ''],
]

/** When to try again, where the platform says it. */
export function waitWords(milliseconds: unknown): readonly Pair[] {
  if (typeof milliseconds !== 'number') return []
  const minutes = Math.ceil(milliseconds / 60_000)
  return [pair(`Thử lại sau ${minutes} phút.`, `Try again in ${minutes} min.`)]
}

export const problemWords: Readonly<Record<string, Pair>> = {
  'platform.code': pair('Mã không đúng hoặc đã hết hạn.', 'The code is wrong or over.'),
  'platform.not-found': pair('Không tìm thấy. Hãy xem lại.', 'Not found. Check what you typed.'),
  'platform.log-in': pair('Không đăng nhập được.', 'Logging in failed.'),
  'platform.signed-out': pair('Phiên đã hết. Hãy đăng nhập lại.', 'Signed out. Log in again.'),
  'platform.password': pair('Mật khẩu mới không dùng được.', 'The new password will not do.'),
  'platform.too-many-codes': pair('Đã xin quá nhiều mã.', 'Too many codes were asked for.'),
  'platform.feedback.desk': pair('Không chuyển đến nơi đó được.', 'It cannot go to that desk.'),
}
