/** Why a check of a signature did not pass, for people. The reason itself is for programs. */
import type { Language, Sentences } from '@tiemchung/core'
import { sentenceOf } from '../x509/reason-words.js'

const both = (vi: string, en: string): Sentences => ({ vi, en })

/** Said of a JWS and its header. */
const ofForm = {
  'not-compact': both('Không phải JWS dạng gọn.', 'It is no compact JWS.'),
  'not-flattened': both('Không phải JWS dạng phẳng.', 'It is no flattened JWS.'),
  'general-form': both(
    'JWS dạng tổng quát (nhiều chữ ký) không được dùng.',
    'The general form of JWS, for several signatures, is not taken.',
  ),
  'too-large': both('Quá lớn.', 'It is too large.'),
  'not-base64url': both('Không phải Base64url đúng một cách viết.', 'It is not Base64url.'),
  'no-payload': both(
    'Bản ghi được gửi rời: đưa bản ghi bằng --record.',
    'It is detached: give its record with --record.',
  ),
  'payload-differs': both(
    'Bản ghi gửi kèm khác bản ghi đã ký.',
    'The record beside it is not the one inside.',
  ),
  'not-plain-json': both('Phần đầu không phải JSON thuần.', 'Its header is not plain JSON.'),
  'not-an-object': both('Phần đầu không phải đối tượng.', 'Its header is no object.'),
  'unknown-member': both('Có thành phần không được phép.', 'It has a member that is not taken.'),
  'algorithm-not-allowed': both('Thuật toán không được phép.', 'Its algorithm is not allowed.'),
  type: both('Là chữ ký của loại tài liệu khác.', 'It is a signature of another kind.'),
  'critical-member': both(
    'Có thành phần bắt buộc hiểu mà phiên bản này không hiểu.',
    'It has a critical member that is not understood.',
  ),
  'signing-time': both('Thời điểm ký viết sai.', 'Its signing time is not written as it must be.'),
  chain: both('Thiếu chuỗi chứng thư số.', 'It carries no chain of certificates.'),
  thumbprint: both(
    'Giá trị băm không phải của chứng thư số kèm theo.',
    'Its thumbprint is not of the certificate beside it.',
  ),
  'payload-not-canonical': both(
    'Nội dung không phải JSON chính tắc.',
    'Its content is not canonical JSON.',
  ),
  'record-not-canonical': both(
    'Bản ghi gửi kèm không có dạng chính tắc.',
    'The record beside it has no canonical form.',
  ),
  'does-not-hold': both(
    'Chữ ký không đúng: nội dung đã bị sửa, hoặc do khoá khác ký.',
    'The signature does not hold: the content was changed, or another key signed it.',
  ),
  certificate: both('Không đọc được chứng thư số.', 'Its certificate cannot be read.'),
  key: both('Không dùng được khoá.', 'Its key cannot be used.'),
  'key-algorithm': both('Khoá không hợp với thuật toán.', 'Its key does not fit its algorithm.'),
} as const satisfies Readonly<Record<string, Sentences>>

/** Said of who signed, and when. */
const ofSigners = {
  'not-asked': both('Không được yêu cầu kiểm tra.', 'Nobody asked for this.'),
  'not-reached': both(
    'Không kiểm tra được vì bước trước chưa đạt.',
    'Not judged, as a check before it did not pass.',
  ),
  'revoked-since': both(
    'Chứng thư số bị thu hồi sau thời điểm ký được khai; không có gì chứng minh đã ký trước đó.',
    'Revoked after the time that it claims, and nothing proves that it was there before.',
  ),
  'expired-since': both(
    'Chứng thư số hết hạn sau thời điểm ký được khai; không có gì chứng minh đã ký trước đó.',
    'Expired after the time that it claims, and nothing proves that it was there before.',
  ),
  'revocation-of-another-path': both(
    'Danh sách thu hồi nói về một chuỗi khác.',
    'The lists are of another chain.',
  ),
  'not-valid': both('Chưa hợp lệ.', 'It is not valid.'),
  'no-facility': both('Nội dung không nêu cơ sở.', 'Its content names no facility.'),
  'unknown-signer': both(
    'Danh sách người được ký không có bên này.',
    'The register does not know this signer.',
  ),
  'chain-not-believed': both(
    'Chưa tin chuỗi chứng thư số nên chưa xét danh sách người được ký.',
    'The chain is not believed, so the register says nothing.',
  ),
  'register-not-in-force': both(
    'Danh sách người được ký không có hiệu lực vào ngày đó.',
    'The register is not in force on that day.',
  ),
  'other-facility': both(
    'Là của cơ sở khác: bên này không được ký cho cơ sở.',
    'Of another facility: this signer may not sign for this one.',
  ),
  'other-days': both('Bên này không được ký vào ngày đó.', 'The signer may not sign on that day.'),
  'other-things': both(
    'Bên này không được ký loại tài liệu này.',
    'The signer may not sign documents of this kind.',
  ),
  'policy-not-in-force': both(
    'Chính sách không có hiệu lực vào ngày đó.',
    'The policy is not in force on that day.',
  ),
  'issuer-not-in-register': both(
    'Danh sách không nêu gốc của chứng thư số này.',
    'The register does not name the root of this certificate.',
  ),
  'role-may-not-sign': both('Vai trò này không được ký.', 'That role may not sign this.'),
  'issuer-kind': both(
    'Vai trò này phải dùng chứng thư số của loại nhà cung cấp khác.',
    'That role has to sign with a certificate of another kind of issuer.',
  ),
  'before-certificate': both(
    'Khai ký trước khi chứng thư số có hiệu lực.',
    'It claims a time before its certificate.',
  ),
  'after-certificate': both(
    'Khai ký sau khi chứng thư số hết hạn.',
    'It claims a time after its certificate.',
  ),
  'in-the-future': both('Thời điểm ở tương lai.', 'Its time is in the future.'),
  'after-proof': both(
    'Khai ký sau thời điểm đã được chứng minh.',
    'It claims a time after it was proven to be there.',
  ),
  late: both('Ký muộn.', 'It was signed late.'),
  'not-proven': both('Không có gì chứng minh thời điểm ký.', 'Nothing proves when it was signed.'),
} as const satisfies Readonly<Record<string, Sentences>>

