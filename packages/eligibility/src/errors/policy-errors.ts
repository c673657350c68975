import { defineCatalogue } from '@tiemchung/core'

const policyAuthor = 'developer'

/** A policy document. */
export const policyErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'eligibility.policy': {
    says: {
      vi: 'Văn bản chính sách tiêm chủng không dùng được.',
      en: 'The eligibility policy cannot be used.',
    },
    who: policyAuthor,
    todo: { vi: 'Xem danh sách lỗi kèm theo.', en: 'See the issues that come with this error.' },
  },
  'eligibility.policy.json': {
    says: { vi: 'Văn bản chính sách không phải JSON.', en: 'The policy is not JSON.' },
    who: policyAuthor,
    todo: { vi: 'Sửa cú pháp JSON.', en: 'Correct the JSON.' },
  },
  'eligibility.policy.field': {
    says: {
      vi: 'Trường này thiếu hoặc sai: cần {expected}.',
      en: 'This field is missing or wrong: expected {expected}.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Ghi giá trị đúng dạng vào trường đã nêu.',
      en: 'Write a value of the expected form at the given place.',
    },
  },
  'eligibility.policy.extra-field': {
    says: {
      vi: 'Định dạng không có trường này.',
      en: 'The format has no such field.',
    },
    who: policyAuthor,
    todo: { vi: 'Xoá hoặc sửa tên trường.', en: 'Remove it or correct its name.' },
  },
  'eligibility.policy.age-order': {
    says: {
      vi: 'Tuổi bắt đầu phải nhỏ hơn tuổi kết thúc.',
      en: 'The first age must be below the last.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Đổi hai tuổi, hoặc sửa tuổi bị nhầm.',
      en: 'Swap the two ages, or correct the wrong one.',
    },
  },
  'eligibility.policy.age-outside': {
    says: {
      vi: 'Tuổi dùng sản phẩm nằm ngoài nhóm tuổi của chính sách.',
      en: 'The product is planned at ages outside the policy’s own.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Thu hẹp tuổi dùng sản phẩm vào trong nhóm tuổi của chính sách.',
      en: 'Narrow the ages of use to those of the policy.',
    },
  },
  'eligibility.policy.age-hole': {
    says: {
      vi: 'Có tuổi trong nhóm tuổi mà không sản phẩm nào được dùng cho mũi này.',
      en: 'At an age of the policy no product is planned for this dose.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Kiểm tra tuổi dùng của các sản phẩm: hở giữa hai tuổi là do thiếu hay cố ý.',
      en: 'Check the ages of use of its products: is the hole a slip or meant?',
    },
  },
  'eligibility.policy.use-not-counted': {
    says: {
      vi: 'Sản phẩm được dùng ở tuổi mà mũi tiêm lại không được tính.',
      en: 'The product is planned at an age at which its dose would not count.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Mở rộng tuổi được tính (counts) cho trùm tuổi dùng.',
      en: 'Widen the ages in counts so that they hold those in use.',
    },
  },
  'eligibility.policy.uncited': {
    says: {
      vi: 'Quy tắc không dẫn văn bản nào và không ghi là giả định.',
      en: 'The rule cites no source and is not marked as an assumption.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Dẫn số văn bản, hoặc nêu giả định.',
      en: 'Cite a source, or name the assumption.',
    },
  },
  'eligibility.policy.unknown-source': {
    says: { vi: 'Nguồn được dẫn không có trong danh sách.', en: 'The cited source is not listed.' },
    who: policyAuthor,
    todo: {
      vi: 'Thêm văn bản vào sources, hoặc sửa mã được dẫn.',
      en: 'Add the instrument to sources, or correct the cited id.',
    },
  },
  'eligibility.policy.unknown-assumption': {
    says: { vi: 'Giả định không có trong danh sách.', en: 'The assumption is not listed.' },
    who: policyAuthor,
    todo: {
      vi: 'Thêm giả định vào assumptions, hoặc sửa mã.',
      en: 'Add it to assumptions, or correct the id.',
    },
  },
  'eligibility.policy.unused': {
    says: {
      vi: 'Nguồn hoặc giả định này không được quy tắc nào dùng.',
      en: 'No rule uses this source or assumption.',
    },
    who: policyAuthor,
    todo: { vi: 'Dẫn hoặc xoá.', en: 'Cite it or remove it.' },
  },
  'eligibility.policy.duplicate': {
    says: { vi: 'Mã này đã dùng rồi.', en: 'This id is used twice.' },
    who: policyAuthor,
    todo: { vi: 'Đặt mã khác cho một trong hai.', en: 'Give one of the two another id.' },
  },
  'eligibility.policy.unknown-product': {
    says: { vi: 'Không có sản phẩm mang mã này.', en: 'There is no product of this id.' },
    who: policyAuthor,
    todo: {
      vi: 'Thêm sản phẩm vào products, hoặc sửa mã.',
      en: 'Add the product to products, or correct the id.',
    },
  },
  'eligibility.policy.product-not-planned': {
    says: {
      vi: 'Sản phẩm chỉ được công nhận trong lịch sử, không thể dùng cho mũi này.',
      en: 'The product is only accepted in history and cannot be planned for a dose.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Ghi tuổi dùng (use) cho sản phẩm, hoặc bỏ sản phẩm khỏi mũi này.',
      en: 'Give the product ages in use, or take it out of this dose.',
    },
  },
  'eligibility.policy.dose-order': {
    says: {
      vi: 'Các mũi phải đánh số 1, 2, 3… liên tục.',
      en: 'Doses must be numbered 1, 2, 3… without a hole.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Đánh số lại các mũi từ 1 qua mọi liệu trình.',
      en: 'Number the doses again from 1, through all series.',
    },
  },
  'eligibility.policy.unknown-dose': {
    says: {
      vi: 'Quy tắc trỏ tới một mũi không đứng trước.',
      en: 'The rule points at a dose that does not come before.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Trỏ tới số của một mũi đứng trước.',
      en: 'Point at the number of an earlier dose.',
    },
  },
  'eligibility.policy.duration-order': {
    says: {
      vi: 'Khoảng cách phải tăng dần: tối thiểu, khuyến cáo, quá hạn.',
      en: 'Intervals must grow: minimum, recommended, overdue.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Sửa sao cho min ≤ recommended ≤ overdueAfter.',
      en: 'Make it min ≤ recommended ≤ overdueAfter.',
    },
  },
  'eligibility.policy.impossible-dose': {
    says: {
      vi: 'Không ai có thể tiêm mũi này: ngày sớm nhất luôn sau tuổi tối đa.',
      en: 'Nobody can have this dose: its earliest day always lies past the maximum age.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Rút ngắn khoảng cách hoặc nới tuổi dùng của sản phẩm.',
      en: 'Shorten the interval, or widen the ages at which its products are used.',
    },
  },
  'eligibility.policy.period-order': {
    says: {
      vi: 'Ngày kết thúc không được trước ngày bắt đầu.',
      en: 'The last day must not lie before the first.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Đổi hai ngày, hoặc sửa ngày bị nhầm.',
      en: 'Swap the two days, or correct the wrong one.',
    },
  },
  'eligibility.policy.empty-condition': {
    says: {
      vi: 'Điều kiện này không nói gì.',
      en: 'The condition says nothing.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Ghi ít nhất một giới hạn, hoặc bỏ điều kiện.',
      en: 'Give it at least one limit, or take it out.',
    },
  },
  'eligibility.policy.recurs': {
    says: {
      vi: 'Mũi lặp lại không bao giờ được bỏ qua nên các mũi sau không bao giờ tới.',
      en: 'The dose recurs and is never passed over, so those after it are never due.',
    },
    who: policyAuthor,
    todo: { vi: 'Chỉ để recurs ở mũi cuối.', en: 'Leave recurs on the last dose alone.' },
  },
  'eligibility.policy.volume': {
    says: {
      vi: 'Sản phẩm được dùng phải có thể tích một liều.',
      en: 'A product that is planned must have a volume.',
    },
    who: policyAuthor,
    todo: { vi: 'Ghi volumeMl của sản phẩm.', en: 'Write the volumeMl of the product.' },
  },
  'eligibility.policy.other-volume': {
    says: {
      vi: 'Các chính sách khác ghi sản phẩm này là {volume} ml.',
      en: 'Other policies have {volume} ml for this product.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Đối chiếu với văn bản: 2 ml thay vì 0,2 ml là quá liều mười lần.',
      en: 'Hold it against the instrument: 2 ml for 0.2 ml is ten times the dose.',
    },
  },
  'eligibility.policy.precedence': {
    says: {
      vi: 'Thứ tự ưu tiên phải có đủ mọi trạng thái, mỗi trạng thái một lần, eligible ở cuối.',
      en: 'The precedence must hold every status once, with eligible last.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Liệt kê mọi trạng thái đúng một lần, eligible cuối cùng.',
      en: 'List every status exactly once, eligible last.',
    },
  },
  'eligibility.policy.screening-incomplete': {
    says: {
      vi: 'Một câu của phiếu khám sàng lọc không thuộc quy tắc nào.',
      en: 'A question of the screening form belongs to no rule.',
    },
    who: policyAuthor,
    todo: {
      vi: 'Thêm một quy tắc cho câu còn thiếu.',
      en: 'Add a rule for the question that is missing.',
    },
  },
}))
