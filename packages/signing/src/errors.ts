import { type Actor, defineCatalogue, type Sentences } from '@tiemchung/core'

function entry(who: Actor, says: Sentences, todo: Sentences) {
  return { says, who, todo }
}

/** The codes of `@tiemchung/signing`. */
export const errorCatalogue = defineCatalogue({
  'signing.key': entry(
    'signer',
    { vi: 'Khoá ký không dùng được.', en: 'The signing key cannot be used.' },
    {
      vi: 'Kiểm tra loại khoá và thuật toán đã chọn.',
      en: 'Check the kind of key against the algorithm.',
    },
  ),
  'signing.key-mismatch': entry(
    'signer',
    {
      vi: 'Khoá ký không thuộc chứng thư số đầu tiên trong chuỗi.',
      en: 'The signing key does not belong to the first certificate of the chain.',
    },
    {
      vi: 'Chọn đúng cặp khoá và chứng thư số.',
      en: 'Choose the key and the certificate that belong together.',
    },
  ),
  'signing.key-file': entry(
    'signer',
    {
      vi: 'Tệp khoá không phải PKCS#8, hoặc được khoá bằng cách không còn dùng.',
      en: 'The key file is not PKCS#8, or is locked in a way that is no longer used.',
    },
    {
      vi: 'Chuyển đổi tệp: openssl pkcs8 -topk8 -v2 aes-256-cbc -in KHOA -out KHOA.pem',
      en: 'Convert it: openssl pkcs8 -topk8 -v2 aes-256-cbc -in KEY -out KEY.pem',
    },
  ),
  'signing.password': entry(
    'signer',
    { vi: 'Mật khẩu của khoá ký không đúng.', en: 'The password of the signing key is wrong.' },
    {
      vi: 'Nhập lại mật khẩu; kiểm tra bộ gõ và phím Caps Lock.',
      en: 'Enter the password again; look at the input method and Caps Lock.',
    },
  ),
  'signing.no-certificate': entry(
    'signer',
    {
      vi: 'Bộ ký không có chứng thư số nên chữ ký không kiểm tra được.',
      en: 'The signer has no certificate, so nobody could check what it signs.',
    },
    {
      vi: 'Nạp chuỗi chứng thư số; nếu đơn vị chưa được cấp thì lập biên bản.',
      en: 'Give the certificate chain; draw up minutes while the unit has none.',
    },
  ),
  'signing.algorithm': entry(
    'developer',
    {
      vi: 'Thuật toán này không được dùng để ký bản ghi.',
      en: 'Records are not signed with this algorithm.',
    },
    {
      vi: 'Dùng ES256, ES384, ES512, PS256, PS384, PS512, RS256 hoặc EdDSA.',
      en: 'Use ES256, ES384, ES512, PS256, PS384, PS512, RS256 or EdDSA.',
    },
  ),
  'signing.instant': entry(
    'developer',
    { vi: 'Thời điểm ký không hợp lệ.', en: 'The signing time is not a date.' },
    { vi: 'Truyền một Date hợp lệ vào at.', en: 'Pass a valid Date as at.' },
  ),
  'signing.rejected': entry(
    'signer',
    { vi: 'Người ký đã từ chối.', en: 'The signer refused.' },
    { vi: 'Ký lại khi đã sẵn sàng.', en: 'Sign again when ready.' },
  ),
  'signing.expired': entry(
    'signer',
    { vi: 'Hết thời gian chờ xác nhận ký.', en: 'The signature was not confirmed in time.' },
    { vi: 'Ký lại và xác nhận trong thời hạn.', en: 'Sign again and confirm in time.' },
  ),
  'signing.unavailable': entry(
    'operator',
    { vi: 'Dịch vụ ký hiện không dùng được.', en: 'The signer is not available.' },
    { vi: 'Thử lại sau.', en: 'Try again later.' },
  ),
  'signing.answer': entry(
    'operator',
    {
      vi: 'Chữ ký nhận được không khớp với chứng thư số của bộ ký, hoặc thiếu chữ ký.',
      en: "The signature that came back does not hold under the signer's own certificate, or is missing.",
    },
    {
      vi: 'Ký lại; nếu vẫn lỗi, báo cho nhà cung cấp dịch vụ ký.',
      en: 'Sign again; if it stays so, tell the provider of the signer.',
    },
  ),
  'signing.stopped': entry(
    'signer',
    { vi: 'Việc ký đã được dừng lại.', en: 'Signing was stopped.' },
    { vi: 'Ký tiếp các bản ghi còn lại.', en: 'Sign the records that are left.' },
  ),
  'signing.not-tried': entry(
    'signer',
    {
      vi: 'Chưa ký vì lần ký trước đó không thành công.',
      en: 'Not signed, because the signer had failed before it came to this record.',
    },
    {
      vi: 'Xử lý lỗi của lần ký trước rồi ký tiếp.',
      en: 'Deal with the failure before, then sign the records that are left.',
    },
  ),
  'signing.seal.empty': entry(
    'facility',
    { vi: 'Không có bản ghi nào để đóng dấu ngày.', en: 'There are no records to seal.' },
    { vi: 'Nhập bản ghi trước.', en: 'Enter records first.' },
  ),
  'signing.seal.duplicate': entry(
    'developer',
    {
      vi: 'Bản ghi thứ {index} xuất hiện hai lần trong cùng một dấu ngày.',
      en: 'Record {index} is in the same day seal twice.',
    },
    { vi: 'Bỏ bản ghi trùng.', en: 'Leave out the second.' },
  ),
  'signing.seal.foreign-record': entry(
    'developer',
    {
      vi: 'Bản ghi thứ {index} là của cơ sở khác hoặc ngày khác.',
      en: 'Record {index} is of another facility or another day.',
    },
    {
      vi: 'Đóng dấu riêng cho từng cơ sở và từng ngày.',
      en: 'Make one seal for each facility and each day.',
    },
  ),
  'signing.merkle.size': entry(
    'developer',
    {
      vi: 'Không có phần đầu cây với số lá này.',
      en: 'The tree has no such earlier state or leaf.',
    },
    {
      vi: 'Dùng số từ 1 đến số lá của cây.',
      en: 'Use a number from 1 to the number of leaves.',
    },
  ),
  'signing.minutes.empty': entry(
    'facility',
    {
      vi: 'Biên bản phải có ít nhất một bản ghi và một bên tham gia.',
      en: 'Minutes need at least one record and one party.',
    },
    { vi: 'Bổ sung bản ghi và các bên.', en: 'Add the records and the parties.' },
  ),
  'signing.register': entry(
    'operator',
    {
      vi: 'Danh sách người được ký không hợp lệ.',
      en: 'The signer register is malformed.',
    },
    { vi: 'Xem danh sách lỗi kèm theo.', en: 'See the issues that come with this error.' },
  ),
  'signing.register.overlap': entry(
    'operator',
    {
      vi: 'Hai mục cho cùng một chứng thư số và cùng một cơ sở trùng thời gian.',
      en: 'Two entries for the same certificate and facility overlap in time.',
    },
    { vi: 'Gộp hoặc sửa ngày của hai mục.', en: 'Merge the entries or correct their days.' },
  ),
  'signing.policy': entry(
    'developer',
    {
      vi: 'Chính sách ký không hợp lệ.',
      en: 'The signing policy is malformed.',
    },
    { vi: 'Xem danh sách lỗi kèm theo.', en: 'See the issues that come with this error.' },
  ),
})
