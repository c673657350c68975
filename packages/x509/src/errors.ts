import { type Actor, defineCatalogue, type Sentences } from '@tiemchung/core'

/** A file that its maker must write again. */
function malformed(vi: string, en: string) {
  return {
    says: { vi, en },
    who: 'developer' as Actor,
    todo: {
      vi: 'Lấy lại tệp từ nơi phát hành; nếu vẫn lỗi, nơi phát hành phải tạo lại đúng chuẩn DER.',
      en: 'Fetch the file again; if it stays so, its issuer must write it again in DER.',
    },
  }
}

/** The entry of a code. */
export function entry(says: Sentences, todo: Sentences, who: Actor = 'developer') {
  return { says, who, todo }
}

/** The codes of `@tiemchung/x509`; those of making are in `ca/errors.ts`, so that a verifier does not carry them. */
export const errorCatalogue = defineCatalogue({
  'x509.der.size': malformed('Tệp lớn hơn giới hạn cho phép.', 'The file is larger than the cap.'),
  'x509.der.depth': malformed('Cấu trúc DER lồng quá sâu.', 'The DER is nested too deeply.'),
  'x509.der.truncated': malformed('Dữ liệu DER bị cụt.', 'The DER ends too early.'),
  'x509.der.trailing': malformed('Có dữ liệu thừa sau DER.', 'Bytes follow where DER must end.'),
  'x509.der.length': malformed(
    'Độ dài DER không ở dạng ngắn nhất (BER không được chấp nhận).',
    'A DER length is not in its one short form (BER is not accepted).',
  ),
  'x509.der.tag': malformed('Thẻ DER không đúng chỗ.', 'A DER element has the wrong tag.'),
  'x509.der.boolean': malformed('BOOLEAN không hợp lệ.', 'Not a DER BOOLEAN.'),
  'x509.der.default': malformed(
    'Giá trị mặc định được ghi ra, trái chuẩn DER.',
    'A default value is written out, which DER forbids.',
  ),
  'x509.der.integer': malformed('INTEGER không hợp lệ.', 'Not a DER INTEGER of this range.'),
  'x509.der.bit-string': malformed('BIT STRING không hợp lệ.', 'Not a DER BIT STRING.'),
  'x509.der.oid': malformed('OBJECT IDENTIFIER không hợp lệ.', 'Not a DER OBJECT IDENTIFIER.'),
  'x509.der.text': malformed('Chuỗi ký tự không hợp lệ.', 'A string is not in its own alphabet.'),
  'x509.der.time': malformed(
    'Thời điểm không hợp lệ theo RFC 5280.',
    'Not a time in the form of RFC 5280.',
  ),
  'x509.der.order': malformed(
    'Các phần tử của SET không theo thứ tự DER.',
    'The members of a SET are not in DER order.',
  ),
  'x509.certificate.version': malformed(
    'Phiên bản chứng thư số không khớp với nội dung.',
    'The certificate has fields that its version does not have.',
  ),
  'x509.certificate.serial': malformed(
    'Số sê-ri âm hoặc dài hơn 20 octet.',
    'The serial number is negative or longer than 20 octets.',
  ),
  'x509.certificate.extension-duplicate': malformed(
    'Một phần mở rộng xuất hiện hai lần.',
    'An extension appears twice.',
  ),
  'x509.certificate.extension': malformed(
    'Nội dung một phần mở rộng không hợp lệ.',
    'The value of an extension is malformed.',
  ),
  'x509.certificate.name': malformed(
    'Tên (DN) không hợp lệ.',
    'A distinguished name is malformed.',
  ),
  'x509.crl.version': malformed(
    'Phiên bản danh sách thu hồi không khớp với nội dung.',
    'The revocation list has fields that its version does not have.',
  ),
  'x509.crl.entries': malformed(
    'Danh sách thu hồi có mục rỗng.',
    'The revocation list has an empty list of entries.',
  ),
  'x509.ocsp.status': malformed(
    'Trạng thái trong phản hồi OCSP không hợp lệ.',
    'The OCSP response has a status that does not exist.',
  ),
  'x509.ocsp.type': malformed(
    'Phản hồi OCSP không thuộc loại cơ bản (id-pkix-ocsp-basic).',
    'The OCSP response is not of the basic type.',
  ),
  'x509.ocsp.version': malformed(
    'Phiên bản phản hồi OCSP không phải 1.',
    'The OCSP response is of a version other than 1.',
  ),
  'x509.ocsp.responder': malformed(
    'Phản hồi OCSP không nêu bên phản hồi bằng tên hoặc bằng khoá.',
    'The OCSP response does not name its responder by name or key.',
  ),
  'x509.ocsp.nonce': entry(
    {
      vi: 'Nonce của yêu cầu OCSP phải dài từ 1 đến 128 octet.',
      en: 'The nonce of an OCSP request must be 1 to 128 octets long.',
    },
    { vi: 'Dùng 32 octet ngẫu nhiên.', en: 'Use 32 random octets.' },
  ),
  'x509.cms.type': malformed(
    'Tệp không phải dữ liệu đã ký (CMS).',
    'The file is not CMS signed data.',
  ),
  'x509.cms.content': malformed(
    'Chữ ký CMS tách rời lại kèm nội dung.',
    'A detached CMS signature has content inside.',
  ),
  'x509.cms.version': malformed(
    'Phiên bản CMS không khớp với nội dung.',
    'A CMS version does not go with its content.',
  ),
  'x509.cms.digest-algorithm': malformed(
    'Thuật toán băm của bên ký CMS không có trong danh sách của tệp.',
    'The digest algorithm of a CMS signer is not announced among those of the file.',
  ),
  'x509.cms.signer': malformed(
    'Bên ký CMS không được nêu bằng bên cấp hoặc bằng khoá.',
    'A CMS signer is not named by issuer or by key.',
  ),
  'x509.cms.attributes': malformed(
    'Một thuộc tính được ký xuất hiện hai lần.',
    'A signed attribute appears twice.',
  ),
  'x509.cms.signing-certificate': malformed(
    'Thuộc tính chỉ chứng thư số của bên ký không hợp lệ.',
    "The attribute that means the signer's certificate is malformed.",
  ),
  'x509.timestamp.status': malformed(
    'Trạng thái trong phản hồi dấu thời gian không hợp lệ hoặc không khớp với việc có mã dấu thời gian.',
    'The timestamp response has a status that does not exist or does not go with its token.',
  ),
  'x509.timestamp.content': malformed(
    'Nội dung được ký không phải dấu thời gian.',
    'What is signed is not a timestamp.',
  ),
  'x509.timestamp.version': malformed(
    'Phiên bản dấu thời gian không phải 1.',
    'The timestamp is of a version other than 1.',
  ),
  'x509.timestamp.accuracy': malformed(
    'Độ chính xác của dấu thời gian nằm ngoài khoảng 1 đến 999.',
    'A part of the timestamp’s accuracy is outside 1 to 999.',
  ),
  'x509.timestamp.signers': malformed(
    'Dấu thời gian phải có đúng một chữ ký.',
    'A timestamp must have exactly one signature.',
  ),
  'x509.timestamp.request': entry(
    {
      vi: 'Yêu cầu dấu thời gian không hợp lệ: độ dài giá trị băm, nonce (1 đến 20 octet) hoặc chính sách.',
      en: 'The timestamp request is not sound: length of the hash, nonce (1 to 20 octets) or policy.',
    },
    {
      vi: 'Kiểm tra lại giá trị băm, nonce và mã chính sách.',
      en: 'Check the hash, the nonce and the policy identifier.',
    },
  ),
  'x509.signature.ecdsa': malformed(
    'Chữ ký ECDSA không ở dạng DER duy nhất.',
    'The ECDSA signature is not in its one DER form.',
  ),
  'x509.path.instant': entry(
    {
      vi: 'Thời điểm kiểm tra không hợp lệ.',
      en: 'The instant to judge at is not a date.',
    },
    { vi: 'Truyền một Date hợp lệ vào at.', en: 'Pass a valid Date as at.' },
  ),
  'x509.peculiar.missing': entry(
    {
      vi: 'Chưa cài gói @peculiar/webcrypto.',
      en: 'The package @peculiar/webcrypto is not installed.',
    },
    {
      vi: 'Chạy npm install @peculiar/webcrypto.',
      en: 'Run npm install @peculiar/webcrypto.',
    },
  ),
})
