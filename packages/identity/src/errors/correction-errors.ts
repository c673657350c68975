import { defineCatalogue } from '@tiemchung/core'

/** Cases of identity, and how they are put right. */
export const correctionErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'identity.case.status': {
    says: {
      vi: 'Trạng thái định danh không được biết.',
      en: 'The state of the identity is not a known one.',
    },
    who: 'developer',
    todo: {
      vi: 'Dùng các trạng thái của IdentityEvidence; không coi trạng thái lạ là khớp.',
      en: 'Use the states of IdentityEvidence; an unknown one is never a match.',
    },
  },
  'identity.case.field': {
    says: {
      vi: 'Trường sai lệch không phải một trong bốn trường được đối sánh.',
      en: 'The field that differs is none of the four that are matched.',
    },
    who: 'developer',
    todo: {
      vi: 'Dùng number, name, birth-date hoặc sex.',
      en: 'Use number, name, birth-date or sex.',
    },
  },
  'identity.case.contradiction': {
    says: {
      vi: 'Trạng thái, nhóm lỗi và các trường sai lệch trái nhau.',
      en: 'State, class and the fields that differ contradict each other.',
    },
    who: 'developer',
    todo: {
      vi: 'Lấy trạng thái và các trường từ cùng một câu trả lời.',
      en: 'Take state and fields from one answer.',
    },
  },
  'identity.correction.order': {
    says: {
      vi: 'Bước này không thể đi sau bước trước, hoặc có thời điểm sớm hơn.',
      en: 'This step cannot follow the one before, or has an earlier time.',
    },
    who: 'developer',
    todo: {
      vi: 'Ghi các bước theo thứ tự: mở, chuyển giao, kết luận, sửa, trả lời.',
      en: 'Write the steps in order: opened, handed over, decided, corrected, answered.',
    },
  },
  'identity.correction.who-and-when': {
    says: {
      vi: 'Bước này không nói ai làm hoặc khi nào.',
      en: 'This step does not say by whom or when.',
    },
    who: 'data-entry',
    todo: {
      vi: 'Ghi tài khoản cán bộ, đơn vị và thời điểm.',
      en: 'State the account, the unit and the time.',
    },
  },
  'identity.correction.other-record': {
    says: { vi: 'Bước này nói về bản ghi khác.', en: 'This step is about another record.' },
    who: 'developer',
    todo: { vi: 'Nhóm các bước theo mã bản ghi.', en: 'Group the steps by the id of the record.' },
  },
  'identity.correction.not-entitled': {
    says: {
      vi: 'Đơn vị này không có quyền với bước này.',
      en: 'This office may not take this step.',
    },
    who: 'facility',
    todo: {
      vi: 'Công an kết luận về thông tin định danh và sửa cơ sở dữ liệu dân cư; y tế sửa bản ghi.',
      en: 'The police decide on facts of identity and amend the population database; health amends the record.',
    },
  },
  'identity.correction.outcome': {
    says: {
      vi: 'Chưa có số đúng dạng thì chưa thể kết luận cơ sở dữ liệu dân cư sai.',
      en: 'Without a well-formed number the register cannot be found wrong.',
    },
    who: 'police',
    todo: { vi: 'Bổ sung số rồi đối sánh lại.', en: 'Supply the number and match again.' },
  },
  'identity.correction.field': {
    says: {
      vi: 'Trường được kết luận hoặc được sửa không phải trường đang mở.',
      en: 'A field was decided on or corrected that is not open.',
    },
    who: 'police',
    todo: {
      vi: 'Chỉ sửa đúng các trường đã kết luận.',
      en: 'Correct exactly the fields that were decided on.',
    },
  },
  'identity.correction.nothing-open': {
    says: {
      vi: 'Không có gì phải sửa ở trường hợp này.',
      en: 'There is nothing to correct in this case.',
    },
    who: 'developer',
    todo: {
      vi: 'Không mở trường hợp đã khớp hoặc không cần đối sánh.',
      en: 'Do not open a case that matches or need not be matched.',
    },
  },
  'identity.correction.twice': {
    says: { vi: 'Hai bước khác nhau mang cùng một mã.', en: 'Two different steps have one id.' },
    who: 'developer',
    todo: { vi: 'Tạo mã mới cho mỗi bước.', en: 'Make a new id for each step.' },
  },
}))
