/** Why a rule did not pass or was left out, as a word for programs and a sentence for people. */
import { type CatalogueEntry, defineCatalogue } from '@tiemchung/core'

type Both = readonly [string, string]

function entry(who: CatalogueEntry['who'], says: Both, todo: Both): CatalogueEntry {
  return { who, says: { vi: says[0], en: says[1] }, todo: { vi: todo[0], en: todo[1] } }
}

const tellPublisher = [
  'Người kiểm tra tự quyết định; báo cho nơi phát hành quy tắc.',
  'Let a person decide, and tell the publisher of the rule.',
] as const
const decide = ['Người kiểm tra tự quyết định.', 'Let a person decide.'] as const
const update = [
  'Cập nhật phần mềm rồi xét lại.',
  'Update the software and evaluate again.',
] as const
const nothing = ['Không cần làm gì.', 'Nothing to do.'] as const

/** The reasons of the checks of rules. */
export const ruleReasonCatalogue = /* @__PURE__ */ defineCatalogue(() => ({
  'rule-not-met': entry(
    'citizen',
    ['Chứng nhận không thoả quy tắc này.', 'The certificate does not meet this rule.'],
    ['Xem nội dung quy tắc.', 'See what the rule says.'],
  ),
  'rule-not-boolean': entry(
    'operator',
    ['Quy tắc không cho ra đúng hay sai.', 'The rule answered neither true nor false.'],
    tellPublisher,
  ),
  'logic-threw': entry(
    'operator',
    ['Quy tắc gặp lỗi khi xét chứng nhận này.', 'The rule met an error with this certificate.'],
    tellPublisher,
  ),
  'logic-too-large': entry(
    'operator',
    ['Quy tắc quá lớn nên không được xét.', 'The rule is too large to be evaluated.'],
    tellPublisher,
  ),
  'logic-too-costly': entry(
    'operator',
    ['Quy tắc tốn quá nhiều bước nên không được xét.', 'The rule would take too many steps.'],
    tellPublisher,
  ),
  'impossible-date': entry(
    'citizen',
    ['Chứng nhận ghi một ngày không có thật.', 'The certificate has a day that does not exist.'],
    ['Đề nghị nơi cấp cấp lại chứng nhận.', 'The holder should ask the issuer for a new one.'],
  ),
  'external-missing': entry(
    'developer',
    [
      'Quy tắc cần dữ liệu chưa được cung cấp.',
      'The rule reads something that was not given to it.',
    ],
    ['Truyền đủ bộ mã, vùng và mã khoá.', 'Pass value sets, region and key id.'],
  ),
  'engine-unknown': entry(
    'operator',
    [
      'Quy tắc viết cho bộ máy khác hoặc phiên bản mới hơn.',
      'The rule is written for another engine, or for a newer version.',
    ],
    update,
  ),
  'schema-differs': entry(
    'operator',
    [
      'Quy tắc viết cho lược đồ mới hơn lược đồ của chứng nhận.',
      'The rule is written for a newer schema than the certificate has.',
    ],
    decide,
  ),
  'other-country': entry(
    'operator',
    ['Quy tắc của nước khác.', 'A rule of another country.'],
    nothing,
  ),
  'other-region': entry(
    'operator',
    ['Quy tắc của vùng khác.', 'A rule of another region.'],
    nothing,
  ),
  'other-type': entry(
    'operator',
    ['Quy tắc cho loại chứng nhận khác.', 'A rule for certificates of another type.'],
    nothing,
  ),
  'not-in-force': entry(
    'operator',
    ['Quy tắc không có hiệu lực tại thời điểm này.', 'The rule is not in force at this instant.'],
    nothing,
  ),
  superseded: entry(
    'operator',
    ['Đã có phiên bản mới hơn của quy tắc.', 'A newer version of the rule is in force.'],
    nothing,
  ),
}))

/** A reason of a check of a rule. */
export type RuleReason = keyof typeof ruleReasonCatalogue
