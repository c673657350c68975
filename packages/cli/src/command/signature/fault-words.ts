/** Why a record does not belong to a day, for people. The fault itself is for programs. */
import type { Sentences } from '@tiemchung/core'
import type { AuditFault } from '@tiemchung/signing'

const both = (vi: string, en: string): Sentences => ({ vi, en })

export const faultWords: Readonly<Record<AuditFault, Sentences>> = {
  'not-a-record': both('Không phải bản ghi mũi tiêm.', 'It is no dose record.'),
  'other-facility': both('Là bản ghi của cơ sở khác.', 'It is of another facility.'),
  'other-day': both('Là bản ghi của ngày khác.', 'It is of another day.'),
  doubled: both('Có hai lần.', 'It is there twice.'),
  'not-sealed': both('Không nằm dưới dấu ngày nào.', 'It is under no seal.'),
  changed: both('Đã bị sửa sau khi ký.', 'It was changed after it was sealed.'),
  'no-valid-seal': both(
    'Dấu ngày của bản ghi không có ở đây hoặc không hợp lệ.',
    'Its seal is not here, or not valid.',
  ),
  undecided: both(
    'Chưa kết luận được dấu ngày của bản ghi, nên chưa biết bản ghi có thuộc về hay không.',
    'Its seal is undecided, so it is not known whether it belongs.',
  ),
}
