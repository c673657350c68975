import { defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

const fetchAgain = [
  'Tải lại từ nơi phát hành; nếu vẫn lỗi, báo cho nơi phát hành.',
  'Fetch it again from its publisher, and tell the publisher when that does not help.',
] as const

/** The codes of revocation lists and filters. */
export const revocationErrors = /* @__PURE__ */ defineCatalogue({
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
})
