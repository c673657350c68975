import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

const fetchAgain = [
  'Tải lại từ nơi phát hành; nếu vẫn lỗi, báo cho nơi phát hành.',
  'Fetch it again from its publisher, and tell the publisher when that does not help.',
] as const

/** The codes of revocation lists and filters. */
export const revocationErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'certificate-revocation.list': developer(
    'Danh sách thu hồi sai định dạng revocation-list/1.',
    'The revocation list is not a revocation-list/1 document.',
    'Tải lại danh sách từ nơi phát hành.',
    'Fetch the list again from its publisher.',
  ),
  'certificate-revocation.bloom-filter': developer(
    'Bộ lọc Bloom của danh sách thu hồi bị cắt, quá lớn hoặc sai định dạng.',
    'The bloom filter of revoked hashes is cut off, too large or malformed.',
    ...fetchAgain,
  ),
  'certificate-revocation.partial-hash-filter': developer(
    'Bộ lọc mã băm rút gọn của danh sách thu hồi bị cắt, quá lớn hoặc sai định dạng.',
    'The partial variable hash filter of revoked hashes is cut off, too large or malformed.',
    ...fetchAgain,
  ),
  'certificate-revocation.filter-size': developer(
    'Không tạo được bộ lọc với tỉ lệ báo nhầm và số mã băm này.',
    'No filter can be made of this share of errors and this number of hashes.',
    'Chọn tỉ lệ lớn hơn 0 và không quá 1; sức chứa không ít hơn số mã băm.',
    'Choose a rate above 0 and at most 1, and a capacity of no fewer than the hashes.',
  ),
  'certificate-revocation.delta': developer(
    'Bản thay đổi của danh sách thu hồi sai định dạng revocation-delta/1.',
    'The delta of the revocation list is not a revocation-delta/1 document.',
    ...fetchAgain,
  ),
  'certificate-revocation.not-believed': developer(
    'Danh sách thu hồi không do khoá được ghim ký đúng loại này: {reason}.',
    'The revocation list is not signed as such by a pinned key: {reason}.',
    'Không dùng; tải lại, hoặc ghim đúng khoá của nơi phát hành, lấy qua một kênh khác.',
    'Do not use it; fetch it again, or pin the publisher’s key, which you got through another channel.',
  ),
  'certificate-revocation.delta-gap': developer(
    'Thiếu bản thay đổi: đã có số {seen}, nhận số {sequence}.',
    'A delta is missing: number {seen} is there, and this is number {sequence}.',
    'Tải các bản thay đổi ở giữa, hoặc tải cả danh sách.',
    'Fetch the deltas between them, or the whole list.',
  ),
  'certificate-revocation.rolled-back': developer(
    'Danh sách thu hồi số {sequence} không mới hơn số {seen} đã thấy.',
    'The revocation list has number {sequence}, and number {seen} was seen before.',
    'Không dùng; có người đưa lại bản cũ, hoặc máy chủ chưa cập nhật.',
    'Do not use it; somebody hands out an old one, or a server lags behind.',
  ),
  'certificate-revocation.replaced': developer(
    'Số {sequence} không nối tiếp đúng bản số {seen} đã thấy: nơi phát hành có hai bản cùng số.',
    'Number {sequence} does not go with the number {seen} that was seen: two documents have one number.',
    'Không dùng; báo ngay cho nơi phát hành danh sách.',
    'Do not use it; tell the publisher of the list at once.',
  ),
  'certificate-revocation.slice': developer(
    'Phần bộ lọc không nêu đúng mã khoá, loại mã băm hoặc các chữ số đầu.',
    'A slice does not say its key id, its hash types or its first digits as it should.',
    ...fetchAgain,
  ),
  'certificate-revocation.batch': developer(
    'Lô thu hồi của cổng DCC sai định dạng, rỗng hoặc quá 1000 mã băm.',
    'The batch of the DCC gateway is malformed, empty, or of more than 1000 hashes.',
    ...fetchAgain,
  ),
  'certificate-revocation.next-update': developer(
    'Thời điểm phải cập nhật không hợp lệ hoặc không sau thời điểm phát hành.',
    'The instant of the next update is no date, or not after the issue.',
    'Truyền một Date hợp lệ.',
    'Pass a valid Date.',
  ),
  'certificate-revocation.no-source': developer(
    'Không có nguồn thu hồi nào để ghép.',
    'There is no revocation source to join.',
    'Truyền ít nhất một nguồn; không có nguồn thì bỏ hẳn tham số revocation.',
    'Pass at least one source; without any, leave the revocation option out.',
  ),
}))
