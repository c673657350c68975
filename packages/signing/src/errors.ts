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
  'signing.jws': entry(
    'developer',
    {
      vi: 'Đây không phải chữ ký JWS dạng gọn có kèm nội dung.',
      en: 'This is no compact JWS with its payload inside.',
    },
    {
      vi: 'Truyền kết quả của signRecord hoặc sealDay, chưa đóng dấu thời gian.',
      en: 'Pass what signRecord or sealDay gave, without a timestamp.',
    },
  ),
  'signing.cose': entry(
    'developer',
    {
      vi: 'Đây không phải COSE_Sign1 có kèm bản ghi bên trong.',
      en: 'This is no COSE_Sign1 with its record inside.',
    },
    { vi: 'Truyền kết quả của signRecordCose.', en: 'Pass what signRecordCose gave.' },
  ),
  'signing.timestamp.answer': entry(
    'operator',
    {
      vi: 'Máy chủ dấu thời gian từ chối, hoặc trả lời không khớp với điều đã hỏi hoặc không đáng tin.',
      en: 'The timestamp authority refused, or its answer is not to what was asked or not to be believed.',
    },
    {
      vi: 'Kiểm tra địa chỉ và chứng thư gốc của máy chủ dấu thời gian rồi hỏi lại.',
      en: 'Check the address and the root of the timestamp authority, then ask again.',
    },
  ),
  'signing.timestamp.unavailable': entry(
    'operator',
    {
      vi: 'Không hỏi được máy chủ dấu thời gian.',
      en: 'The timestamp authority could not be asked.',
    },
    {
      vi: 'Bản ghi đã ký vẫn giữ nguyên; hỏi lại sau, trước khi chứng thư số hết hạn.',
      en: 'The signed record stays as it is; ask again later, before the certificate ends.',
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
  'signing.seal.previous': entry(
    'developer',
    {
      vi: 'Dấu ngày đứng trước không phải của cơ sở và ngày này.',
      en: 'The seal before is none of this facility and day.',
    },
    {
      vi: 'Truyền dấu ngày cuối cùng của chính cơ sở và ngày này vào after.',
      en: 'Pass the last seal of this facility and day as after.',
    },
  ),
  'signing.journal': entry(
    'operator',
    {
      vi: 'Nhật ký ký của ngày này không đọc được.',
      en: "The journal of this day's signing cannot be read.",
    },
    {
      vi: 'Không xoá nhật ký; báo cho người phát triển phần mềm.',
      en: 'Do not delete it; tell the developer of the software.',
    },
  ),
  'signing.day.not-a-record': entry(
    'developer',
    { vi: 'Đây không phải bản ghi mũi tiêm.', en: 'This is no dose record.' },
    { vi: 'Chỉ truyền bản ghi đúng định dạng.', en: 'Pass records of the format only.' },
  ),
  'signing.day.duplicate': entry(
    'developer',
    { vi: 'Bản ghi xuất hiện hai lần.', en: 'The record is in the list twice.' },
    { vi: 'Bỏ bản ghi trùng.', en: 'Leave out the second.' },
  ),
  'signing.day.foreign-record': entry(
    'developer',
    {
      vi: 'Bản ghi của cơ sở khác hoặc ngày khác.',
      en: 'The record is of another facility or another day.',
    },
    {
      vi: 'Ký riêng cho từng cơ sở và từng ngày.',
      en: 'Sign each facility and each day on its own.',
    },
  ),
  'signing.day.identity': entry(
    'facility',
    {
      vi: 'Chưa ký vì định danh chưa được xác thực.',
      en: 'Not signed, because the identity is not settled.',
    },
    { vi: 'Đối sánh định danh trước.', en: 'Have the identity matched first.' },
  ),
  'signing.day.incomplete': entry(
    'facility',
    {
      vi: 'Chưa ký vì bản ghi chưa đầy đủ.',
      en: 'Not signed, because the record is not complete.',
    },
    { vi: 'Bổ sung các mục còn thiếu.', en: 'Supply what is missing.' },
  ),
  'signing.day.changed': entry(
    'facility',
    {
      vi: 'Chưa ký vì bản ghi đã thay đổi sau khi chuẩn bị ký.',
      en: 'Not signed, because the record changed after it was made ready.',
    },
    {
      vi: 'Kiểm tra bản ghi rồi ký lại; nếu đã ký thì lập bản đính chính.',
      en: 'Look at the record and sign again; if it was signed, amend it.',
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
  'signing.minutes.records': entry(
    'facility',
    {
      vi: 'Các bản ghi không đúng là những bản ghi trong biên bản.',
      en: 'These are not the records that the minutes name.',
    },
    {
      vi: 'Truyền đúng các bản ghi, theo thứ tự của biên bản.',
      en: 'Pass exactly these records, in the order of the minutes.',
    },
  ),
  'signing.report': entry(
    'developer',
    { vi: 'Đây không phải báo cáo ngày.', en: 'This is no day report.' },
    { vi: 'Truyền báo cáo mà dayReport đã lập.', en: 'Pass what dayReport made.' },
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
      vi: 'Hai mục cho cùng một bên ký, cùng cơ sở và cùng loại tài liệu trùng thời gian.',
      en: 'Two entries for the same signer, facility and kind of document overlap in time.',
    },
    { vi: 'Gộp hoặc sửa ngày của hai mục.', en: 'Merge the entries or correct their days.' },
  ),
  'signing.register.earlier-entry': entry(
    'operator',
    {
      vi: 'Mục này theo mẫu cũ: dấu vân tay của chứng thư số nằm ngoài trường signer.',
      en: 'The entry has its earlier shape, with the fingerprint outside of signer.',
    },
    {
      vi: 'Chuyển fingerprint vào signer và thêm signs; thêm issuers vào danh sách.',
      en: 'Move fingerprint into signer and add signs; add issuers to the register.',
    },
  ),
  'signing.register.issuer': entry(
    'operator',
    {
      vi: 'Danh sách không nêu chứng thư gốc nào cho loại nhà cung cấp này.',
      en: 'The register names no root for this kind of issuer.',
    },
    {
      vi: 'Thêm dấu vân tay của các chứng thư gốc vào issuers.',
      en: 'Add the fingerprints of the roots to issuers.',
    },
  ),
  'signing.policy': entry(
    'developer',
    {
      vi: 'Chính sách ký không hợp lệ.',
      en: 'The signing policy is malformed.',
    },
    { vi: 'Xem danh sách lỗi kèm theo.', en: 'See the issues that come with this error.' },
  ),
  'signing.renewal-policy': entry(
    'developer',
    {
      vi: 'Chính sách gia hạn chứng thư số không hợp lệ.',
      en: 'The policy of renewing certificates is malformed.',
    },
    { vi: 'Xem danh sách lỗi kèm theo.', en: 'See the issues that come with this error.' },
  ),
})
