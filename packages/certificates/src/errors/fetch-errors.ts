import { type CatalogueEntry, defineCatalogue } from '@tiemchung/core'
import { developer } from './entry.js'

/** Something between here and the server, which who runs the system can look at. */
function operator(vi: string, en: string, todoVi: string, todoEn: string): CatalogueEntry {
  return { says: { vi, en }, who: 'operator', todo: { vi: todoVi, en: todoEn } }
}

/** The codes of fetching lists. */
export const fetchErrors = /* @__PURE__ */ defineCatalogue(() => ({
  'certificate-fetch.address': developer(
    'Địa chỉ không phải https, hoặc có kèm tên và mật khẩu.',
    'The address is not https, or has a name and password in it.',
    'Dùng địa chỉ https; http chỉ dùng được với localhost khi phát triển.',
    'Use an https address; http works for localhost alone, while developing.',
  ),
  'certificate-fetch.limits': developer(
    'Giới hạn thời gian hoặc dung lượng không hợp lệ.',
    'The limit of time or bytes is not a positive number.',
    'Truyền số mili giây và số byte lớn hơn 0.',
    'Pass numbers of milliseconds and bytes above 0.',
  ),
  'certificate-fetch.network': operator(
    'Không tải được danh sách: lỗi mạng.',
    'The list could not be fetched: the network failed.',
    'Kiểm tra kết nối rồi thử lại; tạm dùng danh sách đã lưu nếu còn hạn.',
    'Check the connection and try again; until then use the list at hand if it is current.',
  ),
  'certificate-fetch.timeout': operator(
    'Không tải xong danh sách trong thời gian cho phép.',
    'The list did not come within the time allowed.',
    'Thử lại sau, hoặc tăng timeoutMs nếu mạng chậm.',
    'Try again later, or raise timeoutMs where the network is slow.',
  ),
  'certificate-fetch.redirect': operator(
    'Máy chủ chuyển hướng sang nơi khác, hoặc chuyển hướng quá nhiều lần.',
    'The server redirects to another origin, or too often.',
    'Kiểm tra địa chỉ với nơi phát hành; nếu nơi phát hành đã đổi chỗ, cấu hình địa chỉ mới.',
    'Ask the publisher for the address; when it has moved, configure the new one.',
  ),
  'certificate-fetch.status': operator(
    'Máy chủ trả lời mã {status}.',
    'The server answered with status {status}.',
    'Mã 5xx hoặc 429: thử lại sau; mã khác: kiểm tra địa chỉ.',
    'With 5xx or 429 try again later; with others check the address.',
  ),
  'certificate-fetch.too-large': operator(
    'Danh sách lớn hơn giới hạn {maxBytes} byte.',
    'The list is larger than the cap of {maxBytes} bytes.',
    'Kiểm tra địa chỉ; chỉ tăng maxBytes khi nơi phát hành xác nhận.',
    'Check the address; raise maxBytes only when the publisher confirms the size.',
  ),
}))