/** Said of records, seals and days. */
const ofDays = {
  none: both('Không có.', 'There is none.'),
  differs: both('Không khớp.', 'It differs.'),
  envelope: both('Phong bì nói khác nội dung.', 'The envelope says something else.'),
  format: both('Không phải bản ghi mũi tiêm.', 'It is no dose record.'),
  id: both('Mã của bản ghi không hợp lệ.', 'Its id is not one.'),
  dose: both('Mũi tiêm không đọc được.', 'Its dose cannot be read.'),
  'entered-at': both('Thời điểm nhập không hợp lệ.', 'The instant of its entry is not one.'),
  'first-record': both('Không sửa bản ghi nào.', 'It amends nothing.'),
  'earlier-not-valid': both(
    'Một bản ghi trước đó chưa hợp lệ.',
    'A record before it is not valid.',
  ),
  twice: both('Có hai lần.', 'It is there twice.'),
  hole: both('Thiếu một khâu ở giữa.', 'One in between is missing.'),
  'hash-differs': both('Bản ghi trước đã bị sửa.', 'The record before it was changed.'),
  'other-first-record': both('Bắt đầu từ bản ghi khác.', 'It leads to another first record.'),
  fork: both('Rẽ nhánh.', 'It is a fork.'),
  'not-a-seal': both('Không phải dấu ngày.', 'It is no day seal.'),
  'not-canonical': both('Không có dạng chính tắc.', 'It has no canonical form.'),
  'not-a-proof': both('Không có bằng chứng cho bản ghi này.', 'There is no proof for this record.'),
  'other-record': both('Bằng chứng của bản ghi khác.', 'The proof is of another record.'),
  'other-seal': both('Bằng chứng của dấu ngày khác.', 'The proof is of another seal.'),
  'not-under-the-seal': both(
    'Không nằm dưới dấu ngày: bản ghi đã bị sửa, hoặc bằng chứng sai.',
    'Not under the seal: the record was changed, or the proof is wrong.',
  ),
  invalid: both('Có dấu ngày không hợp lệ.', 'A seal is invalid.'),
  indeterminate: both('Có dấu ngày chưa kết luận được.', 'A seal is undecided.'),
  doubled: both('Có hai lần.', 'It is there twice.'),
  'other-seal-before': both('Dấu trước là dấu khác.', 'The seal before is another one.'),
  'not-all-valid': both('Không phải mọi dấu đều hợp lệ.', 'Not every seal is valid.'),
  missing: both('Thiếu bản ghi.', 'Records are missing.'),
  seals: both('Chưa tin được chuỗi các dấu.', 'The chain of seals is not believed.'),
  'not-all': both('Có bản ghi không thuộc về.', 'Some records do not belong.'),
  undecided: both(
    'Có bản ghi chưa biết có thuộc về hay không: chưa kết luận được dấu ngày của chúng.',
    'Of some records it is not known: their seal is undecided.',
  ),
} as const satisfies Readonly<Record<string, Sentences>>

/** The unprotected header, which has room for timestamps alone. */
const ofTimestamps = {
  etsiU: both('Phần đầu không được ký viết sai.', 'Its unprotected header is malformed.'),
  sigTst: both('Dấu thời gian viết sai.', 'A timestamp is not written as it must be.'),
  'sigTst-twice': both('Có hai nhóm dấu thời gian.', 'It has two groups of timestamps.'),
} as const satisfies Readonly<Record<string, Sentences>>

const words: Readonly<Record<string, Sentences>> = {
  ...ofForm,
  ...ofSigners,
  ...ofDays,
  ...ofTimestamps,
}

/** Where a reason of a certificate's path is meant, which has words of its own. */
const isOfPaths = (id: string) => id === 'signer.chain' || id === 'signing.timestamp'

/** The sentence of a reason; the reason itself where this version does not know it. */
export function reasonSentence(id: string, reason: string, language: Language): string {
  const ofPath = sentenceOf(reason, language)
  const own = words[reason]?.[language]
  return (isOfPaths(id) ? (ofPath ?? own) : (own ?? ofPath)) ?? reason
}
