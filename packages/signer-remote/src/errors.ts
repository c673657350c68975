import { type Actor, defineCatalogue, type Sentences } from '@tiemchung/core'

function entry(who: Actor, says: Sentences, todo: Sentences) {
  return { says, who, todo }
}

/** The codes of `@tiemchung/signer-remote`, beside those of `@tiemchung/signing`. */
export const errorCatalogue = defineCatalogue({
  'signing.quota': entry(
    'operator',
    {
      vi: 'Gói chữ ký mua của nhà cung cấp đã hết lượt.',
      en: 'The package of signatures that was bought from the provider is used up.',
    },
    { vi: 'Mua thêm lượt ký rồi ký tiếp.', en: 'Buy more signatures, then sign what is left.' },
  ),
  'signing.credential': entry(
    'signer',
    {
      vi: 'Nhà cung cấp không nhận tài khoản, mật khẩu, PIN hoặc OTP, hoặc không được cung cấp.',
      en: 'The provider did not accept the account, password, PIN or one-time code, or none was given.',
    },
    {
      vi: 'Kiểm tra rồi nhập lại; nhập sai nhiều lần có thể bị khoá.',
      en: 'Check them and enter them again; several wrong tries may lock the account.',
    },
  ),
  'signing.unsure': entry(
    'operator',
    {
      vi: 'Không biết nhà cung cấp đã ký hay chưa: câu trả lời bị mất và không hỏi lại được.',
      en: 'Whether the provider has signed is not known: its answer was lost and cannot be asked for again.',
    },
    {
      vi: 'Ký lại với mã yêu cầu mới; có thể tốn thêm một lượt ký.',
      en: 'Sign again under a new request id; that may use a second signature of the package.',
    },
  ),
  'signing.limit': entry(
    'developer',
    {
      vi: 'Quá số giá trị băm mà nhà cung cấp nhận trong một lần ký.',
      en: 'There are more hashes than the provider takes in one call.',
    },
    { vi: 'Chia nhỏ theo limit của bộ ký.', en: "Cut the list by the signer's limit." },
  ),
  'signing.request-reused': entry(
    'developer',
    {
      vi: 'Mã yêu cầu này đã dùng cho dữ liệu khác.',
      en: 'This request id was used for other data.',
    },
    {
      vi: 'Tạo mã mới cho mỗi nhóm dữ liệu cần ký.',
      en: 'Make a new id for each set of data to be signed.',
    },
  ),
  'signing.remote.digest': entry(
    'developer',
    {
      vi: 'Giá trị băm không đúng độ dài của thuật toán.',
      en: 'A digest is not as long as those of the algorithm.',
    },
    {
      vi: 'Băm bằng hàm băm của thuật toán ký.',
      en: "Hash with the hash function of the signer's algorithm.",
    },
  ),
  'signing.remote.key': entry(
    'signer',
    {
      vi: 'Tài khoản có {count} chứng thư số dùng được; phải chọn một.',
      en: 'The account has {count} certificates that can be used; one must be chosen.',
    },
    {
      vi: 'Xem listRemoteKeys rồi truyền key.',
      en: 'See listRemoteKeys, then pass key.',
    },
  ),
  'signing.remote.callback': entry(
    'developer',
    {
      vi: 'Nội dung gọi lại không đúng dạng của nhà cung cấp.',
      en: 'The callback does not have the shape that the provider uses.',
    },
    {
      vi: 'Bỏ qua; trạng thái vẫn được hỏi lại.',
      en: 'Ignore it; the state is asked for all the same.',
    },
  ),
  'signing.remote.profile': entry(
    'developer',
    {
      vi: 'Hồ sơ nhà cung cấp không hợp lệ.',
      en: 'The profile of the provider is malformed.',
    },
    { vi: 'Xem danh sách lỗi kèm theo.', en: 'See the issues that come with this error.' },
  ),
})
