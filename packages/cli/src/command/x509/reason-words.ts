/** Why a check of `@tiemchung/x509` did not pass, for people. The reason itself is for programs. */
import { type Language, type Sentences, sentencesFor } from '@tiemchung/core'
import { errorCatalogue } from '@tiemchung/x509'

const both = (vi: string, en: string): Sentences => ({ vi, en })

/** What is said of a path and its certificates. */
const ofPaths = {
  'not-asked': both('Không được yêu cầu kiểm tra.', 'Nobody asked for this.'),
  'none-set': both('Không có giới hạn nào được đặt.', 'No limits are set.'),
  'not-demanded': both('Không ai đòi hỏi chính sách nào.', 'No policy is demanded.'),
  'no-path': both('Không kiểm tra được khi chưa có chuỗi.', 'Not judged without a path.'),
  'not-read': both(
    'Không kiểm tra được khi chưa đọc được tệp.',
    'Not judged, as nothing was read.',
  ),
  'name-and-key': both(
    'Với gốc tin cậy này chỉ tính tên và khoá.',
    'Of this anchor only name and key count.',
  ),
  'no-anchors': both('Không có gốc tin cậy nào đọc được.', 'No anchor could be read.'),
  'no-path-found': both(
    'Không có chuỗi nào dẫn đến gốc tin cậy: thiếu chứng thư số trung gian, hoặc gốc là của nơi khác.',
    'Nothing leads to an anchor: an intermediate is missing, or the anchor is another’s.',
  ),
  'budget-exhausted': both(
    'Phải dừng vì tốn quá nhiều bước kiểm tra.',
    'Given up: it would have cost too much to decide.',
  ),
  'anchor-expired': both('Gốc tin cậy đã quá hạn được tin.', 'The anchor is no longer trusted.'),
  'country-not-allowed': both(
    'Gốc tin cậy không bảo đảm cho nước này.',
    'The anchor does not vouch for this country.',
  ),
  'usage-not-allowed': both('Không được dùng cho mục đích này.', 'It is not for this purpose.'),
  'usage-forbidden': both(
    'Được dùng cho một mục đích bị cấm ở đây.',
    'It is for a purpose that is forbidden here.',
  ),
  'empty-issuer': both('Tên bên cấp để trống.', 'Its issuer has no name.'),
  'name-mismatch': both(
    'Bên cấp không phải chủ thể của chứng thư số kế trên.',
    'Its issuer is not the subject of the certificate above.',
  ),
  'no-issuer': both('Chưa biết cơ quan nào phát hành.', 'Nobody said who the authority is.'),
  'not-version-3': both('Không phải phiên bản 3.', 'It is not of version 3.'),
  'algorithm-mismatch': both(
    'Hai chỗ ghi thuật toán ký không giống nhau.',
    'It names its signature algorithm twice, and differently.',
  ),
  'algorithm-not-allowed': both(
    'Thuật toán ký không được chấp nhận (quá yếu hoặc không hỗ trợ).',
    'Its signature algorithm is not believed: too weak, or not supported.',
  ),
  'key-not-allowed': both('Loại khoá không được hỗ trợ.', 'Its kind of key is not supported.'),
  'key-too-short': both('Khoá quá ngắn.', 'Its key is too short.'),
  'key-too-long': both('Khoá dài quá mức kiểm tra được.', 'Its key is longer than is checked.'),
  'key-exponent': both(
    'Số mũ của khoá RSA không an toàn.',
    'The exponent of its RSA key is unsound.',
  ),
  'signature-encoding': both(
    'Chữ ký không ở dạng DER duy nhất.',
    'The signature is not in its one DER form.',
  ),
  'signature-mismatch': both(
    'Chữ ký không phải của khoá này: nội dung đã bị sửa, hoặc do khoá khác ký.',
    'The signature is not of this key: the content was changed, or another key signed.',
  ),
  'not-yet-valid': both('Chưa đến ngày có hiệu lực.', 'Not yet in force.'),
  expired: both('Đã hết hạn.', 'Expired.'),
  'unknown-critical-extension': both(
    'Có phần mở rộng quan trọng (critical) mà phần mềm này không hiểu.',
    'It has a critical extension that is not understood here.',
  ),
  'no-basic-constraints': both(
    'Không ghi mình là cơ quan cấp.',
    'It does not say whether it is an authority.',
  ),
  'not-an-authority': both('Không phải cơ quan cấp.', 'It is not an authority.'),
  'an-authority': both(
    'Là cơ quan cấp, trong khi chỉ nhận bên dùng cuối.',
    'It is an authority, where only an end entity will do.',
  ),
  'path-too-long': both(
    'Dưới nó có nhiều cơ quan cấp hơn mức nó cho phép.',
    'More authorities stand below it than it allows.',
  ),
  'no-key-cert-sign': both(
    'Khoá không được dùng để ký chứng thư số.',
    'Its key may not sign certificates.',
  ),
  absent: both('Thiếu phần cần phải có.', 'What is asked for is not there.'),
  malformed: both('Nội dung sai dạng.', 'It is malformed.'),
  'name-not-permitted': both(
    'Tên nằm ngoài phạm vi mà một cơ quan cấp ở trên cho phép.',
    'A name is outside what an authority above allows.',
  ),
  'name-excluded': both(
    'Tên bị một cơ quan cấp ở trên loại trừ.',
    'An authority above excludes a name.',
  ),
  'form-unsupported': both(
    'Giới hạn đặt cho một dạng tên chưa hỗ trợ.',
    'A form of name is constrained that is not supported.',
  ),
  'no-acceptable-policy': both(
    'Không có chính sách chứng thư nào được chấp nhận.',
    'It is valid for no acceptable certificate policy.',
  ),
  'any-policy-mapped': both(
    'Ánh xạ từ hoặc đến «mọi chính sách», điều bị cấm.',
    'It maps any-policy, which is forbidden.',
  ),
  'constraint-not-critical': both(
    'Ràng buộc chính sách không được đánh dấu quan trọng (critical).',
    'A constraint on policies is not critical.',
  ),
  revoked: both('Đã bị thu hồi.', 'Revoked.'),
  'on-hold': both('Đang bị tạm đình chỉ.', 'On hold.'),
  'distribution-points-malformed': both(
    'Điểm phân phối danh sách thu hồi ghi sai dạng.',
    'Its distribution points are malformed.',
  ),
} as const satisfies Readonly<Record<string, Sentences>>

