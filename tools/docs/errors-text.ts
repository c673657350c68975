/** The words around the generated table of error codes. */
import type { Actor, Language } from '@tiemchung/core'

interface PageTexts {
  readonly title: string
  readonly intro: string
  readonly head: string
}

export const pageTexts: Readonly<Record<Language, PageTexts>> = {
  en: {
    title: 'Error codes',
    intro: [
      'Everything the packages throw is an `SdkError`; everything they find wrong with data is an',
      '`Issue`. Both carry one of these codes. A code never changes its meaning and is never used again',
      'for something else; the sentence may be improved. In sentences, `{name}` stands for a parameter',
      'of the error. This page is generated from the catalogues in the source.',
    ].join('\n'),
    head: '| Code | What happened | Who acts | What to do |',
  },
  vi: {
    title: 'Mã lỗi',
    intro: [
      'Mọi lỗi mà các gói ném ra đều là `SdkError`; mọi điểm sai tìm thấy trong dữ liệu đều là `Issue`.',
      'Cả hai đều mang một trong các mã dưới đây. Một mã không bao giờ đổi nghĩa và không được dùng lại',
      'cho việc khác; câu chữ thì có thể được sửa cho rõ hơn. Trong câu, `{name}` là chỗ của một tham số',
      'của lỗi. Trang này được sinh ra từ các bảng mã trong mã nguồn.',
    ].join('\n'),
    head: '| Mã | Điều đã xảy ra | Ai xử lý | Cần làm gì |',
  },
}

export const actorNames: Readonly<Record<Language, Readonly<Record<Actor, string>>>> = {
  en: {
    developer: 'developer',
    operator: 'operator of the system',
    'data-entry': 'data entry',
    facility: 'vaccination facility',
    'facility-head': 'head of the facility',
    police: 'commune police',
    district: 'district health centre',
    province: 'provincial health department or CDC',
    ministry: 'Ministry of Health',
    signer: 'holder of the signing key',
    citizen: 'citizen',
  },
  vi: {
    developer: 'lập trình viên',
    operator: 'người vận hành hệ thống',
    'data-entry': 'người nhập liệu',
    facility: 'cơ sở tiêm chủng',
    'facility-head': 'người đứng đầu cơ sở',
    police: 'công an cấp xã',
    district: 'trung tâm y tế huyện',
    province: 'sở y tế hoặc CDC tỉnh',
    ministry: 'Bộ Y tế',
    signer: 'người giữ khoá ký',
    citizen: 'người dân',
  },
}
