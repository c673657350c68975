/** Why a check did not pass, as a word for programs and a sentence for people. */
import { type CatalogueEntry, defineCatalogue } from '@tiemchung/core'

function entry(
  who: CatalogueEntry['who'],
  [sayVi, sayEn]: readonly [string, string],
  [todoVi, todoEn]: readonly [string, string],
): CatalogueEntry {
  return { says: { vi: sayVi, en: sayEn }, who, todo: { vi: todoVi, en: todoEn } }
}

const askIssuer = [
  'Không chấp nhận; đề nghị người mang liên hệ nơi cấp.',
  'Do not accept it; the holder should ask the issuer.',
] as const
const loadTrust = [
  'Nạp danh sách chứng thư số tin cậy rồi kiểm tra lại.',
  'Load a trust list and verify again.',
] as const
const refresh = [
  'Cập nhật danh sách rồi kiểm tra lại.',
  'Fetch a fresh list and verify again.',
] as const
const confirm = [
  'Đối chiếu với danh sách mã băm rồi kiểm tra lại.',
  'Ask a list of hashes and verify again.',
] as const
const nothing = ['Không cần làm gì.', 'Nothing to do.'] as const
const fixFirst = ['Xem mục không đạt trước đó.', 'See the check before it.'] as const

/** The reasons of checks; those that begin with `envelope.` are in the error catalogue. */
export const reasonCatalogue = /* @__PURE__ */ defineCatalogue(() => ({
  'earlier-check': entry(
    'citizen',
    [
      'Chưa kiểm tra vì mục trước không đạt.',
      'Not checked, because an earlier check did not pass.',
    ],
    fixFirst,
  ),
  'critical-header': entry(
    'citizen',
    [
      'Phần đầu nêu tham số bắt buộc phải hiểu mà hồ sơ EU DCC không có.',
      'The header names a parameter that must be understood and that the EU DCC does not have.',
    ],
    askIssuer,
  ),
  'key-id-missing': entry('citizen', ['Không có mã khoá.', 'There is no key id.'], askIssuer),
  'no-trust-material': entry(
    'operator',
    ['Chưa có khoá tin cậy nào.', 'There is no trusted key at all.'],
    loadTrust,
  ),
  'unknown-key': entry(
    'operator',
    ['Khoá ký không có trong danh sách tin cậy.', 'The signing key is not in the trust list.'],
    [
      'Không chấp nhận; nếu danh sách đã cũ, cập nhật rồi kiểm tra lại.',
      'Do not accept it; when the list is old, fetch a fresh one and verify again.',
    ],
  ),
  'algorithm-missing': entry(
    'citizen',
    ['Không nêu thuật toán ký.', 'The signature algorithm is not stated.'],
    askIssuer,
  ),
  'algorithm-not-allowed': entry(
    'citizen',
    [
      'Thuật toán ký không được phép: chỉ ES256 và PS256.',
      'The algorithm is not allowed: only ES256 and PS256 are.',
    ],
    askIssuer,
  ),
  'algorithm-not-of-key': entry(
    'citizen',
    ['Thuật toán không khớp với loại khoá.', 'The algorithm is not the one of the key.'],
    askIssuer,
  ),
  'curve-not-allowed': entry(
    'citizen',
    ['Đường cong của khoá không được phép.', 'The curve of the key is not allowed.'],
    askIssuer,
  ),
  'key-too-small': entry(
    'citizen',
    ['Khoá RSA ngắn hơn mức tối thiểu.', 'The RSA key is shorter than the minimum.'],
    askIssuer,
  ),
  'key-unreadable': entry(
    'operator',
    ['Khoá trong danh sách tin cậy không đọc được.', 'The trusted key cannot be read.'],
    ['Báo cho nơi phát hành danh sách.', 'Tell the publisher of the list.'],
  ),
  'signature-length': entry(
    'citizen',
    [
      'Chữ ký sai độ dài: phải là r||s thô hoặc dài bằng khoá RSA.',
      'The signature has the wrong length: it must be raw r||s, or as long as the RSA key.',
    ],
    askIssuer,
  ),
  'signature-does-not-hold': entry(
    'citizen',
    [
      'Chữ ký không đúng: nội dung bị sửa hoặc không do khoá này ký.',
      'The signature does not hold: the content was changed, or another key signed it.',
    ],
    askIssuer,
  ),
  'no-chain-verifier': entry(
    'developer',
    ['Không yêu cầu kiểm tra chuỗi chứng thư số.', 'No chain verifier was given.'],
    nothing,
  ),
  'no-certificate': entry(
    'operator',
    ['Khoá không kèm chứng thư số.', 'The key comes without its certificate.'],
    loadTrust,
  ),
  'chain-not-valid': entry(
    'operator',
    ['Chuỗi chứng thư số không hợp lệ.', 'The certificate chain is not valid.'],
    ['Không chấp nhận; kiểm tra danh sách tin cậy.', 'Do not accept it; check the trust list.'],
  ),
  'chain-undecided': entry(
    'operator',
    ['Chưa kết luận được về chuỗi chứng thư số.', 'The certificate chain could not be judged.'],
    loadTrust,
  ),
  'not-stated': entry(
    'operator',
    ['Danh sách tin cậy không nêu điều này về khoá.', 'The trust list does not state this.'],
    nothing,
  ),
  'signer-not-yet-valid': entry(
    'citizen',
    ['Chứng thư số ký chưa có hiệu lực.', 'The signing certificate is not valid yet.'],
    askIssuer,
  ),
  'signer-expired': entry(
    'citizen',
    ['Chứng thư số ký đã hết hạn.', 'The signing certificate has expired.'],
    ['Đề nghị nơi cấp cấp lại chứng nhận.', 'The holder should ask for a new certificate.'],
  ),
  'usage-not-allowed': entry(
    'citizen',
    [
      'Chứng thư số ký không dùng cho loại chứng nhận này.',
      'The signing certificate may not sign this type of certificate.',
    ],
    askIssuer,
  ),
  'type-unclear': entry(
    'citizen',
    [
      'Chứng nhận không nêu đúng một loại sự kiện.',
      'The certificate is not about exactly one type of event.',
    ],
    askIssuer,
  ),
  'issuer-missing': entry(
    'citizen',
    ['Chứng nhận không nêu quốc gia cấp.', 'The certificate does not state its issuer.'],
    nothing,
  ),
  'issuer-not-a-country': entry(
    'citizen',
    ['Nơi cấp không phải mã quốc gia.', 'The issuer is not a country of two letters.'],
    askIssuer,
  ),
  'country-differs': entry(
    'citizen',
    [
      'Quốc gia cấp không phải quốc gia của chứng thư số ký.',
      'The issuing country is not the country of the signing certificate.',
    ],
    askIssuer,
  ),
  'time-missing': entry('citizen', ['Thiếu thời điểm này.', 'This time is missing.'], askIssuer),
  'time-absent': entry(
    'citizen',
    ['Không nêu thời điểm này.', 'This time is not stated; it is optional.'],
    nothing,
  ),
  'time-not-a-number': entry(
    'citizen',
    ['Thời điểm không phải là số.', 'The time is not a number.'],
    askIssuer,
  ),
  'time-out-of-range': entry(
    'citizen',
    [
      'Thời điểm ngoài phạm vi, có thể viết bằng mili giây.',
      'The time is out of range, perhaps written in milliseconds.',
    ],
    askIssuer,
  ),
  'float-times': entry(
    'citizen',
    ['Thời điểm có phần lẻ.', 'The time is written as a float.'],
    askIssuer,
  ),
  'not-yet-issued': entry(
    'citizen',
    ['Thời điểm cấp nằm ở tương lai.', 'It was issued after the instant of verification.'],
    ['Kiểm tra đồng hồ của thiết bị.', 'Check the clock of the device.'],
  ),
  'not-yet-valid': entry(
    'citizen',
    ['Chứng nhận chưa có hiệu lực.', 'The certificate is not valid yet.'],
    ['Kiểm tra lại khi đến hạn.', 'Verify again when it begins.'],
  ),
  expired: entry(
    'citizen',
    ['Chứng nhận đã hết hạn.', 'The certificate has expired.'],
    ['Đề nghị cấp lại chứng nhận mới.', 'The holder should ask for a new certificate.'],
  ),
  'expires-before-issue': entry(
    'citizen',
    ['Chứng nhận hết hạn trước khi được cấp.', 'The certificate expires before it was issued.'],
    askIssuer,
  ),
  'beyond-signer': entry(
    'citizen',
    [
      'Thời hạn vượt ngoài thời hạn của chứng thư số ký.',
      'It does not lie within the validity of its signing certificate.',
    ],
    askIssuer,
  ),
  schema: entry(
    'citizen',
    [
      'Nội dung không đúng lược đồ EU DCC 1.3.',
      'The payload does not follow the EU DCC schema 1.3.',
    ],
    askIssuer,
  ),
  'no-value-sets': entry(
    'developer',
    ['Không có bộ mã để đối chiếu.', 'No value sets were given.'],
    nothing,
  ),
  'unknown-codes': entry(
    'citizen',
    ['Có mã không nằm trong bộ mã đã cho.', 'A code is not in the given value sets.'],
    askIssuer,
  ),
  'check-character-absent': entry(
    'citizen',
    ['Mã chứng nhận không có ký tự kiểm tra.', 'The certificate id has no check character.'],
    nothing,
  ),
  'check-character-differs': entry(
    'citizen',
    [
      'Ký tự kiểm tra của mã chứng nhận không theo Luhn mod 38; nhiều nơi cấp dùng cách khác.',
      'The check character of the id is not that of Luhn mod 38; many issuers have another rule.',
    ],
    nothing,
  ),
  'unprotected-algorithm': entry(
    'citizen',
    ['Thuật toán nằm ngoài phần được ký.', 'The algorithm stands outside of what is signed.'],
    askIssuer,
  ),
  'unprotected-key-id': entry(
    'citizen',
    ['Mã khoá nằm ngoài phần được ký.', 'The key id stands outside of what is signed.'],
    askIssuer,
  ),
  'no-revocation-data': entry(
    'operator',
    ['Không có dữ liệu thu hồi.', 'No revocation data was given.'],
    refresh,
  ),
  revoked: entry(
    'citizen',
    ['Chứng nhận đã bị thu hồi.', 'The certificate has been revoked.'],
    [
      'Không chấp nhận; người mang cần chứng nhận cấp lại.',
      'Do not accept it; the holder needs the re-issued one.',
    ],
  ),
  'revocation-stale': entry(
    'operator',
    ['Danh sách thu hồi đã quá hạn.', 'The revocation list is out of date.'],
    refresh,
  ),
  'revocation-maybe': entry(
    'operator',
    [
      'Có thể đã bị thu hồi: bộ lọc báo có, chưa có danh sách nào xác nhận.',
      'It may be revoked: a filter has it, and no list has confirmed or denied that.',
    ],
    confirm,
  ),
  'revocation-unproven': entry(
    'operator',
    [
      'Không thấy trong bộ lọc, nhưng cách đọc loại bộ lọc này chưa được kiểm chứng.',
      'A filter does not have it, but reading this kind of filter is unproven.',
    ],
    confirm,
  ),
  'revocation-unreachable': entry(
    'operator',
    ['Không hỏi được nơi giữ danh sách thu hồi.', 'The source of revocations gave no answer.'],
    ['Kiểm tra kết nối mạng rồi kiểm tra lại.', 'Check the network and verify again.'],
  ),
}))

/** A reason of a check. */
export type CheckReason = keyof typeof reasonCatalogue
