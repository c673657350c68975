import { type PolicyHead, parsePolicyHead } from '@tiemchung/core'
import type { FeedbackType, Handler, RejectionReason } from '@tiemchung/schemas'

/** One row of the routing table; the first that fits handles the item. */
export interface FeedbackRoute {
  /** What the item must carry. */
  readonly when: 'facility' | 'district' | 'province' | 'always'
  /** Types it is for; all when absent. */
  readonly types?: readonly FeedbackType[]
  readonly to: Handler['level']
  readonly cite: readonly string[]
}

/** How feedback is routed, how long handling may take, what may be decided. */
export interface FeedbackPolicy extends PolicyHead {
  readonly format: 'feedback-policy/1'
  /** Hours from recording to the decision. */
  readonly hours: number
  readonly routes: readonly FeedbackRoute[]
  readonly evidence: {
    readonly mediaTypes: readonly string[]
    /** Bytes of one file. */
    readonly largest: number
    readonly most: number
  }
  readonly rejections: readonly {
    readonly reason: RejectionReason
    readonly says: { readonly vi: string; readonly en: string }
  }[]
}

const rejection = (reason: RejectionReason, vi: string, en: string) => ({
  reason,
  says: { vi, en },
})

/** 9458/BYT-CNTT: 48 hours, routing by what the item carries, thirteen reasons for rejection. */
export const feedbackPolicy9458 = parsePolicyHead(
  {
    format: 'feedback-policy/1',
    id: 'vn.feedback',
    version: '2021-11-08.1',
    effective: { from: '2021-11-08', to: null },
    published: '2021-11-08',
    sources: [
      {
        id: '9458',
        number: '9458/BYT-CNTT',
        date: '2021-11-08',
        issuer: 'Bộ Y tế',
        confidence: 'secondary',
      },
      {
        id: '1815',
        number: '1815/BYT-CNTT',
        date: '2022-04-08',
        issuer: 'Bộ Y tế',
        confidence: 'text',
      },
    ],
    assumptions: [
      {
        id: 'exact-site-to-facility',
        says: {
          vi: 'Phản ánh nêu đúng điểm tiêm thì chính cơ sở đó xử lý (suy ra từ câu về trường hợp không rõ điểm tiêm).',
          en: 'An item that names the site goes to that facility (inferred from the sentence on items that name none).',
        },
      },
      {
        id: 'district-has-account',
        says: {
          vi: 'Tỉnh đã cấp tài khoản cho trung tâm y tế huyện; nếu chưa, tỉnh tự xử lý.',
          en: 'The province has given the district centre an account; where it has not, the province handles the item.',
        },
      },
      {
        id: 'evidence-limits',
        says: {
          vi: 'Giới hạn tệp đính kèm do SDK đặt: 5 tệp, mỗi tệp 8 MB.',
          en: 'The limits on evidence are ours: five files of 8 MB each.',
        },
      },
    ],
    hours: 48,
    routes: [
      { when: 'facility', to: 'facility', cite: ['9458'] },
      { when: 'district', to: 'district', cite: ['9458'] },
      { when: 'province', to: 'province', cite: ['9458'] },
      { when: 'always', to: 'ministry', cite: ['9458'] },
    ],
    evidence: {
      mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
      largest: 8_388_608,
      most: 5,
    },
    rejections: [
      rejection(
        'screening-form-incomplete',
        'Ảnh phiếu sàng lọc không có ngày tiêm, mũi tiêm và loại vắc xin.',
        'The photo of the screening form shows no date, dose number and vaccine.',
      ),
      rejection(
        'name-contradicts-certificate',
        'Họ tên phản ánh mâu thuẫn với họ tên trên giấy xác nhận.',
        'The reported name and the name on the confirmation contradict each other.',
      ),
      rejection(
        'portrait-instead-of-certificate',
        'Chỉ gửi ảnh chân dung, không gửi giấy xác nhận.',
        'Only a portrait was sent instead of the confirmation.',
      ),
      rejection(
        'dose-number-differs',
        'Số mũi tiêm khai trên cổng khác với giấy xác nhận.',
        'The dose number declared differs from the confirmation.',
      ),
      rejection(
        'birth-date-differs',
        'Ngày sinh trên giấy xác nhận khác với hệ thống.',
        'The birth date on the confirmation differs from the system.',
      ),
      rejection(
        'confirmation-incomplete',
        'Ảnh giấy xác nhận thiếu họ tên, giới tính, thời gian tiêm hoặc loại vắc xin.',
        'The photographed confirmation lacks name, sex, time of vaccination or vaccine.',
      ),
      rejection(
        'personal-data-covered',
        'Thông tin cá nhân trên ảnh giấy xác nhận bị che.',
        'Personal data on the photographed confirmation is covered up.',
      ),
      rejection(
        'photo-unreadable',
        'Ảnh mờ, không đọc được.',
        'The photo is blurred and cannot be read.',
      ),
      rejection(
        'vaccination-date-differs',
        'Ngày tiêm khai trên cổng khác với giấy xác nhận.',
        'The vaccination date declared differs from the confirmation.',
      ),
      rejection(
        'nothing-matches',
        'Không có thông tin nào trên giấy xác nhận khớp với phản ánh.',
        'Nothing on the confirmation matches the report.',
      ),
      rejection(
        'name-incomplete-or-without-diacritics',
        'Họ tên khai trên cổng thiếu hoặc không có dấu.',
        'The full name declared is incomplete or typed without diacritics.',
      ),
      rejection(
        'product-differs',
        'Vắc xin phản ánh không phải vắc xin được xác nhận.',
        'The vaccine reported is not the vaccine confirmed.',
      ),
      rejection(
        'personal-data-altered',
        'Thông tin cá nhân trên giấy bị tẩy xoá, sửa chữa.',
        'Personal data on the paper was altered.',
      ),
    ],
  },
  'feedback-policy/1',
) as PolicyHead as FeedbackPolicy
