/** What reports say, in the two languages. */
import type { Language, Sentences } from '@tiemchung/core'
import { errorCatalogue as recordErrors } from '@tiemchung/schemas'
import { nextSteps } from '../next-step/words.js'

const say = (vi: string, en: string): Sentences => ({ vi, en })

/** Words of the day page, by what they name. */
export const words = {
  title: say('Báo cáo ngày tiêm', 'Vaccination day report'),
  facility: say('Cơ sở', 'Facility'),
  date: say('Ngày', 'Date'),
  at: say('lập lúc', 'made at'),
  finished: say('Đã hoàn thành trong ngày', 'Finished'),
  unfinished: say('Chưa hoàn thành', 'Not finished'),
  leftOut: say(
    'Có dữ liệu trong kho không đọc được, và không có trong các số này',
    'Documents in the store cannot be read, and are in none of these numbers',
  ),
  nothingOpen: say('Không còn việc nào mở.', 'Nothing is open.'),
  unknownSteps: say(
    'Có thời hạn trong chính sách không được hiểu và không được xét.',
    'Deadlines of the policy were not understood and not judged.',
  ),
  doses: say('Mũi tiêm qua các bước', 'Doses through the steps'),
  open: say('Còn mở', 'Open'),
  openWhy: say('Còn mở và lý do', 'What is open, and why'),
  next: say('Việc tiếp theo', 'What to do next'),
  who: say('Ai làm', 'Who'),
  step: say('Bước', 'Step'),
  what: say('Việc', 'What'),
  count: say('Số lượng', 'Count'),
  overdue: say('Quá hạn', 'Overdue'),
  due: say('Hạn', 'Due'),
  left: say('Còn lại', 'Time left'),
  deadlines: say('Thời hạn', 'Deadlines'),
  policy: say('Chính sách', 'Policy'),
  sessions: say('Theo buổi', 'By session'),
  session: say('Buổi', 'Session'),
  vaccinators: say('Theo người tiêm', 'By vaccinator'),
  vaccinator: say('Tài khoản', 'Account'),
  late: say('Nhập muộn', 'Late entries'),
  ofDay: say('của ngày này', 'of this day'),
  ofEarlierDays: say('của các ngày trước', 'of earlier days'),
  minutes: say('Thời gian giữa các bước (trung vị, phút)', 'Time between steps (median minutes)'),
  from: say('Từ', 'From'),
  to: say('Đến', 'To'),
  median: say('Trung vị (phút)', 'Median (minutes)'),
  records: say('Bản ghi', 'Records'),
  identity: say('Đối sánh định danh', 'Identity matching'),
  beforeFirstDose: say('trước mũi tiêm đầu tiên', 'before the first dose'),
  afterFirstDose: say('sau mũi tiêm đầu tiên', 'after the first dose'),
  notMatched: say('chưa xong', 'not settled'),
  amendments: say('Đính chính', 'Amendments'),
  made: say('đã lập', 'made'),
  feedbackOpen: say('Phản ánh đang mở', 'Open feedback'),
  closed: say('Đã chốt ngày lúc', 'The day was closed at'),
  reopened: say('Đã mở lại lúc', 'The day was reopened at'),
  withOpen: say('khi còn mở', 'with open'),
  byMinutes: say('Bằng biên bản', 'By minutes'),
  reason: say('Lý do', 'Reason'),
  total: say('Cả ngày', 'The day'),
} as const

/** Names of the stages. */
export const stageWords: Readonly<Record<string, Sentences>> = {
  given: say('Đã tiêm', 'Given'),
  entered: say('Đã nhập', 'Entered'),
  complete: say('Đầy đủ', 'Complete'),
  settled: say('Đã xác thực', 'Settled'),
  signed: say('Đã ký', 'Signed'),
  sent: say('Đã gửi', 'Sent'),
  acknowledged: say('Đã xác nhận', 'Acknowledged'),
  reported: say('Đã báo cáo', 'Reported'),
}

/** Who takes a step. */
export const takerWords: Readonly<Record<string, Sentences>> = {
  'data-entry': say('Người nhập liệu', 'Data entry'),
  facility: say('Cơ sở', 'Facility'),
  'police-of-residence': say('Công an nơi thường trú', 'Police of residence'),
  signer: say('Người ký', 'Signer'),
  platform: say('Nền tảng', 'Platform'),
  operator: say('Vận hành', 'Operator'),
}

/** Names of sessions that policies here have; another is shown by its id. */
export const sessionWords: Readonly<Record<string, Sentences>> = {
  morning: say('Sáng', 'Morning'),
  afternoon: say('Chiều', 'Afternoon'),
  'not-entered': say('Chưa nhập', 'Not entered'),
}

const reasonWords: Readonly<Record<string, Sentences>> = {
  'not-entered': say('Đã tiêm, chưa nhập', 'Given, not entered'),
  pending: say('Chưa đối sánh định danh', 'Identity not matched yet'),
  mismatched: say('Định danh không khớp', 'Identity does not match'),
  'not-found': say('Không tìm thấy trong CSDL dân cư', 'Not in the population database'),
  'no-number': say('Không có số định danh', 'No personal number'),
  'malformed-number': say('Số định danh sai định dạng', 'Malformed personal number'),
  'completeness.volume': say(
    'Liều lượng nhập khác liều lượng quy định',
    'The volume entered is not that of the policy',
  ),
  unverifiable: say('Không xác minh được', 'Cannot be verified'),
  'not-signed-yet': say('Chưa ký', 'Not signed yet'),
  'not-queued': say('Chưa xếp hàng gửi', 'Not queued'),
  'not-sent-yet': say('Chưa gửi', 'Not sent yet'),
  'depends-on': say('Chờ bản ghi trước', 'Waits for another'),
  retrying: say('Nền tảng chưa xác nhận, đang gửi lại', 'Not acknowledged, being sent again'),
  rejected: say('Nền tảng từ chối', 'Rejected by the platform'),
  conflict: say('Nền tảng có bản khác', 'The platform has another'),
  silent: say('Không có tin', 'Silent'),
  unreadable: say('Không đọc được trong kho', 'Cannot be read in the store'),
}

/** Reasons that are codes of the record catalogue say what it says, without the numbers in it. */
function recordSentence(code: string, language: Language): string | undefined {
  const entries: Readonly<Record<string, { readonly says: Sentences } | undefined>> = recordErrors
  const found = Object.hasOwn(entries, code) ? entries[code] : undefined
  return found?.says[language].replace(/\s*\{\w+\}( ml)?/g, '').replace(/\.$/, '')
}

/** A reason by its key in a report: `complete.not-found`. One that is not known is shown as it is. */
export function reasonText(key: string, language: Language): string {
  const [stage = '', ...others] = key.split('.')
  if (stage === 'amendments') {
    return `${words.amendments[language]}: ${reasonText(others.join('.'), language)}`
  }
  const reason = others.length === 0 ? stage : others.join('.')
  return reasonWords[reason]?.[language] ?? recordSentence(reason, language) ?? key
}

/** What a next step is; a code that is not known is shown as it is. */
export function stepText(code: string, language: Language): string {
  const steps: Readonly<Record<string, { readonly says: Sentences } | undefined>> = nextSteps
  return (Object.hasOwn(steps, code) ? steps[code]?.says[language] : undefined) ?? code
}

/** A word of a table, or its key where there is none. */
export function wordIn(
  table: Readonly<Record<string, Sentences>>,
  key: string,
  language: Language,
): string {
  return (Object.hasOwn(table, key) ? table[key]?.[language] : undefined) ?? key
}
