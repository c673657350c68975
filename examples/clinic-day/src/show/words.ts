/** The words of the demo's table, in both languages. */
export type Language = 'vi' | 'en'

const table: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  listed: ['Có trong danh sách', 'Listed'],
  eligible: ['Đủ điều kiện hôm nay', 'Eligible today'],
  given: ['Đã tiêm', 'Given'],
  entered: ['Đã nhập', 'Entered'],
  complete: ['Đủ thông tin', 'Complete'],
  settled: ['Danh tính đã rõ', 'Identity settled'],
  signed: ['Đã ký số', 'Signed'],
  acknowledged: ['Nền tảng đã nhận', 'Acknowledged'],
  issued: ['Đã cấp chứng nhận', 'Certificate issued'],
  'course-incomplete': ['chưa đủ liều', 'course not complete'],
  'course-complete': ['đã tiêm đủ liều', 'course complete already'],
  'completeness.dose-number': ['sai số thứ tự mũi', 'wrong dose number'],
  tooYoung: ['chưa đủ 5 tuổi', 'not yet 5'],
  'handed-over': ['đã 12 tuổi, chuyển nhóm 12–17', 'already 12, to the 12–17 policy'],
  tooOld: ['quá tuổi', 'too old'],
  'consent-refused': ['gia đình không đồng ý', 'consent refused'],
  needsConsent: ['chưa có phiếu đồng ý', 'no consent yet'],
  'deferred-infection': ['mới mắc COVID-19', 'recent infection'],
  'deferred-screening': ['hoãn do sàng lọc', 'deferred by screening'],
  contraindicated: ['chống chỉ định', 'contraindicated'],
  tooSoon: ['chưa đủ khoảng cách mũi', 'interval not over'],
  unknown: ['chưa đủ dữ liệu để kết luận', 'cannot be decided'],
  needsScreening: ['chưa khám sàng lọc', 'not screened'],
  refused: ['từ chối tại chỗ', 'refused on the spot'],
  deferred: ['hoãn tại chỗ', 'deferred on the spot'],
  absent: ['vắng mặt', 'absent'],
  'completeness.no-guardian': ['thiếu người giám hộ', 'no guardian'],
  'not-entered': ['chưa nhập', 'not entered'],
  mismatched: ['sai lệch với CSDL dân cư', 'mismatch with the register'],
  unverifiable: ['không xác minh được', 'unverifiable'],
  'no-number': ['không có số định danh', 'no number'],
  'malformed-number': ['số sai định dạng', 'malformed number'],
  'not-found': ['không có trong CSDL dân cư', 'not in the register'],
  pending: ['chờ đối sánh', 'pending'],
  'by-minutes': ['xác nhận bằng biên bản', 'by minutes'],
  'not-signed-yet': ['chưa ký', 'not signed yet'],
  'not-sent-yet': ['chưa gửi', 'not sent yet'],
  retrying: ['đang gửi lại', 'retrying'],
  rejected: ['nền tảng từ chối', 'rejected'],
  conflict: ['xung đột', 'conflict'],
  finished: ['hoàn thành', 'finished'],
  open: ['chưa xong', 'open'],
  silent: ['không báo cáo', 'silent'],
  'not-vaccinating': ['không tiêm', 'not vaccinating'],
}

/** A stable word in a person's language. */
export function word(id: string, language: Language): string {
  return table[id]?.[language === 'vi' ? 0 : 1] ?? id
}
