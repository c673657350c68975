/** The words of the demo's table, in both languages. */
export type Language = 'vi' | 'en'

type Both = readonly [vi: string, en: string]

/** The stages of the day. */
const stages: Readonly<Record<string, Both>> = {
  listed: ['Có trong danh sách', 'Listed'],
  eligible: ['Đủ điều kiện hôm nay', 'Eligible today'],
  given: ['Đã tiêm', 'Given'],
  entered: ['Đã nhập', 'Entered'],
  complete: ['Đầy đủ thông tin', 'Complete'],
  settled: ['Danh tính đã rõ', 'Identity settled'],
  signed: ['Đã ký số', 'Signed'],
  acknowledged: ['Nền tảng đã nhận', 'Acknowledged'],
  issued: ['Đã cấp chứng nhận', 'Certificate issued'],
  amendments: ['Bản ghi sửa đổi', 'Amendments'],
  reissues: ['Chứng nhận cấp lại', 'Re-issued certificates'],
  facilities: ['Cơ sở tiêm trong ngày', 'Vaccinating facilities'],
}

const eligibility: Readonly<Record<string, Both>> = {
  'course-complete': ['đã tiêm đủ liều', 'course complete already'],
  tooYoung: ['chưa đủ 5 tuổi', 'not yet 5'],
  tooOld: ['quá tuổi', 'too old'],
  'handed-over': ['đã 12 tuổi, chuyển nhóm 12–17', 'already 12, to the 12–17 policy'],
  'consent-refused': ['gia đình không đồng ý', 'consent refused'],
  needsConsent: ['chưa có phiếu đồng ý', 'no consent yet'],
  'deferred-infection': ['mới mắc COVID-19', 'recent infection'],
  'deferred-screening': ['tạm hoãn sau khám sàng lọc', 'deferred by screening'],
  contraindicated: ['chống chỉ định', 'contraindicated'],
  tooSoon: ['chưa đủ khoảng cách giữa hai mũi', 'interval not over'],
  unknown: ['chưa đủ dữ liệu để kết luận', 'cannot be decided'],
  needsScreening: ['chưa khám sàng lọc', 'not screened'],
  refused: ['từ chối tại chỗ', 'refused on the spot'],
  deferred: ['hoãn tại chỗ', 'deferred on the spot'],
  absent: ['vắng mặt', 'absent'],
  'not-seen-yet': ['chưa đến lượt', 'not seen yet'],
}

const entry: Readonly<Record<string, Both>> = {
  'not-entered': ['chưa nhập', 'not entered'],
  'completeness.no-guardian': ['thiếu cha, mẹ hoặc người giám hộ', 'no parent or guardian'],
  'completeness.dose-number': ['sai số thứ tự mũi', 'wrong dose number'],
  'completeness.volume': ['sai liều lượng (2 ml thay vì 0,2 ml)', 'wrong volume (2 ml for 0.2 ml)'],
  'completeness.volume-unknown': ['vắc xin không dành cho lứa tuổi', 'product not for this age'],
  'completeness.missing': ['thiếu trường bắt buộc (số lô)', 'a mandatory field missing (lot)'],
  'completeness.date.after-entry': ['ngày tiêm ở tương lai', 'dose date in the future'],
}

const identity: Readonly<Record<string, Both>> = {
  matched: ['đúng', 'correct'],
  'not-required': ['không cần đối chiếu (hộ chiếu)', 'no match needed (passport)'],
  mismatched: ['sai lệch với CSDL dân cư', 'differs from the register'],
  'mismatched:name': ['sai họ tên', 'wrong name'],
  'mismatched:birth-date': ['sai ngày sinh', 'wrong birth date'],
  'mismatched:sex': ['sai giới tính', 'wrong sex'],
  unverifiable: ['không xác minh được', 'unverifiable'],
  'no-number': ['không có số định danh', 'no number'],
  'malformed-number': ['số sai định dạng', 'malformed number'],
  'not-found': ['sai số định danh (không tìm thấy)', 'wrong number (not in the register)'],
  pending: ['chờ đối sánh', 'pending'],
}

const sealing: Readonly<Record<string, Both>> = {
  'by-minutes': ['xác nhận bằng biên bản', 'by minutes'],
  'not-signed-yet': ['chưa ký', 'not signed yet'],
  'not-queued': ['chưa xếp hàng gửi', 'not queued'],
  'not-sent-yet': ['chưa gửi', 'not sent yet'],
  'not-acknowledged-yet': ['nền tảng chưa nhận', 'not acknowledged yet'],
  'not-acknowledged': ['nền tảng chưa nhận', 'not acknowledged yet'],
  retrying: ['đang gửi lại', 'retrying'],
  rejected: ['nền tảng từ chối', 'rejected by the platform'],
  conflict: ['xung đột', 'conflict'],
  'course-incomplete': ['mới tiêm mũi 1, chưa đủ liều', 'course not complete (dose 1)'],
  'not-issued-yet': ['chưa cấp', 'not issued yet'],
  'replaces-revoked': ['thay chứng nhận đã thu hồi', 'in place of a revoked one'],
}

const facilities: Readonly<Record<string, Both>> = {
  finished: ['hoàn thành', 'finished'],
  open: ['chưa xong', 'not finished'],
  silent: ['không báo cáo', 'silent'],
  'not-vaccinating': ['không tiêm', 'not vaccinating'],
  facility: ['cơ sở', 'facility'],
  police: ['công an', 'police'],
  health: ['y tế', 'health'],
}

const trials: Readonly<Record<string, Both>> = {
  damaged: ['quét sai một ký tự', 'one character misread'],
  tampered: ['sửa ngày sinh, giữ chữ ký', 'birth date changed'],
  expired: ['hết hạn', 'expired'],
  'unknown-issuer': ['bên cấp không rõ', 'unknown issuer'],
  revoked: ['đã thu hồi', 'revoked'],
  're-issued': ['cấp lại', 're-issued'],
}

const table: Readonly<Record<string, Both>> = {
  ...eligibility,
  ...entry,
  ...identity,
  ...sealing,
  ...facilities,
  ...trials,
  ...stages,
}

/**
 * A stable word in a person's language. `police 00001` and `open:complete.mismatched` are put together
 * from their parts.
 */
export function word(id: string, language: Language): string {
  const both = table[id]
  if (both !== undefined) return both[language === 'vi' ? 0 : 1]
  const [before = '', ...rest] = id.split(':')
  const reason = rest.length === 0 ? undefined : rest.join(':')
  if (reason !== undefined && before === 'open') {
    return `${word('open', language)}: ${reasonWord(reason, language)}`
  }
  if (before === 'mismatched' && reason?.includes('+') === true) {
    return reason
      .split('+')
      .map((field) => word(`mismatched:${field}`, language))
      .join(' + ')
  }
  const [office = '', unit] = id.split(' ')
  return unit !== undefined && table[office] !== undefined
    ? `${word(office, language)} ${unit}`
    : id
}

/** The reason of a day report, such as `complete.mismatched`: the word behind the stage. */
export function reasonWord(reason: string, language: Language): string {
  return word(reason.slice(reason.indexOf('.') + 1), language)
}
