import type { Sentences } from '@tiemchung/core'

/** Who takes a next step. */
export type StepTaker =
  | 'data-entry'
  | 'facility'
  | 'police-of-residence'
  | 'signer'
  | 'platform'
  | 'operator'

/** Who takes each next step, and what it is. */
export const nextSteps = {
  'clinic.next.complete': {
    who: 'data-entry',
    says: { vi: 'Bổ sung thông tin còn thiếu của bản ghi.', en: 'Supply what the record lacks.' },
  },
  'clinic.next.match': {
    who: 'operator',
    says: {
      vi: 'Đối sánh định danh với cơ sở dữ liệu dân cư.',
      en: 'Have the identity matched against the population database.',
    },
  },
  'clinic.next.collect-number': {
    who: 'facility',
    says: {
      vi: 'Thu thập số định danh từ gia đình hoặc công an nơi thường trú.',
      en: 'Collect the personal number from the family or the police of the permanent residence.',
    },
  },
  'clinic.next.correct-number': {
    who: 'data-entry',
    says: { vi: 'Sửa số định danh sai định dạng.', en: 'Correct the malformed personal number.' },
  },
  'clinic.next.verify-person': {
    who: 'police-of-residence',
    says: {
      vi: 'Chuyển công an nơi thường trú xác minh thông tin cá nhân.',
      en: 'Hand over to the police of the permanent residence to verify the person.',
    },
  },
  'clinic.next.sign': {
    who: 'signer',
    says: { vi: 'Ký số bản ghi.', en: 'Sign the record.' },
  },
  'clinic.next.minutes': {
    who: 'facility',
    says: {
      vi: 'Lập biên bản thay cho chữ ký số, vì cơ sở chưa có chứng thư số.',
      en: 'Draw up minutes in place of a signature, as the facility has no certificate.',
    },
  },
  'clinic.next.send': {
    who: 'operator',
    says: { vi: 'Gửi lên nền tảng.', en: 'Send it to the platform.' },
  },
  'clinic.next.wait': {
    who: 'platform',
    says: {
      vi: 'Nền tảng chưa xác nhận; phần mềm sẽ tự gửi lại.',
      en: 'The platform has not acknowledged it; it is sent again by itself.',
    },
  },
  'clinic.next.rejected': {
    who: 'operator',
    says: {
      vi: 'Nền tảng từ chối; xem mã lý do, xử lý rồi gửi lại.',
      en: 'The platform rejected it; see the reason, deal with it and send it again.',
    },
  },
  'clinic.next.conflict': {
    who: 'facility',
    says: {
      vi: 'Nền tảng đã có bản ghi khác của mũi tiêm này; đối chiếu hai bản.',
      en: 'The platform has another record of this dose; compare the two.',
    },
  },
  'clinic.next.look': {
    who: 'operator',
    says: { vi: 'Xem lý do và xử lý.', en: 'Look at the reason and deal with it.' },
  },
} as const satisfies Readonly<Record<string, { who: StepTaker; says: Sentences }>>

/** The code of a next step. */
export type NextStepCode = keyof typeof nextSteps
