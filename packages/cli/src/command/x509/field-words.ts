/** The labels of fields; what stands behind them is in the words of the standards. */
import type { Sentences } from '@tiemchung/core'

const both = (vi: string, en: string): Sentences => ({ vi, en })

/** What a block is. */
export const kindWords = {
  certificate: both('chứng thư số', 'certificate'),
  crl: both('danh sách thu hồi', 'revocation list'),
  ocsp: both('phản hồi OCSP', 'OCSP response'),
  'timestamp-token': both('dấu thời gian', 'timestamp token'),
  'timestamp-response': both('phản hồi dấu thời gian', 'timestamp response'),
} as const satisfies Readonly<Record<string, Sentences>>

/** Field → label. */
export const fieldWords: Readonly<Record<string, Sentences>> = {
  version: both('phiên bản', 'version'),
  subject: both('chủ thể', 'subject'),
  issuer: both('bên cấp', 'issuer'),
  serialNumber: both('số sê-ri', 'serial number'),
  notBefore: both('hiệu lực từ', 'not before'),
  notAfter: both('hiệu lực đến', 'not after'),
  publicKey: both('khoá công khai', 'public key'),
  signatureAlgorithm: both('thuật toán ký', 'signature algorithm'),
  authority: both('là cơ quan cấp', 'authority'),
  pathLength: both('số cơ quan cấp ở dưới, tối đa', 'authorities below, at most'),
  keyUsage: both('mục đích của khoá', 'key usage'),
  extendedKeyUsage: both('mục đích mở rộng', 'extended key usage'),
  subjectAltName: both('tên khác', 'other name'),
  permittedNames: both('tên được phép', 'permitted name'),
  excludedNames: both('tên bị loại trừ', 'excluded name'),
  policies: both('chính sách', 'policy'),
  subjectKeyId: both('định danh khoá', 'key identifier'),
  authorityKeyId: both('định danh khoá bên cấp', "issuer's key identifier"),
  extensions: both('phần mở rộng', 'extension'),
  crlNumber: both('số hiệu danh sách', 'list number'),
  baseCrlNumber: both('thay đổi kể từ danh sách số', 'changes since list number'),
  thisUpdate: both('phát hành', 'this update'),
  nextUpdate: both('thay trước', 'next update'),
  entries: both('số mục', 'entries'),
  scope: both('phạm vi', 'scope'),
  status: both('trạng thái', 'status'),
  responder: both('bên phản hồi', 'responder'),
  producedAt: both('tạo lúc', 'produced at'),
  answers: both('trả lời', 'answer'),
  certificates: both('số chứng thư số kèm theo', 'certificates inside'),
  time: both('thời điểm', 'time'),
  accuracySeconds: both('sai số (giây)', 'accuracy (seconds)'),
  policy: both('chính sách', 'policy'),
  imprint: both('giá trị băm', 'imprint'),
  ordering: both('xếp thứ tự được theo thời điểm', 'ordered by time'),
  nonce: both('nonce', 'nonce'),
  authorityName: both('cơ quan cấp dấu thời gian', 'authority name'),
  signer: both('bên ký', 'signer'),
  texts: both('lời của cơ quan cấp', "the authority's words"),
  failures: both('lý do', 'failure'),
  says: both('danh sách nói', 'the list says'),
  sha256: both('SHA-256', 'SHA-256'),
}