/** What is said of revocation lists. */
const ofLists = {
  'no-crl': both('Không có danh sách thu hồi của bên cấp.', 'There is no list of its issuer.'),
  'crl-no-signer': both(
    'Danh sách mang tên cơ quan khác với chứng thư số đã cho.',
    'The list is of another name than the authority at hand.',
  ),
  'crl-of-another-key': both(
    'Danh sách do một khoá khác của cùng tên ký.',
    'The list is by another key of the same name.',
  ),
  'crl-signer-untrusted': both(
    'Bên ký danh sách không dẫn đến gốc tin cậy.',
    'Who signed the list does not lead to the anchor.',
  ),
  'issuer-may-not-sign-crl': both(
    'Khoá này không được ký danh sách thu hồi.',
    'This key may not sign revocation lists.',
  ),
  'crl-algorithm-mismatch': both(
    'Danh sách ghi thuật toán ký ở hai chỗ không giống nhau.',
    'The list names its signature algorithm twice, and differently.',
  ),
  'crl-critical-extension': both(
    'Danh sách có phần mở rộng quan trọng không hiểu được, nên không được dùng.',
    'The list has a critical extension that is not understood, and must not be used.',
  ),
  'crl-no-number': both('Danh sách không có số hiệu.', 'The list has no number.'),
  'crl-not-yet-issued': both(
    'Danh sách được phát hành sau thời điểm xét.',
    'The list was issued after the instant.',
  ),
  'crl-stale': both('Danh sách đã quá ngày phải thay.', 'The list should have been replaced.'),
  'crl-too-old': both('Danh sách cũ hơn mức cho phép.', 'The list is older than allowed.'),
  'crl-no-next-update': both(
    'Danh sách không nói đến bao giờ thì thay.',
    'The list does not say until when it counts.',
  ),
  'crl-out-of-scope': both(
    'Danh sách không bao gồm chứng thư số này, hoặc chưa đủ thông tin để biết.',
    'The list does not cover the certificate, or too little is known of it to tell.',
  ),
  'crl-no-base': both(
    'Chỉ có danh sách thay đổi (delta), thiếu danh sách đầy đủ.',
    'There is a list of changes only, and no complete one.',
  ),
  'crl-reasons-incomplete': both(
    'Các danh sách không bao gồm mọi lý do thu hồi.',
    'The lists do not cover every reason.',
  ),
  'crl-malformed': both('Một mục trong danh sách sai dạng.', 'An entry of the list is malformed.'),
} as const satisfies Readonly<Record<string, Sentences>>

