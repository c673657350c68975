import { type Actor, defineCatalogue, type Sentences } from '@tiemchung/core'

function entry(who: Actor, says: Sentences, todo: Sentences) {
  return { says, who, todo }
}

/** The codes of `@tiemchung/signer-pkcs11`. */
export const errorCatalogue = defineCatalogue({
  'signing.native-missing': entry(
    'developer',
    {
      vi: 'Thiếu phần cầu nối PKCS#11 (node-webcrypto-p11, graphene-pk11), hoặc phần mã máy của nó chưa được biên dịch.',
      en: 'The bridge to PKCS#11 (node-webcrypto-p11, graphene-pk11) is missing, or its native part was not built.',
    },
    {
      vi: 'Cài: npm install node-webcrypto-p11 graphene-pk11, cho phép pkcs11js chạy bước cài đặt; máy cần python3, make và trình biên dịch C++.',
      en: 'Run npm install node-webcrypto-p11 graphene-pk11 and let pkcs11js run its install step; it needs python3, make and a C++ compiler.',
    },
  ),
  'signing.library': entry(
    'operator',
    {
      vi: 'Không mở được thư viện PKCS#11 của token.',
      en: "The token's PKCS#11 library cannot be opened.",
    },
    {
      vi: 'Kiểm tra đường dẫn, và thư viện có cùng kiến trúc (32 hay 64 bit) với Node không.',
      en: 'Check the path, and that the library is built for the same machine (32 or 64 bits) as Node.',
    },
  ),
  'signing.token-absent': entry(
    'signer',
    { vi: 'Không thấy token được chọn.', en: 'The token that was chosen is not there.' },
    {
      vi: 'Cắm token, rồi xem listTokens có thấy nó không.',
      en: 'Plug the token in, and see whether listTokens finds it.',
    },
  ),
  'signing.token-choice': entry(
    'developer',
    {
      vi: 'Có {count} token khớp với lựa chọn; phải chọn đúng một.',
      en: '{count} tokens match the choice; exactly one must.',
    },
    {
      vi: 'Chọn bằng serial; listTokens cho biết.',
      en: 'Choose by serial; listTokens tells it.',
    },
  ),
  'signing.token-gone': entry(
    'signer',
    {
      vi: 'Token đã bị rút ra, hoặc phiên làm việc với nó đã kết thúc.',
      en: 'The token was taken away, or the session with it has ended.',
    },
    {
      vi: 'Cắm lại token, mở lại và ký tiếp phần còn lại.',
      en: 'Plug it in, open it again, and sign what is left.',
    },
  ),
  'signing.token-closed': entry(
    'developer',
    { vi: 'Token này đã được đóng.', en: 'This token was closed.' },
    { vi: 'Mở lại bằng openToken.', en: 'Open it again with openToken.' },
  ),
  'signing.token-read-only': entry(
    'developer',
    { vi: 'Token được mở chỉ để đọc.', en: 'The token is open for reading only.' },
    {
      vi: 'Mở với write: true; nếu vẫn lỗi, token không cho ghi.',
      en: 'Open it with write: true; if it stays so, the token cannot be written.',
    },
  ),
  'signing.token-label': entry(
    'developer',
    {
      vi: 'Trên token đã có khoá mang nhãn này.',
      en: 'The token has a key of this label already.',
    },
    { vi: 'Chọn nhãn khác, hoặc dùng khoá đó.', en: 'Choose another label, or use that key.' },
  ),
  'signing.token-key': entry(
    'developer',
    {
      vi: 'Có {count} khoá trên token khớp với lựa chọn; phải chọn đúng một.',
      en: '{count} keys of the token match the choice; exactly one must.',
    },
    {
      vi: 'Chọn bằng id; listKeys cho biết.',
      en: 'Choose by id; listKeys tells it.',
    },
  ),
  'signing.token-certificate': entry(
    'developer',
    {
      vi: 'Khoá này có {count} chứng thư số trên token; phải chọn đúng một.',
      en: 'The key has {count} certificates in the token; exactly one must be chosen.',
    },
    {
      vi: 'Truyền dấu vân tay vào certificate; listKeys cho biết.',
      en: 'Pass its fingerprint as certificate; listKeys tells it.',
    },
  ),
  'signing.pin': entry(
    'signer',
    { vi: 'Mã PIN không đúng.', en: 'The PIN is wrong.' },
    {
      vi: 'Nhập lại cẩn thận: sai vài lần thì token sẽ bị khoá.',
      en: 'Enter it again with care: a few wrong ones lock the token.',
    },
  ),
  'signing.pin-last-try': entry(
    'signer',
    {
      vi: 'Chỉ còn một lần nhập PIN trước khi token bị khoá.',
      en: 'One PIN is left before the token locks.',
    },
    {
      vi: 'Khi chắc chắn về mã PIN, mở lại với lastTry: true.',
      en: 'When sure of the PIN, open it again with lastTry: true.',
    },
  ),
  'signing.pin-locked': entry(
    'signer',
    { vi: 'Token đã bị khoá vì nhập sai PIN nhiều lần.', en: 'Wrong PINs have locked the token.' },
    {
      vi: 'Nhờ nhà cung cấp chứng thư số mở khoá token.',
      en: 'Have the provider of the certificate unlock it.',
    },
  ),
  'signing.pin-change': entry(
    'signer',
    {
      vi: 'Phải đổi mã PIN trước khi dùng token.',
      en: 'The PIN must be changed before the token is used.',
    },
    {
      vi: 'Đổi PIN bằng phần mềm đi kèm token.',
      en: "Change it with the token's own program.",
    },
  ),
  'signing.pin-unset': entry(
    'signer',
    { vi: 'Token chưa được đặt mã PIN.', en: 'The token has no PIN yet.' },
    {
      vi: 'Khởi tạo token bằng phần mềm đi kèm.',
      en: 'Set the token up with its own program.',
    },
  ),
})
