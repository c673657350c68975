/** What each check of `@tiemchung/x509` establishes, for people. The ids are for programs. */
import type { Sentences } from '@tiemchung/core'
import type { PathCheckId, TimestampCheckId } from '@tiemchung/x509'
import type { CrlCheckId } from '@tiemchung/x509/crl'

/** Every check that a command of `x509` prints. */
export type AnyCheckId = PathCheckId | CrlCheckId | TimestampCheckId

const both = (vi: string, en: string): Sentences => ({ vi, en })

/** What has been shown when the check passed. */
export const checkWords: Readonly<Record<AnyCheckId, Sentences>> = {
  'path.parse': both('Đọc được theo DER chặt chẽ.', 'Reads as strict DER.'),
  'path.anchor': both('Dẫn đến một gốc tin cậy đã cho.', 'Leads to an anchor that was given.'),
  'path.anchor-constraints': both(
    'Nằm trong phạm vi mà gốc tin cậy được bảo đảm.',
    'Within what the anchor may vouch for.',
  ),
  'path.name-chaining': both(
    'Bên cấp là chủ thể của chứng thư số kế trên.',
    'Its issuer is the subject of the certificate above.',
  ),
  'path.version': both('Là phiên bản 3.', 'Of version 3.'),
  'path.algorithm': both(
    'Thuật toán và khoá đủ mạnh.',
    'Its algorithm and its key are strong enough.',
  ),
  'path.signature': both(
    'Do khoá của chứng thư số kế trên ký.',
    'Signed by the key of the certificate above.',
  ),
  'path.validity': both('Còn hiệu lực tại thời điểm xét.', 'In force at the instant.'),
  'path.critical-extensions': both(
    'Hiểu được mọi phần mở rộng quan trọng (critical).',
    'Every critical extension is understood.',
  ),
  'path.basic-constraints': both(
    'Loại chứng thư số (cơ quan cấp hay không) đúng với vị trí.',
    'It is, or is not, an authority as its place asks.',
  ),
  'path.path-length': both(
    'Số cơ quan cấp ở dưới không vượt mức cho phép.',
    'No more authorities stand below it than it allows.',
  ),
  'path.key-usage': both('Khoá được dùng cho việc này.', 'Its key may be used for this.'),
  'path.extended-key-usage': both(
    'Mục đích sử dụng mở rộng cho phép việc này.',
    'Its extended key usage allows this.',
  ),
  'path.name-constraints': both(
    'Tên nằm trong phạm vi mà các cơ quan cấp cho phép.',
    'Its names are those that the authorities above allow.',
  ),
  'path.policy': both(
    'Chuỗi có chính sách chứng thư được chấp nhận.',
    'The path has an acceptable certificate policy.',
  ),
  'path.revocation': both('Không bị thu hồi.', 'Not revoked.'),
  'crl.parse': both('Đọc được theo DER chặt chẽ.', 'Reads as strict DER.'),
  'crl.extensions': both(
    'Không có điều gì trong danh sách ngăn việc sử dụng nó.',
    'Nothing in its head keeps the list from being used.',
  ),
  'crl.entries': both('Mọi mục đều đọc và dùng được.', 'Every entry can be read and used.'),
  'crl.signature': both(
    'Do khoá của cơ quan đã cho ký.',
    'Signed by the key of the authority that was given.',
  ),
  'crl.dates': both('Còn hiệu lực tại thời điểm xét.', 'In force at the instant.'),
  'crl.certificate': both(
    'Danh sách không nêu chứng thư số này là bị thu hồi.',
    'The list does not name the certificate as revoked.',
  ),
  'timestamp.parse': both('Đọc được theo DER chặt chẽ.', 'Reads as strict DER.'),
  'timestamp.status': both('Yêu cầu đã được chấp nhận.', 'The request was granted.'),
  'timestamp.content-type': both('Nội dung là một dấu thời gian.', 'Its content is a timestamp.'),
  'timestamp.imprint': both(
    'Được cấp cho đúng tệp đã cho.',
    'Made for the very file that was given.',
  ),
  'timestamp.nonce': both('Có đúng nonce đã gửi.', 'Brings the nonce that was sent.'),
  'timestamp.policy': both('Theo đúng chính sách đã yêu cầu.', 'Made under the demanded policy.'),
  'timestamp.critical-extensions': both(
    'Hiểu được mọi phần mở rộng quan trọng (critical).',
    'Every critical extension is understood.',
  ),
  'timestamp.signer': both(
    'Tìm thấy chứng thư số của bên ký.',
    "The signer's certificate is found.",
  ),
  'timestamp.signing-certificate': both(
    'Thuộc tính được ký nêu đúng chứng thư số của bên ký.',
    'The signed attributes mean that certificate.',
  ),
  'timestamp.signed-attributes': both(
    'Thuộc tính được ký khớp với nội dung.',
    'The signed attributes go with the content.',
  ),
  'timestamp.signature': both('Chữ ký đúng.', 'The signature holds.'),
  'timestamp.authority-name': both(
    'Tên cơ quan cấp dấu thời gian là tên của bên ký.',
    "The stated authority is the signer's name.",
  ),
  'timestamp.usage': both(
    'Chứng thư số chỉ dùng để cấp dấu thời gian.',
    'The certificate is for stamping times, and for nothing else.',
  ),
  'timestamp.chain': both(
    'Chuỗi của bên ký hợp lệ tại thời điểm được ghi.',
    "The signer's chain is valid at the stated time.",
  ),
}