/** What is said of OCSP responses. */
const ofResponses = {
  'no-ocsp': both('Không có phản hồi OCSP.', 'There is no OCSP response.'),
  'ocsp-malformed': both('Phản hồi OCSP sai dạng.', 'The OCSP response is malformed.'),
  'ocsp-other-certificate': both(
    'Phản hồi OCSP nói về chứng thư số khác.',
    'The OCSP response is about another certificate.',
  ),
  'ocsp-unknown-certificate': both(
    'Bên phản hồi không biết chứng thư số này.',
    'The responder does not know the certificate.',
  ),
  'ocsp-no-responder': both(
    'Không tìm thấy chứng thư số của bên phản hồi.',
    "The responder's certificate is not at hand.",
  ),
  'ocsp-responder-not-authorized': both(
    'Bên phản hồi không được uỷ quyền trả lời.',
    'The responder may not answer for the issuer.',
  ),
  'ocsp-responder-of-another-issuer': both(
    'Bên phản hồi do cơ quan khác uỷ quyền.',
    'The responder was named by another authority.',
  ),
  'ocsp-responder-revoked': both('Bên phản hồi đã bị thu hồi.', 'The responder is revoked.'),
  'ocsp-responder-unchecked': both(
    'Không biết bên phản hồi có bị thu hồi hay không.',
    'Nothing shows that the responder is not revoked.',
  ),
  'ocsp-critical-extension': both(
    'Phản hồi OCSP có phần mở rộng quan trọng không hiểu được.',
    'The OCSP response has a critical extension that is not understood.',
  ),
  'ocsp-not-yet-produced': both(
    'Phản hồi OCSP được tạo sau thời điểm xét.',
    'The OCSP response was made after the instant.',
  ),
  'ocsp-not-yet-issued': both(
    'Phản hồi OCSP có hiệu lực sau thời điểm xét.',
    'The OCSP response counts from after the instant.',
  ),
  'ocsp-ahead-of-itself': both(
    'Phản hồi OCSP có hiệu lực sau khi được tạo.',
    'The OCSP response counts from after it was made.',
  ),
  'ocsp-older-than-certificate': both(
    'Phản hồi OCSP có trước cả chứng thư số.',
    'The OCSP response is older than the certificate.',
  ),
  'ocsp-stale': both('Phản hồi OCSP đã quá hạn.', 'The OCSP response should have been replaced.'),
  'ocsp-too-old': both(
    'Phản hồi OCSP cũ hơn mức cho phép.',
    'The OCSP response is older than allowed.',
  ),
  'ocsp-no-next-update': both(
    'Phản hồi OCSP không nói đến bao giờ thì thay.',
    'The OCSP response does not say until when it counts.',
  ),
} as const satisfies Readonly<Record<string, Sentences>>

/** What is said of timestamps. */
const ofTimestamps = {
  'not-reached': both('Chưa kiểm tra đến.', 'Not come to.'),
  'no-signer': both('Không kiểm tra được khi chưa rõ bên ký.', 'Not judged without the signer.'),
  'token-alone': both('Chỉ có dấu thời gian, không có cả phản hồi.', 'There is the token alone.'),
  'not-a-timestamp': both(
    'Nội dung được ký không phải dấu thời gian.',
    'What is signed is no timestamp.',
  ),
  mismatch: both('Không khớp.', 'It is another.'),
  'another-algorithm': both('Băm bằng thuật toán khác.', 'Another hash function was used.'),
  'certificate-not-found': both(
    'Không có chứng thư số của bên ký.',
    "The signer's certificate is not at hand.",
  ),
  'content-type-mismatch': both(
    'Thuộc tính được ký nói về loại nội dung khác.',
    'The signed attributes are of another content.',
  ),
  'no-message-digest': both('Thiếu giá trị băm trong phần được ký.', 'No digest is signed.'),
  'digest-mismatch': both(
    'Nội dung đã bị sửa sau khi ký.',
    'The content was changed after it was signed.',
  ),
  'not-stated': both('Không được ghi.', 'It is not stated.'),
  'not-critical': both('Mục đích không được đánh dấu quan trọng.', 'The usage is not critical.'),
  'not-alone': both('Còn dùng cho mục đích khác.', 'It is for other purposes as well.'),
  'key-usage-not-allowed': both(
    'Khoá còn dùng cho việc khác ngoài ký.',
    'Its key is for more than signing.',
  ),
  rejection: both('Cơ quan cấp dấu thời gian từ chối.', 'The authority refused.'),
  waiting: both(
    'Cơ quan cấp dấu thời gian chưa trả lời xong.',
    'The authority has not answered yet.',
  ),
  invalid: both('Chuỗi của bên ký không hợp lệ.', "The signer's chain is invalid."),
  indeterminate: both(
    'Chưa kết luận được về chuỗi của bên ký.',
    "The signer's chain is undecided.",
  ),
} as const satisfies Readonly<Record<string, Sentences>>

const words: Readonly<Record<string, Sentences>> = {
  ...ofPaths,
  ...ofLists,
  ...ofResponses,
  ...ofTimestamps,
}

/** Who a reason is about that begins so: the rest is one that certificates have too. */
const about: readonly (readonly [string, Sentences])[] = [
  ['ocsp-responder-', both('Bên phản hồi OCSP', 'The OCSP responder')],
  ['ocsp-', both('Phản hồi OCSP', 'The OCSP response')],
  ['crl-', both('Danh sách thu hồi', 'The revocation list')],
]

/** The sentence of a reason; undefined for one that this version does not know. */
export function sentenceOf(reason: string, language: Language): string | undefined {
  const own = words[reason]
  if (own !== undefined) return own[language]
  const entry = Object.entries(errorCatalogue).find(([code]) => code === reason)?.[1]
  if (entry !== undefined) return sentencesFor(entry)[language]
  const [prefix, whose] = about.find(([start]) => reason.startsWith(start)) ?? []
  if (prefix === undefined || whose === undefined) return undefined
  const rest = words[reason.slice(prefix.length)]
  return rest === undefined ? undefined : `${whose[language]}: ${rest[language]}`
}
